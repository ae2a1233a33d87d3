"""Enumerations inside a sentence: "the 3 regions: London, the East Midlands and the South West" has three names.

Only names that framework or register know are counted, so that a name with a comma or an "and" in it stays one.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from areasend.check.numbers.consistency.plain_words import ARTICLES, Word, quote, words
from areasend.check.numbers.consistency.standard_names import Spelt, areas_by_name, standard_names
from areasend.check.numbers.consistency.stated_lengths import plural_after, whole
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.reading.model import Number
from areasend.check.numbers.results.model import Finding, Kind, Severity, Status, Support, Verdict

_OPENS = re.compile(r"^\s(?:[\w’'/-]+\s){0,5}?(?P<noun>[\w’'/-]+)\s?(?P<mark>:|\(|\s?[–—]|\s-)\s?", re.IGNORECASE)
_REACH = 100
_LONGEST = 4_000
_BETWEEN = re.compile(r"^[\s,;]*(?:\band\b|\bor\b|&)?[\s,;]*$", re.IGNORECASE)


def enumerations(evidence: Evidence) -> Iterator[Verdict]:
    """Each number whose noun is followed by a colon, dash or bracket with known names and nothing else."""
    known = _names(evidence)
    for document in evidence.documents:
        for passage in document.passages():
            for number in evidence.numbers_in(passage):
                said = whole(number)
                if said is not None:
                    yield from _enumerated(known, number, said)


def _enumerated(known: Mapping[str, Sequence[Spelt]], number: Number, said: int) -> Iterator[Verdict]:
    text = number.passage.text
    after = text[number.end : min(number.sentence.end, number.end + _LONGEST)]
    opens = _OPENS.match(after[:_REACH])
    if opens is None or plural_after(after[:_REACH]) != opens["noun"].casefold():
        return
    body = after[opens.end() :]
    if opens["mark"] == "(":
        if ")" not in body:
            return
        body = body[: body.index(")")]
    counted = _count(known, body.rstrip(" .!?"))
    if counted is None or counted < 2:
        return
    if counted == said:
        yield Support(numbers=(number.id,), status=Status.CONSISTENT, how=f"{counted} are named")
        return
    yield Finding(
        kind=Kind.LIST_LENGTH,
        severity=Severity.ERROR,
        where=number.where,
        quote=quote(number.passage, number.sentence.start, number.sentence.end),
        expected=str(number.value),
        found=str(counted),
        message=f"The text says {number.text} and names {counted}: {body.strip()}",
        advice="Correct the number or the names.",
        numbers=(number.id,),
    )


def _count(known: Mapping[str, Sequence[Spelt]], body: str) -> int | None:
    """How many known names a text consists of, with nothing but commas, "and" and articles between; else None."""
    found = words(body)
    place = counted = end = 0
    while place < len(found):
        if found[place].text in ARTICLES | {"and", "or"}:
            place += 1
            continue
        size = _size(known, found, place)
        between = " ".join(body[end : found[place].start].replace("the ", " ").split())
        if size == 0 or not _BETWEEN.match(between) or (counted and not between):
            return None
        end = found[place + size - 1].end
        place += size
        counted += 1
    return counted if not body[end:].strip(" .,;") else None


def _size(known: Mapping[str, Sequence[Spelt]], found: Sequence[Word], place: int) -> int:
    for spelt in known.get(found[place].text, ()):
        if tuple(word.text for word in found[place : place + len(spelt)]) == spelt:
            return len(spelt)
    return 0


def _names(evidence: Evidence) -> Mapping[str, Sequence[Spelt]]:
    """The known names by their first word, the longest first."""
    spelt_names = [tuple(word.text for word in words(name.name)) for name in standard_names(evidence)]
    found: dict[str, set[Spelt]] = {}
    for spelt in [*spelt_names, *areas_by_name(evidence)]:
        found.setdefault(spelt[0], set()).add(spelt)
    return {first: sorted(names, key=lambda name: (-len(name), name)) for first, names in found.items()}
