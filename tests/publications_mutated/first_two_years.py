"""The official findings from the first two years, annotated by hand: the file is not part of this repository.

Two of its percentages are of no count (35% of 14, 55% of 54), in words and annex; these are annotated as printed.
"""

from tests.publications_mutated.annotating import Annotator
from tests.publications_mutated.main_findings import I, P, W, key
from tests.publications_mutated.model import Choice, Key, Span, Stand, Subject
from tests.publications_mutated.truth import counted

# The line of each theme in words: how it is named there, its share as an area for improvement and for priority action.
THEMES = {
    "governance": (110, "strategic governance and oversight", "55%", "86%"),
    "information": (122, "Information-sharing", "46%", "36%"),
    "commissioning": (134, "Commissioning arrangements across the partnership", "28%", "43%"),
    "coproduction": (146, "Co-production", "24%", "21%"),
    "plans": (160, "The timeliness and/or quality of EHC plans", "69%", "71%"),
    "waiting": (172, "Long waiting times for health services", "57%", "64%"),
    "early": (182, "", "20%", "35%"),
    "transition": (192, "Transition planning", "52%", "21%"),
}
ROWS = {
    "governance": (214, "Strategic governance and oversight"),
    "information": (215, "Information, data-sharing and coordination of services"),
    "commissioning": (216, "Joint commissioning arrangements across the partnership"),
    "coproduction": (217, "Co-production with children, young people, families and providers"),
    "plans": (218, "Timeliness and/or quality of EHC plans"),
    "waiting": (219, "Waiting times for health services"),
    "early": (220, "Early help and identification of need"),
    "transition": (221, "Moving to the next stage of education, training or employment"),
}
REGIONS = ("East Midlands", "East of England", "London", "North East", "North West")
REGIONS += ("South East", "South West", "West Midlands", "Yorkshire and Humber")
INSPECTED, FAILING = 54, 14


def first_two_years(text: str) -> Subject:
    """The annotated publication."""
    notes = Annotator("first-two-years.txt", text)
    _counts(notes)
    _surveys(notes)
    _themes(notes)
    _quoted(notes)
    _lists(notes)
    _dates(notes)
    return notes.subject("first two years", counted("2024-12-31"))


def _counts(notes: Annotator) -> None:
    for name, line in (("inspected", 63), ("table title", 65), ("map title", 74), ("list title", 223)):
        notes.stand(name, line, "54", key("since"), "total")
    rows = []
    for line, outcome, count, share in ((68, P, "14", "26%"), (69, I, "26", "48%"), (70, W, "14", "26%")):
        notes.stand(f"count {outcome}", line, count, key("since", outcome))
        notes.stand(f"share {outcome}", line, share, ("share", "since", outcome, "all"), "percentage")
        notes.relate("share", (f"share {outcome}", f"count {outcome}", "inspected"), "the percentage")
        there = notes.span(line, "14" if outcome != I else "26")
        start = notes.whole(line).start
        label = Span(notes.file, start, there.start - 1)
        rows.append((label, outcome, (f"count {outcome}", f"share {outcome}"), notes.whole(line)))
    notes.rows("outcomes", rows, ("count", "share"), row_index=2, column_index=0)
    notes.relate("adds", ("inspected", *(f"count {outcome}" for outcome in (P, I, W))), "the sum")
    notes.stand("leaders", 57, "93%", ("leadership",), "percentage")
    notes.relate("base", ("leaders",), "the base", number=FAILING, key=key("since", W))
    notes.stand("areas", 202, "153", ("areas",), "total")
    bounds = (Choice("we inspected over", relation=">"), Choice("we inspected at least", relation=">="))
    bounds += (Choice("we inspected fewer than", relation="<"), Choice("we inspected only"))
    notes.word("qualifier", 63, "we inspected", bounds, ("inspected",))
    notes.word("qualifier", 202, "of all", (Choice("of almost all", open=True), Choice("of the")), ("areas",))
    most = (Choice("the most common area", "apa"), Choice("one of the most common areas", "apa"))
    most += (Choice("the least common area", "apa", against=("the table",)),)
    notes.word("qualifier", 110, "the most common area", most)


def _surveys(notes: Annotator) -> None:
    """Bounds: only what can never be is a contradiction of the publication; the records have what was printed."""
    plan = (("all", "67,000", ">", "over"), ("young", "6,000", ">", "over"), ("parents", "43,000", ">", "more than"))
    for name, text, relation, _ in plan:
        notes.stand(f"survey {name}", 83, text, ("survey", name), "quoted", relation=relation)
    notes.stand("survey staff", 83, "17,000", ("survey", "staff"), "quoted")
    under = ("the records",)
    notes.word(
        "qualifier", 83, "over", (Choice("under", open=True, records=under), Choice("more than")), ("survey all",)
    )
    notes.word("qualifier", 83, "more than", (Choice("over"), Choice("just over")), ("survey parents",))
    notes.word("qualifier", 83, "a further", (Choice("some"), Choice("over", open=True)), ("survey staff",))


