"""The rows of the table: which there are, on what they rest, and what they say."""

from collections.abc import Sequence
from fractions import Fraction

import pytest
from tests.unit.themes.agreement.units import THEMES, table, unit

from areasend.themes import CodedUnit, Level, ThemesError
from areasend.themes.agreement import Agreement, Among, Between, Interval, Method, WhyNot, agreement

PEOPLE = {"ann": "person", "bob": "person"}
MODELS = {"m1": "model", "m2": "model"}


def rows(units: Sequence[CodedUnit], coders: dict[str, str] | None = None, **more: object) -> tuple[Agreement, ...]:
    arguments = {"inspections": sorted({unit.inspection_id for unit in units}), "seed": 1, "resamples": 200} | more
    return agreement(units, THEMES, coders=PEOPLE if coders is None else coders, **arguments)  # type: ignore[arg-type]


def row(
    found: Sequence[Agreement],
    level: Level = Level.FINDINGS,
    kind: str = "afi",
    theme: str = "t",
    coders: tuple[str, ...] = ("ann", "bob"),
    among: Among = Among.ALL,
) -> Agreement:
    (only,) = [
        entry
        for entry in found
        if (entry.level, entry.kind, entry.theme, entry.coders, entry.among) == (level, kind, theme, coders, among)
    ]
    return only


def test_54_lopsided_areas() -> None:
    # The bar of quality-bars.md, Q3: 0.926, -0.038 and 0.920, with the warning.
    found = row(rows(table(50, 2, 2, 0)))
    assert (found.units, found.decisions, found.areas) == (54, 54, 54)
    values = [round(float(entry.value or 0), 3) for entry in (found.raw, found.kappa, found.ac1)]
    assert values == [0.926, -0.038, 0.920]
    note, left_out = found.notes
    assert left_out.endswith("of 200 draws AC1 has no value; these are left out.")
    assert note.startswith(
        "Lopsided: agreement is 93%, and yet kappa is -0.038 and alpha is -0.029. The answer is yes in 96%"
    )
    assert "Somebody said no in 4 decisions, and everybody in 0 of them" in note
    assert "Feinstein and Cicchetti 1990" in note
    assert "Gwet 2008" in note
    # Nobody agreed on no: for kappa and alpha, resamples know nothing of how often they could.
    assert found.kappa.interval == found.alpha.interval == Interval(why_not=WhyNot.FEW_AGREEING)
    assert found.raw.interval is not None
    assert found.raw.interval.low is not None
    assert 0.8 < found.raw.interval.low < 0.926


@pytest.mark.parametrize(
    ("counts", "lopsided"),
    [
        ((50, 2, 2, 0), True),
        ((0, 2, 2, 50), True),
        ((40, 6, 6, 2), False),  # they agree in 78%
        ((30, 2, 2, 20), False),  # not lopsided, and kappa is high
        ((40, 2, 2, 10), False),  # not lopsided enough: 22% of the answers are no
        ((47, 1, 1, 5), False),  # lopsided, and kappa is 0.81
        ((26, 5, 5, 18), False),  # kappa is low, and yes and no are even
    ],
)
def test_when_a_theme_is_called_lopsided(counts: tuple[int, int, int, int], lopsided: bool) -> None:
    assert any(note.startswith("Lopsided") for note in row(rows(table(*counts))).notes) == lopsided


def test_the_rarer_answer_is_named() -> None:
    note = row(rows(table(1, 2, 2, 49))).notes[0]
    assert "The answer is no in 94% of all cases." in note
    assert "Somebody said yes in 5 decisions, and everybody in 1 of them. Nothing here tells more about yes" in note


def test_somebody_who_never_varies() -> None:
    for counts, answer in (((3, 4, 0, 0), "yes"), ((0, 0, 4, 3), "no")):
        note = f"ann said {answer} in every decision: kappa is then 0, whatever the other coder said."
        assert note in row(rows(table(*counts))).notes
    found = row(rows(table(20, 20, 0, 0)))
    assert found.kappa.value == 0
    assert found.kappa.interval is not None
    assert found.kappa.interval.why_not is WhyNot.FEW_AGREEING


def test_rows_stand_in_the_order_that_is_promised() -> None:
    units = [unit("i1", ann="t", bob="t"), unit("i1", "apa", ann="t", bob=""), unit("i2", ann="", bob="t")]
    found = rows(units)
    assert [(entry.level.value, entry.among.name, entry.kind, entry.theme) for entry in found] == [
        *(("findings", "ALL", kind, theme) for kind in ("", "afi", "apa") for theme in ("", "t", "u")),
        *(("areas", "ALL", kind, theme) for kind in ("", "afi", "apa") for theme in ("", "t", "u")),
        *(("areas", "WITH_APA", "apa", theme) for theme in ("", "t", "u")),
    ]
    assert {entry.level for entry in rows(units, levels=[Level.AREAS])} == {Level.AREAS}
    assert {entry.level for entry in rows(units, levels=[Level.FINDINGS])} == {Level.FINDINGS}


