"""The table of agreement for a person to read: a block for each level and group, sentences beneath."""

import textwrap
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby

from areasend.themes.agreement.estimates import Estimate, WhyNot
from areasend.themes.agreement.rows import Agreement, Among, Between
from areasend.themes.agreement.sentences import percent, rounded, said
from areasend.themes.units import Level

_WIDTH = 110
_CELL = 18
_KINDS = {"": "both kinds", "afi": "areas for improvement", "apa": "areas for priority action"}
_LEVELS = {
    Level.FINDINGS: "Findings: each by itself",
    Level.AREAS: "Areas: all findings of a kind in an inspection together",
}
_BETWEEN = {
    Between.PEOPLE: "people with each other",
    Between.MODELS: "passes of a model with each other",
    Between.PERSON_AND_MODEL: "a person with a model",
}
_EXPLAINED = (
    "A decision is whether a finding (or the findings of a kind in an inspection) has a theme: yes or no.",
    "agreement: the share of pairs of coders who decided alike.",
    "kappa: Cohen's, of two coders; for more, the mean over their pairs.",
    "alpha: Krippendorff's, nominal. AC1: Gwet's.",
    "kappa, alpha and AC1 leave out what chance alone would give: 1 is full agreement, 0 no more than chance.",
    "yes: how often each coder gave the theme, in the order in which the coders are named.",
)


def agreement_text(rows: Sequence[Agreement], *, seed: int, resamples: int, source: str) -> bytes:
    """The whole table; pairs of three coders and more have their pooled rows only, the rest stands in CSV and JSON."""
    if not rows:
        return f"Agreement between coders, {source}: nothing was coded.\n".encode()
    notes = _Notes()
    lines = [f"Agreement between coders, {source}", ""]
    lines += [line for part in _EXPLAINED for line in _wrapped(part)]
    lines += _wrapped(
        f"Beneath each value its 95% interval, from {resamples:,} resamples of whole areas (seed {seed}); - is none."
    )
    for (level, among), part in groupby(rows, key=lambda row: (row.level, row.among)):
        within = f", {among.value} only" if among is Among.WITH_APA else ""
        title = f"{_LEVELS[level]}{within}"
        lines += ["", title, "=" * len(title)]
        lines += _part(list(part), notes)
    if any(_is_detail(row, rows) for row in rows):
        lines += ["", "Each theme for each pair: --format csv, or --coder with the two names."]
    return "\n".join([*lines, *notes.lines(), ""]).encode()


class _Notes:
    """Sentences numbered in the order in which they are first needed."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def mark(self, note: str) -> str:
        return f"[{self._numbers.setdefault(note, len(self._numbers) + 1)}]"

    def lines(self) -> Iterator[str]:
        if self._numbers:
            yield from ("", "Notes", "=====")
        for note, number in self._numbers.items():
            yield from _wrapped(note, f"[{number}] ")


def _is_detail(row: Agreement, rows: Sequence[Agreement]) -> bool:
    """A theme of a pair, where others of its kind are compared too."""
    return row.is_pair and bool(row.theme) and len({other.coders for other in rows if other.between is row.between}) > 1


def _part(rows: Sequence[Agreement], notes: _Notes) -> Iterator[str]:
    shown = [row for row in rows if not _is_detail(row, rows)]
    for coders, group in groupby(shown, key=lambda row: row.coders):
        held = list(group)
        yield ""
        whom = _BETWEEN[held[0].between] if len(coders) > 1 else "one coder: there is nobody to agree with"
        yield from _wrapped(f"{', '.join(coders)} ({whom})")
        shared = [note for note in held[0].notes if all(note in row.notes for row in held)]
        for note in shared:
            yield from _wrapped(note, "  ")
        for kind, of_kind in groupby(held, key=lambda row: row.kind):
            table = list(of_kind)
            first = table[0]
            label = _KINDS.get(kind, kind)
            counted = f"{first.units:,} {_units(first)} in {first.areas:,} {'area' if first.areas == 1 else 'areas'}"
            width = max(len(_name(row)) for row in table)
            yield ""
            yield f"  {label}: {counted}"
            heads = "".join(head.ljust(_CELL) for head in ("agreement", "kappa", "alpha", "AC1"))
            yield f"  {''.ljust(width)}  {heads}yes"
            for row in table:
                yield from _lines(row, width, [note for note in row.notes if note not in shared], notes)


def _units(row: Agreement) -> str:
    many = row.units != 1
    if row.level is Level.FINDINGS:
        return "findings coded by two or more" if many else "finding coded by two or more"
    return "inspections and kinds" if not row.kind else "inspections" if many else "inspection"


def _name(row: Agreement) -> str:
    return row.theme or "all themes"


def _lines(row: Agreement, width: int, own: Sequence[str], notes: _Notes) -> Iterator[str]:
    estimates = (row.raw, row.kappa, row.alpha, row.ac1)
    values = "".join(_value(estimate, notes).ljust(_CELL) for estimate in estimates)
    yes = " ".join("-" if share.value is None else percent(share.value) for share in row.shares)
    marks = "".join(f" {notes.mark(note)}" for note in own)
    yield f"  {_name(row).ljust(width)}  {values}{yes}{marks}".rstrip()
    if any(estimate.interval is not None for estimate in estimates):
        ends = "".join(_ends(estimate, notes).ljust(_CELL) for estimate in estimates)
        yield f"  {''.ljust(width)}  {ends}".rstrip()


def _value(estimate: Estimate, notes: _Notes) -> str:
    if estimate.why_not is None:
        return said(estimate)
    return f"none {notes.mark(_none(estimate.why_not))}"


def _ends(estimate: Estimate, notes: _Notes) -> str:
    interval = estimate.interval
    if interval is None:
        return ""
    if interval.low is None or interval.high is None:
        return "-" if interval.why_not is None else f"- {notes.mark(_no_interval(interval.why_not))}"
    return f"{rounded(Fraction(interval.low), 3)} to {rounded(Fraction(interval.high), 3)}"


def _none(why_not: WhyNot) -> str:
    return f"Not estimable: {why_not}."


def _no_interval(why_not: WhyNot) -> str:
    return f"No interval: {why_not}."


def _wrapped(text: str, mark: str = "") -> list[str]:
    return textwrap.wrap(
        text, _WIDTH, initial_indent=mark, subsequent_indent=" " * len(mark), break_long_words=False
    ) or [""]


__all__ = ["agreement_text"]
