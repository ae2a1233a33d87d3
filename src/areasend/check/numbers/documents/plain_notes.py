"""The notes of a text: which of its items are notes, and what of them are only ways back."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from areasend.check.numbers.documents.plain_drafts import Draft, Sort, takes_number
from areasend.check.numbers.documents.plain_inline import Inline

_HEADING = re.compile(r"(?:foot|end)?notes?:?", re.IGNORECASE)
_STRAY = re.compile(r"(?:\s+\d{1,2}){1,20}$")
_MARKERS = ("1.", "1)")
_NOTES = ("^", "[")


@dataclass(frozen=True, slots=True)
class DraftNote:
    label: str
    content: Inline


def take_notes(drafts: Sequence[Draft]) -> tuple[list[Draft], list[DraftNote]]:
    """The drafts without the notes, and these.

    Notes are `[^1]: ...` and paragraphs that begin with a marker; the numbers below a heading "Footnotes" or "Notes";
    and the last numbered list if nothing is read after it and its numbers are those of markers, or it has ways back.
    """
    markers = Counter(mark.value for draft in drafts for content in _contents(draft) for mark in content.marks)
    chosen = set(_last_list(drafts, markers)) | set(_below_headings(drafts))
    chosen |= {place for place, draft in enumerate(drafts) if draft.marker in _NOTES}
    notes = [DraftNote(drafts[place].ordinal, _without_strays(drafts[place], markers)) for place in sorted(chosen)]
    return [draft for place, draft in enumerate(drafts) if place not in chosen], notes


def _contents(draft: Draft) -> Iterator[Inline]:
    yield draft.content
    for row in draft.cells:
        yield from row


def _last_list(drafts: Sequence[Draft], markers: Mapping[str, int]) -> list[int]:
    places: list[int] = []
    for place in range(len(drafts) - 1, -1, -1):
        draft = drafts[place]
        if draft.sort is Sort.ITEM and draft.marker in _MARKERS:
            places.append(place)
        elif draft.sort is not Sort.FURNITURE:
            break
    items = [drafts[place] for place in places]
    meant = any(item.ordinal in markers or item.content.back_links for item in items)
    above = drafts[places[-1] - 1] if places and places[-1] else None
    led = above is not None and above.sort is Sort.TEXT and above.text.endswith(":")
    return places if meant and not led else []


def _below_headings(drafts: Sequence[Draft]) -> Iterator[int]:
    inside = False
    for place, draft in enumerate(drafts):
        if draft.sort is Sort.ITEM and draft.marker in _MARKERS:
            if inside:
                yield place
        elif draft.sort is not Sort.FURNITURE:
            inside = draft.sort is Sort.HEADING and _HEADING.fullmatch(draft.text) is not None


def _without_strays(draft: Draft, markers: Mapping[str, int]) -> Inline:
    """A note's text without the numbers of its second and further ways back, where their arrows were lost.

    "2" or "2 3" at the end is that if the note has so many markers, or arrows stood there, and no word before it takes
    a number ("Table 2").
    """
    content = draft.content
    found = _STRAY.search(content.text[-100:])
    if found is None:
        return content
    numbers = [int(number) for number in found[0].split()]
    rest = content.text[: len(content.text) - len(found[0])]
    ways = len(numbers) + 1
    counted = content.back_links > 1 or markers.get(draft.ordinal, 0) == ways
    if numbers != list(range(2, ways + 1)) or not counted or not rest or takes_number(rest):
        return content
    return replace(
        content,
        text=rest,
        lines=tuple(entry for entry in content.lines if entry[0] < len(rest)),
        marks=tuple(mark for mark in content.marks if mark.end <= len(rest)),
        back_links=max(content.back_links, ways),
    )
