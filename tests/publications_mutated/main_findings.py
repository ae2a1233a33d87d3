"""The official main findings as at 31 December 2024, annotated by hand: the file is not part of this repository.

Its table of regions has the first and the third column exchanged; the annotation says what is printed.
"""

from tests.publications_mutated.annotating import Annotator
from tests.publications_mutated.model import Choice, Key, Subject
from tests.publications_mutated.truth import counted

P, I, W = "typically_positive", "inconsistent", "widespread_systemic_failings"  # noqa: E741
REGIONS = {
    "East Midlands": "the East Midlands",
    "East of England": "the East of England",
    "London": "London",
    "North East, Yorkshire and the Humber": "the North East, Yorkshire and the Humber",
    "North West": "the North West",
    "South East": "the South East",
    "South West": "the South West",
    "West Midlands": "the West Midlands",
}
PHRASES = (Choice("typically led to positive", P), Choice("led to inconsistent", I))
NAMES = (
    Choice("typically positive experiences and outcomes", P),
    Choice("inconsistent experiences and outcomes", I),
    Choice("widespread and/or systemic failings", W),
)
BOUNDS = (
    Choice("In over", relation=">"),
    Choice("In at least", relation=">="),
    Choice("In fewer than", relation="<"),
    Choice("In only"),
)
LAST_DAY = "31 December 2024"
IMPOSSIBLE = Choice("31 November 2024", against=("the calendar",))


def key(period: str, outcome: str = "all", region: str = "all") -> Key:
    return ("inspections", period, outcome, region)


def main_findings(text: str) -> Subject:
    """The annotated publication."""
    notes = Annotator("main-findings-2024.txt", text)
    _summary(notes)
    for period, lines in (("2024", (51, 53, 55, 57)), ("since", (66, 68, 70, 72))):
        _section(notes, period, lines)
    _regions_in_words(notes)
    _quoted(notes)
    _tables(notes)
    _dates(notes)
    notes.listing("outcomes", (37, 38, 39))
    notes.listing("also available", (11, 13, 15))
    notes.listing("contents", (21, 23))
    notes.stand("possible outcomes", 35, "3", ("possible outcomes",))
    notes.relate("length", ("possible outcomes",), "the list length", list="outcomes")
    for outcome in ("all", P, I, W):
        parts = (key("2023", outcome), key("2024", outcome))
        notes.relate("spans", (), "the sum of the years", key=key("since", outcome), parts=parts)
    return notes.subject("main findings", counted("2024-12-31"))


def _summary(notes: Annotator) -> None:
    notes.stand("sum since", 29, "54", key("since"), "total")
    notes.stand("sum 2024", 29, "28", key("2024"), "total")
    counts = ((P, "14", 1, "7"), (I, "26", 1, "15"), (W, "14", 2, "6"))
    for outcome, since, nth, year in counts:
        notes.stand(f"sum since {outcome}", 29, since, key("since", outcome), nth=nth)
        notes.stand(f"sum 2024 {outcome}", 29, year, key("2024", outcome))
    _parts(notes, "sum since", "the sum")
    _parts(notes, "sum 2024", "the sum")
    years = (
        Choice("2023", "2023"),
        Choice("2025", "2025", against=("the day of the data",)),
        Choice("2021", "2021", against=("the start of the period",)),
    )
    notes.word("period", 29, "2024", years, ("sum 2024",), index=1, nth=1)
    for nth, outcome in ((2, P), (3, I), (4, W)):
        notes.word("period", 29, "2024", years, (f"sum 2024 {outcome}",), index=1, nth=nth)
    since = tuple(f"sum since{part}" for part in ("", f" {P}", f" {I}", f" {W}"))
    notes.word("period", 29, "January 2023", (Choice("January 2024", "2024"),), since, index=1)
    both = ("since", "2024")
    for phrase, outcome in zip(("typically led to positive", "led to inconsistent"), (P, I), strict=True):
        notes.word("category", 29, phrase, PHRASES, [f"sum {one} {outcome}" for one in both], index=2)
    notes.word("qualifier", 29, "the remaining ", (Choice("", rest="no"),), (f"sum since {W}",))
    notes.word("qualifier", 29, "carried out", _amounts("carried out"), ("sum since",))
    for nth, outcome in ((1, P), (2, I)):
        more = (*BOUNDS, Choice("In the remaining", rest="yes"))
        notes.word("qualifier", 29, "In", more, (f"sum since {outcome}",), nth=nth)