def test_what_is_pooled_is_counted_together() -> None:
    units = [unit("i1", ann="t", bob="t"), unit("i1", "apa", ann="t", bob=""), unit("i2", ann="", bob="u")]
    found = rows(units)
    # Of t: alike in two findings of three; of u in two of three; over both themes four of six decisions.
    assert row(found, kind="", theme="t").raw.value == Fraction(2, 3)
    assert row(found, kind="", theme="").raw.value == Fraction(4, 6)
    assert row(found, kind="", theme="").decisions == 6
    assert row(found, kind="afi", theme="").raw.value == Fraction(3, 4)
    assert row(found, kind="apa", theme="").raw.value == Fraction(1, 2)


def test_areas_take_all_findings_of_a_kind_together() -> None:
    # Ann and Bob give t to different findings of the same inspection: they differ twice, and agree on the area.
    units = [unit("i1", "afi", 1, ann="t", bob=""), unit("i1", "afi", 2, ann="", bob="t")]
    found = rows(units)
    assert row(found).raw.value == 0
    assert row(found, Level.AREAS).raw.value == 1


def test_an_inspection_without_a_code_counts_as_zeros() -> None:
    units = [unit("i1", ann="t", bob="t"), unit("i2", ann="t", bob=""), unit("i2", "apa", ann="u", bob="u")]
    found = rows(units, inspections=["i1", "i2", "i3"])
    # AFI: yes and yes, yes and no, no and no. APA: no and no in all three.
    assert row(found, Level.AREAS).raw.value == Fraction(2, 3)
    assert row(found, Level.AREAS, "apa").raw.value == 1
    assert row(found, Level.AREAS, "apa").alpha.why_not is WhyNot.ONE_CATEGORY
    assert row(found, Level.AREAS).units == 3


def test_a_kind_that_nobody_coded_is_not_compared() -> None:
    found = rows([unit("i1", ann="t", bob="t"), unit("i2", ann="t", bob="")])
    assert {entry.kind for entry in found} == {"afi"}
    assert {entry.among for entry in found} == {Among.ALL}


def test_a_coder_who_left_an_inspection_out_has_no_zeros_there() -> None:
    # Bob has coded one of two inspections. That there is no APA in the other is no decision of his.
    apa = unit("i0", "apa", ann="t", bob="t")
    found = rows([apa, unit("i1", ann="t", bob="t"), unit("i2", ann="t")])
    assert row(found, Level.AREAS, "apa").units == 2
    assert row(found, Level.AREAS, "afi").units == 2
    # Nor has anybody where every code of an inspection was opened again.
    assert row(rows([apa, unit("i1", ann="t", bob="t"), unit("i2")]), Level.AREAS, "apa").units == 2


def test_areas_with_an_area_for_priority_action_stand_alone() -> None:
    units = [unit("i1", "apa", ann="t", bob="t"), unit("i2", "apa", ann="", bob="t"), unit("i3", ann="u", bob="u")]
    found = rows(units)
    every, held = row(found, Level.AREAS, "apa"), row(found, Level.AREAS, "apa", among=Among.WITH_APA)
    assert (every.units, every.raw.value) == (3, Fraction(2, 3))
    assert (held.units, held.raw.value) == (2, Fraction(1, 2))
    assert any(
        note.startswith("1 of 3 inspections have no area for priority action. There, every coder")
        for note in every.notes
    )
    assert not any("no area for priority action" in note for note in held.notes)
    assert not any("no area for priority action" in note for note in row(found, Level.AREAS, "afi", "u").notes)
    # An inspection can have one although nobody gave it a theme.
    more = rows(units, with_apa=["i1", "i2", "i3"])
    assert row(more, Level.AREAS, "apa", among=Among.WITH_APA).units == 3
    assert not any("no area for priority action" in note for note in row(more, Level.AREAS, "apa").notes)


def test_whole_units_are_compared_at_the_level_of_areas_only() -> None:
    found = rows([unit("i1", seq=None, ann="t", bob="t"), unit("i2", seq=None, ann="t", bob="")])
    assert {entry.level for entry in found} == {Level.AREAS}
    assert row(found, Level.AREAS).raw.value == Fraction(1, 2)


def test_adjudicated_findings_count_as_they_were_coded() -> None:
    found = rows([unit("i1", ann="t", bob="", adjudicated="t"), unit("i2", ann="t", bob="t", adjudicated="")])
    assert row(found).raw.value == Fraction(1, 2)
    assert row(found, Level.AREAS).raw.value == Fraction(1, 2)


