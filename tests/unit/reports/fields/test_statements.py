"""The tables of findings: rows between ruling lines, over pages, with bullets and numbers, and what is left unsure."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.reports.fields.paper import LEFT, PLAIN, RIGHT, Paper, across, by_number, part_of, upright

from areasend.reports.fields.found import Found
from areasend.reports.fields.statements import read_statements
from areasend.reports.layout.strips import Strip, strip_of_line
from areasend.reports.parts import Part
from areasend.reports.pdf import Line, Page
from areasend.reports.reading import FoundStatement

SECOND = 250.0
WORDS = ["leaders", "across", "education", "should", "improve", "the", "quality", "of", "plans", "and", "advice"]
BODIES = ["Ambleford Council", "NHS Devon ICB", "Ambleford Council and NHS Devon ICB", "school and college leaders"]


@dataclass
class Cell:
    """A row as a table prints it: who, and its lines; `over` is before which of them a page ends."""

    lines: list[str]
    body: str = ""
    over: int | None = None


@dataclass
class Table:
    """Rows set between ruling lines from page to page."""

    priority: bool
    papers: list[Paper] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    ruled: bool = True
    y: float = 0.0

    def begin_page(self) -> None:
        self.papers.append(Paper(len(self.papers) + 1))
        self.y = 90.0

    def rule(self) -> None:
        paper = self.papers[-1]
        if self.ruled:
            paper.rules += tuple(across(self.y))

    def heading(self) -> None:
        self.rule()
        self.y += 14
        self.lines.append(self.papers[-1].line(self.y, "Responsible body", (SECOND, "Areas for priority action")))
        self.y += 5

    def add(self, cell: Cell) -> None:
        self.rule()
        for number, text in enumerate(cell.lines):
            if number == cell.over:
                self.y += 5
                self.rule()
                self.begin_page()
                self.rule()
            self.y += 14
            beside = cell.body if number == 0 else ""
            if text or beside:
                self.lines.append(self.line(text, beside))
        self.y += 5

    def line(self, text: str, body: str) -> Line:
        if not self.priority:
            return self.papers[-1].line(self.y, text)
        cells: list[str | tuple[float, str]] = [(LEFT, body)] if body else []
        return self.papers[-1].line(self.y, *cells, *([(SECOND, text)] if text else []))

    def end(self) -> None:
        self.rule()
        if self.priority and self.ruled:
            for paper in self.papers:
                bottom = max((rule.bottom for rule in paper.rules), default=0)
                paper.rules += tuple(upright(x, 90, bottom) for x in (LEFT - 5, SECOND - 5, RIGHT))


def table(cells: Sequence[Cell], *, priority: bool = False, ruled: bool = True) -> Table:
    made = Table(priority, ruled=ruled)
    made.begin_page()
    if priority:
        made.heading()
    for cell in cells:
        made.add(cell)
    made.end()
    return made


def untagged(before: Strip, after: Strip) -> bool | None:
    return None


def read(made: Table) -> tuple[tuple[FoundStatement, ...], Found]:
    found = Found()
    kind = "apa" if made.priority else "afi"
    pages: dict[int, Page] = by_number(*made.papers)
    return read_statements(part_of(kind, *made.lines), kind, pages, PLAIN, untagged, found), found


@st.composite
def cells(draw: st.DrawFn, *, priority: bool) -> Cell:
    """A sentence over lines, some with bullets behind it; a page begins in lower case or with a bullet."""
    sentence = [draw(st.lists(st.sampled_from(WORDS), min_size=4, max_size=6)) for _ in range(draw(st.integers(1, 4)))]
    lines = [" ".join(words) for words in sentence]
    lines[0] = lines[0].capitalize()
    bullets = draw(st.integers(0, 3))
    # A line that ends a cell is short: the first word of the next would have stood behind it.
    lines[-1] = lines[-1][:12].strip() + (":" if bullets else ".")
    lines += [f"{draw(st.sampled_from('▪•●■◼'))} {draw(st.sampled_from(WORDS))} item," for _ in range(bullets)]
    body = draw(st.sampled_from(BODIES)) if priority else ""
    over = draw(st.one_of(st.none(), st.integers(1, len(lines) - 1))) if len(lines) > 1 else None
    return Cell(lines, body, over)


def text_of(cell: Cell) -> str:
    return " ".join(f"• {line[2:]}" if line[0] in "▪•●■◼" else line for line in cell.lines)


def pages_of(made: Sequence[Cell]) -> list[tuple[int, int]]:
    page, found = 1, []
    for cell in made:
        after = page + (cell.over is not None)
        found.append((page, after))
        page = after
    return found


@pytest.mark.parametrize("priority", [False, True])
@given(data=st.data())
def test_tables_are_read_back(data: st.DataObject, *, priority: bool) -> None:
    made = data.draw(st.lists(cells(priority=priority), min_size=1, max_size=6))
    statements, found = read(table(made, priority=priority))
    assert [statement.text for statement in statements] == [text_of(cell) for cell in made]
    assert [statement.responsible_body for statement in statements] == [cell.body for cell in made]
    assert [statement.n_bullets for statement in statements] == [
        sum(line[0] in "▪•●■◼" for line in cell.lines) for cell in made
    ]
    assert [(statement.page_start, statement.page_end) for statement in statements] == pages_of(made)
    assert [(statement.kind, statement.seq) for statement in statements] == [
        ("apa" if priority else "afi", number) for number in range(1, len(made) + 1)
    ]
    assert found.problems == []


def test_bodies_are_taken_apart() -> None:
    (statement,), _ = read(table([Cell(["Leaders should act."], "Ambleford Council and NHS Devon ICB")], priority=True))
    assert statement.responsible_bodies == ("Ambleford Council", "NHS Devon ICB")


@pytest.mark.parametrize("marks", ["1. 2. 3.", "1) 2) 3)", "(a) (b) (c)", "4. 5. 6.", "a. b. c."])
@pytest.mark.parametrize("before", [[], ["Leaders should:"]])
def test_numbered_items_of_one_cell_are_statements(marks: str, before: list[str]) -> None:
    items = [f"{mark} Item of {mark[-2]} here." for mark in marks.split()]
    statements, _ = read(table([Cell([*before, *items], "Ambleford Council")], priority=True))
    assert len(statements) == 3
    texts = [item.split(" ", 1)[1] for item in items]
    if before:
        texts[0] = f"{before[0]} {items[0]}"
    assert [statement.text for statement in statements] == texts
    assert {statement.responsible_body for statement in statements} == {"Ambleford Council"}


@pytest.mark.parametrize("marks", ["1. 3.", "1. a.", "a. 1.", "2. 1.", "a. c."])
def test_numbers_that_do_not_follow_each_other_part_nothing(marks: str) -> None:
    items = [f"{mark} Item here." for mark in marks.split()]
    statements, _ = read(table([Cell(items)]))
    assert len(statements) == 1


def test_every_cell_with_its_own_number() -> None:
    statements, _ = read(table([Cell(["1. Leaders should act."]), Cell(["2. Leaders should think."])]))
    assert [statement.text for statement in statements] == ["Leaders should act.", "Leaders should think."]


def test_no_table_is_no_statement() -> None:
    found = Found()
    assert read_statements(None, "apa", {}, PLAIN, untagged, found) == ()
    assert found.problems == []


def test_a_blank_body_is_a_problem() -> None:
    made = [Cell(["Leaders should act."], "Ambleford Council"), Cell(["Leaders should think."], "")]
    statements, found = read(table(made, priority=True))
    assert [statement.responsible_body for statement in statements] == ["Ambleford Council", ""]
    assert [(problem.field, problem.expected) for problem in found.problems] == [
        ("n_areas_for_priority_action", "a responsible body beside every area for priority action")
    ]


@pytest.mark.parametrize("blank", [0, 1, 2])
def test_a_blank_statement_is_a_problem_and_lends_nobody_its_body(blank: int) -> None:
    made = [
        Cell([f"Leaders should act {number}."], f"{name} Council")
        for number, name in enumerate(["Amble", "Ford", "Wren"])
    ]
    made[blank].lines = [""]
    statements, found = read(table(made, priority=True))
    kept = [cell for number, cell in enumerate(made) if number != blank]
    assert [(statement.text, statement.responsible_body) for statement in statements] == [
        (cell.lines[0], cell.body) for cell in kept
    ]
    assert [(problem.expected, problem.found) for problem in found.problems] == [
        (f"a statement beside {made[blank].body}", "an empty cell")
    ]


def test_without_ruling_lines_paragraphs_are_statements_and_that_is_told() -> None:
    made = [Cell(["Leaders should act:", "▪ now"], "Amble Council"), Cell(["Leaders should think."], "Ford Council")]
    built = table(made, priority=True, ruled=False)
    statements, found = read(moved(built))
    assert [(statement.text, statement.responsible_body) for statement in statements] == [
        ("Leaders should act: • now", "Amble Council"),
        ("Leaders should think.", "Ford Council"),
    ]
    assert {problem.expected for problem in found.problems} == {"ruling lines around the statements on page 1"}


def moved(made: Table) -> Table:
    """The same without ruling lines, the second row far enough below the first to be a paragraph of its own."""
    *rows, last = made.lines
    paper = made.papers[0]
    made.lines = [*rows, paper.line(last.y + 20, *[(word.x0, word.text) for word in last.words])]
    return made


def test_one_column_without_ruling_lines() -> None:
    paper = Paper()
    lines = [
        paper.line(y, text) for y, text in ((100, "Leaders should act"), (114, "now."), (150, "They should think."))
    ]
    found = Found()
    statements = read_statements(part_of("afi", *lines), "afi", by_number(paper), PLAIN, untagged, found)
    assert [statement.text for statement in statements] == ["Leaders should act now.", "They should think."]
    assert len(found.problems) == 1


def test_a_table_whose_column_is_not_drawn_has_the_one_of_its_heading() -> None:
    made = table([Cell(["Leaders should act."], "Amble Council")], priority=True)
    made.papers[0].rules = tuple(rule for rule in made.papers[0].rules if rule.horizontal)
    (statement,), found = read(made)
    assert (statement.text, statement.responsible_body) == ("Leaders should act.", "Amble Council")
    assert found.problems == []


def test_neither_heading_nor_column_is_a_problem() -> None:
    made = table([Cell(["Leaders should act."])], priority=True)
    made.papers[0].rules = tuple(rule for rule in made.papers[0].rules if rule.horizontal)
    made.lines = made.lines[1:]
    (statement,), found = read(made)
    assert statement.responsible_body == ""
    assert {problem.expected for problem in found.problems} == {
        "a column of responsible bodies",
        "a responsible body beside every area for priority action",
    }


def test_text_beside_the_table_is_a_problem_and_no_statement() -> None:
    made = table([Cell(["Leaders should act."], "Amble Council")], priority=True)
    below = max(rule.bottom for rule in made.papers[0].rules) + 40
    made.lines += [made.papers[0].line(below, "A note below."), made.papers[0].line(below + 20, "—")]
    statements, found = read(made)
    assert len(statements) == 1
    assert [(problem.expected, problem.found) for problem in found.problems] == [
        ("no text beside the table of statements", "A note below.")
    ]


def test_nothing_inside_the_table_at_all() -> None:
    """An upright line alone, and the words below it: they are told, and no statement is made of them."""
    paper = Paper(rules=[upright(LEFT - 5, 40, 60)])
    found = Found()
    lines = [paper.line(90, "A note below.")]
    statements = read_statements(part_of("afi", *lines), "afi", by_number(paper), PLAIN, untagged, found)
    assert statements == ()
    assert [(problem.expected, problem.found) for problem in found.problems] == [
        ("no text beside the table of statements", "A note below.")
    ]


def over_a_page(first: Cell, second: Cell, same: bool | None = None) -> tuple[list[tuple[str, str]], list[str]]:
    """Two pages with a row each: what becomes of them."""
    made = Table(priority=True)
    made.begin_page()
    made.heading()
    made.add(first)
    made.rule()
    made.begin_page()
    made.add(second)
    made.end()
    found = Found()
    pages = by_number(*made.papers)
    statements = read_statements(part_of("apa", *made.lines), "apa", pages, PLAIN, lambda before, after: same, found)
    told = [(statement.responsible_body, statement.text) for statement in statements]
    return told, [problem.expected for problem in found.problems]


FULL = "Leaders across education should improve plans and adv"


@pytest.mark.parametrize(
    ("first", "second", "same", "joined"),
    [
        # A body named anew begins a row, unless its own cell runs on too.
        (Cell(["Leaders act."], "Amble Council"), Cell(["They think."], "Ford Council"), None, False),
        (Cell([FULL], "Amble Council"), Cell(["of plans."], "and Ford Council"), None, True),
        (Cell(["Leaders act."], "Amble Council"), Cell(["They think."], "and Ford Council"), True, True),
        (Cell(["Leaders act."], "Amble Council"), Cell(["They think."], "Ford Council"), False, False),
        # Without a body on the second page it is the same row.
        (Cell(["Leaders act."], "Amble Council"), Cell(["They think."]), None, True),
        # Cells of the body run further than the text.
        (Cell(["Leaders act."], "Amble Council and"), Cell([""], "Ford Council"), None, True),
        # The text stands on the second page alone.
        (Cell([""], "Amble Council"), Cell(["They think."]), None, True),
    ],
)
def test_rows_over_a_page(first: Cell, second: Cell, same: bool | None, *, joined: bool) -> None:
    told, problems = over_a_page(first, second, same)
    if joined:
        body = " ".join(filter(None, (first.body, second.body)))
        assert told == [(body, " ".join(filter(None, (first.lines[0], second.lines[0]))))]
    else:
        assert told == [(first.body, first.lines[0]), (second.body, second.lines[0])]
    assert problems == []


def test_a_row_without_text_at_the_end_of_a_page_and_a_body_on_the_next() -> None:
    told, problems = over_a_page(Cell([""], "Amble Council"), Cell(["They think."], "Ford Council"))
    assert told == [("Ford Council", "They think.")]
    assert problems == ["a statement beside Amble Council"]


def improvement_over_a_page(
    first: list[str], second: list[str], same: bool | None = None
) -> tuple[list[str], list[str]]:
    papers = [Paper(number, rules=across(90, 96 + 14 * len(lines))) for number, lines in ((1, first), (2, second))]
    lines = [
        # Each blank at a line's beginning sets it in by five points.
        *papers[0].column(104, *((LEFT + 5.0 * (len(text) - len(text.lstrip())), text.lstrip()) for text in first)),
        *papers[1].column(104, *((LEFT + 5.0 * (len(text) - len(text.lstrip())), text.lstrip()) for text in second)),
    ]
    found = Found()
    statements = read_statements(
        part_of("afi", *lines), "afi", by_number(*papers), PLAIN, lambda before, after: same, found
    )
    return [statement.text for statement in statements], [problem.expected for problem in found.problems]


LONG = "Leaders across education, health and care should improve the quality of plans."


@pytest.mark.parametrize(
    ("first", "second", "same", "count", "unsure"),
    [
        ([LONG, "They must act."], ["Leaders think."], None, 2, False),
        ([LONG], ["and act."], None, 1, False),
        ([LONG], ["Leaders think."], True, 1, False),
        # A full last line that ends a sentence: nothing tells whether a new statement begins.
        ([LONG], ["Leaders think."], None, 2, True),
        # The rows are numbered, and the next number begins the page.
        (["4. " + LONG], ["5. Leaders think."], None, 2, False),
        (["4. Act.", LONG], ["Leaders think."], None, 2, True),
        # It stands with the words of the bullet, further in than the mark.
        (["Leaders should:", "▪ act on what", "  " + LONG], ["  They must."], None, 1, False),
        (["Leaders should:"], ["▪ think"], None, 1, False),
        (["Leaders should:", "▪ act"], ["▪ think"], None, 1, False),
        ([LONG, "They must act."], ["▪ think"], None, 2, False),
    ],
)
def test_statements_over_a_page(
    first: list[str], second: list[str], same: bool | None, count: int, *, unsure: bool
) -> None:
    texts, problems = improvement_over_a_page(first, second, same)
    assert len(texts) == count
    assert problems == ["a statement that plainly ends with its page or runs on over it"] * unsure


def ruled_rows(*texts: str, kind: str = "afi", head: bool = False) -> Found:
    """A table of rows of 30 points each, of which some hold no words; with a head row of its own, or without."""
    bottom = 100.0 + 30 * len(texts)
    paper = Paper(
        rules=[
            *across(*(100.0 + 30 * number for number in range(len(texts) + 1))),
            upright(LEFT - 5, 100, bottom),
            upright(SECOND - 5, 100, bottom),
            upright(RIGHT, 100, bottom),
        ]
    )
    heading = paper.line(80.0, "Areas", bold=True)
    told = [(110.0 + 30 * number, text) for number, text in enumerate(texts) if text]
    lines = [
        paper.line(y, *((text,) if kind == "afi" else ((LEFT, "Ambleford Council"), (SECOND, text))))
        for y, text in told
    ]
    part = Part(kind, "Areas", (strip_of_line(heading),), lines, again=lines[:1] if head else [])
    if head:
        part.lines = lines[1:]
    found = Found()
    read_statements(part, kind, by_number(paper), PLAIN, lambda before, after: None, found)
    return found


@pytest.mark.parametrize("kind", ["afi", "apa"])
@pytest.mark.parametrize(
    "texts", [("Head", "Leaders lead.", "", "They act."), ("Head", "", "Leaders lead."), ("Head", "Leaders lead.", "")]
)
def test_an_empty_row_of_a_table_is_a_problem(texts: tuple[str, ...], kind: str) -> None:
    found = ruled_rows(*texts, kind=kind, head=True)
    (problem,) = [problem for problem in found.problems if problem.found == "an empty row"]
    assert (problem.field, problem.page) == (
        "n_areas_for_improvement" if kind == "afi" else "n_areas_for_priority_action",
        1,
    )


def test_a_head_without_words_is_no_statement_and_no_problem() -> None:
    """One published report (Brighton and Hove, 2023) has such a head."""
    assert ruled_rows("", "Leaders lead.", "They act.").problems == []
    assert [problem.found for problem in ruled_rows("", "Leaders lead.", "").problems] == ["an empty row"]
    assert [problem.found for problem in ruled_rows("", "", "Leaders lead.").problems] == ["an empty row"]


def test_a_table_with_words_in_every_row_has_no_empty_one() -> None:
    assert ruled_rows("Leaders lead.", "They act.").problems == []


def test_the_next_number_at_the_top_of_a_page_begins_a_statement() -> None:
    """Nothing is unsure about it, though the line before was full and ends a sentence."""
    table = Table(priority=False)
    table.begin_page()
    for text in ("1. Leaders should lead.", "2. They should act at once."):
        table.add(Cell([text]))
    table.rule()
    table.begin_page()
    table.add(Cell(["3. Health services should act too."]))
    table.rule()
    found = Found()
    statements = read_statements(
        part_of("afi", *table.lines), "afi", by_number(*table.papers), PLAIN, lambda before, after: None, found
    )
    assert [statement.text for statement in statements] == [
        "Leaders should lead.",
        "They should act at once.",
        "Health services should act too.",
    ]
    assert not [problem for problem in found.problems if "plainly" in problem.expected]
