"""The tables of a shortage as lines of text: need and supply by term and by region."""

from collections.abc import Iterator, Sequence

from areasend.programme.shortage.supply import RegionSupply, TermSupply


def term_table(terms: Sequence[TermSupply]) -> Iterator[str]:
    """By term, each number added up from the first day of the programme."""
    if not terms:
        return
    yield "Need and supply by term, added up from the first day of the programme to the end of the term:"
    yield from _table(
        ("term", "weeks on site", "full due", "full: room", "team-weeks due", "team-weeks there"),
        [
            (
                entry.term,
                f"{entry.site_weeks:,} in the term",
                f"{entry.full_due:,}",
                f"{entry.full_room:,}",
                f"{entry.weeks_needed:,}",
                f"{entry.weeks_there:,}",
            )
            for entry in terms
        ],
    )
    yield ""


def region_table(regions: Sequence[RegionSupply], *, with_plan: bool) -> Iterator[str]:
    """By region, in the order of names; what the plan has is as secret as the plan."""
    limited = any(entry.room is not None for entry in regions)
    yield f"Need by region over the whole programme{', and what the plan has' * with_plan}:"
    yield from _table(
        (
            "region",
            "full due",
            "monitoring",
            "team-weeks",
            *(("room by limit",) if limited else ()),
            *(("in time", "late", "left out") if with_plan else ()),
        ),
        [
            (
                entry.region,
                f"{entry.full_due:,}",
                f"{entry.monitoring_due:,}",
                f"{entry.weeks_needed:,}",
                *(((f"{entry.room:,}" if entry.room is not None else "no limit"),) if limited else ()),
                *((f"{entry.in_time:,}", f"{entry.late:,}", f"{entry.left:,}") if with_plan else ()),
            )
            for entry in regions
        ],
    )


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(len(row[place]) for row in (head, *rows)) for place in range(len(head))]
    for row in (head, *rows):
        cells = [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        yield "  " + "  ".join(cells).rstrip()
