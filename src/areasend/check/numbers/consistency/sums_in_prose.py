"""Wholes and parts in prose and lists: "28 inspections: 7 positive, 15 inconsistent and 6 ...".

After a colon the parts are said to be those of the number before it, and a sum that differs is told. Elsewhere (parts
in sentences of their own, in the items of a list) a sum that holds supports its numbers; one that does not, says
nothing.
"""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from areasend.check.numbers.consistency.phrases import (
    added,
    alike,
    counts_in,
    in_brackets,
    is_stated,
    noun,
    starts_part,
    stretches,
)
from areasend.check.numbers.consistency.wording import nearby, number_text
from areasend.check.numbers.documents.model import ItemList, Passage
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.reading.model import Number, Part
from areasend.check.numbers.results.model import Finding, Kind, Severity, Status, Support, Verdict

_COLON = re.compile(r"[^:;.()]{0,80}:[^:;.()]{0,40}")
_SOME = re.compile(
    r"\b(?:includ\w+|such as|for example|among|at least one|more than one|several|both)\b", re.IGNORECASE
)
_MOST_PARTS = 12


def sentence_totals(evidence: Evidence) -> Iterator[Verdict]:
    """Adds up what stands after a colon, and holds it against the number before it."""
    for document in evidence.documents:
        for stretch in stretches(document):
            for passage in stretch.passages:
                counts = [entry for entry in counts_in(evidence, passage) if not in_brackets(entry)]
                yield from _sentences(evidence, counts)


def section_totals(evidence: Evidence) -> Iterator[Verdict]:
    """Supports a whole and the parts that follow it sentence by sentence, or item by item, if they add up to it."""
    for document in evidence.documents:
        for stretch in stretches(document):
            counts = [number for passage in stretch.passages for number in counts_in(evidence, passage)]
            yield from _sections([entry for entry in counts if not in_brackets(entry) and is_stated(entry)])
        for before, block in zip((None, *document.blocks), document.blocks, strict=False):
            if isinstance(block, ItemList):
                yield from _items(evidence, before if isinstance(before, Passage) else None, block)


def _sentences(evidence: Evidence, counts: Sequence[Number]) -> Iterator[Verdict]:
    sentences: dict[int, list[Number]] = {}
    for number in counts:
        sentences.setdefault(number.sentence.start, []).append(number)
    for numbers in sentences.values():
        whole, first = (numbers[0], numbers[1]) if len(numbers) > 2 else (None, None)
        if whole is None or first is None or not is_stated(whole) or _SOME.search(whole.sentence.text):
            continue
        if not _COLON.fullmatch(whole.passage.text[whole.end : first.start]):
            continue
        parts = [number for number in numbers[1:] if starts_part(number)]
        if len(parts) < 2 or not all(is_stated(part) and alike(part, whole) for part in parts):
            continue
        total = sum((Fraction(part.value) for part in parts), Fraction(0))
        if total == whole.value:
            yield _support(whole, parts)
        elif len(parts) == len(numbers) - 1 and not {entry.id for entry in numbers} & evidence.quoted:
            yield _finding(whole, parts, total)


def _sections(counts: Sequence[Number]) -> Iterator[Support]:
    whole: Number | None = None
    parts: list[Number] = []
    total = Fraction(0)
    for number in counts:
        if whole is not None and starts_part(number) and alike(number, whole) and len(parts) < _MOST_PARTS:
            parts.append(number)
            total += Fraction(number.value)
            if total == whole.value and len(parts) > 1:
                yield _support(whole, parts)
        elif noun(number) or not starts_part(number):
            whole, parts, total = number, [], Fraction(0)


def _items(evidence: Evidence, before: Passage | None, block: ItemList) -> Iterator[Support]:
    firsts = [_first(evidence, item) for item in block.items]
    parts = [number for number in firsts if number is not None]
    if before is None or len(parts) < 2 or len(parts) < len(firsts):
        return
    total = sum((Fraction(part.value) for part in parts), Fraction(0))
    for whole in counts_in(evidence, before):
        if is_stated(whole) and whole.value == total and all(alike(part, whole) for part in parts):
            yield _support(whole, parts)


def _first(evidence: Evidence, item: Passage) -> Number | None:
    """The one number that an item is about: its first, at the start or after a colon."""
    counts = [number for number in counts_in(evidence, item) if is_stated(number)]
    if not counts:
        return None
    lead = item.text[: counts[0].start].strip()
    return counts[0] if not lead or lead.endswith((":", "–", "-", "—", "(")) else None


def _support(whole: Number, parts: Sequence[Number]) -> Support:
    return Support(
        numbers=tuple(number.id for number in (whole, *parts)),
        status=Status.CONSISTENT,
        how=f"{added(list(parts))} = {whole.text}",
    )


def _finding(whole: Number, parts: Sequence[Number], total: Fraction) -> Finding:
    rest = parts[-1].part is Part.REMAINING or len(parts) > 2
    return Finding(
        kind=Kind.TOTAL,
        severity=Severity.ERROR if rest else Severity.QUERY,
        where=whole.where,
        quote=nearby(whole),
        expected=number_text(total),
        found=whole.text,
        message=f"The parts after the colon add up to {number_text(total)}; the number before it is {whole.text}.",
        computed=f"{added(list(parts))} = {number_text(total)}",
        advice="Check the whole and each part against the source.",
        numbers=tuple(number.id for number in (whole, *parts)) if rest else (),
    )
