"""Themes: in how many inspections each holds, beside what was published, with coders, ties and what was settled.

The numbers of the packaged records are added up from ../shared/facts/area_themes.csv by the rule of the report: a theme
counts where two of the three passes saw it. The published shares are those of the annex of the research report.
"""

import csv
from collections import Counter
from decimal import Decimal
from fractions import Fraction
from functools import cache
from math import floor
from pathlib import Path

import pytest
from tests.factories import (
    POSITIVE,
    WIDESPREAD,
    adjudication,
    area,
    coder,
    coding,
    day,
    document,
    findings,
    inspection,
    population,
    printed,
    register,
)
from tests.spec.manual import shows

from areasend.register import Finding, FindingKind, Inspection, Maker, Unit, packaged_register
from areasend.statistics import Population, Table, build_table, count_findings, require_invariants
from areasend.statistics.themes.coded import Scope
from areasend.statistics.themes.published_table import listed

SHARED = Path(__file__).parents[3] / "shared"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not on this machine")

ASHFORD, BARTON, CORBY = area(1, name="Ashford"), area(2, name="Barton", region="South West"), area(3, name="Corby")
ONE = inspection(ASHFORD, day("2024-01-22"))
TWO = inspection(BARTON, day("2024-03-11"), outcome=WIDESPREAD)
THREE = inspection(CORBY, day("2024-05-13"), outcome=POSITIVE)
AGAIN = inspection(ASHFORD, day("2024-11-11"), outcome=WIDESPREAD)


@cache
def packaged(as_at: str = "2024-12-31", published_by: str = "") -> Population:
    return population(packaged_register(), day(as_at), day(published_by) if published_by else None)


def whole(of: Inspection, kind: str = "afi") -> Finding:
    """What stands for all findings of a kind."""
    (found,) = (entry for entry in findings(of, afi=1, apa=1) if entry.kind is FindingKind(kind))
    return found


def texts(table: Table, column: str) -> dict[str, str]:
    return {row.key: table.named(row)[column].text for row in table.rows}  # type: ignore[union-attr]  # figures


PACKAGED = """
theme                                                             | afi | apa
Strategic governance and oversight                                | 28  | 11
Information, data-sharing and coordination of services            | 25  | 8
Joint commissioning arrangements across the partnership           | 22  | 7
Co-production with children, young people, families and providers | 24  | 3
Timeliness and/or quality of EHC plans                            | 37  | 10
Waiting times for health services                                 | 34  | 10
Early help and identification of need                             | 18  | 7
Moving to the next stage of education, training or employment     | 26  | 3
"""


def test_the_themes_of_the_first_two_years_as_coded_here() -> None:
    shows(build_table(packaged(), "themes"), PACKAGED)
    table = build_table(packaged(), "themes")
    assert {table.figure(row.key, "afi_base").value for row in table.rows} == {54}
    assert {table.figure(row.key, "apa_base").value for row in table.rows} == {14}


