"""What is not sure about an activity that is due, a sentence each."""

from collections.abc import Iterator

from areasend.framework import Confidence, FollowUp, Framework, RunsFrom
from areasend.register import Inspection, LocalArea, Source
from areasend.snapshot import History, Snapshot, expected_about

_RUNS_FROM = {
    RunsFrom.INSPECTION_END: "the last day of the inspection",
    RunsFrom.PUBLICATION: "the day of publication",
    RunsFrom.REPORT_RECEIPT: "the day of publication",
}


def about_records(held: Snapshot, area: LocalArea, history: History) -> Iterator[str]:
    """Whether an inspection of the area may be missing, and whether the area lasts."""
    if len(history.held) > len(history.done):
        yield "Another inspection of this area is recorded without its dates, and may have taken place."
    if any(entry.inspection_id.startswith(area.gss_code) for entry in held.left_out):
        yield f"An inspection of this area is left out, because no report of it was out by {held.published_by}."
    if held.as_at > held.completeness.complete_to:
        yield f"The records are complete to {held.completeness.complete_to}; a later inspection may be missing."
    if area.valid_to is not None:
        yield (
            f"The area ends on {area.valid_to}: what is not done by then is due of the areas that follow it, which are "
            "listed from their first day on."
        )


def about_formation(held: Snapshot, framework: Framework, area: LocalArea) -> Iterator[str]:
    """Whether an inspection of the areas from which the area was formed could be taken for one of its own."""
    if not area.predecessors or area.valid_from is None or area.valid_from <= framework.start:
        return
    before = {entry.gss_code for entry in held.local_areas if entry.name in area.predecessors}
    found = [entry.inspection_id for entry in held.inspections if entry.gss_code in before]
    known = f" The records hold {', '.join(found)}." if found else ""
    yield (
        f"The area was formed on {area.valid_from} from {', '.join(area.predecessors)}: "
        f"an inspection before that day is not one of this area.{known}"
    )


def about_inspection(latest: Inspection) -> Iterator[str]:
    """What the record of the inspection before lacks."""
    if latest.inspection_end is None:
        yield (
            "The inspection before has no recorded dates; "
            "the version of the framework in force when its report was published is taken."
        )
    if latest.source is Source.SECONDARY:
        yield "The record of the inspection before is provisional: it was taken from a public list without a check."


def about_interval(rule: FollowUp, latest: Inspection) -> Iterator[str]:
    """Whether the day from which an interval runs is sure, and recorded."""
    if rule.runs_from_confidence is not Confidence.HIGH:
        yield f"No sure source says from which day the interval runs; {_RUNS_FROM[rule.runs_from]} is taken."
    if expected_about(rule, latest) is None:
        yield f"The day that the interval runs from is not recorded: {_bound(rule)}."
    elif rule.runs_from is RunsFrom.REPORT_RECEIPT:
        yield "The day on which the report was received is not recorded; the day of publication is taken."


def _bound(rule: FollowUp) -> str:
    if rule.runs_from is RunsFrom.INSPECTION_END:
        return "it ends before the same interval from publication does"
    return "it ends after the same interval from the last day of the inspection does"
