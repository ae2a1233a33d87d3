"""One look for each outcome, in every chart and on every map: fill, letter and pattern, so that colour is never alone.

Fills are those of the Analysis Function's palette, in its order, with two more that keep its contrasts: each is at
least 3:1 to white, with which segments and areas are parted; ink on its fill is at least 4.5:1 (checklist CH12, MP02).
"""

from dataclasses import dataclass
from enum import StrEnum


class Pattern(StrEnum):
    """What is drawn over a fill."""

    PLAIN = "plain"
    DIAGONAL = "diagonal"
    DOTS = "dots"
    CROSS = "cross"
    LINES = "lines"


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """`ink` is the colour of text on `fill`; `letter` stands for the class where a word does not fit."""

    key: str
    letter: str
    fill: str
    ink: str
    pattern: Pattern


OUTLINE = "#ffffff"
TEXT = "#0b0c0c"

# Counts without an outcome are drawn in a grey of the same palette, so that no colour of an outcome means two things.
COUNT = Look(key="count", letter="", fill="#3d3d3d", ink="#ffffff", pattern=Pattern.PLAIN)
LIMIT = Look(key="limit", letter="", fill="#f46a25", ink="#0b0c0c", pattern=Pattern.PLAIN)

NOT_KNOWN = "not_known"
NOT_YET_INSPECTED = "not_yet_inspected"

LOOKS = {
    look.key: look
    for look in (
        Look(key="typically_positive", letter="P", fill="#12436d", ink="#ffffff", pattern=Pattern.PLAIN),
        Look(key="inconsistent", letter="I", fill="#28a197", ink="#0b0c0c", pattern=Pattern.DIAGONAL),
        Look(key="widespread_systemic_failings", letter="W", fill="#801650", ink="#ffffff", pattern=Pattern.DOTS),
        Look(key=NOT_KNOWN, letter="?", fill="#a285d1", ink="#0b0c0c", pattern=Pattern.CROSS),
        Look(key=NOT_YET_INSPECTED, letter="N", fill="#6b7276", ink="#ffffff", pattern=Pattern.LINES),
    )
}