@needs_shared
def test_they_are_what_two_of_three_passes_saw() -> None:
    counts: Counter[tuple[str, str]] = Counter()
    either: dict[str, set[str]] = {}
    with (SHARED / "facts" / "area_themes.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            if sum(int(row[name]) for name in ("broad", "strict", "neutral")) > 1:
                counts[row["theme"], row["kind"]] += 1
                either.setdefault(row["theme"], set()).add(row["gss_code"])
    table = build_table(packaged(), "themes")
    for theme in table.rows:
        assert table.figure(theme.key, "afi").value == counts[theme.key, "afi"]
        assert table.figure(theme.key, "apa").value == counts[theme.key, "apa"]
        assert {record[:9] for record in table.figure(theme.key, "either").records} == either[theme.key]


def half_up(number: Fraction) -> int:
    return floor(number + Fraction(1, 2))


def half_even(number: Fraction) -> int:
    low, rest = floor(number), number - floor(number)
    up = rest > Fraction(1, 2) or (rest == Fraction(1, 2) and low % 2 == 1)
    return low + up


WAYS = {"half_up": half_up, "half_even": half_even, "cut_off": floor}
# As the annex prints them: areas for improvement of 54, areas for priority action of 14.
ANNEX = {
    "governance": (55, 86),
    "information": (46, 36),
    "commissioning": (28, 43),
    "coproduction": (24, 21),
    "ehc_plans": (69, 71),
    "waiting_times": (57, 64),
    "early_help": (20, 35),
    "transitions": (52, 21),
}


def test_each_published_share_is_held_against_every_count_of_its_base() -> None:
    table = build_table(packaged(), "themes-published")
    rows = {row.key: table.named(row) for row in table.rows}
    assert len(rows) == 16
    for theme, shares in ANNEX.items():
        for scope, share, base in zip(("afi", "apa"), shares, (54, 14), strict=True):
            cells = rows[f"{theme}-{scope}"]
            assert (cells["published"].text, cells["published_base"].text) == (str(share), str(base))  # type: ignore[union-attr]  # figures
            for column, way in WAYS.items():
                counts = [number for number in range(base + 1) if way(Fraction(100 * number, base)) == share]
                said = ", ".join(map(str, counts)) or "no count"
                assert cells[column] == f"{said} of {base}", (theme, scope, column)


def test_two_of_the_sixteen_are_shares_of_nothing_when_rounded() -> None:
    table = build_table(packaged(), "themes-published")
    named = {row.key: table.named(row) for row in table.rows}
    odd = {key for key, cells in named.items() if str(cells["reason"]).startswith("No count")}
    assert odd == {"governance-afi", "early_help-apa"}
    assert named["governance-afi"]["reason"] == (
        "No count of 54 rounds to 55%; 30 of 54, cut off instead of rounded, gives it. Different coding, cause unknown."
    )
    assert str(named["early_help-apa"]["reason"]).startswith(
        "No count of 14 rounds to 35%; 5 of 14, cut off instead of rounded, gives it."
    )


def test_the_difference_is_the_published_share_less_ours_both_rounded() -> None:
    table = build_table(packaged(), "themes-published")
    named = {row.key: table.named(row) for row in table.rows}
    # 28 of 54 are 51.9%, 37 of 54 68.5%, 3 of 14 21.4%.
    expected = {"governance-afi": ("52", "3"), "ehc_plans-afi": ("69", "0"), "transitions-apa": ("21", "0")}
    assert {
        key: (named[key]["counted_pct"].text, named[key]["difference"].text)  # type: ignore[union-attr]  # figures
        for key in expected
    } == expected
    assert named["ehc_plans-afi"]["reason"] == "The same share."


def test_a_later_release_counts_the_coded_inspections_alone_and_says_so() -> None:
    later = packaged("2026-06-30")
    table = build_table(later, "themes")
    assert table.figure("governance", "afi_base").value == 55
    assert "Inspections of which not every finding was coded are in no number of themes." in table.notes
    extent = build_table(later, "coded-inspections")
    # 97 are recorded, of which 3 have no dates and 1 has no outcome.
    assert extent.figure("england", "inspections").value == 93
    assert extent.figure("not-coded", "inspections").value == 38
    beside = build_table(later, "themes-published")
    assert {beside.figure(row.key, "base").value for row in beside.rows} == {54, 14}


def test_the_packaged_coders_are_models_and_said_to_be() -> None:
    claims = count_findings(packaged()).themes
    assert claims is not None
    assert (claims.only_models, claims.all_coded, claims.coded, claims.text_read) == (True, True, 54, 36)
    assert "not independent human coders" in claims.who
    assert {claim.scope: claim.themes for claim in claims.most_common} == {
        Scope.AFI: ("ehc_plans",),
        Scope.APA: ("governance",),
        Scope.EITHER: ("ehc_plans",),
    }


def test_invariants_hold_and_every_table_is_built_at_other_dates() -> None:
    for as_at, published_by in (("2024-12-31", ""), ("2023-04-01", "2023-01-31"), ("2024-06-30", "2024-03-31")):
        require_invariants(count_findings(packaged(as_at, published_by)))


def test_before_any_inspection_nothing_is_coded() -> None:
    table = build_table(packaged("2023-04-01", "2023-01-31"), "themes")
    assert {figure.text for figure in table.figures()} == {"0", "[z]"}
    assert "No findings have been coded." in table.notes
    assert build_table(packaged("2023-04-01", "2023-01-31"), "theme-agreement").rows == ()
    assert build_table(packaged("2023-04-01", "2023-01-31"), "coders").rows == ()


def coded(*codings: object, **more: object) -> Population:
    """Codings of three areas by people, made of the records that follow."""
    made = register(
        [ASHFORD, BARTON, CORBY],
        [ONE, TWO, THREE, AGAIN],
        documents=[document()],
        coders=[coder("ann"), coder("bob"), coder("bot", made_by=Maker.MODEL)],
        codings=codings,  # type: ignore[arg-type]  # codings
        **more,  # type: ignore[arg-type]  # as register takes them
    )
    return population(made)


def themes_of(found: Population, *columns: str) -> dict[str, list[str]]:
    """The cells of the themes that are not nought everywhere."""
    table = build_table(found, "themes")
    cells = {row.key: [table.figure(row.key, column).text for column in columns] for row in table.rows}
    return {key: found for key, found in cells.items() if set(found) != {"0"}}


def test_a_theme_holds_where_more_than_half_of_the_coders_gave_it() -> None:
    found = coded(
        coding(whole(ONE), "governance", "early_help", by="ann", whole=True),
        coding(whole(ONE), "governance", by="bob", whole=True),
        coding(whole(ONE), "transitions", by="bot", whole=True),
    )
    assert themes_of(found, "afi", "apa", "either") == {"governance": ["1", "0", "1"]}


def test_a_tie_counts_nowhere_and_is_said() -> None:
    found = coded(coding(whole(ONE), "governance", by="ann", whole=True), coding(whole(ONE), by="bob", whole=True))
    assert themes_of(found, "afi") == {}
    assert any("are even counts nowhere" in note for note in build_table(found, "themes").notes)
    areas = build_table(found, "theme-areas")
    shows(areas, "local_area | coders | counted | agreement\nAshford | ann | no: the coders are even | 1 of 2")
    assert count_findings(found).themes.undecided == 1  # type: ignore[union-attr]  # findings have claims


def test_what_a_person_settled_is_what_holds_and_is_no_agreement_of_the_coders() -> None:
    found = coded(
        coding(whole(ONE), "governance", by="ann", whole=True),
        coding(whole(ONE), by="bob", whole=True),
        adjudications=[adjudication(whole(ONE), "transitions", whole=True)],
    )
    assert themes_of(found, "afi") == {"transitions": ["1"]}
    shows(
        build_table(found, "theme-areas"),
        """
        coders | counted | agreement
        ann    | no      | 1 of 2; a person settled a finding
        [z]    | yes     | 0 of 2; a person settled a finding
        """,
    )
    shows(
        build_table(found, "codings"),
        "by_ann | by_bob | adjudicated | holds\ngovernance | no theme | transitions | transitions",
    )


def test_an_area_that_was_inspected_twice_counts_twice() -> None:
    found = coded(
        coding(whole(ONE), "governance", whole=True, by="ann"),
        coding(whole(AGAIN), "governance", whole=True, by="ann"),
        coding(whole(AGAIN, "apa"), "governance", whole=True, by="ann"),
    )
    assert themes_of(found, "afi", "afi_base", "apa", "apa_base", "either") == {
        key: ["0", "2", "0", "1", "0"] for key in (row.key for row in build_table(found, "themes").rows)
    } | {"governance": ["2", "2", "1", "1", "2"]}
    by_outcome = build_table(found, "themes-by-outcome")
    assert by_outcome.figure("governance-either", WIDESPREAD).records == ("E06000001-2024-11-11",)


def test_an_inspection_with_an_area_for_priority_action_that_nobody_coded_is_not_coded() -> None:
    """Its findings are recorded: three, of which two were coded."""
    recorded = findings(TWO, afi=2, apa=1)
    found = coded(*(coding(entry, "governance", by="ann") for entry in recorded[:2]), found=recorded)
    assert themes_of(found, "afi", "afi_base") == {}
    assert build_table(found, "coded-inspections").figure("not-coded", "inspections").value == 4
    every = coded(*(coding(entry, "governance", by="ann") for entry in recorded), found=recorded)
    assert themes_of(every, "afi", "apa")["governance"] == ["1", "1"]


def test_no_coder_who_coded_a_part_speaks_for_the_whole() -> None:
    """Ann coded the first finding and Bob the second: nobody said of all of them which themes they have."""
    first, second = findings(ONE, afi=2)
    found = coded(coding(first, "governance", by="ann"), coding(second, by="bob"), found=[first, second])
    assert themes_of(found, "afi", "afi_base") == {}
    settled = [adjudication(first, "governance")]
    more = coded(
        coding(first, "governance", by="ann"), coding(second, by="bob"), found=[first, second], adjudications=settled
    )
    assert themes_of(more, "afi")["governance"] == ["1"]


def test_findings_with_their_pages() -> None:
    first, second = findings(ONE, afi=2, page=7)
    unpaged = findings(THREE)
    found = coded(
        coding(first, "governance", by="ann"),
        coding(second, "governance", by="ann"),
        coding(unpaged[0], "governance", by="ann"),
        coding(whole(TWO), "governance", by="ann", whole=True),
        found=[first, second, *unpaged],
    )
    shows(
        build_table(found, "theme-areas"),
        """
        local_area | where                | coders | agreement
        Ashford    | 1 (page 7); 2 (page 7) | ann  | all agree
        Barton     | [x]                  | ann    | all agree
        Corby      | 1                    | ann    | all agree
        """,
    )


def test_who_coded_is_said() -> None:
    def who(*names: str) -> str:
        return count_findings(coded(*(coding(whole(ONE), by=name, whole=True) for name in names))).themes.who  # type: ignore[union-attr]  # findings have claims

    assert who("ann", "bob") == "All coders are people."
    assert who("ann", "bot").startswith("Some of the coders are passes")
    assert who("bot").startswith("All coders are passes")
    assert who() == "No findings have been coded."


def test_the_most_common_theme_is_claimed_only_where_one_holds_and_ties_are_all_named() -> None:
    assert count_findings(coded()).themes.most_common == ()  # type: ignore[union-attr]  # findings have claims
    found = coded(coding(whole(ONE), "transitions", "governance", by="ann", whole=True))
    claims = count_findings(found).themes
    assert claims is not None
    assert [(claim.scope.value, claim.themes) for claim in claims.most_common] == [
        ("afi", ("governance", "transitions")),
        ("either", ("governance", "transitions")),
    ]


@pytest.mark.parametrize(
    ("value", "base", "reason"),
    [
        # Coded here: 2 of 3 inspections, 66.7%.
        ("67", 3, "The same share."),
        ("66.7", 3, "The same share."),
        ("66", 3, "No count of 3 rounds to 66%; 2 of 3, cut off instead of rounded, gives it. The same count."),
        ("33", 3, "Different coding, cause unknown."),
        ("50", 4, "Another base: 3 inspections here, 4 as published."),
        ("60", None, "Different coding, cause unknown."),
        ("67", None, "The same share."),
        ("51", 3, "No count of 3 gives 51%, rounded or cut off. Different coding, cause unknown."),
    ],
)
def test_what_is_known_of_a_difference(value: str, base: int | None, reason: str) -> None:
    share = printed("p-1", value, unit=Unit.PERCENT, figure="themes.governance.afi_pct", base=base)
    found = coded(
        *(coding(whole(entry), "governance", by="ann", whole=True) for entry in (ONE, TWO)),
        coding(whole(THREE), by="ann", whole=True),
        printed_figures=[share],
    )
    table = build_table(found, "themes-published")
    (row,) = table.rows
    cells = table.named(row)
    assert cells["reason"] == reason
    assert cells["published"].text == value  # type: ignore[union-attr]  # a figure
    assert (cells["published_base"] == "[x]") is (base is None)
    assert (cells["half_up"] == "[x]") is (base is None)


def test_a_share_printed_twice_is_one_row_and_one_of_another_date_another() -> None:
    figure = "themes.governance.afi_pct"
    shares = [
        printed("p-1", "50", unit=Unit.PERCENT, figure=figure),
        printed("p-2", "50", unit=Unit.PERCENT, figure=figure),
        printed("p-3", "50", unit=Unit.PERCENT, figure=figure, as_at=day("2024-02-01")),
        printed("p-4", "50", unit=Unit.COUNT, figure=figure),
        printed("p-5", "50", unit=Unit.PERCENT, figure="themes.gone.afi_pct"),
    ]
    found = coded(
        coding(whole(ONE), "governance", by="ann", whole=True),
        coding(whole(TWO), by="ann", whole=True),
        printed_figures=shares,
    )
    table = build_table(found, "themes-published")
    shows(
        table,
        """
        counted | base | counted_pct | difference | as_at
        1       | 2    | 50          | 0          | 2024-12-31
        1       | 1    | 100         | -50        | 2024-02-01
        """,
    )
    assert [row.key for row in table.rows] == ["governance-afi", "governance-afi-2"]
    assert table.figure("governance-afi", "published").records == ("p-1", "p-2")
    assert [str(row.period) for row in table.rows] != [str(table.period)] * 2


def test_a_share_of_a_date_before_the_records_stands_alone() -> None:
    old = printed("p-1", "50", unit=Unit.PERCENT, figure="themes.governance.afi_pct", as_at=day("2022-02-01"))
    found = coded(coding(whole(ONE), "governance", by="ann", whole=True), printed_figures=[old])
    shows(
        build_table(found, "themes-published"),
        """
        counted | base | counted_pct | difference | reason
        [x]     | [x]  | [x]         | [x]        | Not coded here as at the date of the publication.
        """,
    )
    assert Decimal(50) == build_table(found, "themes-published").figure("governance-afi", "published").value


def test_without_codings_every_table_is_built() -> None:
    counted = count_findings(coded())
    require_invariants(counted)
    assert counted.table("codings").rows == ()
    assert counted.table("theme-areas").rows == ()
    assert not any("[z]" in note for note in counted.table("theme-agreement").notes)


@pytest.mark.parametrize(
    ("counts", "said"),
    [((), ""), ((5,), "5"), ((12, 13), "12, 13"), ((12, 13, 14, 15), "12 to 15"), ((1, 2, 3, 5), "1, 2, 3, 5")],
)
def test_a_run_of_counts_is_not_written_out(counts: tuple[int, ...], said: str) -> None:
    assert listed(counts) == said
