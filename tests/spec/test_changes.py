"""What changed from one release to the next, and why: the records of both written out, and the changes by hand."""

from datetime import date

from tests.factories import INCONSISTENT, POSITIVE, area, day, inspection, population, printed, register, visit
from tests.factories import document as publication

from areasend.register import Register
from areasend.statistics import Changes, Difference, ReasonKind, Side, build_tables, compare_releases

LONDON, OTHER = area(1, name="Ashford"), area(2, region="South West", name="Barton")
FIRST = inspection(LONDON, day("2023-05-15"), published=day("2023-07-17"))


def side(of: Register, as_at: str = "2024-12-31", published_by: str = "") -> Side:
    held = population(of, day(as_at), day(published_by) if published_by else None)
    return Side(population=held, tables=build_tables(held))


def values(changes: Changes, *tables: str) -> dict[str, tuple[str | None, str | None, list[str]]]:
    """Old value, new value and kinds of reasons, of the changed figures of some tables."""
    return {
        change.id: (change.old, change.new, [reason.kind.value for reason in change.reasons])
        for change in changes.of_kind(Difference.VALUE)
        if change.table in tables
    }


def records(changes: Changes, wanted: str) -> list[tuple[str, str]]:
    """The records that explain a figure, and what happened to them."""
    (change,) = [change for change in changes.values if change.id == wanted]
    return [(record.record, record.detail) for reason in change.reasons for record in reason.records]


def test_a_new_inspection_in_one_region() -> None:
    new = inspection(OTHER, day("2024-03-11"), outcome=POSITIVE, published=day("2024-05-20"))
    changes = compare_releases(side(register([LONDON, OTHER], [FIRST])), side(register([LONDON, OTHER], [FIRST, new])))
    why = ["new inspection"]
    assert values(changes, "outcomes-by-region") == {
        "outcomes-by-region.south-west.typically_positive": ("0", "1", why),
        "outcomes-by-region.south-west.total": ("0", "1", why),
        "outcomes-by-region.england.typically_positive": ("0", "1", why),
        "outcomes-by-region.england.total": ("1", "2", why),
    }
    assert values(changes, "coverage") == {
        "coverage.south-west.inspected": ("0", "1", why),
        "coverage.south-west.not_yet_inspected": ("1", "0", why),
        "coverage.south-west.inspected_pct": ("0", "100", why),
        "coverage.england.inspected": ("1", "2", why),
        "coverage.england.not_yet_inspected": ("1", "0", why),
        "coverage.england.inspected_pct": ("50", "100", why),
    }
    wanted = "outcomes-since-2023.england.typically_positive_pct"
    assert records(changes, wanted) == [("E06000002-2024-03-11", "ended 15 March 2024, recorded since")]
    assert [(kind, len(found)) for kind, found, _ in changes.reasons()] == [
        (ReasonKind.NEW_INSPECTION, len(changes.of_kind(Difference.VALUE)))
    ]
    (added,) = changes.of_kind(Difference.ADDED)
    # 18 March to 20 May 2024: nine weeks and a day, without Good Friday, Easter Monday and 6 May.
    assert (added.id, added.new) == ("inspections.E06000002-2024-03-11.working_days_to_publication", "43")
    assert changes.of_kind(Difference.REMOVED) == changes.of_kind(Difference.PERIOD) == ()


def test_a_re_inspection_with_another_outcome() -> None:
    again = inspection(LONDON, day("2024-09-16"), outcome=POSITIVE)
    changes = compare_releases(side(register([LONDON], [FIRST])), side(register([LONDON], [FIRST, again])))
    why = ["re-inspection"]
    assert values(changes, "outcomes-since-2023", "areas-by-latest-outcome") == {
        "outcomes-since-2023.england.typically_positive": ("0", "1", why),
        "outcomes-since-2023.england.total": ("1", "2", why),
        "outcomes-since-2023.england.typically_positive_pct": ("0", "50", why),
        "outcomes-since-2023.england.inconsistent_pct": ("100", "50", why),
        "areas-by-latest-outcome.london.typically_positive": ("0", "1", why),
        "areas-by-latest-outcome.london.inconsistent": ("1", "0", why),
        "areas-by-latest-outcome.england.typically_positive": ("0", "1", why),
        "areas-by-latest-outcome.england.inconsistent": ("1", "0", why),
    }
    assert values(changes, "coverage") == {}


