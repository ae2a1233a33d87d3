"""A report from a seed, and its truth: `written_report(seed)` is the door of this folder."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from random import Random

from tests.reports_written.composing import compose
from tests.reports_written.content import Content
from tests.reports_written.drawing import Drawing, Drawn
from tests.reports_written.mending import finished
from tests.reports_written.typography import Style, style


@dataclass(frozen=True)
class TrueFinding:
    """A finding as the content has it, with the pages it was drawn on."""

    kind: str
    seq: int
    responsible_body: str
    responsible_bodies: tuple[str, ...]
    text: str
    n_bullets: int
    page_start: int
    page_end: int


@dataclass(frozen=True)
class TruePassage:
    """A paragraph, bullet or sub-bullet of a section."""

    section: str
    heading: str
    seq: int
    form: str
    text: str
    leadership: str
    page_start: int
    page_end: int


@dataclass(frozen=True)
class Truth:
    """What a reader must find in the document; `fields` are named as in INSPECTION_COLUMNS.

    `gss_code` and `local_area` are what its names must be matched to in the register; `problems` are the fields in
    which this report breaks a rule across fields: everything else in it is as it should be.
    """

    fields: dict[str, str]
    findings: tuple[TrueFinding, ...]
    passages: tuple[TruePassage, ...]
    problems: frozenset[str]
    gss_code: str
    local_area: str


@dataclass(frozen=True)
class WrittenReport:
    """The file, what it says, and how it looks."""

    seed: int
    data: bytes
    truth: Truth
    content: Content
    style: Style


@lru_cache(maxsize=8)
def written_report(seed: int) -> WrittenReport:
    """The report of a seed, in the first of its looks in which a reader can tell at every page's end how it goes on."""
    content = compose(Random(f"content {seed}"))
    for attempt in count():
        look = style(Random(f"style {seed} {attempt}"))
        drawn = Drawing(content, look, Random(f"drawing {seed} {attempt}")).draw()
        if not drawn.unclear:
            break
    return WrittenReport(seed, finished(drawn.data, look, drawn.root), truth_of(content, drawn), content, look)


def truth_of(content: Content, drawn: Drawn) -> Truth:
    broken = {
        "footer_dates": content.footer_span != content.span,
        "statutory_basis": content.statutory_basis != "20(1)(a)",
    }
    return Truth(
        fields=_fields(content, drawn.pages),
        findings=_findings(content, drawn),
        passages=_passages(content, drawn),
        problems=frozenset(field for field, is_broken in broken.items() if is_broken),
        gss_code=content.place.gss_code,
        local_area=content.place.local_area,
    )


def _fields(content: Content, pages: int) -> dict[str, str]:
    previous = content.previous
    numbers = [one.kind for one in content.findings]
    return {
        "inspection_type": "full",
        "inspection_start": content.span.start.isoformat(),
        "inspection_end": content.span.end.isoformat(),
        "previous_inspection": previous.printed,
        "previously_inspected": "yes" if previous.start else "no",
        "previous_inspection_start": previous.start.isoformat() if previous.start else "",
        "previous_inspection_end": previous.end.isoformat() if previous.end else "",
        "previous_revisit": previous.revisit.isoformat() if previous.revisit else "",
        "outcome": content.outcome,
        "next_full_inspection": content.next_full_inspection,
        "monitoring_inspection": content.monitoring_inspection,
        "strategic_plan_update_requested": _yes(content.plan_update),
        "priority_action_plan_required": _yes(content.action_plan),
        "n_areas_for_priority_action": str(numbers.count("apa")),
        "n_areas_for_improvement": str(numbers.count("afi")),
        "icbs": ";".join(board.canonical for board in content.boards),
        "icbs_as_printed": content.icbs_as_printed,
        "local_authority": content.place.council,
        "ofsted_lead_inspector": ";".join(member.lead for member in content.ofsted if member.lead),
        "cqc_lead_inspector": ";".join(member.lead for member in content.commission if member.lead),
        "n_inspectors_ofsted": str(len(content.ofsted)),
        "n_inspectors_cqc": str(len(content.commission)),
        "statutory_basis": content.statutory_basis,
        "pages": str(pages),
        "copyright_year": str(content.copyright_year),
        "title_name": content.title_name,
        "footer_dates": content.footer_dates,
    }


def _findings(content: Content, drawn: Drawn) -> tuple[TrueFinding, ...]:
    return tuple(
        TrueFinding(
            one.kind,
            one.seq,
            one.body,
            one.bodies,
            one.text,
            one.bullets,
            min(drawn.statements[one.kind, one.seq].pages),
            max(drawn.statements[one.kind, one.seq].pages),
        )
        for one in content.findings
    )


def _passages(content: Content, drawn: Drawn) -> tuple[TruePassage, ...]:
    return tuple(
        TruePassage(
            part.key,
            drawn.headings[part.key],
            seq,
            piece.form,
            piece.text,
            piece.leadership,
            min(traced.pages),
            max(traced.pages),
        )
        for part in content.parts
        for seq, (piece, traced) in enumerate(zip(part.pieces, drawn.parts[part.key], strict=True), start=1)
    )


def _yes(told: bool) -> str:
    return "yes" if told else "no"
