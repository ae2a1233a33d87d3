"""The numbers of a sentence in groups said of one thing: "14 (26%)", "4 out of the 5 (80%)", "7 (3 in 2024)"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from areasend.check.numbers.claims.model import Mention
from areasend.check.numbers.reading.model import Number, Share

_REACH = 120


@dataclass(frozen=True, slots=True)
class Group:
    """`main` and what stands with it: `percent` and `whole` of the same share, `inner` in brackets behind it.

    One that stands in brackets with terms of its own, up to `until`, is a group apart, `beside` the id of the number
    before the brackets.
    """

    main: Number
    whole: Number | None = None
    percent: Number | None = None
    inner: tuple[Number, ...] = ()
    beside: int | None = None
    until: int = 0

    @property
    def start(self) -> int:
        return self.main.start

    @property
    def end(self) -> int:
        return max(entry.end for entry in self.members)

    @property
    def members(self) -> tuple[Number, ...]:
        return tuple(entry for entry in (self.main, self.whole, self.percent, *self.inner) if entry is not None)


def groups_of(text: str, numbers: Sequence[Number], shares: Mapping[int, Share]) -> tuple[Group, ...]:
    """The statistics of one sentence as groups in their order. `shares` holds each share under its numbers' ids.

    A share in brackets of its own ("no inspection (0 of 9)") is a group of its own.
    """
    groups: list[Group] = []
    taken: set[int] = set()
    for place, number in enumerate(numbers):
        if number.id in taken:
            continue
        share = shares.get(number.id)
        main, whole, percent = number, None, None
        if share is not None:
            main = share.part or share.percent or number
            whole = share.whole
            percent = share.percent if share.percent is not main else None
        held = {entry.id for entry in (main, whole, percent) if entry is not None}
        last = max(entry.end for entry in (main, whole, percent) if entry is not None)
        inner: list[Number] = []
        for entry in numbers[place + 1 :][:8]:
            if entry.id in held:
                continue
            if entry.id in shares or entry.start < main.end or not _in_brackets_behind(text, last, entry.start):
                break
            inner.append(entry)
        taken |= held | {entry.id for entry in inner}
        groups.append(Group(main, whole, percent, tuple(inner)))
    return tuple(sorted(groups, key=lambda group: group.start))


def parted(text: str, groups: Sequence[Group], mentions: Sequence[Mention]) -> tuple[Group, ...]:
    """The groups, a number in brackets with a term of its own as one of its own: "10 (6 of them in London)"."""
    found = [entry for group in groups for entry in _parts(text, group, mentions)]
    return tuple(sorted(found, key=lambda group: group.start))


def _parts(text: str, group: Group, mentions: Sequence[Mention]) -> Iterator[Group]:
    kept: list[Number] = []
    for place, number in enumerate(group.inner):
        following = group.inner[place + 1 : place + 2]
        end = following[0].start if following else number.end + _REACH
        closing = text.find(")", number.end, end)
        until = closing if closing >= 0 else end
        if any(number.end <= mention.start < until for mention in mentions):
            yield Group(number, beside=group.main.id, until=until)
        else:
            kept.append(number)
    yield replace(group, inner=tuple(kept))


def _in_brackets_behind(text: str, after: int, start: int) -> bool:
    """Whether a bracket opened soon after `after` is still open at `start`."""
    if start - after > _REACH:
        return False
    between = text[after:start]
    opened = between.find("(")
    return 0 <= opened <= 40 and ")" not in between[opened:] and not any(sign in between[:opened] for sign in ".;")