def test_a_corrected_date_moves_an_inspection_into_another_year() -> None:
    late = inspection(LONDON, day("2023-12-27"), end=day("2024-01-03"), report="https://example.org/1")
    early = inspection(LONDON, day("2023-12-18"), end=day("2023-12-22"), report="https://example.org/1")
    changes = compare_releases(side(register([LONDON], [late])), side(register([LONDON], [early])))
    why = ["correction"]
    assert values(changes, "outcomes-by-year", "outcomes-in-year", "outcomes-since-2023") == {
        "outcomes-in-year.england.inconsistent": ("1", "0", why),
        "outcomes-in-year.england.total": ("1", "0", why),
        "outcomes-by-year.2023.inconsistent": ("0", "1", why),
        "outcomes-by-year.2023.total": ("0", "1", why),
        "outcomes-by-year.2024.inconsistent": ("1", "0", why),
        "outcomes-by-year.2024.total": ("1", "0", why),
    }
    assert records(changes, "outcomes-by-year.2023.total") == [
        ("E06000001-2023-12-18", "inspection end: 3 January 2024, now 22 December 2023")
    ]


def test_an_outcome_that_changed_is_a_re_classification_and_one_that_came_to_be_known_a_correction() -> None:
    unknown = inspection(OTHER, day("2025-02-03"), outcome=None)
    before = register([LONDON, OTHER], [FIRST, unknown])
    after = register(
        [LONDON, OTHER],
        [
            inspection(LONDON, day("2023-05-15"), published=day("2023-07-17"), outcome=POSITIVE),
            inspection(OTHER, day("2025-02-03"), outcome=INCONSISTENT),
        ],
    )
    changes = compare_releases(side(before, "2025-12-31"), side(after, "2025-12-31"))
    assert values(changes, "outcomes-by-region") == {
        "outcomes-by-region.london.typically_positive": ("0", "1", ["re-classification"]),
        "outcomes-by-region.london.inconsistent": ("1", "0", ["re-classification"]),
        "outcomes-by-region.south-west.inconsistent": ("0", "1", ["correction"]),
        "outcomes-by-region.south-west.total": ("0", "1", ["correction"]),
        "outcomes-by-region.england.typically_positive": ("0", "1", ["re-classification"]),
        "outcomes-by-region.england.total": ("1", "2", ["correction"]),
    }
    assert records(changes, "outcomes-by-region.south-west.total") == [
        ("E06000002-2025-02-03", "outcome: not recorded, now Inconsistent")
    ]


def test_an_area_that_ends_and_its_successor() -> None:
    ended = area(2, region="South West", name="Barton", valid_to=day("2024-03-31"))
    successor = area(3, region="South West", name="New Barton", valid_from=day("2024-04-01"), predecessors=("Barton",))
    held = inspection(OTHER, day("2023-06-12"))
    changes = compare_releases(
        side(register([LONDON, OTHER], [held])), side(register([LONDON, ended, successor], [held]))
    )
    why = ["area change"]
    assert values(changes, "coverage") == {
        "coverage.south-west.inspected": ("1", "0", why),
        "coverage.south-west.not_yet_inspected": ("0", "1", why),
        "coverage.south-west.inspected_pct": ("100", "0", why),
        "coverage.england.inspected": ("1", "0", why),
        "coverage.england.not_yet_inspected": ("1", "2", why),
        "coverage.england.inspected_pct": ("50", "0", why),
    }
    assert values(changes, "outcomes-by-region", "outcomes-since-2023") == {}
    assert records(changes, "coverage.england.not_yet_inspected") == [
        ("E06000003", "in its present form since 1 April 2024"),
    ]
    assert records(changes, "coverage.england.inspected") == [
        ("E06000002", "valid to: not recorded, now 31 March 2024")
    ]
    assert {change.id for change in changes.of_kind(Difference.REMOVED)} == {"areas.E06000002.full_inspections"}
    assert {change.id for change in changes.of_kind(Difference.ADDED)} == {"areas.E06000003.full_inspections"}