def _section(notes: Annotator, period: str, lines: tuple[int, int, int, int]) -> None:
    values = ("28", "7", "15", "6") if period == "2024" else ("54", "14", "26", "14")
    total, *rest = lines
    notes.stand(f"section {period}", total, values[0], key(period), "total")
    for line, outcome, value in zip(rest, (P, I, W), values[1:], strict=True):
        notes.stand(f"section {period} {outcome}", line, value, key(period, outcome))
    _parts(notes, f"section {period}", "the sum")
    for line, phrase, outcome in ((rest[0], PHRASES[0].text, P), (rest[1], PHRASES[1].text, I)):
        notes.word("category", line, phrase, PHRASES, (f"section {period} {outcome}",), index=2)
        more = (*BOUNDS, Choice("In the remaining", rest="yes"))
        notes.word("qualifier", line, "In", more, (f"section {period} {outcome}",))
    notes.word("qualifier", rest[2], "the remaining ", (Choice("", rest="no"),), (f"section {period} {W}",))
    notes.word("qualifier", total, "carried out", _amounts("carried out"), (f"section {period}",))
    if period == "2024":
        notes.word("period", total, "2024", (Choice("2023", "2023"),), (f"section {period}",), index=1)


def _amounts(words: str) -> tuple[Choice, ...]:
    return (
        Choice(f"{words} over", relation=">"),
        Choice(f"{words} at least", relation=">="),
        Choice(f"{words} fewer than", relation="<"),
    )


def _parts(notes: Annotator, name: str, label: str) -> None:
    """A total and its three parts, the last of which says that it is the rest."""
    parts = [f"{name} {outcome}" for outcome in (P, I, W)]
    notes.relate("adds", (name, *parts), label)
    for part in parts:
        others = [other for other in parts if other != part]
        notes.relate("rest", (part, name, *others), "the rest of the whole", number=int(part.endswith(W)))


def _regions_in_words(notes: Annotator) -> None:
    east, north = "East Midlands", "North East, Yorkshire and the Humber"
    notes.stand("EM failings", 86, "4", key("since", W, east), nth=1)
    notes.stand("EM areas", 86, "5", key("since", "all", east), "total")
    notes.stand("EM share", 86, "80%", ("share", "since", W, east), "percentage")
    notes.relate("share", ("EM share", "EM failings", "EM areas"), "the percentage")
    notes.stand("NEYH failings", 86, "no", key("since", W, north), "count")
    notes.stand("NEYH positive", 86, "4", key("since", P, north), nth=2)
    notes.stand("NEYH areas", 86, "9", key("since", "all", north), "total")
    notes.stand("NEYH share", 86, "44%", ("share", "since", P, north), "percentage")
    notes.relate("share", ("NEYH share", "NEYH positive", "NEYH areas"), "the percentage")
    choices = [Choice(words, name) for name, words in REGIONS.items()]
    notes.word("region", 86, "the East Midlands", choices, ("EM failings", "EM areas", "EM share"), index=3)
    stands = ("NEYH failings", "NEYH positive", "NEYH areas", "NEYH share")
    notes.word("region", 86, REGIONS[north], choices, stands, index=3)
    stands = ("EM failings", "EM share", "NEYH failings")
    notes.word("category", 86, "widespread and/or systemic failings", NAMES, stands, index=2)
    notes.word("category", 86, "typically led to positive", PHRASES, ("NEYH positive", "NEYH share"), index=2)
    only = (
        Choice("one of the Ofsted regions"),
        Choice("not the only Ofsted region", records=("the records",)),
    )
    notes.word("qualifier", 86, "the only Ofsted region", only, ("NEYH failings",))


