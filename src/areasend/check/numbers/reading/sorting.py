"""Which numbers are no statistics: references to laws, figures and notes, telephone numbers, ages, durations."""

import re
from collections.abc import Iterable
from typing import Final

from areasend.check.numbers.reading.model import Sort, Unit
from areasend.check.numbers.reading.printed import Printed

_WORDS: Final = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|thirty|forty|fifty"
)
_N: Final = rf"(?:[0-9]{{1,3}}(?:,[0-9]{{3}}){{1,3}}|[0-9]{{1,4}}(?:\.[0-9]{{1,4}}){{0,3}}[a-z]?|(?:{_WORDS}))"
_LABEL: Final = r"\(?[0-9]{1,6}(?:\.[0-9]{1,4}){0,4}[a-z]?\)?(?:\([0-9a-z]{1,4}\)){0,4}(?![0-9]|,[0-9]|\s?%|\sper\s)"
_MORE: Final = rf"(?:(?:,\s|\sand\s|,\sand\s|\sto\s|\sor\s|\s?-\s?|\s&\s){_LABEL}){{0,30}}"

# Words that name a numbered thing. Those of `_CAPITAL` are verbs or everyday words too and count only when capital.
_SINGLE: Final = (
    "section|figure|fig\\.|table|chart|annex|appendix|paragraph|para\\.?|chapter|page|schedule|regulation|article|clause"
    "|footnote|version|level|stage|grade|step|phase|tier|volume|appendices|worksheet|tab|column|row|box|slide|panel"
    "|question|principle|criterion|standard|recommendation|objective|theme|item|appendix|ref\\.?|reference|exhibit"
    "|page|p\\.|pp\\.|s\\.|ss\\.|no\\.|nos\\.|room|floor|band|quarter|wave|week|day|release|edition|graded|part|see\\snote|key\\sstages?"
)
_PLURAL: Final = (
    "sections|figures|figs\\.|tables|charts|annexes|paragraphs|paras\\.?|chapters|pages|schedules|regulations|articles"
    "|clauses|footnotes|versions|levels|stages|grades|steps|phases|tiers|columns|rows|boxes|slides|questions|worksheets"
    "|key\\sstages?|pp\\.|ss\\.|nos\\."
)
_CAPITAL: Final = "Form|Note|Point|Number|Issue|Line|Map|Type|Year|Years|Unit|Group|Option|Class|Rule|Area|Case|Covid"
_REFERENCE: Final = re.compile(
    rf"(?<![\w-])(?:(?:{_PLURAL})\s?{_LABEL}{_MORE}|(?:{_SINGLE})\s?{_LABEL}(?:-[0-9]{{1,4}})?)"
)
_CAPITALISED: Final = re.compile(
    rf"(?<![\w-])(?:{_CAPITAL})\s[0-9]{{1,4}}(?:\.[0-9]{{1,4}})?(?![0-9%]|\s?%|,[0-9]|\sof\s)"
)
_PAGE_OF: Final = re.compile(r"(?<![\w-])(?:page|slide|sheet|part|step)\s[0-9]{1,4}\sof\s[0-9]{1,4}\b")
_LAW_YEAR: Final = re.compile(
    r"\b(?:Acts?|Regulations|Order|Rules|Bill|Measure|Convention|Directive)(?:\s\([A-Za-z ,]{1,40}\))?"
    r"\s(?:of\s)?\(?(?:19|20)[0-9]{2}"
)
_IDENTIFIER: Final = re.compile(
    r"(?<![\w-])(?:isbn|issn|urn|ukprn|doi|crn|si|uksi|id|la\scode|company\snumber|charity\snumber|reference\snumber"
    r"|registered\snumber|iso|bs|ref)(?:\sno\.?|\snumber)?[\s:.-]{0,3}[0-9][0-9/.-]{0,30}"
)
_TELEPHONE: Final = re.compile(
    r"(?<![\w.,/-])(?<![0-9]\s)(?:\+[0-9]{1,3}\s?(?:\(0\)\s?)?[0-9]{2,5}(?:[\s-]?[0-9]){5,9}"
    r"|\(?0[0-9]{2,4}\)?(?:[\s-]?[0-9]){6,8})(?![\w.,]?[0-9])"
)
_BOOK_NUMBER: Final = re.compile(r"\bisb?s?n[\s:-]{0,3}[0-9](?:[\s-]?[0-9x]){7,16}")
_CONFIDENCE: Final = re.compile(r"(?<![\w.,])(?:90|95|99)(?:\.[0-9])?\s?(?:%|per\scent)\s(?:confidence|credible|ci\b)")
_ALL_BUT: Final = re.compile(rf"\ball\sbut\s{_N}\b")
_AND_A_HALF: Final = re.compile(rf"(?<![\w.,-]){_N}\sand\s(?:an?|three)[\s-](?:half|quarters?)\b")
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S++|(?<!\S)[^\s@]++@\S++")
_STREET: Final = re.compile(
    r"(?<![\w-])[0-9]{1,4}[a-z]?,?\s(?:[A-Z][a-z'’]{1,20}\s){1,3}(?:Street|Road|Lane|Avenue|Square|Drive|Crescent|Terrace|Gardens)\b"
)
_CLOCK: Final = re.compile(
    r"(?<![\w.,])[0-9]{1,2}(?:[.:][0-9]{2})?\s?(?:am|pm|a\.m\.|p\.m\.|noon|midnight|o'clock)(?![\w])"
)
_LIST_NUMBER: Final = re.compile(r"\s{0,4}\(?[0-9]{1,3}(?:\.[0-9]{1,3}){0,4}(?:[.)](?=\s)|(?<=\.[0-9])(?=\s[A-Z]))")

