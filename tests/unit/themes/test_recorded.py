"""Records of codings as units, with the themes that the codebook has now."""

from dataclasses import replace

import pytest
from tests.factories import adjudication, area, coding, findings, inspection

from areasend.themes import (
    ChangeKind,
    CodebookChange,
    CodebookHistory,
    CodingsWait,
    ThemesError,
    coded_units,
    packaged_codebooks,
    require_decided,
)

FIRST = packaged_codebooks().version(1)
WIDER = CodebookChange(
    kind=ChangeKind.REDEFINE, themes=("governance",), into=("governance",), reason="For a test.", widens=True
)
HISTORY = CodebookHistory(versions=(FIRST, replace(FIRST, version=2, changes=(WIDER,))))
ONE, TWO = findings(inspection(area()), afi=2)


def test_a_unit_has_the_themes_of_each_coder_who_coded_it() -> None:
    codings = [coding(ONE, "governance", by="ann"), coding(TWO, by="ann"), coding(ONE, "information", by="bob")]
    first, second = coded_units(codings, [], CodebookHistory(versions=(FIRST,)))
    assert (first.id, first.whole, first.kind) == (ONE.finding_id, False, "afi")
    assert first.codes == {"ann": ("governance",), "bob": ("information",)}
    assert (second.codes, second.adjudicated) == ({"ann": ()}, None)


def test_all_findings_of_a_kind_are_a_whole_unit() -> None:
    (found,) = coded_units([coding(ONE, by="ann", whole=True)], [], HISTORY, to=1)
    assert (found.id, found.whole) == ("E06000001-2024-01-22-afi", True)


def test_what_a_person_settled_stands_beside_the_codes() -> None:
    (found,) = coded_units([coding(ONE, "governance", by="ann")], [adjudication(ONE, "transitions")], HISTORY, to=1)
    assert (found.codes, found.adjudicated) == ({"ann": ("governance",)}, ("transitions",))


def test_a_coding_that_was_reopened_is_left_out_and_its_unit_stays() -> None:
    codings = [coding(ONE, "governance", by="ann"), coding(ONE, "governance", by="bob", codebook=2)]
    (found,) = coded_units(codings, [], HISTORY)
    assert found.codes == {"bob": ("governance",)}
    (open_,) = coded_units(codings[:1], [], HISTORY)
    assert open_.codes == {}


def test_where_the_adjudication_was_reopened_the_unit_waits() -> None:
    codings = [coding(ONE, "governance", by="ann", codebook=2)]
    (found,) = coded_units(codings, [adjudication(ONE, "governance", codebook=1)], HISTORY)
    assert (found.codes, found.adjudicated) == ({}, None)


def test_what_was_made_later_is_not_there_yet_at_an_earlier_version() -> None:
    codings = [coding(ONE, "governance", by="ann", codebook=2), coding(TWO, by="ann")]
    settled = [adjudication(TWO, "governance", codebook=2)]
    (found,) = coded_units(codings, settled, HISTORY, to=1)
    assert (found.id, found.codes, found.adjudicated) == (TWO.finding_id, {"ann": ()}, None)


def test_a_theme_that_the_codebook_does_not_know_is_named_with_its_coding() -> None:
    with pytest.raises(
        ThemesError, match="E06000001-2024-01-22-afi-1 ann: Version 1 of the codebook has no theme 'gone'"
    ):
        coded_units([coding(ONE, "gone", by="ann")], [], HISTORY)
    with pytest.raises(ThemesError, match="E06000001-2024-01-22-afi-1: The codebook has no version 9"):
        coded_units([coding(ONE, by="ann")], [adjudication(ONE, codebook=9)], HISTORY)


NARROWER = CodebookChange(kind=ChangeKind.REDEFINE, themes=("governance",), into=("governance",), reason="For a test.")
ANEW = CodebookHistory(versions=(FIRST, replace(FIRST, version=2, changes=(NARROWER,))))


def test_a_theme_whose_codings_wait_is_not_counted_from_the_others() -> None:
    """Governance is defined anew: the finding without it stands, so that what is left has it nowhere."""
    codings = [coding(ONE, "governance", by="ann"), coding(TWO, "transitions", by="ann")]
    with pytest.raises(CodingsWait, match=r"^Version 2 of the codebook .* \(governance 1\)\. "):
        require_decided(codings, [], ANEW)
    with pytest.raises(CodingsWait):
        require_decided(codings, [adjudication(ONE, "governance", codebook=1)], ANEW)


def test_what_stands_or_was_settled_with_the_new_version_may_be_counted() -> None:
    codings = [coding(ONE, "governance", by="ann"), coding(TWO, "transitions", by="ann")]
    require_decided(codings, [], CodebookHistory(versions=(FIRST,)))
    require_decided(codings[1:], [], ANEW)
    require_decided(codings, [adjudication(ONE, "governance", codebook=2)], ANEW)
    require_decided(codings, [adjudication(ONE, "transitions", codebook=1)], ANEW)
