"""What one report says: the content from which the pages are drawn and the truth is told."""

from dataclasses import dataclass

from tests.reports_written.days import Previous, Span
from tests.reports_written.places import Board, Place


@dataclass(frozen=True)
class Piece:
    """A paragraph, bullet or sub-bullet; `leadership` holds its sentences on changes of senior leaders."""

    form: str
    text: str
    leadership: str = ""


@dataclass(frozen=True)
class Part:
    """A section in prose."""

    key: str
    heading: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Statement:
    """A finding: who is to act, as printed and taken apart, and what on."""

    kind: str
    seq: int
    body: str
    bodies: tuple[str, ...]
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        return " ".join(f"• {piece.text}" if piece.form != "paragraph" else piece.text for piece in self.pieces)

    @property
    def bullets(self) -> int:
        return sum(piece.form != "paragraph" for piece in self.pieces)


@dataclass(frozen=True)
class Column:
    """One column of the details table: paragraphs of the cells from top to bottom."""

    heading: str
    cells: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Member:
    """Somebody of the team as the table prints them; `lead` holds the name of a lead inspector."""

    printed: str
    lead: str = ""


@dataclass(frozen=True)
class Content:
    """Everything a report says, in the order of its pages."""

    place: Place
    boards: tuple[Board, ...]
    title_name: str
    span: Span
    dates_printed: str
    previous: Previous
    footer_dates: str
    footer_span: Span
    outcome: str
    outcome_box: tuple[str, ...]
    next_full_inspection: str
    monitoring_inspection: str
    plan_update: bool
    action_plan: bool
    parts: tuple[Part, ...]
    findings: tuple[Statement, ...]
    authority_column: Column
    board_column: Column
    statutory_basis: str
    about: tuple[str, ...]
    ofsted: tuple[Member, ...]
    commission: tuple[Member, ...]
    complaint: bool
    copyright_year: int

    @property
    def icbs_as_printed(self) -> str:
        return ";".join(board.printed for board in self.boards)