def test_sections_are_compared_by_themselves() -> None:
    units = [unit("i1", "effective", ann="t", bob="t"), unit("i1", "better", ann="t", bob="")]
    found = rows(units)
    assert {(entry.level, entry.kind) for entry in found} == {(Level.FINDINGS, "effective"), (Level.FINDINGS, "better")}
    with_findings = rows([*units, unit("i1", ann="u", bob="u"), unit("i1", "apa", ann="t", bob="t")])
    assert row(with_findings, kind="", theme="t").units == 2


def test_people_and_models_are_never_pooled() -> None:
    coders = PEOPLE | MODELS | {"cat": "person", "m3": "model"}
    units = [unit(f"i{number}", **dict.fromkeys(coders, "t" if number else "")) for number in range(3)]
    found = rows(units, coders)
    groups = dict.fromkeys((entry.coders, entry.between) for entry in found)
    assert list(groups)[:2] == [
        (("ann", "bob", "cat"), Between.PEOPLE),
        (("m1", "m2", "m3"), Between.MODELS),
    ]
    pairs = list(groups)[2:]
    assert len(pairs) == 15
    assert sum(between is Between.PERSON_AND_MODEL for _, between in pairs) == 9
    assert (("ann", "m1"), Between.PERSON_AND_MODEL) in pairs
    assert (("m1", "m3"), Between.MODELS) in pairs
    of_models = [entry for entry in found if any("agree more than people would" in note for note in entry.notes)]
    assert {entry.between for entry in of_models} == {Between.MODELS}
    assert len(of_models) == sum(entry.between is Between.MODELS for entry in found)


def test_pairs_of_a_larger_group_without_their_detail() -> None:
    units = [unit(f"i{number}", ann="t", bob="t", cat="", m1="t") for number in range(3)]
    found = rows(units, PEOPLE | {"cat": "person", "m1": "model"}, pairs_in_detail=False)
    with_themes = {entry.coders for entry in found if entry.theme}
    assert with_themes == {("ann", "bob", "cat"), ("ann", "m1"), ("bob", "m1"), ("cat", "m1")}
    assert ("ann", "bob") in {entry.coders for entry in found}


def test_three_coders_have_the_mean_of_the_kappas_of_their_pairs() -> None:
    said = ["ttt", "tt-", "t--", "---", "-tt", "ttt", "--t", "---"]
    units = [
        unit(f"i{number}", **{coder: letter.strip("-") for coder, letter in zip(("ann", "bob", "cat"), letters)})  # noqa: B905
        for number, letters in enumerate(said)
    ]
    found = rows(units, PEOPLE | {"cat": "person"})
    pairs = [row(found, coders=pair).kappa.value for pair in (("ann", "bob"), ("ann", "cat"), ("bob", "cat"))]
    # By hand: Ann and Bob are alike in 6 of 8, Ann and Cat in 4, Bob and Cat in 6; everybody said yes to 4, 4, 4.
    assert pairs == [Fraction(1, 2), Fraction(0), Fraction(1, 2)]
    assert row(found, coders=("ann", "bob", "cat")).kappa.value == Fraction(1, 3)


def test_only_the_coders_that_are_named_count() -> None:
    units = [unit("i1", ann="t", bob="t", cat=""), unit("i2", ann="", bob="", cat="t")]
    found = rows(units)
    assert row(found).raw.value == 1
    assert {entry.coders for entry in found} == {("ann", "bob")}


def test_one_coder_agrees_with_nobody() -> None:
    found = rows([unit("i1", ann="t"), unit("i2", ann="")], {"ann": "person"})
    only = row(found, coders=("ann",))
    assert {only.raw.why_not, only.kappa.why_not, only.alpha.why_not, only.ac1.why_not} == {WhyNot.ONE_CODER}
    assert only.shares[0].value is None
    assert rows([unit("i1", ann="t")], {}) == ()
    assert rows([]) == ()


def test_coders_without_a_unit_in_common() -> None:
    found = rows([unit("i1", ann="t"), unit("i2", bob="t")])
    assert row(found).alpha.why_not is WhyNot.NO_OVERLAP
    assert row(rows([unit("i1")])).alpha.why_not is WhyNot.NO_UNIT


def test_shares_are_of_the_decisions_that_are_compared() -> None:
    found = row(rows([unit("i1", ann="t", bob="t"), unit("i2", ann="t", bob=""), unit("i3", ann="t")]))
    assert [(share.coder, share.yes, share.decisions) for share in found.shares] == [("ann", 2, 2), ("bob", 1, 2)]
    assert found.shares[1].value == Fraction(1, 2)


