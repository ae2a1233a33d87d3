"""For which period a number is stated: its own words, its sentence, what came before, the headings, the title."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from areasend.check.numbers.claims.carrying import carried
from areasend.check.numbers.claims.groups import Group
from areasend.check.numbers.claims.model import Span
from areasend.check.numbers.reading.model import Dated, Number, Unit

_AND = re.compile(r"\s(?:and|&)\s")
_AND_OR = re.compile(r",?\s(?:and|or|&)\s(?:in\s|during\s|by\s|since\s)?|,\s")
# "..., and in 2024 there were 28": the date belongs to the number behind it.
_OPENS_CLAUSE = re.compile(
    r"(?:\b(?:and|but|while|whereas|then)|[,;])\s+(?:in|during|by|since|for|from|at|between)?\s*$"
)
_CLAUSE_REACH = 24
_RIGHT_BEHIND = 10


def span_of(dated: Dated) -> Span:
    return Span(dated.first, dated.last, dated.text)


def joined(text: str, dates: Sequence[Dated]) -> list[Dated]:
    """Dates in order, "2023 and 2024" as the one period that they are together, unless each has its own number."""
    if len(dates) < 2:
        # The text may be a long passage, and this one of its thousand sentences.
        return [*dates]
    found: list[Dated] = []
    apart = "respectively" in text
    for entry in dates:
        before = found[-1] if found else None
        if (
            before is not None
            and not apart
            and before.last is not None
            and before.first is not None
            and entry.last is not None
            and entry.first == before.last + timedelta(days=1)
            and _AND.fullmatch(text, before.end, entry.start)
        ):
            found[-1] = replace(before, end=entry.end, last=entry.last, text=text[before.start : entry.end])
        else:
            found.append(entry)
    return found


@dataclass(frozen=True, slots=True)
class Periods:
    """The periods of a sentence: each number's own by its id, and the one of the sentence as a whole. `unclear` are the
    numbers of which the sentence does not say whether a period that stands with another number is theirs too."""

    own: dict[int, Span]
    whole: Span | None
    unclear: frozenset[int]


def spans_in_sentence(text: str, start: int, groups: Sequence[Group], dates: Sequence[Dated]) -> Periods:
    """The periods of the sentence that begins at `start`.

    A date right behind a number, with no other number and no comma between, is that number's; so is one that opens its
    clause ("and in 2024, 28") or stands before its bracket ("2024 (28)"). A date before the first number, or behind the
    last where no number has it, is the sentence's, and so is one before a colon: "28 in 2024: 7".
    """
    numbers = sorted((number for group in groups for number in group.members), key=lambda entry: entry.start)
    own, used, before_colon = _own(text, numbers, dates)
    free = [dated for position, dated in enumerate(dates) if position not in used]
    first = numbers[0].start if numbers else len(text)
    leading = [dated for dated in free if dated.start < first]
    whole = before_colon or (leading[-1] if leading else (free[0] if free and not own else None))
    _share(groups, own)
    others = [dated for dated in free if dated is not whole]
    doubtful = {key for key, dated in own.items() if _goes_on(text, dated, others)}
    spans = {key: span_of(dated) for key, dated in own.items()}
    if whole is None:
        doubtful |= _inherited(text, start, groups, spans)
    elif _goes_on(text, whole, others):
        doubtful |= {number.id for number in numbers if number.id not in own}
    return Periods(spans, span_of(whole) if whole is not None else None, frozenset(doubtful))


def _own(
    text: str, numbers: Sequence[Number], dates: Sequence[Dated]
) -> tuple[dict[int, Dated], set[int], Dated | None]:
    own: dict[int, Dated] = {}
    used: set[int] = set()
    before_colon: Dated | None = None
    for place, number in enumerate(numbers):
        following = numbers[place + 1] if place + 1 < len(numbers) else None
        until = following.start if following is not None else len(text)
        since = numbers[place - 1].end if place else None
        for position, dated in enumerate(dates):
            if _is_ahead(text, number, dated, since, taken=position in used) and not _has_its_own(text, number, dates):
                own[number.id] = dated
                used.add(position)
                break
            if number.end <= dated.start < until and _is_behind(text, number, dated, following):
                own[number.id] = dated
                used.add(position)
                if text[dated.end : dated.end + 1] == ":":
                    before_colon = dated
                break
    return own, used, before_colon


def _is_ahead(text: str, number: Number, dated: Dated, since: int | None, *, taken: bool) -> bool:
    """Whether a date before a number is its own; "26 in 2023 (17%)" has one period for count and percentage."""
    if dated.end > number.start:
        return False
    if text[dated.end : number.start].strip() == "(":
        return not taken or number.unit is Unit.PERCENT
    return not taken and since is not None and dated.start >= since


def _has_its_own(text: str, number: Number, dates: Sequence[Dated]) -> bool:
    """Whether a date stands right behind a number: "since January 2023: 26 in 2023"."""
    return any(
        number.end <= dated.start <= number.end + _RIGHT_BEHIND
        and text[number.end : dated.start].strip() in ("in", "during")
        for dated in dates
    )


def _is_behind(text: str, number: Number, dated: Dated, following: Number | None) -> bool:
    """Whether a date behind a number is that number's, and not the one's that follows."""
    between = text[number.end : dated.start]
    if len(between) > 60 or any(sign in between for sign in ",;:.") or " that " in between:
        return False
    if following is None:
        return True
    if text[dated.end : following.start].strip() == "(" and following.unit is not Unit.PERCENT:
        return False
    return _OPENS_CLAUSE.search(between[-_CLAUSE_REACH:]) is None


def _goes_on(text: str, dated: Dated, dates: Sequence[Dated]) -> bool:
    """Whether another date stands right beside it that makes no one period with it: "in 2022 and 2024"."""
    return any(
        _AND_OR.fullmatch(text, dated.end, other.start) or _AND_OR.fullmatch(text, other.end, dated.start)
        for other in dates
    )


def _share(groups: Sequence[Group], own: dict[int, Dated]) -> None:
    """Within a share the period of one number is that of the others; what is in brackets keeps to itself."""
    for group in groups:
        found = [own[entry.id] for entry in _outer(group) if entry.id in own]
        for entry in _outer(group) if found else ():
            own.setdefault(entry.id, found[0])


def _outer(group: Group) -> tuple[Number, ...]:
    return tuple(entry for entry in (group.main, group.whole, group.percent) if entry is not None)


def _inherited(text: str, start: int, groups: Sequence[Group], spans: dict[int, Span]) -> set[int]:
    """Gives numbers without a period that of the one whose part they are said to be; returns those left in doubt."""
    found, unclear = carried(text, start, groups, spans)
    doubtful: set[int] = set()
    for group in groups:
        if group.main.id in found:
            for number in group.members:
                spans.setdefault(number.id, found[group.main.id])
        elif group.main.id in unclear:
            doubtful |= {number.id for number in group.members if number.id not in spans}
    return doubtful
