"""Words beside a number that make it a count of something else than the field's words in its sentence say.

Each was found in a right publication. What is unsure is never contradicted, so these err on the side of silence.
"""

import re

from areasend.check.numbers.claims.groups import Group
from areasend.check.numbers.claims.model import Facet, Term
from areasend.check.numbers.claims.said import Said
from areasend.check.numbers.reading.model import Number, Unit

# "14 of them", "24 areas, of which 8", "Of the 14 partnerships, 8": some of a set, which the outcome alone tells.
_SOME_BEHIND = re.compile(r"\W*(?:out\s+)?of\s+(?:them|these|those|which|whom)\b", re.IGNORECASE)
_SOME_BEFORE = re.compile(r"(?:\bof (?:which|whom)\W*(?:\w+\W+)?$|^of (?:the|our|these|those|them)\b[^;.]*,)", re.I)
# "99 to go", "23 are still to be inspected", "nearly 100 await".
_LEFT = re.compile(
    r"\W*(?:\w+\W+){0,3}?(?:to\s+go|still\s+to|left|to\s+be|await\w*|remain\w*|yet\s+to|not\s+(?:yet\s+)?been)\b", re.I
)
_NOT_BEFORE = re.compile(r"\b(?:not|never|yet\s+to|still\s+to|remain\w*)\b[^;.]*\([^()]*$", re.IGNORECASE)
# "26 in the first year and 28 in the second": a period of its own, which only the text knows.
_SOME_YEAR = re.compile(
    r"\b(?:first|second|third|fourth|final|previous|same|other|following)\s+(?:\w+\s+)?"
    r"(?:year|term|half|quarter|month|week|round|wave|phase)\b",
    re.IGNORECASE,
)
_OTHER_FRAMEWORK = re.compile(
    r"\b(?:previous|earlier|former|old)\s+(?:\w+\s+)?(?:framework|cycle|programme|round)\b", re.IGNORECASE
)
_OUTCOMES_UNNAMED = re.compile(
    r"\b(?:low|high|bett|wors|good|bad|middle|top|bottom)(?:er|est|t|e)?\s+(?:\w+\s+)?outcomes?\b", re.IGNORECASE
)
# "Two areas inspected in 2024 had more than 10,000 plans"; "between them they had 31".
_INSPECTED_AND_MORE = re.compile(
    r"\s+(?:\w+\s+)?(?:areas|partnerships|inspections)\s+(?:inspected|visited|carried out|made)\b[^.;,]*?"
    r"\s(?:had|has|have|was|were|told|said|showed|received)\b",
    re.IGNORECASE,
)
_BETWEEN_THEM = re.compile(r"\bbetween them\b[^.;]*$", re.IGNORECASE)
_REGIONS = re.compile(r"\bregions\b", re.IGNORECASE)


def is_unsure(said: Said, group: Group, terms: set[Term]) -> bool:
    """Whether the words of a sentence make a group of numbers count what nobody can tell from its terms."""
    text, facets = said.passage.text, {term.facet for term in terms}
    named = Facet.OUTCOME in facets or Facet.LEVEL in facets
    before = text[said.start : group.start]
    if _is_left(text, before, group.main) or _has_outcomes_inside(said, group):
        return True
    if group.main.id not in said.periods.own and _SOME_YEAR.search(said.text):
        return True
    if _OTHER_FRAMEWORK.search(said.text) or _is_by_region(said, terms):
        return True
    if named:
        return False
    if _INSPECTED_AND_MORE.match(text[group.end : group.end + 120]) or _BETWEEN_THEM.search(before[-60:]):
        return True
    outcomes = said.hinted or bool(said.of_facet(Facet.OUTCOME))
    some = _SOME_BEHIND.match(text[group.end : group.end + 40]) or _SOME_BEFORE.search(before[-200:])
    if some is not None and (outcomes or group.main.id not in said.periods.own):
        return True
    if said.of_facet(Facet.OUTCOME) and not said.bound[Facet.OUTCOME]:
        return True
    return said.hinted or _OUTCOMES_UNNAMED.search(said.text) is not None


def _is_left(text: str, before: str, number: Number) -> bool:
    if _LEFT.match(text[number.end : number.end + 60]):
        return True
    return number.unit is Unit.PERCENT and _NOT_BEFORE.search(before[-120:]) is not None


def _has_outcomes_inside(said: Said, group: Group) -> bool:
    """Whether the brackets behind a number give it outcome by outcome: "5 inspections (1 positive, 4 failings)"."""
    mention = said.bound[Facet.OUTCOME].get(group.main.id)
    if not group.inner or mention is None:
        return False
    first = group.inner[0]
    return mention.start > first.start and ")" not in said.passage.text[first.end : mention.start]


def _is_by_region(said: Said, terms: set[Term]) -> bool:
    """Whether a sentence speaks of regions without a name: "in five regions one area", "the two Midlands regions"."""
    counted = any(term.facet is Facet.MEASURE and term.key == "regions" for term in terms)
    return not counted and not said.of_facet(Facet.PLACE) and _REGIONS.search(said.text) is not None
