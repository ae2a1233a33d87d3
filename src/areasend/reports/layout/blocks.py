"""Paragraphs and bullets: strips of one column put together as a reader sees them."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from areasend.reports.layout.hyphens import Hyphens
from areasend.reports.layout.running_on import DASHES, SameElement, had_room, in_sentence, runs_on, starts_bullet
from areasend.reports.layout.strips import Strip

# A gap wider than this share of the usual distance between lines starts a new paragraph.
_WIDE_GAP = 1.3
# Of the size of the type, what usually lies between two baselines.
_USUAL_PITCH = 1.3
# Points by which a line may lie left or right of its neighbours and still be in the same paragraph.
_SAME_MARGIN = 4.0


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a bullet; `indent` is where its first line begins, from the page's left edge in points."""

    bullet: bool
    indent: float
    strips: tuple[Strip, ...]

    def text(self, hyphens: Hyphens) -> str:
        """Its words as one text, the bullet's mark left out."""
        lines = [strip.text for strip in self.strips]
        if self.bullet:
            lines[0] = lines[0][1:].lstrip()
        return hyphens.joined(line for line in lines if line)


def blocks_of(strips: Sequence[Strip], same_element: SameElement) -> tuple[Block, ...]:
    """The paragraphs and bullets of one column, in order; what runs over a page is one."""
    if not strips:
        return ()
    pitch, right = line_pitch(strips), max(strip.x1 for strip in strips)
    groups: list[list[Strip]] = [[strips[0]]]
    for before, after in itertools.pairwise(strips):
        if _goes_on(groups[-1], before, after, pitch, right, same_element):
            groups[-1].append(after)
        else:
            groups.append([after])
    return tuple(Block(_is_bullet(group), group[0].x0, tuple(group)) for group in groups)


def line_pitch(strips: Sequence[Strip]) -> float:
    """The usual distance between baselines."""
    distances = [
        after.y - before.y
        for before, after in itertools.pairwise(strips)
        if before.page == after.page and after.y > before.y
    ]
    longest = max(strips, key=lambda strip: len(strip.text)).line
    usual = _USUAL_PITCH * (longest.size or longest.height)
    near = sorted(distance for distance in distances if distance < 2 * usual)
    # Paragraphs and bullets of one line each have more gaps between them than lines.
    return near[len(near) // 4] if near else usual


def _goes_on(
    group: Sequence[Strip], before: Strip, after: Strip, pitch: float, right: float, same_element: SameElement
) -> bool:
    if before.page != after.page:
        # A sentence that ends with its page is taken to end its paragraph, unless the tags say otherwise.
        return runs_on(before, after, same_element, right) is True or hangs(group, after)
    if after.y - before.y > _WIDE_GAP * pitch:
        return False
    if starts_bullet(after.text):
        return _is_dash_in_sentence(group, after, had_room=had_room(before, after, right))
    if not _is_bullet(group) or after.x0 >= group[0].x0 + _SAME_MARGIN:
        return True
    # A paragraph that follows a bullet begins left of the bullet's words. Some producers set the bullet's own lines so.
    is_flush = len(group) == 1 or group[1].x0 < group[0].x0 + _SAME_MARGIN
    return is_flush and (in_sentence(after.text) or not had_room(before, after, right))


def hangs(group: Sequence[Strip], after: Strip) -> bool:
    """Whether a line without a bullet stands where the lines of a bullet stand, further in than its mark."""
    if not _is_bullet(group) or starts_bullet(after.text):
        return False
    inner = {strip.x0 for strip in group[1:] if strip.x0 > group[0].x0 + _SAME_MARGIN}
    return any(abs(after.x0 - x0) < _SAME_MARGIN for x0 in inner)


def _is_bullet(group: Sequence[Strip]) -> bool:
    return starts_bullet(group[0].text)


def _is_dash_in_sentence(group: Sequence[Strip], after: Strip, *, had_room: bool) -> bool:
    """Whether a line that begins with a dash goes on with a sentence: it stands where the line before it stands.

    Under a bullet of one line that is further in than the mark, and the bullet's line had no room for the dash.
    """
    first, last = group[0], group[-1]
    if after.text[0] not in DASHES or last.text.endswith((":", ".", ";")):
        return False
    if len(group) > 1:
        return not starts_bullet(last.text) and abs(after.x0 - group[1].x0) < _SAME_MARGIN
    if starts_bullet(first.text):
        return not had_room and first.text[0] not in DASHES and after.x0 > first.x0 + _SAME_MARGIN
    return abs(after.x0 - first.x0) < _SAME_MARGIN
