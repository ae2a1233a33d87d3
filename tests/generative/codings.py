"""Random codings of a random register: people and models, whole and single units, gaps, ties and what was settled."""

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import strategies as st
from tests.factories import adjudication, coder, coding, findings, leadership
from tests.generative.registers import THEMES, registers

from areasend.register import (
    Adjudication,
    Coder,
    Coding,
    Finding,
    Inspection,
    LeadershipStatement,
    Maker,
    Register,
    Source,
)
from areasend.themes import CodebookHistory, packaged_codebooks

_FIRST = packaged_codebooks().version(1)
# A codebook with the themes of random registers alone, whose agreement is counted in a moment.
SMALL = CodebookHistory(
    versions=(replace(_FIRST, themes=tuple(theme for theme in _FIRST.themes if theme.key in THEMES)),)
)
NAMES = ("ann", "bot", "bot-2", "zed")
SHORT = {"inconsistent": ("afi",), "typically_positive": ("afi",)}


def themes() -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(THEMES), max_size=2, unique=True)


@st.composite
def coders(draw: st.DrawFn) -> list[Coder]:
    names = draw(st.lists(st.sampled_from(NAMES), max_size=4, unique=True))
    return [coder(name, made_by=draw(st.sampled_from(Maker))) for name in sorted(names)]


def kinds_of(entry: Inspection) -> tuple[str, ...]:
    return SHORT.get(entry.outcome or "", ("afi", "apa"))


def units_of(entry: Inspection, recorded: list[Finding], *, whole: bool) -> list[Finding]:
    """The findings that stand for the units of an inspection; of each kind one where they are coded together."""
    if not whole:
        return recorded
    made = findings(entry, afi=1, apa=1)
    return [finding for finding in made if finding.kind.value in kinds_of(entry)]


@st.composite
def codings_of(
    draw: st.DrawFn, entry: Inspection, recorded: list[Finding], who: list[Coder]
) -> tuple[list[Coding], list[Adjudication]]:
    """Of all findings or of some, by all coders or by some."""
    whole = not recorded or draw(st.booleans())
    made: list[Coding] = []
    settled: list[Adjudication] = []
    if entry.inspection_start is None or not who or draw(st.integers(0, 4)) == 0:
        return made, settled
    gaps = draw(st.booleans())
    for finding in units_of(entry, recorded, whole=whole):
        by = [one for one in who if not (gaps and draw(st.booleans()))]
        made += [coding(finding, *draw(themes()), by=one.coder, whole=whole) for one in by]
        if by and draw(st.integers(0, 5)) == 0:
            settled.append(adjudication(finding, *draw(themes()), whole=whole))
    return made, settled


@st.composite
def statements(draw: st.DrawFn, register: Register) -> list[LeadershipStatement]:
    dated = [entry for entry in register.inspections if entry.inspection_start is not None]
    return [leadership(entry, changed=draw(st.booleans())) for entry in dated if draw(st.booleans())]


@st.composite
def coded(draw: st.DrawFn, register: Register | None = None) -> Register:
    """A register with codings; made anew where none is given."""
    held = draw(registers()) if register is None else register
    who = draw(coders())
    made: list[Coding] = []
    settled: list[Adjudication] = []
    for entry in held.inspections:
        recorded = [finding for finding in held.findings if finding.inspection_id == entry.inspection_id]
        more = draw(codings_of(entry, recorded, who))
        made += more[0]
        settled += more[1]
    return replace(
        held,
        coders=tuple(who),
        codings=tuple(made),
        adjudications=tuple(settled),
        leadership_statements=tuple(draw(statements(held))),
    )


def sound(register: Register) -> Register:
    """Without the codings of findings that are no longer recorded, and what was settled of nobody's codings."""
    known = {entry.finding_id for entry in register.findings}
    kept = tuple(entry for entry in register.codings if entry.seq is None or entry.unit_id in known)
    units = {entry.unit_id for entry in kept}
    settled = tuple(entry for entry in register.adjudications if entry.unit_id in units)
    return replace(register, codings=kept, adjudications=settled)


