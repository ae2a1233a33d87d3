"""Words that name a source: "X reported that", "according to X", "figures from X", "X's report", a note that cites.

All are looked for among the words of one sentence or note, in one pass.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from areasend.check.numbers.quoting.bodies import Bodies, Body, Word, words_of
from areasend.check.numbers.word_lists import source_words

_REPORTING = source_words("reporting")
_BEFORE_REPORTING = source_words("before_reporting")
_SOURCES = source_words("sources")
_OF_A_SOURCE = source_words("of_a_source")
_MADE = source_words("made")
_MAKING = source_words("making")
_PUBLIC = source_words("public")
_OURS = source_words("ours")
_PUBLIC_KINDS = source_words("public_kinds")
_SHOWING = source_words("showing")
_CITED = re.compile(r"\(([^()]{2,120}),\s*(?:[A-Z][a-z]+ )?(?:19|20)\d\d\)")
_SOURCE_LINE = re.compile(r"^\W*sources?\b\s*(?:of data|for figures)?\s*:", re.IGNORECASE)
# A title: an opening quotation mark, words (an apostrophe between letters is none that closes), and a closing mark
# before a comma, a bracket, "in" or the end.
_TITLE = re.compile(
    r"^[^\w'‘\"“]*(?:[^'‘\"“]{0,60},\s*)?['‘\"“](?:[^\n'’\"”]|(?<=\w)['’](?=\w)){8,300}['’\"”]\W{0,3}(?=,|\(| in |\.?$)"
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Source:
    """A source that words name, with the offset where the words that name it begin."""

    name: str
    start: int


def source_in(text: str, bodies: Bodies) -> Source | None:
    """The first source from elsewhere that a sentence names for what it says, None if it names none."""
    words = words_of(text)
    for body in bodies.in_text(text, words):
        if _reports(text, words, body) or _stands_behind(words, body):
            return Source(body.name, words[body.first].start)
    cited = _CITED.search(text)
    if cited is not None:
        inside = words_of(cited.group(1))
        for body in bodies.in_text(cited.group(1), inside):
            return Source(body.name, cited.start())
    return _public_statistics(words)


def _reports(text: str, words: Sequence[Word], body: Body) -> bool:
    """Whether the body is the subject of reporting, or the owner of a report: "X has reported", "X's latest report"."""
    place = body.last + 1
    if body.possessive:
        return any(word.folded in _SOURCES for word in words[place : place + 6])
    while place < len(words) and words[place].folded in _BEFORE_REPORTING:
        place += 1
    if place >= len(words) or re.search(r"[.;:]", text[words[body.last].end : words[place].start]):
        return False
    return words[place].folded in _REPORTING or (
        words[place].folded in _SOURCES and place + 1 < len(words) and words[place + 1].folded in _SHOWING | _REPORTING
    )


def _stands_behind(words: Sequence[Word], body: Body) -> bool:
    """Whether words before the body make it a source: "according to X", "figures from X", "published by X"."""
    place = body.first - 1
    while place >= 0 and words[place].folded in {"the", "latest"}:
        place -= 1
    if place < 1:
        return False
    joint, before = words[place].folded, words[place - 1].folded
    if joint == "to" and before == "according":
        return True
    if joint in _MADE and before in _MAKING:
        return True
    if joint in _OF_A_SOURCE and before in _SOURCES:
        return not (place > 1 and words[place - 2].folded in _OURS)
    return False


def _public_statistics(words: Sequence[Word]) -> Source | None:
    """ "National statistics show", "according to official figures": a source that is no body."""
    for place, word in enumerate(words[:-1]):
        kind = words[place + 1].folded
        if word.folded not in _PUBLIC or kind not in _PUBLIC_KINDS:
            continue
        before = words[place - 1].folded if place else ""
        if before in _OURS:
            continue
        told = place >= 2 and before == "to" and words[place - 2].folded == "according"
        if told or any(after.folded.removesuffix("s") in _SHOWING for after in words[place + 2 : place + 5]):
            return Source(f"{word.text} {words[place + 1].text}", word.start)
    return None


def is_source_line(text: str) -> bool:
    """Whether a passage begins as a source line: "Source: ..."."""
    return _SOURCE_LINE.match(text) is not None


def source_of_note(text: str, bodies: Bodies) -> str:
    """The publication or body that a note names as a source, empty if it only explains.

    A note cites if it gives a title in quotation marks followed by where it stands, if it names a body together with a
    date or a title, or if it says "source".
    """
    words = words_of(text)
    named = bodies.in_text(text, words)
    says = is_source_line(text) or _says_source(words)
    if named and (says or _is_citation(text, named[0], words)):
        return named[0].name
    title = _TITLE.match(text)
    if title is not None and _YEAR.search(text, title.end()) and not bodies.own_in(text, words):
        return text.strip()[:80]
    found = source_in(text, bodies)
    return found.name if found is not None else ""


def _says_source(words: Sequence[Word]) -> bool:
    folded = [word.folded for word in words]
    return any(
        pair in {("sourced", "from"), ("taken", "from"), ("according", "to"), ("published", "by")}
        for pair in pairwise(folded)
    ) or any(word in {"source", "sources"} for word in folded[:2])


def _is_citation(text: str, body: Body, words: Sequence[Word]) -> bool:
    """A body set off by a comma or quotation mark, in a note that gives a year or a title in quotation marks."""
    before = text[: words[body.first].start].rstrip()
    after = text[words[body.last].end :].lstrip()
    set_off = not before or before.endswith((",", "’", "'", '"', "”", ")", ";", ":")) or after.startswith((",", ":"))
    return set_off and (_YEAR.search(text) is not None or _TITLE.match(text) is not None)