def test_an_area_that_is_taken_out_of_the_records() -> None:
    changes = compare_releases(side(register([LONDON, OTHER])), side(register([LONDON])))
    assert values(changes, "coverage")["coverage.england.local_areas"] == ("2", "1", ["area change"])
    assert records(changes, "coverage.england.local_areas") == [("E06000002", "no longer among the records")]


def test_an_area_whose_last_day_has_passed_since() -> None:
    ending = area(2, region="South West", name="Barton", valid_to=day("2024-03-31"))
    changes = compare_releases(
        side(register([LONDON, ending]), "2023-12-31"), side(register([LONDON, ending]), "2024-12-31")
    )
    assert values(changes, "coverage")["coverage.england.local_areas"] == ("2", "1", ["area change"])
    assert records(changes, "coverage.england.local_areas") == [("E06000002", "ended 31 March 2024")]
    back = compare_releases(
        side(register([LONDON, ending]), "2024-12-31"), side(register([LONDON, ending]), "2023-12-31")
    )
    assert records(back, "coverage.england.local_areas") == [("E06000002", "exists until 31 March 2024")]


def test_a_later_date_brings_new_inspections_and_another_year() -> None:
    new = inspection(OTHER, day("2024-03-11"), outcome=POSITIVE)
    held = register([LONDON, OTHER], [FIRST, new])
    changes = compare_releases(side(held, "2023-12-31"), side(held, "2024-12-31"))
    assert values(changes, "outcomes-since-2023", "outcomes-in-year") == {
        "outcomes-since-2023.england.typically_positive": ("0", "1", ["new inspection"]),
        "outcomes-since-2023.england.total": ("1", "2", ["new inspection"]),
        "outcomes-since-2023.england.typically_positive_pct": ("0", "50", ["new inspection"]),
        "outcomes-since-2023.england.inconsistent_pct": ("100", "50", ["new inspection"]),
    }
    assert records(changes, "outcomes-since-2023.england.total") == [("E06000002-2024-03-11", "ended 15 March 2024")]
    assert [(change.id, change.old, change.new) for change in changes.of_kind(Difference.PERIOD)] == [
        ("outcomes-in-year.england.typically_positive", "0", "1"),
        ("outcomes-in-year.england.inconsistent", "1", "0"),
        ("outcomes-in-year.england.widespread_systemic_failings", "0", "0"),
        ("outcomes-in-year.england.total", "1", "1"),
    ]
    empty = [
        change for change in changes.of_kind(Difference.ADDED) if change.id == "outcomes-by-year.2024.inconsistent"
    ]
    assert [reason.kind for change in empty for reason in change.reasons] == [ReasonKind.FREEZE]


def test_a_quarter_under_way_is_filled_and_is_no_other_period() -> None:
    new = inspection(OTHER, day("2024-03-11"))
    held = register([LONDON, OTHER], [FIRST, new])
    changes = compare_releases(side(held, "2024-02-15"), side(held, "2024-03-31"))
    assert values(changes, "outcomes-by-quarter", "outcomes-in-year") == {
        "outcomes-in-year.england.inconsistent": ("0", "1", ["new inspection"]),
        "outcomes-in-year.england.total": ("0", "1", ["new inspection"]),
        "outcomes-by-quarter.2024-q1.inconsistent": ("0", "1", ["new inspection"]),
        "outcomes-by-quarter.2024-q1.total": ("0", "1", ["new inspection"]),
        "outcomes-by-quarter.england.inconsistent": ("1", "2", ["new inspection"]),
        "outcomes-by-quarter.england.total": ("1", "2", ["new inspection"]),
    }


