"""The box with the outcome: the outcome by the framework's wording, what follows it, and which plan is asked for."""

import re
from typing import TypeAlias

from areasend.framework import Framework
from areasend.reports.fields.found import Found
from areasend.reports.layout.telling import Telling
from areasend.reports.sentences import sentences_of
from areasend.reports.wording import NUMBER_WORDS, letters, wording

# Start and end of a sentence in the box, and its letters.
Stated: TypeAlias = tuple[int, int, str]

_PLANS = {
    "strategic_plan_update_requested": "strategic_plan",
    "priority_action_plan_required": "priority_action_plan",
}


def read_outcome(box: Telling, framework: Framework, found: Found) -> None:
    """outcome, next_full_inspection, monitoring_inspection and the two plans."""
    said = letters(box.text)
    if not said:
        for field in ("outcome", "next_full_inspection", *_PLANS):
            found.missing(field, "the box with the outcome of the inspection")
        return
    _read_wording(box, said, framework, found)
    stated = [(start, end, letters(box.text[start:end])) for start, end in sentences_of(box.text)]
    for field in ("next_full_inspection", "monitoring_inspection"):
        _read_interval(box, stated, field, found)
    for field, phrase in _PLANS.items():
        asked = _sentence_with(wording().follow_up[phrase], stated)
        found.value(field, "yes" if asked else "no", box.places(*asked[:2]) if asked else ())


def _read_wording(box: Telling, said: str, framework: Framework, found: Found) -> None:
    matching = [key for key, phrases in wording().outcomes.items() if any(phrase.search(said) for phrase in phrases)]
    places = box.places(*_span_of_outcome(box.text))
    if len(matching) != 1:
        found.missing("outcome", "the wording of exactly one outcome", box.text, places)
        return
    found.value("outcome", matching[0], places)
    if not _is_known_wording(said, framework, matching[0]):
        found.problem("outcome", "the framework's wording of an outcome or a known variant of it", box.text, places)


def _read_interval(box: Telling, stated: list[Stated], field: str, found: Found) -> None:
    sentence = _sentence_with(wording().follow_up[field], stated)
    if sentence:
        start, end, match = sentence
        found.value(field, _interval(match), box.places(start, end))
    elif field == "next_full_inspection":
        found.missing(field, "within how many years the next full inspection will be", box.text, box.places())


def _sentence_with(pattern: re.Pattern[str], stated: list[Stated]) -> tuple[int, int, re.Match[str]] | None:
    for start, end, said in stated:
        if match := pattern.search(said):
            return start, end, match
    return None


def _interval(match: re.Match[str]) -> str:
    number, unit = match.groups()
    digits = number if number.isdigit() else str(NUMBER_WORDS.index(number.replace(" ", "-")))
    return f"{int(digits)} {unit}"


def _is_known_wording(said: str, framework: Framework, outcome: str) -> bool:
    """Whether the box begins with a wording that some version of the framework has, in one of its known variants."""
    wordings = {
        _brought_together(letters(item.wording))
        for version in framework.versions
        for item in version.outcomes
        if item.key == outcome
    }
    return any(_brought_together(said).startswith(text) for text in wordings)


def _brought_together(said: str) -> str:
    for pattern, becomes in wording().outcome_variants:
        said = pattern.sub(becomes, said)
    return said


def _span_of_outcome(text: str) -> tuple[int, int]:
    """The sentences before the first that says what follows."""
    end = 0
    for start, stop in sentences_of(text):
        if any(pattern.search(letters(text[start:stop])) for pattern in wording().follow_up.values()):
            break
        end = stop
    return 0, end or len(text)
