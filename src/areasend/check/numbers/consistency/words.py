"""The rules of text: what a document says in lists, notes, quotations, names, terms and dates, against itself."""

from areasend.check.numbers.checking import Rule
from areasend.check.numbers.consistency.breakdowns import breakdowns
from areasend.check.numbers.consistency.captions import captions
from areasend.check.numbers.consistency.dates import document_dates, impossible_dates
from areasend.check.numbers.consistency.enumerations import enumerations
from areasend.check.numbers.consistency.footnotes import footnotes
from areasend.check.numbers.consistency.framework_facts import framework_facts
from areasend.check.numbers.consistency.listed_areas import listed_areas
from areasend.check.numbers.consistency.lists import list_lengths
from areasend.check.numbers.consistency.names import names
from areasend.check.numbers.consistency.quotations import quoted_wordings
from areasend.check.numbers.consistency.terms import terms

WORDS: tuple[Rule, ...] = (
    list_lengths,
    enumerations,
    breakdowns,
    listed_areas,
    impossible_dates,
    document_dates,
    captions,
    framework_facts,
    footnotes,
    quoted_wordings,
    names,
    terms,
)