def test_a_report_that_came_later_counts_once_the_date_moves() -> None:
    late = inspection(OTHER, day("2024-11-04"), published=day("2025-01-20"))
    held = register([LONDON, OTHER], [FIRST, late])
    cut, whole = side(held, published_by="2024-12-31"), side(held)
    why = ["dates of the release"]
    there = compare_releases(cut, whole)
    assert values(there, "outcomes-since-2023", "register-completeness") == {
        "outcomes-since-2023.england.inconsistent": ("1", "2", why),
        "outcomes-since-2023.england.total": ("1", "2", why),
        "register-completeness.held.inspections": ("1", "2", why),
        "register-completeness.secondary.inspections": ("1", "2", why),
        "register-completeness.published-later.inspections": ("0", "1", why),
        "register-completeness.left-out.inspections": ("1", "0", why),
    }
    counted = "left out before because its report came later; counted now"
    assert records(there, "outcomes-since-2023.england.total") == [("E06000002-2024-11-04", counted)]
    back = compare_releases(whole, cut)
    assert records(back, "outcomes-since-2023.england.total") == [
        ("E06000002-2024-11-04", "left out now because its report came later")
    ]


def test_a_corrected_publication_date_brings_an_inspection_in_and_another_leaves_it_out() -> None:
    def held(first: str, second: str) -> Side:
        entries = [
            inspection(LONDON, day("2024-10-07"), published=day(first)),
            inspection(OTHER, day("2024-11-04"), published=day(second)),
        ]
        return side(register([LONDON, OTHER], entries), published_by="2024-12-31")

    changes = compare_releases(held("2024-12-10", "2025-01-20"), held("2025-01-10", "2024-12-20"))
    assert values(changes, "coverage")["coverage.london.inspected"] == ("1", "0", ["correction"])
    assert values(changes, "coverage")["coverage.south-west.inspected"] == ("0", "1", ["correction"])
    assert "coverage.england.inspected" not in values(changes, "coverage")


def test_an_inspection_that_is_left_out_from_the_start_and_one_that_is_gone() -> None:
    late = inspection(OTHER, day("2024-11-04"), published=day("2025-01-20"))
    again = inspection(LONDON, day("2024-12-02"), published=day("2025-02-03"))
    without = side(register([LONDON, OTHER], [FIRST]), published_by="2024-12-31")
    with_both = side(register([LONDON, OTHER], [FIRST, late, again]), published_by="2024-12-31")
    there, back = compare_releases(without, with_both), compare_releases(with_both, without)
    wanted = "register-completeness.left-out.inspections"
    assert values(there, "register-completeness")[wanted] == ("0", "2", ["new inspection", "re-inspection"])
    assert values(back, "register-completeness")[wanted] == ("2", "0", ["removed"])
    earlier = side(register([LONDON, OTHER], [FIRST, late, again]), "2024-10-31", "2024-10-31")
    kinds = values(compare_releases(with_both, earlier), "register-completeness")[wanted]
    assert kinds == ("2", "0", ["dates of the release"])


def test_what_an_earlier_date_leaves_out_was_not_removed() -> None:
    new = inspection(OTHER, day("2024-03-11"))
    held = register([LONDON, OTHER], [FIRST, new])
    changes = compare_releases(side(held, "2024-12-31"), side(held, "2023-12-31"))
    assert values(changes, "coverage")["coverage.england.inspected"] == ("2", "1", ["dates of the release"])
    gone = compare_releases(side(held), side(register([LONDON, OTHER], [FIRST])))
    assert values(gone, "coverage")["coverage.england.inspected"] == ("2", "1", ["removed"])


def test_an_undated_inspection_counts_for_its_area_once_its_report_is_out() -> None:
    undated = inspection(OTHER, None, published=day("2025-03-10"))
    held = register([LONDON, OTHER], [FIRST, undated])
    changes = compare_releases(side(held, "2025-02-28"), side(held, "2025-06-30"))
    assert values(changes, "areas-by-latest-outcome")["areas-by-latest-outcome.south-west.inconsistent"] == (
        "0",
        "1",
        ["dates of the release"],
    )
    assert records(changes, "areas-by-latest-outcome.south-west.inconsistent") == [
        ("E06000002", "as at 28 February 2025, now 30 June 2025")
    ]


