"""Whether a document is about area SEND inspections at all: other remits have inspections, outcomes and regions too."""

from areasend.check.numbers.claims.outcome_words import OutcomeWords
from areasend.check.numbers.claims.phrases import words_of
from areasend.check.numbers.documents.model import Document
from areasend.framework import Framework

_NAMES = ("area send", "local area partnership")
_ENOUGH = 2


def is_of_the_field(document: Document, framework: Framework) -> bool:
    """Whether its title names area SEND inspections, or two passages do or name an outcome in the framework's words."""
    if any(name in document.title.casefold() for name in _NAMES):
        return True
    outcomes = OutcomeWords(framework)
    found = 0
    for passage in document.passages():
        text = passage.text
        named = any(name in text.casefold() for name in _NAMES)
        if named or any(mention.exact for mention in outcomes.mentions(text, words_of(text))):
            found += 1
        if found == _ENOUGH:
            return True
    return False
