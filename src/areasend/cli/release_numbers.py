"""The check of a release's own numbers, run by its build on the files that it wrote."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from areasend import __version__
from areasend.cli.check import acceptances, against
from areasend.framework import packaged_framework
from areasend.publication import (
    NUMBER_CHECK,
    NUMBER_CHECK_TEXT,
    WORKBOOK,
    NumberCheck,
    NumberRemark,
    Release,
    lay_out_quality,
)
from areasend.register import Register
from areasend.snapshot import Snapshot
from areasend.statistics import Figure

if TYPE_CHECKING:
    from areasend.check.numbers import Report

# Pages of single areas, numbers and tables, and the observations, repeat what the CSV files hold, and the workbook's
# own check has held each of its cells against these: reading them too would take the build four times as long.
# `areasend check` on the folder reads all of them.
_REPEATED = ("areas/", "numbers/", "tables/", "data/observations.csv", WORKBOOK)
# The quality page shows the weightiest; the whole result is beside it.
_SHOWN = 50


def check_numbers(
    staged: Path, held: Snapshot, register: Register, figures: Mapping[str, Figure], accept: Path | None
) -> "Report":
    """Reads what was written into a folder, and holds it against itself and the records it was counted from."""
    from areasend.check.numbers import check_publication, read_publication, release_in, reported

    accepted = acceptances(accept)
    documents = read_publication([staged], without=_REPEATED)
    result = check_publication(
        documents,
        framework=packaged_framework(),
        register=register,
        snapshot=held,
        release=release_in(staged),
        figures=figures,
    )
    return reported(result, accepted, against=against(held))


def number_files(release: Release, report: "Report") -> Mapping[str, bytes]:
    """The quality page with the result of the check, and the result itself, for people and for programs."""
    from areasend.check.numbers import report_json, report_text

    return {
        **lay_out_quality(replace(release, number_check=_shown(report))),
        NUMBER_CHECK: report_json(report, version=__version__),
        NUMBER_CHECK_TEXT: report_text(report).encode(),
    }


def numbers_line(report: "Report") -> str:
    """What the build prints: `Numbers: 4,321 read, 4,300 verified, 21 consistent; no error, no query`."""
    from areasend.check.numbers import state_counts, verdict_line

    said = ", ".join(f"{count:,} {state}" for state, count in state_counts(report) if count)
    return f"Numbers: {len(report.judged):,} read{', ' if said else ''}{said}; {verdict_line(report)}"


def _shown(report: "Report") -> NumberCheck:
    from areasend.check.numbers import against_words, remark_words, state_counts, verdict_line

    return NumberCheck(
        numbers=len(report.judged),
        states=state_counts(report),
        remarks=tuple(NumberRemark(**remark_words(finding)) for finding in report.findings[:_SHOWN]),
        accepted=tuple(
            NumberRemark(**remark_words(entry.finding), reason=entry.reason) for entry in report.accepted[:_SHOWN]
        ),
        summary=f"{verdict_line(report).capitalize()}{_first(len(report.findings))}",
        against=against_words(report.against),
    )


def _first(findings: int) -> str:
    return f". The first {_SHOWN} are:" if findings > _SHOWN else ":"
