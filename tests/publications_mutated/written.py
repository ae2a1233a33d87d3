"""Releases of random but right numbers about invented inspections of invented places, in our own words.

`written(seed)` is the same for the same seed: prose, tables, lists, shares and two years, in one of the layouts, with a
CSV file of the same table beside it for every third.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from random import Random

from tests.publications_mutated.layouts import Known, Named, Page, Said
from tests.publications_mutated.model import Choice, Key, Row, Subject
from tests.publications_mutated.relations import round_half_up

REGIONS = ("Northmarch", "Eastvale", "Westerby", "Southmere", "Highfell", "Lowdale", "Midshire", "Farcoast")
GRADES = (("strong", "sound", "weak"), ("good", "fair", "poor"), ("secure", "developing", "fragile"))
SUBJECTS = (("schools", "inspected"), ("nurseries", "visited"), ("colleges", "inspected"), ("libraries", "reviewed"))
LAYOUTS = ("plain", "markdown", "html", "tabs")


@dataclass(frozen=True)
class World:
    """What is true: counts by year, grade and region."""

    things: str
    seen: str
    grades: tuple[str, ...]
    regions: tuple[str, ...]
    years: tuple[str, str]
    counts: dict[tuple[str, str, str], int]

    def count(self, year: str, grade: str = "all", region: str = "all") -> int:
        return sum(
            value
            for (one, other, third), value in self.counts.items()
            if one == year and grade in ("all", other) and region in ("all", third)
        )

    def share(self, year: str, grade: str, region: str = "all") -> str:
        whole = self.count(year, region=region)
        return f"{int(round_half_up(Fraction(100 * self.count(year, grade, region), whole)))}%"


def written(seed: int) -> Subject:
    """A right release. Its files are named after its layout."""
    rng = Random(f"written {seed}")
    layout = LAYOUTS[seed % len(LAYOUTS)]
    world = _world(rng)
    known = Known()
    ending = {"html": "html", "markdown": "md"}.get(layout, "txt")
    page = Page(f"release.{ending}", layout, known)
    _opening(page, world)
    _words(page, world, rng)
    _grades(page, world)
    _table(page, world, rng, "table")
    if rng.random() < 0.7:
        _shares(page, world)
    _years(page, world)
    page.done()
    if seed % 3 == 0:
        beside = Page("by-region.csv", "csv", known)
        _table(beside, world, rng, "csv")
        beside.done()
    return known.subject(f"written {seed}")


def _world(rng: Random) -> World:
    things, seen = rng.choice(SUBJECTS)
    grades = rng.choice(GRADES)
    regions = tuple(rng.sample(REGIONS, rng.randint(4, 7)))
    first = rng.randint(2015, 2022)
    years = (str(first), str(first + 1))
    counts = {(year, grade, region): rng.randint(1, 40) for year in years for grade in grades for region in regions}
    if rng.random() < 0.5:
        counts[years[1], grades[2], rng.choice(regions)] = 0
    return World(things, seen, grades, regions, years, counts)


def _key(year: str, grade: str = "all", region: str = "all", measure: str = "count") -> Key:
    return (measure, year, grade, region)


def _day(text: str, *others: Choice) -> Named:
    month = text.split()[1]
    impossible = Choice(text.replace(text.split()[0], "32", 1), against=("the calendar",))
    assert month in ("January", "December")
    return Named("date", text, (impossible, *others))


def _opening(page: Page, world: World) -> None:
    year = world.years[1]
    page.title(f"{world.things.capitalize()} {world.seen} in {year}")
    page.paragraph(
        f"This release is about {world.things} {world.seen} between ",
        _day(f"1 January {year}", Choice(f"1 January {int(year) + 1}", against=("the order of the dates",))),
        " and ",
        _day(f"31 December {year}", Choice(f"31 December {int(year) - 1}", against=("the order of the dates",))),
        ". Published ",
        Named(
            "date",
            f"14 May {int(year) + 1}",
            (Choice(f"15 May {int(year) + 1}"), Choice(f"31 June {int(year) + 1}", against=("the calendar",))),
        ),
        ".",
    )


def _words(page: Page, world: World, rng: Random) -> None:
    """What the year was like, with the parts of the whole and the last of them as the rest."""
    year, known = world.years[1], page.known
    first, second, third = world.grades
    page.heading("Main findings")
    names = [f"words {grade}" for grade in world.grades]
    amounts = (
        Choice(f"we {world.seen} over", relation=">"),
        Choice(f"we {world.seen} at least", relation=">="),
        Choice(f"we {world.seen} fewer than", relation="<"),
    )
    rest = (
        Choice("", rest="no"),
        Choice("over ", rest="no", relation=">"),
        Choice("at most ", rest="no", relation="<="),
    )
    rest += (Choice("fewer than ", rest="no", relation="<"),)
    page.paragraph(
        "In ",
        Named("period", year, (Choice(str(int(year) - 1), world.years[0]),), ("words all", *names), 1),
        ", ",
        Named("qualifier", f"we {world.seen}", amounts, ("words all",)),
        " ",
        Said("words all", f"{world.count(year):,}", _key(year), "total"),
        f" {world.things}. Of these, ",
        Said(names[0], str(world.count(year, first)), _key(year, first)),
        " were ",
        _grade(world, first, (names[0],)),
        ", ",
        Said(names[1], str(world.count(year, second)), _key(year, second)),
        " were ",
        _grade(world, second, (names[1],)),
        " and ",
        Named("qualifier", "the remaining ", rest, (names[2],)),
        Said(names[2], str(world.count(year, third)), _key(year, third)),
        " were ",
        _grade(world, third, (names[2],)),
        ".",
    )
    known.relate("adds", ["words all", *names], "the sum")
    known.relate("rest", [names[2], "words all", names[0], names[1]], "the rest of the whole", number=1)
    for region in rng.sample(world.regions, 2):
        _region_in_words(page, world, region, rng.choice(world.grades[:2]))
    _most(page, world)
    _only(page, world)


def _grade(world: World, grade: str, stands: Sequence[str]) -> Named:
    return Named("category", grade, tuple(Choice(other, other) for other in world.grades), tuple(stands), 2)


def _region(world: World, region: str, stands: Sequence[str]) -> Named:
    return Named("region", region, tuple(Choice(other, other) for other in world.regions), tuple(stands), 3)


def _region_in_words(page: Page, world: World, region: str, grade: str) -> None:
    year = world.years[1]
    part, whole, share = (f"{region} {grade} {one}" for one in ("part", "whole", "share"))
    page.paragraph(
        "In ",
        _region(world, region, (part, whole, share)),
        ", ",
        Said(part, str(world.count(year, grade, region)), _key(year, grade, region)),
        " of the ",
        Said(whole, str(world.count(year, region=region)), _key(year, region=region), "total"),
        f" {world.things} that we {world.seen} (",
        Said(share, world.share(year, grade, region), _key(year, grade, region, "share"), "percentage"),
        ") were ",
        _grade(world, grade, (part, share)),
        ".",
    )
    page.known.relate("share", (share, part, whole), "the percentage")


def _most(page: Page, world: World) -> None:
    year = world.years[1]
    totals = {region: world.count(year, region=region) for region in world.regions}
    top = max(totals, key=lambda region: totals[region])
    if list(totals.values()).count(totals[top]) > 1:
        return
    most = (Choice("the fewest", against=("the table",)), Choice("many"))
    page.paragraph(
        _region(world, top, ("most",)),
        " had ",
        Named("qualifier", "the most", most, ("most",)),
        f" {world.things} {world.seen}, with ",
        Said("most", str(totals[top]), _key(year, region=top), "total"),
        ".",
    )


def _only(page: Page, world: World) -> None:
    """Where one region alone has none of the last grade."""
    year, last = world.years[1], world.grades[2]
    none = [region for region in world.regions if world.count(year, last, region) == 0]
    if len(none) != 1:
        return
    page.paragraph(
        _region(world, none[0], ("none",)),
        " is ",
        Named("qualifier", "the only region", (Choice("one of the regions"), Choice("a region")), ("none",)),
        " in which ",
        Said("none", "no", _key(year, last, none[0])),
        f" {world.things} were ",
        _grade(world, last, ("none",)),
        ".",
    )


def _grades(page: Page, world: World) -> None:
    page.heading("How we grade")
    page.paragraph("There are ", Said("grades", "3", ("grades",)), " grades:")
    page.listing("grades", world.grades)
    page.known.relate("length", ("grades",), "the list length", list="grades")
    count = Said("regions", str(len(world.regions)), ("regions",))
    page.paragraph(f"We {world.seen} {world.things} in ", count, " regions:")
    page.listing("regions", world.regions)
    page.known.relate("length", ("regions",), "the list length", list="regions")


def _table(page: Page, world: World, rng: Random, name: str) -> None:
    """By region, with the whole first, last or nowhere."""
    year = world.years[1]
    columns = (*world.grades, "all")
    heads = [*((grade.capitalize(), grade) for grade in world.grades), ("Total", "all")]
    rows = [(region, region, _cells(world, name, year, region, columns)) for region in world.regions]
    whole = ("All regions", "all", _cells(world, name, year, "all", columns))
    where = rng.choice(("first", "last", "nowhere"))
    rows = {"first": [whole, *rows], "last": [*rows, whole], "nowhere": rows}[where]
    caption = f"Table 1: {world.things.capitalize()} {world.seen} in {year} by region"
    made = page.table((caption,), heads, rows)
    for label, _, cells in rows:
        page.known.relate("adds", [cells[3].name, *(cell.name for cell in cells[:3])], f"the sum of the row {label}")
    _columns(page, made, len(columns))


def _cells(world: World, name: str, year: str, region: str, columns: Sequence[str]) -> list[Said]:
    return [
        Said(
            f"{name} {year} {region} {grade}",
            str(world.count(year, grade, region)),
            _key(year, grade, region),
            "total" if "all" in (grade, region) else "count",
        )
        for grade in columns
    ]


def _columns(page: Page, rows: Sequence[Row], number: int) -> None:
    for place in range(number):
        page.known.relate("column", [row.cells[place] for row in rows], "the total of the column", number=3)


def _shares(page: Page, world: World) -> None:
    year = world.years[1]
    heads = [(grade.capitalize(), grade) for grade in world.grades]
    rows = []
    for region in world.regions:
        cells = [
            Said(
                f"shares {region} {grade}",
                world.share(year, grade, region),
                _key(year, grade, region, "share"),
                "percentage",
            )
            for grade in world.grades
        ]
        rows.append((region, region, cells))
        for grade, cell in zip(world.grades, cells, strict=True):
            of = (f"table {year} {region} {grade}", f"table {year} {region} all")
            page.known.relate("share", (cell.name, *of), "the percentage")
    page.table((f"Table 2: Percentage of {world.things} by grade and region, {year}",), heads, rows)


def _years(page: Page, world: World) -> None:
    before, year = world.years
    page.heading("Compared with the year before")
    change = world.count(year) - world.count(before)
    if change:
        page.paragraph(
            f"The number of {world.things} {world.seen} ",
            Named("qualifier", *_direction(change)),
            " from ",
            Said("before", f"{world.count(before):,}", _key(before), "total"),
            " in ",
            Named("period", before, (Choice(str(int(before) - 1), "earlier"),), ("before",), 1),
            " to ",
            Said("after", f"{world.count(year):,}", _key(year), "total"),
            " in ",
            Named("period", year, (Choice(before, before),), ("after",), 1),
            ".",
        )
    heads = [*((grade.capitalize(), grade) for grade in world.grades), ("Total", "all")]
    rows = []
    for one in world.years:
        cells = _cells(world, "years", one, "all", (*world.grades, "all"))
        rows.append((one, one, cells))
        page.known.relate("adds", [cells[3].name, *(cell.name for cell in cells[:3])], f"the sum of the row {one}")
    made = page.table((f"Table 3: {world.things.capitalize()} {world.seen} by year",), heads, rows, "Year")
    grid = page.known.grids[-1]
    page.known.grids[-1] = type(grid)(grid.name, made, grid.facets, grid.heads, 1, 2)


def _direction(change: int) -> tuple[str, tuple[Choice, ...]]:
    words = ("rose", "fell") if change > 0 else ("fell", "rose")
    return words[0], (Choice(words[1], against=("the two numbers",)),)
