"""The charts of the findings report: inspections by outcome, and the themes of the two kinds of findings."""

from dataclasses import replace

from areasend.publication.charts.chart import Chart
from areasend.publication.charts.selection import mark_of, outcomes_since_start, provenance
from areasend.publication.charts.shapes import Bar, Bars, KeyEntry, Mark
from areasend.publication.palette import COUNT
from areasend.publication.said import Said, say
from areasend.publication.wording import digits, number_text
from areasend.statistics import Counted, Row, Table

_FAILINGS = "widespread and/or systemic failings"
CODED = "Themes are areasend’s coding, not a finding of an inspectorate."


def findings_charts(counted: Counted) -> tuple[Chart, ...]:
    """In the order of the page; Figure 1 is the map."""
    return (
        outcomes_since_start(counted),
        _themes(counted, "afi", "Figure 3", "areas for improvement", "inspections"),
        _themes(
            counted,
            "apa",
            "Figure 4",
            "areas for priority action",
            "inspections with widespread and/or systemic failings",
        ),
    )


def _themes(counted: Counted, kind: str, name: str, findings: str, of: str) -> Chart:
    table = counted.table("themes")
    base = table.figure(table.rows[0].key, f"{kind}_base")
    return Chart(
        id=f"themes-{kind}",
        number=name,
        headline=_headline(counted, kind, findings),
        subtitle=f"Inspections with the theme among their {findings}, England, {table.period}",
        alt=f"A bar for each theme of {findings}, in the order of the codebook. The table has each number.",
        notes=(CODED,),
        table=table,
        drawing=Bars(
            bars=tuple(Bar(label=str(row.cells[0]), marks=(_mark(table, row, kind),)) for row in table.rows),
            key=(KeyEntry(label=f"{of[:1].upper()}{of[1:]} ({digits(base)})", look=COUNT),),
        ),
        provenance=provenance(counted),
    )


def _headline(counted: Counted, kind: str, findings: str) -> Said:
    """The most common theme where every inspection was coded and there is one; else what is drawn."""
    claims, table = counted.themes, counted.table("themes")
    proved = [claim for claim in claims.most_common if claim.scope == kind] if claims and claims.all_coded else []
    if not proved:
        return say(f"Themes of {findings}, by number of inspections")
    first = proved[0].themes[0]
    part, base = table.figure(first, kind), table.figure(first, f"{kind}_base")
    if len(proved[0].themes) == 1:
        return say(f"The most common theme of {findings} stood in ", part, " of ", base, " inspections")
    return say(f"The most common themes of {findings} each stood in ", part, " of ", base, " inspections")


def _mark(table: Table, row: Row, kind: str) -> Mark:
    """The count with its share, or alone where the base of the share calls for caution (CH20)."""
    figure, share = table.figure(row.key, kind), table.figure(row.key, f"{kind}_pct")
    drawn = mark_of(figure, COUNT)
    if share.needs_caution:
        return drawn
    return replace(drawn, label=f"{digits(figure)} ({number_text(share)})")
