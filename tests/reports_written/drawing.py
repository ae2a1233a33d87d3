"""The pages of one report, in the order real ones have; what is drawn where is noted for the truth."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from random import Random

from tests.reports_written import wording
from tests.reports_written.content import Column, Content, Member, Part, Piece, Statement
from tests.reports_written.flow import Flow
from tests.reports_written.paper import Element, Paper
from tests.reports_written.setting import Hyphens, Line, Traced, is_parted_clearly
from tests.reports_written.tables import Row, Table
from tests.reports_written.typography import Style, Title


@dataclass
class Drawn:
    """The file, and what only the drawing knows: pages of statements and pieces, headings as printed.

    `unclear` counts pages that end where only tags could tell whether the text goes on.
    """

    data: bytes = b""
    pages: int = 0
    unclear: int = 0
    root: Element = field(default_factory=lambda: Element("Document"))
    headings: dict[str, str] = field(default_factory=dict)
    parts: dict[str, list[Traced]] = field(default_factory=dict)
    statements: dict[tuple[str, int], Traced] = field(default_factory=dict)


class Drawing:
    """Draws a content in a style."""

    def __init__(self, content: Content, style: Style, rng: Random) -> None:
        self.content = content
        self.style = style
        self.rng = rng
        footer = f"{style.foot.label} {content.title_name}", content.footer_dates
        self.paper = Paper(style, rng, footer)
        self.flow = Flow(self.paper, Hyphens.over(_running(content)) if style.hyphenated else None)
        self.drawn = Drawn(root=self.paper.root)

    def draw(self) -> Drawn:
        self._title_page()
        for part in self.content.parts:
            self._part(part)
        self._turn_before("findings")
        for kind in ("apa", "afi"):
            found = [statement for statement in self.content.findings if statement.kind == kind]
            if found:
                self._findings(kind, found)
        self._turn_before("details")
        self._details()
        self._about()
        self._end()
        self.drawn.data = self.paper.close()
        self.drawn.pages = self.paper.page
        self.drawn.unclear = self.flow.unclear if self.style.tags != "whole" else 0
        return self.drawn

    def _turn_before(self, key: str) -> None:
        if key in self.style.breaks and not self.flow.at_top:
            self.flow.turn()

    def _plain(self, text: str, *, gap: float = 0.0, size: float = 0.0, face: str = "") -> None:
        first, *others = self.flow.lay(text, size=size, face=face)
        self.flow.place([replace(first, gap=gap), *others], self.paper.root.add("P"))

    def _title_page(self) -> None:
        content, style, flow = self.content, self.style, self.flow
        banner = Line(self.rng.choice(wording.BANNER), 0.0, style.faces.plain, 9.5, 12.0)
        with self.paper.marked(self.paper.root.add("P")):
            self.paper.write(banner, style.left, 38.0)
        flow.y += self.rng.uniform(0.0, 40.0)
        flow.heading(
            f"Area SEND inspection of {content.title_name}", replace(style.title, upper=False), self.paper.root, below=0
        )
        tab = self.rng.random() < 0.2
        label = "Date" if self.rng.random() < 0.4 else "Dates"
        self._dates("Inspection dates:", content.dates_printed, tab)
        self._dates(f"{label} of previous inspection:", content.previous.printed, tab)
        flow.gap(style.leading)
        self._box()

    def _dates(self, label: str, said: str, tab: bool) -> None:
        if not tab or len(said) > 40:
            self._plain(f"{label} {said}", gap=4.0)
            return
        flow = self.flow
        lines = [*flow.lay(label), *flow.lay(said, x=160.0)]
        flow.gap(4.0)
        flow.y += self.style.leading
        for line in lines:
            with self.paper.marked(self.paper.root.add("P")):
                self.paper.write(line, self.style.left, flow.y - self.style.leading * 0.25)

    def _box(self) -> None:
        style, flow = self.style, self.flow
        table = Table(flow, (0.0, style.width))
        x, room = table.column(0)
        head = flow.lay(self.rng.choice(wording.OUTCOME), face=style.faces.bold, size=style.size + 1)
        body = [
            replace(line, x=x, gap=style.leading * 0.8 if line.starts else 0.0)
            for text in self.content.outcome_box
            for line in flow.lay(text, width=room)
        ]
        shown = (Row((tuple(replace(line, x=x) for line in head),), head=True), Row((tuple(body),), whole=True))
        table.draw(shown)

    def _part(self, part: Part) -> None:
        self._turn_before(part.key)
        below = self.style.leading * 2 + self.style.gap
        title = self.style.heading
        heading = self.flow.heading(part.heading, title, self.paper.root, below=below)
        self.drawn.headings[part.key] = heading
        self.drawn.parts[part.key] = self.flow.prose(part.pieces, self.paper.root)

    def _findings(self, kind: str, found: Sequence[Statement]) -> None:
        style, tables = self.style, self.style.tables
        names = {"apa": wording.PRIORITY, "afi": wording.IMPROVEMENT}[kind]
        name = self.rng.choice(names)
        if tables.head != "row" or kind == "apa":
            self.flow.heading(name, style.heading, self.paper.root, below=style.leading * 4)
        self.flow.gap(style.gap)
        edges = (0.0, style.width) if kind == "afi" else (0.0, style.width * self.rng.uniform(0.28, 0.4), style.width)
        table = Table(self.flow, edges)
        rows = [self._head_row(table, kind, name)] if tables.head != "heading" or kind == "apa" else []
        if kind == "afi" and tables.numbered == "cell":
            rows.append(Row((tuple(line for one in found for line in self._said(table, one)),), endless=True))
        else:
            rows += [Row((*self._who(table, one), self._said(table, one))) for one in found]
        table.draw(rows)
        if kind == "afi" and not tables.numbered:
            self._note_unclear(found, [row.cells[0] for row in rows if not row.head])
        if style.stray_mark and kind == "afi":
            self._stray()
        self.flow.gap(style.leading)

    def _note_unclear(self, found: Sequence[Statement], cells: Sequence[Sequence[Line]]) -> None:
        """Pages that end with a row: text under bullets could be theirs, text after a full line could go on from it."""
        for (one, above), (after, below) in pairwise(zip(found, cells, strict=True)):
            pages = self.drawn.statements[one.kind, one.seq].pages, self.drawn.statements[after.kind, after.seq].pages
            clear = one.pieces[-1].form == "paragraph" and is_parted_clearly(above[-1], below[0])
            if max(pages[0]) < min(pages[1]) and not clear:
                self.flow.unclear += 1

    def _head_row(self, table: Table, kind: str, name: str) -> Row:
        if kind == "afi" and self.style.tables.head == "empty row":
            return Row(((self._blank(),),), head=True)
        texts = (name,) if kind == "afi" else (self.rng.choice(wording.RESPONSIBLE), name)
        return Row(tuple(tuple(self._cell(table, n, text, bold=True)) for n, text in enumerate(texts)), head=True)

    def _blank(self) -> Line:
        return Line(" ", 0.0, self.style.faces.plain, self.style.size, self.style.leading)

    def _cell(self, table: Table, column: int, text: str, *, bold: bool = False) -> list[Line]:
        x, room = table.column(column)
        face = self.style.faces.bold if bold else self.style.faces.plain
        return [replace(line, x=x + line.x, width=0.0) for line in self.flow.lay(text, width=room, face=face)]

    def _who(self, table: Table, one: Statement) -> tuple[tuple[Line, ...], ...]:
        if one.kind == "afi":
            return ()
        traced = self.drawn.statements.setdefault((one.kind, one.seq), Traced())
        return (tuple(replace(line, owner=traced) for line in self._cell(table, 0, one.body)),)

    def _said(self, table: Table, one: Statement) -> tuple[Line, ...]:
        """The cell of a statement; its own number before it where the table is numbered."""
        style = self.style
        traced = self.drawn.statements.setdefault((one.kind, one.seq), Traced())
        x, room = table.column(len(table.edges) - 2)
        lines: list[Line] = []
        for number, piece in enumerate(one.pieces):
            first = one.kind == "afi" and style.tables.numbered != "" and number == 0
            shown = Piece(piece.form, f"{one.seq}. {piece.text}") if first else piece
            gap = style.gap if first else style.gap * self.rng.choice((0.0, 0.4))
            laid = self.flow.piece(shown, traced, gap, style.cell_mark, style.sub_mark, room)
            lines += [replace(laid[0], numbered=first), *laid[1:]]
        return tuple(replace(line, x=line.x + x, mark_x=line.mark_x + x) for line in lines)

    def _stray(self) -> None:
        """The bullet of an empty paragraph, which some reports leave below their last table."""
        line = replace(self._blank(), mark=self.style.mark, gap=3.0)
        if self.flow.room > line.height * 2:
            self.flow.place([line], self.paper.root.add("P"))

    def _details(self) -> None:
        content, style = self.content, self.style
        half = style.width * self.rng.uniform(0.46, 0.54)
        table = Table(self.flow, (0.0, half, style.width))
        columns = (content.authority_column, content.board_column)
        heads = Row(
            tuple(tuple(self._cell(table, n, column.heading, bold=True)) for n, column in enumerate(columns)), head=True
        )
        rows = [
            Row(tuple(self._paragraphs(table, n, column, level) for n, column in enumerate(columns)), whole=True)
            for level in range(len(content.authority_column.cells))
        ]
        below = (
            sum(max(len(cell) for cell in row.cells) for row in rows) * style.leading + 9 * style.tables.padding + 40
        )
        self.flow.heading(
            self.rng.choice(wording.DETAILS), style.heading, self.paper.root, below=below + style.leading * 2
        )
        table.draw([heads, *rows])
        self.flow.gap(style.leading)

    def _paragraphs(self, table: Table, number: int, column: Column, level: int) -> tuple[Line, ...]:
        return tuple(line for text in column.cells[level] for line in self._cell(table, number, text))

    def _about(self) -> None:
        style = self.style
        self.flow.heading(wording.ABOUT, style.heading, self.paper.root, below=style.leading * 4)
        for text in self.content.about:
            self._plain(text, gap=style.gap)
        self._team()

    def _team(self) -> None:
        style, flow = self.style, self.flow
        half = style.width * self.rng.uniform(0.48, 0.56)
        table = Table(flow, (0.0, half, style.width), ruled=style.tables.team_ruled)
        heads = ("Ofsted", "Care Quality Commission")
        rows = [Row(tuple(tuple(self._cell(table, n, text, bold=True)) for n, text in enumerate(heads)), head=True)]
        number = max(len(self.content.ofsted), len(self.content.commission))
        for level in range(number):
            rows.append(
                Row(
                    tuple(
                        self._member(table, n, team, level)
                        for n, team in enumerate((self.content.ofsted, self.content.commission))
                    ),
                    whole=True,
                )
            )
        room = style.leading * (5 + style.team_split * 1.5)
        wanted = room + style.heading.size + 6 * style.tables.padding
        if style.team_split and flow.room > wanted + style.leading * 3:
            flow.y = style.floor - wanted - style.leading
        title = Title(style.faces.bold, style.heading.size, style.heading.colour, style.heading.upper)
        flow.heading(self.rng.choice(wording.TEAM), title, self.paper.root, below=room)
        table.draw(rows)
        flow.gap(style.leading * 2)

    def _member(self, table: Table, column: int, team: Sequence[Member], level: int) -> tuple[Line, ...]:
        return tuple(self._cell(table, column, team[level].printed)) if level < len(team) else ()

    def _end(self) -> None:
        """The complaint, who the inspectorate is, the licence, the address and the year."""
        size = 9.0
        self._turn_before("end")
        if self.content.complaint:
            self._plain(self.rng.choice(wording.COMPLAINT), gap=self.style.leading)
        office, *others = wording.BOILERPLATE
        for text in (office, *self.rng.sample(others, self.rng.randint(1, len(others)))):
            self._plain(text, gap=8.0, size=size)
        for group in (wording.ADDRESS, wording.CONTACT):
            for number, text in enumerate(group):
                self._plain(text, gap=0.0 if number else 8.0, size=size)
        self._plain(f"© Crown copyright {self.content.copyright_year}", gap=12.0, size=size)


def _running(content: Content) -> list[str]:
    """The running text, in which long words may be hyphenated."""
    told = [piece.text for part in content.parts for piece in part.pieces]
    return told + [piece.text for one in content.findings for piece in one.pieces]