def _one(draw: st.DrawFn, records: tuple[Any, ...]) -> Any:
    return draw(st.sampled_from(records)) if records else None


def code_otherwise(draw: st.DrawFn, register: Register) -> Register:
    chosen = _one(draw, register.codings)
    given = tuple(draw(themes()))
    edited = (replace(entry, themes=given) if entry is chosen else entry for entry in register.codings)
    return replace(register, codings=tuple(edited))


def take_a_coding_away(draw: st.DrawFn, register: Register) -> Register:
    chosen = _one(draw, register.codings)
    return sound(replace(register, codings=tuple(entry for entry in register.codings if entry is not chosen)))


def code_anew(draw: st.DrawFn, register: Register) -> Register:
    """An inspection is coded by everybody, or by nobody any more."""
    chosen = _one(draw, tuple(entry for entry in register.inspections if entry.inspection_start))
    if chosen is None:
        return register
    recorded = [entry for entry in register.findings if entry.inspection_id == chosen.inspection_id]
    made, settled = draw(codings_of(chosen, recorded, list(register.coders)))
    return replace(
        register,
        codings=(*(e for e in register.codings if e.inspection_id != chosen.inspection_id), *made),
        adjudications=(*(e for e in register.adjudications if e.inspection_id != chosen.inspection_id), *settled),
    )


def settle(draw: st.DrawFn, register: Register) -> Register:
    """Settled, settled otherwise, or open again."""
    chosen = _one(draw, register.codings)
    if chosen is None:
        return register
    others = tuple(entry for entry in register.adjudications if entry.unit_id != chosen.unit_id)
    new = (adjudication(_coded(chosen), *draw(themes()), whole=chosen.seq is None),) if draw(st.booleans()) else ()
    return replace(register, adjudications=(*others, *new))


def _coded(of: Coding) -> Finding:
    """The finding that was coded."""
    place = {name: getattr(of, name) for name in ("gss_code", "local_area", "inspection_start", "kind")}
    return Finding(**place, seq=of.seq or 1, responsible_bodies=(), source=Source.REPORT)


def leave(draw: st.DrawFn, register: Register) -> Register:
    """A coder's work is withdrawn as a whole."""
    chosen = _one(draw, register.coders)
    return sound(
        replace(
            register,
            coders=tuple(entry for entry in register.coders if entry is not chosen),
            codings=tuple(entry for entry in register.codings if chosen is None or entry.coder != chosen.coder),
        )
    )


def correct_maker(draw: st.DrawFn, register: Register) -> Register:
    chosen = _one(draw, register.coders)
    maker = draw(st.sampled_from(Maker))
    return replace(register, coders=tuple(replace(e, made_by=maker) if e is chosen else e for e in register.coders))


def correct_what_decides_nothing(draw: st.DrawFn, register: Register) -> Register:
    """The day on which a coder was done, and why something was settled."""
    return replace(
        register,
        coders=tuple(replace(entry, locked=date(2025, 4, 1)) for entry in register.coders),
        adjudications=tuple(replace(entry, reason="It says so.") for entry in register.adjudications),
    )


def read_for_leaders(draw: st.DrawFn, register: Register) -> Register:
    """A report is read, read otherwise, or no longer counted as read."""
    chosen = _one(draw, tuple(entry for entry in register.inspections if entry.inspection_start))
    if chosen is None:
        return register
    others = [e for e in register.leadership_statements if e.inspection_id != chosen.inspection_id]
    new = [leadership(chosen, changed=draw(st.booleans()))] if draw(st.booleans()) else []
    return replace(register, leadership_statements=(*others, *new))


CODING_EDITS = (
    code_otherwise,
    take_a_coding_away,
    code_anew,
    settle,
    leave,
    correct_maker,
    correct_what_decides_nothing,
    read_for_leaders,
)