def test_the_shortest_the_middle_and_the_longest_time() -> None:
    def held(*published: str) -> Side:
        areas = [area(number) for number in range(1, 4)]
        entries = [
            inspection(of, day("2024-03-04"), published=day(when))
            for of, when in zip(areas, published, strict=False)
            if when
        ]
        return side(register(areas, entries))

    # From 8 March 2024, without Good Friday and Easter Monday: 19 April is the 28th working day, 3 May the 38th.
    changes = compare_releases(held("2024-04-19", "2024-05-03"), held("2024-04-19", "2024-05-03", "2024-04-26"))
    why = ["new inspection"]
    assert values(changes, "working-days-to-publication")["working-days-to-publication.england.reports"] == (
        "2",
        "3",
        why,
    )
    assert "working-days-to-publication.england.maximum" not in values(changes, "working-days-to-publication")
    corrected = compare_releases(held("2024-04-19", "2024-05-03"), held("2024-04-22", "2024-05-03"))
    assert values(corrected, "working-days-to-publication") == {
        f"working-days-to-publication.{row}.{column}": (old, new, ["correction"])
        for row in ("inconsistent", "2024", "england")
        for column, old, new in (("minimum", "28", "29"), ("median", "33", "33.5"))
    }
    assert records(corrected, "working-days-to-publication.england.minimum") == [
        ("E06000001-2024-03-04", "publication date: 19 April 2024, now 22 April 2024")
    ]


def test_thematic_visits_and_a_second_theme_in_a_year() -> None:
    def held(*visits: object) -> Side:
        return side(register([LONDON, OTHER], documents=[publication()], visits=visits))  # type: ignore[arg-type]

    one, more = visit(LONDON, 2023), visit(OTHER, 2023)
    changes = compare_releases(held(one), held(one, more))
    assert values(changes, "thematic-visits") == {
        "thematic-visits.2023.local_areas": ("1", "2", ["thematic visit"]),
        "thematic-visits.england.local_areas": ("1", "2", ["thematic visit"]),
    }
    parted = compare_releases(held(one), held(one, visit(LONDON, 2023, theme="another theme")))
    assert {(change.id, change.kind.value) for change in parted.values} == {
        ("thematic-visits.2023.local_areas", "no longer published"),
        ("thematic-visits.2023-alternative-provision.local_areas", "added"),
        ("thematic-visits.2023-another-theme.local_areas", "added"),
    }
    assert all(reason.kind is ReasonKind.VISIT for change in parted.values for reason in change.reasons)


def test_a_printed_figure_comes_to_differ_because_ours_changed() -> None:
    def held(outcome: str, value: str = "1") -> Side:
        entry = inspection(LONDON, day("2023-05-15"), outcome=outcome)
        quoted = printed("p-1", value, figure="outcomes-since-2023.england.inconsistent")
        return side(register([LONDON], [entry], documents=[publication()], printed_figures=[quoted]))

    changes = compare_releases(held(INCONSISTENT), held(POSITIVE))
    why = ["re-classification"]
    assert values(changes, "reconciliation", "reconciliation-summary") == {
        "reconciliation-summary.findings.agree": ("1", "0", why),
        "reconciliation-summary.findings.differ": ("0", "1", why),
        "reconciliation-summary.england.agree": ("1", "0", why),
        "reconciliation-summary.england.differ": ("0", "1", why),
        "reconciliation.p-1.counted": ("1", "0", why),
        "reconciliation.p-1.difference": ("0", "1", why),
    }
    read_again = compare_releases(held(INCONSISTENT), held(INCONSISTENT, "2"))
    assert values(read_again, "reconciliation") == {
        "reconciliation.p-1.printed": ("1", "2", ["correction"]),
        "reconciliation.p-1.difference": ("0", "1", ["correction"]),
    }
    assert read_again.values[-1].difference == 1


def test_the_same_release_has_no_changes() -> None:
    held = register([LONDON, OTHER], [FIRST])
    changes = compare_releases(side(held), side(held))
    assert (changes.values, changes.records, changes.not_reproduced) == ((), (), ())
    assert changes.compared == len(side(held).figures)
    assert changes.old.as_at == date(2024, 12, 31)