_TO: Final = r"(?:\sto\s|\s?-\s?|\sor\s|\sand\s|,\s)"
_AGE: Final = re.compile(
    r"(?<![\w-])(?:ages?|aged)\s(?:(?:of|range|group|between|from|up|to|under|over|at|least|about|around|is|was|below)\s){0,4}"
    rf"{_N}(?:{_TO}{_N}){{0,4}}(?!\s?%|\sper\scent)\b"
    r"|(?<![\w-])(?:under|over)(?:-|\s)?[0-9]{1,2}'?s\b"
    r"|(?<![\w-])(?:pre|post)-?[0-9]{1,2}\b(?!\s?%)"
    rf"|(?<![\w-]){_N}(?:{_TO}{_N})?(?:\s|-)years?(?:\s|-)olds?\b"
    rf"|(?<![\w-]){_N}(?:{_TO}{_N})?\s(?:(?:years|months)\sof\sage\b|age[\s-](?:group|range|band))"
    r"|(?<![\w.,-])(?:birth\sto\s[0-9]{1,2}|0(?:-|\sto\s)(?:5|11|16|18|19|25))\b(?!\s?%|\sper|[.,][0-9])"
)
_TIME_WORD: Final = (
    "years?|months?|weeks?|days?|hours?|minutes?|seconds?|terms?|decades?|fortnights?|half-terms?|nights?|weekends?"
)
_ADJECTIVE: Final = (
    r"(?:full|whole|working|school|calendar|consecutive|further|more|financial|academic|teaching|sitting|business|clear"
    r"|additional|statutory|extra|other|successive|and\sa\shalf)"
)
_DURATION: Final = re.compile(
    rf"(?<![\w.,-])(?:between\s{_N}\sand\s|{_N}(?:\sto\s|\s?-\s?|\sor\s|,\s)){{0,3}}{_N}(?:\s{_ADJECTIVE}){{0,2}}"
    rf"(?:\s|-)(?:{_TIME_WORD})(?!\w)"
)
_TIMES: Final = re.compile(rf"(?<![\w.,-]){_N}(?:\s|-)(?:times|fold)\b")

_CODE: Final = re.compile(r"(?<![\w/-])[a-z]{1,4}[0-9]{2}\w*+(?:[-_/.]\w++){0,12}")
_CHAIN: Final = re.compile(r"(?<![\w-])[0-9]{1,9}-[0-9]{1,9}-[0-9-]{1,30}(?!\w)")

_WEAK: Final = (
    (_AND_A_HALF, Sort.REFERENCE),
    (_TIMES, Sort.ORDINAL),
    (_DURATION, Sort.DURATION),
    (_AGE, Sort.AGE),
    (_CLOCK, Sort.REFERENCE),
    (_CHAIN, Sort.REFERENCE),
    (_ALL_BUT, Sort.REFERENCE),
    (_PAGE_OF, Sort.REFERENCE),
    (_REFERENCE, Sort.REFERENCE),
)
_WEAK_PRINTED: Final = ((_CAPITALISED, Sort.REFERENCE), (_STREET, Sort.REFERENCE))
_STRONG: Final = (_CODE, _IDENTIFIER, _BOOK_NUMBER, _CONFIDENCE, _TELEPHONE, _ADDRESS)
_KINDS: Final = (Sort.STATISTIC, Sort.DATE, Sort.REFERENCE, Sort.AGE, Sort.DURATION, Sort.ORDINAL)
_FIRM: Final = 128


class Sorts:
    """What the words around make of each place of a text; `text` in plain typography, `printed` as it stands.

    A number with a unit or separators ("26%", "1,234", "£5") is no age, duration or label; a date, a telephone number,
    an address or an identifier is one whatever it looks like.
    """

    def __init__(self, text: str, printed: str, dates: Iterable[tuple[int, int]]) -> None:
        self._painted = bytearray(len(text))
        for pattern, sort in _WEAK:
            self._paint((match.span() for match in pattern.finditer(text)), sort)
        for pattern, sort in _WEAK_PRINTED:
            self._paint((match.span() for match in pattern.finditer(printed)), sort)
        if (number := _LIST_NUMBER.match(printed)) is not None and number.end() < len(printed.rstrip()):
            self._paint([(0, number.end())], Sort.REFERENCE)
        self._paint(dates, Sort.DATE, firm=True)
        for pattern in _STRONG:
            self._paint((match.span() for match in pattern.finditer(text)), Sort.REFERENCE, firm=True)
        self._paint((match.span() for match in _LAW_YEAR.finditer(printed)), Sort.REFERENCE, firm=True)

    def _paint(self, spans: Iterable[tuple[int, int]], sort: Sort, firm: bool = False) -> None:
        colour = bytes([_KINDS.index(sort) | (_FIRM if firm else 0)])
        for start, end in spans:
            self._painted[start:end] = colour * (end - start)

    def of(self, number: Printed) -> Sort:
        """What a number is, by its own letters and by the words around it."""
        colour = self._painted[number.core - 1]
        sort = _KINDS[colour & ~_FIRM]
        of_time = sort in (Sort.DURATION, Sort.ORDINAL) and number.unit is Unit.COUNT
        if colour & _FIRM or (colour and (of_time or not number.grouped)):
            return sort
        return number.sort
