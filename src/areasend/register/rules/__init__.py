"""Rules across rows and files. Each is a function over the whole set; all run, and every fault is reported at once."""

from areasend.register.errors import Fault
from areasend.register.rules.areas import (
    areas_are_distinct,
    areas_have_a_sound_life,
    areas_have_names_of_their_own,
    areas_lie_in_regions,
    centres_lie_on_the_grid,
)
from areasend.register.rules.codings import (
    adjudications_settle_codings,
    coders_are_known,
    codings_are_distinct,
    codings_are_of_findings,
    topics_and_leadership_stand_once,
    versions_are_counted_from_one,
)
from areasend.register.rules.findings import (
    findings_are_numbered,
    findings_belong_to_inspections,
    findings_fit_the_outcome,
)
from areasend.register.rules.inspections import (
    areas_are_known,
    areas_existed,
    checked_records_are_whole,
    dates_are_in_order,
    dates_are_in_the_calendar,
    inspections_are_distinct,
    inspections_do_not_overlap,
    outcomes_are_known,
    the_register_is_as_complete_as_it_says,
    visits_are_distinct,
)
from areasend.register.rules.names import (
    names_are_other_names,
    names_stand_once,
    short_names_stand_for_one_area,
)
from areasend.register.rules.quotations import documents_are_known, shares_are_shares
from areasend.register.rules.record_set import RecordSet, Rule

__all__ = ["RULES", "RecordSet", "faults_of"]


RULES: tuple[Rule, ...] = (
    areas_are_distinct,
    areas_have_names_of_their_own,
    centres_lie_on_the_grid,
    areas_lie_in_regions,
    areas_have_a_sound_life,
    areas_are_known,
    names_are_other_names,
    names_stand_once,
    short_names_stand_for_one_area,
    outcomes_are_known,
    dates_are_in_order,
    dates_are_in_the_calendar,
    checked_records_are_whole,
    the_register_is_as_complete_as_it_says,
    areas_existed,
    inspections_are_distinct,
    inspections_do_not_overlap,
    findings_belong_to_inspections,
    findings_are_numbered,
    findings_fit_the_outcome,
    visits_are_distinct,
    documents_are_known,
    shares_are_shares,
    coders_are_known,
    codings_are_of_findings,
    codings_are_distinct,
    adjudications_settle_codings,
    versions_are_counted_from_one,
    topics_and_leadership_stand_once,
)


def faults_of(records: RecordSet) -> list[Fault]:
    """Every fault that any rule finds."""
    return [fault for rule in RULES for fault in rule(records)]