def _quoted(notes: Annotator) -> None:
    notes.stand("plans", 45, "576,000", ("quoted", "ehc-plans"), "quoted")
    notes.stand("support", 45, "1.2 million", ("quoted", "sen-support"), "quoted")
    notes.stand("designated", 45, "18.4%", ("quoted", "designated"), "quoted")
    notes.word("qualifier", 45, "over", (Choice("under"), Choice("almost")), ("support",))
    notes.word("date", 45, "January 2024", (Choice("January 2023"), Choice("March 2024")), ("plans",))


def _tables(notes: Annotator) -> None:
    heads = ("Typically positive experiences and outcomes", "Inconsistent experiences and outcomes")
    heads += ("Widespread and/or systemic failings", "Total")
    facets = (P, I, W, "all")
    sorts = ("count", "count", "count", "total")
    plan = (
        (121, (122,), ("Local areas",), "2024"),
        (128, (129,), ("Local areas",), "since"),
        (135, tuple(range(136, 144)), tuple(REGIONS), "since"),
    )
    for head, lines, labels, period in plan:
        rows = []
        for line, label in zip(lines, labels, strict=True):
            facet = "all" if label == "Local areas" else label
            keys = [key(period, outcome, facet) for outcome in facets]
            rows.append(notes.row(line, label, facet, keys, sorts, f"table {head}"))
            notes.relate("adds", (rows[-1].cells[3], *rows[-1].cells[:3]), "the sum of the row")
        for place in range(4 if len(rows) > 1 else 0):
            notes.relate("column", [row.cells[place] for row in rows], "the national total", number=3)
        notes.grid(f"table {head}", rows, facets, [notes.span(head, words) for words in heads])


def _dates(notes: Annotator) -> None:
    figures = {119: (59, "2024"), 126: (74, LAST_DAY), 133: (88, LAST_DAY)}
    for line, (other, words) in figures.items():
        facet = "2023" if words == "2024" else "to 2023"
        earlier = words.replace("2024", "2023")
        cells = [
            name for grid in notes.grids if grid.name == f"table {line + 2}" for row in grid.rows for name in row.cells
        ]
        sort = "period" if words == "2024" else "date"
        notes.word(sort, line, words, (Choice(earlier, facet, against=("the caption",)),), cells, index=1)
        notes.word(sort, other, words, (Choice(earlier, against=("the caption",)),))
        if sort == "date":
            notes.word("period", line, "2024", (Choice("2023", facet, against=("the caption",)),), cells, index=1)
            notes.word(sort, other, words, (IMPOSSIBLE, Choice("30 June 2024", against=("the caption",))))
    issued = (
        Choice("27 June 2025"),
        Choice("26 June 2024", against=("the day of the data",)),
        Choice("31 June 2025", against=("the calendar",)),
    )
    notes.word("date", 5, "26 June 2025", issued)
    notes.word("date", 3, LAST_DAY, (Choice("31 December 2023", against=("the captions",)), IMPOSSIBLE))
    order = (Choice("31 December 2022", against=("the order of the dates",)), IMPOSSIBLE)
    for line in (21, 23, 49, 64):
        notes.word("date", line, LAST_DAY, order)
    notes.word("date", 79, LAST_DAY, (IMPOSSIBLE, Choice("31 December 2023", open=True)))
    notes.word("date", 27, "January 2023", (Choice("January 2022", open=True), Choice("March 2023", open=True)))
    notes.word("period", 49, "2024", (Choice("2023", open=True),), nth=1)
    notes.word("period", 47, "2024", (Choice("2023", open=True),))
    notes.word("period", 27, "2027/28", (Choice("2028/29"),))
