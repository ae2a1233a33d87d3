"""For which period a number is stated: its own words, its sentence, what came before, the headings, the title."""

from collections.abc import Sequence

from areasend.check.numbers.claims.groups import Group
from areasend.check.numbers.claims.model import Span
from areasend.check.numbers.reading.model import Dated, Number


def span_of(dated: Dated) -> Span:
    return Span(dated.first, dated.last, dated.text)


def spans_in_sentence(
    text: str, groups: Sequence[Group], dates: Sequence[Dated]
) -> tuple[dict[int, Span], Span | None]:
    """The period that stands with each number of a sentence, by number id, and the one of the sentence as a whole.

    A date right behind a number, with no other number and no comma between, is that number's. A date before the first
    number, or behind the last where no number has it, is the sentence's, and so is one before a colon: "28 in 2024: 7".
    """
    own: dict[int, Span] = {}
    used: set[int] = set()
    before_colon: Dated | None = None
    numbers = sorted((number for group in groups for number in group.members), key=lambda entry: entry.start)
    for place, number in enumerate(numbers):
        until = numbers[place + 1].start if place + 1 < len(numbers) else len(text)
        for position, dated in enumerate(dates):
            if number.end <= dated.start < until and _together(text[number.end : dated.start]):
                own[number.id] = span_of(dated)
                used.add(position)
                if text[dated.end : dated.end + 1] == ":":
                    before_colon = dated
                break
    free = [dated for position, dated in enumerate(dates) if position not in used]
    first = numbers[0].start if numbers else len(text)
    leading = [dated for dated in free if dated.start < first]
    whole = before_colon or (leading[-1] if leading else (free[0] if free and not own else None))
    return _shared(groups, own), span_of(whole) if whole is not None else None


def _together(between: str) -> bool:
    """Whether what stands between a number and a date lets the date be the number's."""
    return len(between) <= 60 and not any(sign in between for sign in ",;:.") and " that " not in between


def _shared(groups: Sequence[Group], own: dict[int, Span]) -> dict[int, Span]:
    """Within a share the period of one number is that of the others; what is in brackets keeps to itself."""
    for group in groups:
        share: list[Number] = [entry for entry in (group.main, group.whole, group.percent) if entry is not None]
        found = [own[entry.id] for entry in share if entry.id in own]
        if found:
            for entry in share:
                own.setdefault(entry.id, found[0])
    return own
