"""Whatever coders, lockers and adjudicators do in whatever order, a plain model of the rules agrees with the folder."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from tests.coding_folders import DAY, MOMENT, coding, files_in, second_version, statement

from areasend.register import Maker
from areasend.themes.coding import NotAllowed, NotLocked, open_coding

STATEMENTS = [statement(number).id for number in range(1, 5)]
THEMES = st.lists(st.sampled_from(["plans", "places", "people"]), unique=True, max_size=3).map(tuple)
CODERS = st.sampled_from(["anna", "ben", "cleo"])


class Interleavings(RuleBasedStateMachine):
    """The model: for each coder the decisions made, under which version, and what was decided since the last lock."""

    @initialize(reopened=st.booleans(), codes=st.tuples(THEMES, THEMES, THEMES))
    def start(self, reopened: bool, codes: tuple[tuple[str, ...], ...]) -> None:
        """Half of the runs begin where all were locked and a change of the codebook came: few would get there."""
        self.place = Path(tempfile.mkdtemp()) / "c"
        self.folder = coding(self.place, "anna", "ben", statements=[statement(number) for number in range(1, 5)])
        self.version = 1
        self.held: dict[str, dict[str, tuple[tuple[str, ...], int]]] = {"anna": {}, "ben": {}}
        self.locked_at: dict[str, int] = {}
        self.since: dict[str, set[str]] = {"anna": set(), "ben": set()}
        self.settled: dict[str, tuple[tuple[str, ...], int]] = {}
        self.sealed: dict[str, bytes] = {}
        if reopened:
            for coder in ("anna", "ben"):
                for key, themes in zip(STATEMENTS, (("plans", "people"), *codes[1:]), strict=False):
                    self.decide(coder, key, themes)
                self.lock(coder, True)
            self.define_plans_anew()

    def is_reopened(self, held: tuple[tuple[str, ...], int]) -> bool:
        return held[1] < self.version and "plans" in held[0]

    def is_locked(self, coder: str) -> bool:
        if coder not in self.locked_at:
            return False
        reopened = any(self.is_reopened(held) for held in self.held[coder].values())
        return self.locked_at[coder] == self.version or (not reopened and not self.since[coder])

    def may_decide(self, coder: str, key: str) -> bool:
        if coder not in self.locked_at:
            return True
        if self.locked_at[coder] == self.version:
            return False
        held = self.held[coder].get(key)
        return key in self.since[coder] or (held is not None and self.is_reopened(held))

    @rule(coder=CODERS, key=st.sampled_from(STATEMENTS), themes=THEMES)
    def a_decision(self, coder: str, key: str, themes: tuple[str, ...]) -> None:
        self.decide(coder, key, themes)

    @rule(coder=CODERS, with_missing=st.booleans())
    def a_lock(self, coder: str, with_missing: bool) -> None:
        self.lock(coder, with_missing)

    def decide(self, coder: str, key: str, themes: tuple[str, ...]) -> None:
        allowed = coder in self.held and self.may_decide(coder, key)
        try:
            self.folder.decide(coder, key, themes, decided=MOMENT)
        except NotAllowed:
            assert not allowed
        else:
            assert allowed
            self.held[coder][key] = (themes, self.version)
            self.since[coder].add(key)

    def lock(self, coder: str, with_missing: bool) -> None:
        held = self.held.get(coder, {})
        done = [key for key, decision in held.items() if not self.is_reopened(decision)]
        allowed = coder in self.held and not self.is_locked(coder) and (with_missing or len(done) == len(STATEMENTS))
        try:
            self.folder.lock(coder, day=DAY, with_missing=with_missing)
        except NotAllowed:
            assert not allowed
        else:
            assert allowed
            self.locked_at[coder] = self.version
            self.since[coder] = set()
            self.sealed[coder] = (self.place / f"coders/{coder}/decisions.jsonl").read_bytes()

    @precondition(lambda self: "cleo" not in self.held)
    @rule()
    def join(self) -> None:
        self.folder.join("cleo", made_by=Maker.MODEL, description="", joined=DAY)
        self.held["cleo"], self.since["cleo"] = {}, set()

    @rule(key=st.sampled_from(STATEMENTS), themes=THEMES)
    def adjudicate(self, key: str, themes: tuple[str, ...]) -> None:
        before = files_in(self.place / "coders")
        all_locked = all(map(self.is_locked, self.held))
        coded = any(key in held and not self.is_reopened(held[key]) for held in self.held.values())
        told = self.refusal_of_adjudication(key, themes)
        if not all_locked:
            assert told == {coder for coder in self.held if not self.is_locked(coder)}
        else:
            assert told == (None if coded else set())
        if told is None:
            self.settled[key] = (themes, self.version)
        assert files_in(self.place / "coders") == before

    def refusal_of_adjudication(self, key: str, themes: tuple[str, ...]) -> set[str] | None:
        """Nothing where it is made, those at work where there are any, else an empty set."""
        try:
            self.folder.adjudicate(key, themes, reason="why", by="me", decided=MOMENT)
        except NotLocked as told:
            return set(told.coders)
        except NotAllowed:
            return set()
        return None

    @precondition(lambda self: self.version == 1)
    @rule()
    def a_change_of_the_codebook(self) -> None:
        self.define_plans_anew()

    def define_plans_anew(self) -> None:
        (self.place / "codebook/2.toml").write_bytes(second_version())
        self.version = 2
        self.folder = open_coding(self.place)

    @rule()
    def open_again(self) -> None:
        self.folder = open_coding(self.place)

    @rule(coder=CODERS)
    def crash_while_deciding(self, coder: str) -> None:
        """Half a line is left where the coder was at work; nothing of it counts."""
        if coder in self.held and not self.is_locked(coder):
            with (self.place / f"coders/{coder}/decisions.jsonl").open("ab") as handle:
                handle.write(b'{"statement": "E06')
            self.folder = open_coding(self.place)

    @invariant()
    def what_is_sealed_stays(self) -> None:
        for coder, content in getattr(self, "sealed", {}).items():
            assert (self.place / f"coders/{coder}/decisions.jsonl").read_bytes().startswith(content)

    @invariant()
    def the_folder_says_what_the_model_says(self) -> None:
        if not hasattr(self, "held"):
            return
        for coder, held in self.held.items():
            assert (self.folder.coder(coder).locked is not None) == self.is_locked(coder)
            assert {key: entry.themes for key, entry in self.folder.decisions(coder).items()} == {
                key: themes for key, (themes, _) in held.items()
            }
            done = {key for key, decision in held.items() if not self.is_reopened(decision)}
            assert set(self.folder.missing_for(coder)) == set(STATEMENTS) - done
            still = {key for key in set(STATEMENTS) - done if self.may_decide(coder, key)}
            assert set(self.folder.open_for(coder)) == (set() if self.is_locked(coder) else still)

    @invariant()
    def codes_are_told_of_locked_work_alone(self) -> None:
        if not hasattr(self, "held"):
            return
        if not all(map(self.is_locked, self.held)):
            try:
                self.folder.coded_units()
            except NotLocked:
                return
            raise AssertionError("codes were told while somebody is at work")
        for unit in self.folder.coded_units():
            assert unit.codes == {
                coder: held[unit.id][0]
                for coder, held in self.held.items()
                if unit.id in held and not self.is_reopened(held[unit.id])
            }
            settled = self.settled.get(unit.id)
            stands = settled is not None and not self.is_reopened(settled)
            assert unit.adjudicated == (settled[0] if settled is not None and stands else None)

    def teardown(self) -> None:
        if hasattr(self, "place"):
            open_coding(self.place)
            shutil.rmtree(self.place.parent)


Interleavings.TestCase.settings = settings(max_examples=40, stateful_step_count=30)
TestInterleavings = Interleavings.TestCase
