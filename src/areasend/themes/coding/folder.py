"""The coding folder at work: decisions go to the disk one by one, locks end a coder's work, then codes are told."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from areasend.formats import append_through, locked
from areasend.register import Maker
from areasend.themes.codebook import CodebookHistory
from areasend.themes.coding import layout
from areasend.themes.coding.keeping import Keeper
from areasend.themes.coding.lines import adjudication_line, read_adjudications, split_lines
from areasend.themes.coding.model import Adjudication, Coder, Decision, NotAllowed, NotLocked, is_coder_key
from areasend.themes.coding.opening import Contents
from areasend.themes.coding.rules import Broken, broken_by_record, broken_by_text, broken_by_themes
from areasend.themes.statements import Statement, StatementKind
from areasend.themes.units import CodedUnit


class CodingFolder:
    """A coding folder that was opened and verified; make one with `open_coding` or `new_coding`.

    Until all coders are locked, `decisions`, `standing` and `past` alone tell codes: for that coder's own eyes.
    """

    def __init__(self, folder: Path, contents: Contents) -> None:
        self.folder = folder
        self._contents = contents
        self._by_id = {statement.id: statement for statement in contents.statements}
        self._keeper = Keeper(contents.shelf, contents.works)

    @property
    def history(self) -> CodebookHistory:
        return self._contents.shelf.history

    @property
    def statements(self) -> tuple[Statement, ...]:
        return self._contents.statements

    @property
    def kinds(self) -> tuple[StatementKind, ...]:
        return self._contents.kinds

    @property
    def coders(self) -> tuple[Coder, ...]:
        """The coders by key."""
        return tuple(work.coder for work in self._keeper.works.values())

    @property
    def could_be_seen(self) -> bool:
        """Whether there was a time in which codes could be told: every coder there is has been locked once."""
        works = self._keeper.works.values()
        return bool(works) and all(work.locks for work in works)

    @property
    def unfinished(self) -> tuple[str, ...]:
        """Files that end in a part of a line, left by a crash; it goes with the next line that is written there."""
        works = self._keeper.works.items()
        files = [f"{layout.CODERS}/{key}/{layout.DECISIONS}" for key, work in works if work.unfinished]
        return (*files, *([layout.ADJUDICATIONS] if self._contents.unfinished else []))

    def statement(self, statement_id: str) -> Statement:
        """Raises `NotAllowed` for one that is not here."""
        if statement_id not in self._by_id:
            raise NotAllowed(
                f"{statement_id[:80]!r} is no statement of {self.folder}. {layout.STATEMENTS} there lists them all."
            )
        return self._by_id[statement_id]

    def coder(self, key: str) -> Coder:
        """Raises `NotAllowed` for one that is not here."""
        return self._keeper.work(key).coder

    def decisions(self, coder: str) -> Mapping[str, Decision]:
        """The decision that holds for each statement this coder decided: for the coder's own eyes."""
        return dict(self._keeper.work(coder).latest)

    def standing(self, coder: str) -> Mapping[str, Decision]:
        """Those of them that need not be made again, in keys of the latest codebook: for the coder's own eyes."""
        return dict(self._keeper.work(coder).standing)

    def past(self, coder: str, statement_id: str) -> tuple[Decision, ...]:
        """Every decision of this coder on a statement, the first one first: for the coder's own eyes."""
        return tuple(entry for entry in self._keeper.work(coder).decisions if entry.statement == statement_id)

    def order(self, coder: str) -> tuple[str, ...]:
        """The statements in this coder's own order, which follows from the folder's seed and the coder's key alone."""
        self._keeper.work(coder)
        return tuple(sorted(self._by_id, key=lambda statement: _rank(self._contents.seed, coder, statement)))

    def missing_for(self, coder: str) -> tuple[str, ...]:
        """The statements that have no code of this coder, locked or not, in the coder's order."""
        codes = self._keeper.work(coder).codes
        return tuple(statement for statement in self.order(coder) if statement not in codes)

    def open_for(self, coder: str) -> tuple[str, ...]:
        """Those of them that are still to be decided: none once the coder is locked."""
        work = self._keeper.work(coder)
        return () if work.is_locked else tuple(filter(work.may_decide, self.missing_for(coder)))

    def reopened_for(self, coder: str) -> tuple[str, ...]:
        """Those of the open ones that were decided before, and reopened by a change of the codebook."""
        reopened = self._keeper.work(coder).reopened
        return tuple(statement for statement in self.open_for(coder) if statement in reopened)

    def join(self, key: str, *, made_by: Maker, description: str, joined: date) -> Coder:
        """Makes room for a coder. Raises `NotAllowed`."""
        if not is_coder_key(key):
            raise NotAllowed(
                f"{key[:80]!r} is no key of a coder. Use lower-case words joined by _ or -, up to 40 letters."
            )
        if key in self._keeper.works:
            raise NotAllowed(f"{key} is a coder of {self.folder} already. Choose another key.")
        _refuse(broken_by_record("the description", description, needed=False))
        self._keeper.add(Coder(key=key, made_by=made_by, description=description, joined=joined, locked=None))
        return self.coder(key)

    def decide(
        self,
        coder: str,
        statement_id: str,
        themes: Sequence[str],
        *,
        sub_themes: Sequence[str] = (),
        note: str = "",
        decided: datetime,
        suggested: str = "",
    ) -> Decision:
        """Appends one decision, on the disk when this returns. Raises `NotAllowed`."""
        decision = Decision(
            statement=statement_id,
            themes=tuple(themes),
            sub_themes=tuple(sub_themes),
            note=note,
            codebook=self.history.latest.version,
            decided=_moment(decided),
            suggested=suggested,
        )
        self.decide_all(coder, [decision])
        return decision

    def decide_all(self, coder: str, decisions: Sequence[Decision]) -> None:
        """Appends several decisions, each made with the latest codebook, in one go. Raises `NotAllowed`."""
        for decision in decisions:
            self.statement(decision.statement)
            _refuse(self.broken_by(decision))
        self._keeper.append(coder, decisions)

    def broken_by(self, decision: Decision) -> Iterator[Broken]:
        """The rules that a decision would break, whoever makes it."""
        yield from broken_by_themes(decision.themes, decision.sub_themes, self.history.latest)
        yield from broken_by_text("the note", decision.note)
        yield from broken_by_text("what was suggested", decision.suggested)

    def may_decide(self, coder: str, statement_id: str) -> bool:
        """Whether the coder's work on a statement is open: always before the first lock."""
        return self._keeper.work(coder).may_decide(statement_id)

    def lock(self, coder: str, *, day: date, with_missing: bool = False) -> Coder:
        """Ends a coder's work for good. Raises `NotAllowed`, also where statements are open and that is not allowed."""
        with self._keeper.sealing(coder) as work:
            if work.is_locked:
                raise NotAllowed(f"{coder} is locked already, since {work.locks[-1].day}. What is locked is final.")
            missing = len(self.missing_for(coder))
            if missing and not with_missing:
                raise NotAllowed(
                    f"{missing} of {len(self.statements)} statements have no code of {coder}. Code them, or lock with "
                    "--with-missing: they then stay without one of this coder."
                )
            self._keeper.seal(
                coder, work, self._contents.shelf.lock(day, decisions=len(work.decisions), missing=missing)
            )
        return self.coder(coder)

    def coded_units(self, coders: Sequence[str] = ()) -> tuple[CodedUnit, ...]:
        """Each statement with the themes of each coder, in keys of the latest codebook, and what was adjudicated.

        Names of coders leave the others out. Raises `NotLocked` while anybody of the folder is at work, because who is
        at work must not see what others decided.
        """
        self.all_locked()
        codes = {key: self._keeper.work(key).codes for key in coders or self._keeper.works}
        settled = self.settled
        return tuple(
            CodedUnit(
                id=statement.id,
                inspection_id=statement.inspection_id,
                kind=statement.kind.value,
                whole=False,
                codes={key: themes[statement.id] for key, themes in codes.items() if statement.id in themes},
                adjudicated=settled.get(statement.id),
            )
            for statement in self.statements
        )

    @property
    def adjudications(self) -> tuple[Adjudication, ...]:
        """Every adjudication in the order in which they were made. Raises `NotLocked` while a coder is at work."""
        self.all_locked()
        return self._contents.adjudications

    @property
    def settled(self) -> Mapping[str, tuple[str, ...]]:
        """What the latest adjudication of a statement gave it, unless a change of the codebook reopened that."""
        latest = {entry.statement: entry for entry in self.adjudications}
        carried = {key: self.history.carried(entry.themes, made_with=entry.codebook) for key, entry in latest.items()}
        return {key: entry.themes for key, entry in carried.items() if not entry.reopened}

    def all_locked(self) -> None:
        """Raises `NotLocked` with those who are at work."""
        self._keeper.renew()
        at_work = tuple(coder.key for coder in self.coders if coder.locked is None)
        if at_work:
            raise NotLocked(at_work)

    def adjudicate(
        self, statement_id: str, themes: Sequence[str], *, reason: str, by: str, decided: datetime
    ) -> Adjudication:
        """Settles a statement once all coders are locked; their codes stay. Raises `NotAllowed`, `NotLocked`."""
        entry = Adjudication(
            statement=statement_id,
            themes=tuple(themes),
            reason=reason,
            by=by,
            codebook=self.history.latest.version,
            decided=_moment(decided),
        )
        self.adjudicate_all([entry])
        return entry

    def adjudicate_all(self, entries: Sequence[Adjudication]) -> None:
        """Settles several statements in one go."""
        for entry in entries:
            self.statement(entry.statement)
            _refuse(self.broken_by_adjudication(entry))
        with locked(self.folder, wait=True):
            coded = {unit.id for unit in self.coded_units() if unit.codes}
            for entry in entries:
                if entry.statement not in coded:
                    raise NotAllowed(f"Nobody has coded {entry.statement}: there is nothing to settle.")
            path = self.folder / layout.ADJUDICATIONS
            append_through(path, b"".join(map(adjudication_line, entries)))
            # Read anew: another process may have settled something since this one opened the folder.
            told = read_adjudications(split_lines(path.read_bytes()), path.name, [])
            self._contents.adjudications = tuple(entry for _, entry in told)
            self._contents.unfinished = False

    def broken_by_adjudication(self, entry: Adjudication) -> Iterator[Broken]:
        """The rules that an adjudication would break."""
        yield from broken_by_themes(entry.themes, (), self.history.latest)
        yield from broken_by_record("the reason", entry.reason)
        yield from broken_by_record("who settles it", entry.by)


def _refuse(broken: Iterator[Broken]) -> None:
    told = "; ".join(map(str, broken))
    if told:
        raise NotAllowed(f"This cannot be written: {told}.")


def _moment(decided: datetime) -> str:
    if decided.utcoffset() is None:
        raise ValueError("a moment without its offset from UTC")
    return decided.isoformat(timespec="seconds")


def _rank(seed: int, coder: str, statement: str) -> bytes:
    return hashlib.sha256(f"{seed}/{coder}/{statement}".encode()).digest()


__all__ = ["CodingFolder"]
