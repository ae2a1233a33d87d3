"""Tables of themes where the codebook has changed since the codings were made."""

from dataclasses import replace

from tests.factories import (
    adjudication,
    area,
    coder,
    coding,
    document,
    findings,
    inspection,
    population,
    printed,
    register,
)
from tests.spec.manual import shows

from areasend.register import Adjudication, Unit
from areasend.statistics import Population, build_table, count_findings, require_invariants
from areasend.themes import ChangeKind, CodebookChange, CodebookHistory, packaged_codebooks

FIRST = packaged_codebooks().version(1)
ONE, TWO = inspection(area(1, name="Ashford")), inspection(area(2, name="Barton"))
(FINDING,), (OTHER,) = findings(ONE), findings(TWO)


def history(
    kind: ChangeKind, themes: tuple[str, ...], into: tuple[str, ...], *, widens: bool = False
) -> CodebookHistory:
    """The packaged codebook and one more version, in which the first theme of `into` is new where it is no old one."""
    kept = [theme for theme in FIRST.themes if theme.key not in themes or theme.key in into]
    new = [replace(FIRST.themes[0], key=key, name=key.capitalize()) for key in into if key not in FIRST.keys]
    change = CodebookChange(kind=kind, themes=themes, into=into, reason="For a test.", widens=widens)
    second = replace(FIRST, version=2, themes=(*kept, *new), changes=(change,))
    return CodebookHistory(versions=(FIRST, second))


def coded(codebooks: CodebookHistory, *, settled: tuple[Adjudication, ...] = (), second: int = 1) -> Population:
    """Ashford: governance and information, by Ann and Bob; Barton: transitions by Ann, with version `second`."""
    made = register(
        [area(1, name="Ashford"), area(2, name="Barton")],
        [ONE, TWO],
        found=[FINDING, OTHER],
        coders=[coder("ann"), coder("bob")],
        codings=[
            coding(FINDING, "governance", "information", by="ann"),
            coding(FINDING, "information", by="bob"),
            coding(OTHER, "transitions", by="ann", codebook=second),
        ],
        adjudications=settled,
        printed_figures=[
            printed("p-1", "50", unit=Unit.PERCENT, figure="themes.governance.afi_pct"),
            printed("p-2", "50", unit=Unit.PERCENT, figure="themes.transitions.afi_pct"),
        ],
        documents=[document()],
    )

    return population(made, codebooks=codebooks)


def test_merged_themes_count_once_and_what_was_published_of_them_is_gone() -> None:
    held = coded(history(ChangeKind.MERGE, ("governance", "information"), ("steering",)))
    table = build_table(held, "themes")
    assert "governance" not in {row.key for row in table.rows}
    assert table.figure("steering", "afi").records == (ONE.inspection_id,)
    assert [row.key for row in build_table(held, "themes-published").rows] == ["transitions-afi"]
    require_invariants(count_findings(held))


def test_codings_that_were_reopened_wait_and_are_counted_as_waiting() -> None:
    """Governance takes in more: every coding has to be decided again, also those without it."""
    held = coded(history(ChangeKind.REDEFINE, ("governance",), ("governance",), widens=True))
    shows(build_table(held, "coders"), "coder | units | reopened\nann | 0 | 2\nbob | 0 | 1")
    assert build_table(held, "coders").figure("ann", "reopened").records == (
        f"{ONE.inspection_id}-afi-1",
        f"{TWO.inspection_id}-afi-1",
    )
    table = build_table(held, "themes")
    assert {figure.text for figure in table.figures()} == {"0", "[z]"}
    assert any(note.startswith("Codings that a change of the codebook reopened") for note in table.notes)
    counted = count_findings(held)
    require_invariants(counted)
    assert counted.themes is not None
    assert (counted.themes.reopened, counted.themes.coded, counted.themes.all_coded) == (3, 0, False)
    assert counted.table("theme-agreement").rows == ()


def test_only_the_codings_that_a_change_touches_are_reopened() -> None:
    """Information is split: Ann and Bob decide again for Ashford; Barton stands."""
    held = coded(history(ChangeKind.SPLIT, ("information",), ("data", "joined_up")))
    shows(build_table(held, "coders"), "coder | units | reopened\nann | 1 | 1\nbob | 0 | 1")
    assert build_table(held, "themes").figure("transitions", "afi_base").records == (TWO.inspection_id,)
    # Bob has no coding that stands, so that there is nobody to agree with Ann.
    assert {row.cells[2] for row in build_table(held, "theme-agreement").rows} == {"ann"}


def test_an_adjudication_with_the_new_version_holds_though_the_codings_wait() -> None:
    held = coded(
        history(ChangeKind.REDEFINE, ("governance",), ("governance",), widens=True),
        settled=(adjudication(FINDING, "governance", codebook=2),),
    )
    table = build_table(held, "themes")
    assert table.figure("governance", "afi").records == (ONE.inspection_id,)
    assert table.figure("governance", "afi_base").records == (ONE.inspection_id,)
    shows(
        build_table(held, "theme-areas"),
        "where | coders | counted | agreement\n1 | [z] | yes | no coding stands; a person settled a finding",
    )
    require_invariants(count_findings(held))


def test_codings_of_two_versions_are_counted_by_the_later() -> None:
    held = coded(history(ChangeKind.REDEFINE, ("governance",), ("governance",)), second=2)
    assert build_table(held, "themes").figure("transitions", "afi").records == (TWO.inspection_id,)