def test_areas_are_drawn_and_not_their_inspections() -> None:
    # Two inspections of one area, and one of another.
    units = [unit(name, ann="t", bob="") for name in ("E06000001-2023-01-02", "E06000001-2026-01-05", "E06000002-x")]
    assert row(rows(units)).areas == 2


@pytest.mark.parametrize(("areas", "has_one"), [(1, False), (2, False), (4, False), (5, True)])
def test_an_interval_rests_on_five_areas_or_more(areas: int, has_one: bool) -> None:
    units = [unit(f"E0600000{n}-2023-01-02", ann="t", bob="t" if n else "") for n in range(areas)]
    found = row(rows(units)).raw.interval
    assert found is not None
    assert found.why_not is (None if has_one else WhyNot.FEW_AREAS)


def test_where_coders_differ_in_few_areas_the_interval_is_exact() -> None:
    found = row(rows(table(20, 1, 1, 20)))
    assert found.raw.interval is not None
    # Clopper and Pearson for 2 of 42, from tables: 0.58% to 16.16%.
    assert found.raw.interval.method is Method.EXACT_SHARE
    assert found.raw.interval.low == pytest.approx(1 - 0.1616, abs=1e-4)
    assert found.raw.interval.high == pytest.approx(1 - 0.0058, abs=1e-4)


def test_perfect_agreement_has_an_interval_that_is_not_a_point() -> None:
    found = row(rows(table(20, 0, 0, 22)))
    assert found.alpha.value == 1
    assert found.alpha.interval is not None
    assert found.alpha.interval.high == 1
    assert found.raw.interval is not None
    # Clopper and Pearson for 0 of 42: up to 1 - 0.025^(1/42) = 8.41%, as if one decision in an area differed.
    assert found.raw.interval.low == pytest.approx(1 - (1 - 0.025 ** (1 / 42)) * 42 / 43, abs=1e-6)
    assert found.alpha.interval.low is not None
    assert 0.75 < found.alpha.interval.low < 0.9


def test_same_arguments_same_rows_and_another_seed_other_intervals() -> None:
    units = table(20, 6, 5, 20)
    assert rows(units) == rows(list(units)) == rows(list(reversed(units)))
    first, other = row(rows(units)), row(rows(units, seed=2))
    assert first.alpha.value == other.alpha.value
    assert first.alpha.interval != other.alpha.interval


def test_resamples_without_a_value_are_counted() -> None:
    # Four areas in which somebody said yes, among few: a resample can miss all of them.
    found = row(rows(table(2, 2, 2, 30), resamples=2000))
    assert found.alpha.interval is not None
    assert 0 < found.alpha.interval.undefined < 100
    assert found.alpha.interval.resamples == 2000


def test_where_too_many_resamples_have_no_value_there_is_no_interval() -> None:
    # Bob and Cat never differ, and both say yes in two areas of twenty: one resample in eight has neither of these.
    said = [("t", "t", "t")] * 2 + [("t", "", "")] * 6 + [("", "", "")] * 12
    units = [unit(f"i{n:02}", ann=ann, bob=bob, cat=cat) for n, (ann, bob, cat) in enumerate(said)]
    found = row(rows(units, PEOPLE | {"cat": "person"}), coders=("ann", "bob", "cat"))
    assert found.kappa.interval is not None
    assert found.kappa.interval.why_not is WhyNot.TOO_FEW_DEFINED
    assert found.kappa.interval.undefined > 10
    assert found.alpha.interval is not None
    assert found.alpha.interval.low is not None


def test_areas_that_are_all_alike_have_no_interval() -> None:
    units = [unit(f"i{n}", seq=seq, ann=ann, bob=bob) for n in range(9) for seq, ann, bob in SAME]
    found = row(rows(units))
    assert found.kappa.value == Fraction(1, 2)
    assert found.kappa.interval is not None
    assert found.kappa.interval.why_not is WhyNot.NO_SPREAD


# In every area: yes and yes, no and no twice, yes and no once.
SAME = ((1, "t", "t"), (2, "", ""), (3, "", ""), (4, "t", ""))


@pytest.mark.parametrize(("seed", "resamples"), [(-1, 100), (1, 0)])
def test_a_seed_and_a_number_that_cannot_be(seed: int, resamples: int) -> None:
    with pytest.raises(ThemesError, match="a seed is 0 or more"):
        rows([], seed=seed, resamples=resamples)


def test_every_inspection_with_a_code_must_be_named() -> None:
    with pytest.raises(ThemesError, match="i1 has coded units and is not among the inspections"):
        rows([unit("i1", ann="t", bob="t")], inspections=["i2"])