def _themes(notes: Annotator) -> None:
    rows = []
    names = [words for _, words, _, _ in THEMES.values() if words]
    for theme, (line, words, improvement, priority) in THEMES.items():
        keys: dict[str, Key] = {kind: ("theme", theme, kind) for kind in ("afi", "apa")}
        in_words = [
            notes.stand(f"{theme} afi", line, improvement, keys["afi"], "percentage"),
            notes.stand(f"{theme} apa", line, priority, keys["apa"], "percentage"),
        ]
        if words:
            others = [(other, there[1]) for other, there in THEMES.items() if there[1] in names]
            choices = [Choice(_fitting(text, words), other) for other, text in others]
            notes.word("category", line, words, choices, in_words, index=1)
        row, label = ROWS[theme]
        cells = notes.row(row, label, theme, (keys["apa"], keys["afi"]), ("percentage", "percentage"), "annex")
        rows.append((cells.label, theme, cells.cells, cells.whole))
        for name, base in zip((*in_words, *cells.cells), (INSPECTED, FAILING, FAILING, INSPECTED), strict=True):
            of = key("since", W) if base == FAILING else ()
            notes.relate("base", (name,), "the base", number=base, key=of)
    notes.rows("annex", rows, ("apa", "afi"), row_index=1, column_index=2)
    improvement = "an area for improvement"
    for theme in ("governance", "plans", "waiting"):
        line = THEMES[theme][0]
        notes.word(
            "category", line, improvement, (Choice("an area for priority action", "apa"),), (f"{theme} afi",), index=2
        )

    def most_common(stands: dict[str, Stand]) -> bool:
        shares = {name: one.value for name, one in stands.items() if one.key[:1] == ("theme",) and one.key[2] == "apa"}
        named = stands["governance apa"]
        return named.key[2] != "apa" or named.value >= max(shares.values())

    notes.relate("holds", tuple(f"{theme} apa" for theme in THEMES), "the most common", holds=most_common)


def _fitting(text: str, words: str) -> str:
    """With the first letter as large as in the words whose place it takes."""
    first = text[0].upper() if words[0].isupper() else text[0].lower()
    return text if text == words or text[:3] == "EHC" else first + text[1:]


def _quoted(notes: Annotator) -> None:
    plan = (
        (49, "26%"),
        (49, "21,000"),
        (49, "55%"),
        (49, "27%"),
        (49, "59%"),
        (49, "17,000"),
        (49, "43%"),
        (51, "50,000"),
        (53, "140%"),
        (158, "10%"),
        (158, "50.3%"),
    )
    for number, (line, text) in enumerate(plan):
        notes.stand(f"quoted {number}", line, text, ("quoted", str(number)), "quoted")
    notes.word("qualifier", 51, "almost", (Choice("over"), Choice("about")), ("quoted 7",))
    notes.word("qualifier", 158, "only", (Choice("over"), Choice("some")), ("quoted 10",))
    notes.word("period", 158, "2023", (Choice("2022"),), ("quoted 10",))
    notes.word("period", 49, "2023–24", (Choice("2022–23"), Choice("2021–22")), ("quoted 0",))


def _lists(notes: Annotator) -> None:
    notes.listing("themes", range(93, 101))
    notes.stand("themes", 91, "8", ("themes",))
    notes.relate("length", ("themes",), "the list length", list="themes")
    headings, areas = _areas(notes)
    for number, lines in enumerate(areas):
        notes.listing(f"region {number}", lines)
    notes.listing("all areas", [line for lines in areas for line in lines])
    for name in ("inspected", "list title"):
        notes.relate("length", (name,), "the list length", list="all areas")
    for line, name in zip(headings, REGIONS, strict=True):
        choices = [Choice(other, against=("the register",)) for other in REGIONS]
        notes.word("region", line, name, choices)
    first, second = range(316, 322), range(325, 331)
    notes.listing("visits on provision", first)
    notes.listing("visits on adulthood", second)
    notes.listing("all visits", [*first, *second])
    notes.stand("visited", 311, "12", ("visits",))
    notes.relate("length", ("visited",), "the list length", list="all visits")
    for line in (61 + 2, 65, 74):
        words = "local area partnerships"
        notes.word("category", line, words, (Choice("local authorities", open=True), Choice("local areas")))


def _areas(notes: Annotator) -> tuple[list[int], list[list[int]]]:
    """The lines of the regions' headings and, for each, of the areas under it."""
    headings: list[int] = []
    areas: list[list[int]] = []
    for number, line in enumerate(notes.text.split("\n"), 1):
        if 226 < number < 311 and line.startswith("#"):
            headings.append(number)
            areas.append([])
        elif 226 < number < 311 and line.startswith("- "):
            areas[-1].append(number)
    return headings, areas


def _dates(notes: Annotator) -> None:
    issued = (
        Choice("7 June 2025"),
        Choice("6 June 2023", open=True),
        Choice("31 June 2025", against=("the calendar",)),
    )
    notes.word("date", 15, "6 June 2025", issued)
    notes.word("date", 37, "January 2023", (Choice("January 2022", open=True), Choice("March 2023", open=True)))
    notes.word("date", 202, "2027", (Choice("2028"), Choice("2026")))
    notes.word("date", 334, "February 2024", (Choice("March 2024"),))
    notes.word(
        "date", 339, "3 March 2025", (Choice("4 March 2025"), Choice("30 February 2025", against=("the calendar",)))
    )
    records = ("the records",)
    notes.word("period", 85, "2023", (Choice("2024", records=records), Choice("2022", records=records)))
    notes.word("period", 85, "2024", (Choice("2023", records=records),))
    notes.word(
        "period", 63, "the first 2 years", (Choice("the first 3 years", open=True), Choice("the first two years"))
    )
