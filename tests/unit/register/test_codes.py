"""Code systems: what each takes and refuses."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.register import AreaCode, DfeCode, Key, Urn, WebAddress
from areasend.register.codes import Code

GOOD = [
    (AreaCode, "E06000052"),
    (AreaCode, "E08000027"),
    (AreaCode, "E09000001"),
    (AreaCode, "E10000024"),
    (DfeCode, "201"),
    (DfeCode, "908"),
    (Urn, "80454"),
    (Urn, "2532283"),
    (Key, "inconsistent"),
    (Key, "mf-001"),
    (Key, "widespread_systemic_failings"),
    (WebAddress, "https://files.ofsted.gov.uk/v1/file/50216722"),
    (WebAddress, "https://example.org"),
    (WebAddress, "https://example.org:8443/a?b=c&d=%20#e"),
]
BAD = [
    (AreaCode, ["", "E07000052", "E0600005", "E060000522", "e06000052", "W06000001", "E0600005２", " E06000052"]),
    (DfeCode, ["", "108", "1000", "90", "90a", "９08"]),
    (Urn, ["", "1234", "12345678", "8045a", "80 454", "８0454"]),
    (Key, ["", "Good", "a b", "_a", "a_", "a__b", "a-", "1a", "é", "a\n"]),
    (
        WebAddress,
        [
            "",
            "http://example.org",
            "ftp://example.org",
            "https://",
            "https://localhost",
            "https://example.org/a b",
            'https://example.org/"',
            "https://example.org/<a>",
            "https://example.org/\u00a0",
            "https://example.org/\x01",
            "https://example.org/\uffff",
            "https://user@example.org/",
            "javascript:alert(1)",
            "https://example.org/\n",
        ],
    ),
]


@pytest.mark.parametrize(("kind", "value"), GOOD)
def test_a_well_formed_code_is_its_text(kind, value):
    assert kind(value) == value


@pytest.mark.parametrize(("kind", "value"), [(kind, value) for kind, values in BAD for value in values])
def test_a_badly_formed_code_is_refused_with_the_form_wanted(kind, value):
    wanted = {
        AreaCode: "must be a GSS code of an English upper-tier authority, such as E06000052",
        DfeCode: "must be a three-digit DfE local authority code, such as 908",
        Urn: "must be a reference number of 5 to 7 digits, such as 80454",
        Key: "must be a key of lower-case words joined by _ or -, such as survey_parents",
        WebAddress: "must be an https address without spaces",
    }
    with pytest.raises(ValueError, match=re.escape(wanted[kind])):
        kind(value)


@given(st.text())
def test_an_address_never_holds_what_could_break_a_page(text):
    try:
        address = WebAddress("https://example.org/" + text)
    except ValueError:
        return
    assert address.isascii()
    assert address.isprintable()
    assert not set(address) & set(' <>"')


@given(st.integers(0, 999_999), st.sampled_from(["06", "07", "08", "09", "10", "11", "12", "92"]))
def test_an_area_code_is_of_one_of_four_kinds_of_area(number, kind):
    text = f"E{kind}{number:06}"
    if kind in {"06", "08", "09", "10"}:
        assert AreaCode(text) == text
    else:
        with pytest.raises(ValueError, match="must be a GSS code"):
            AreaCode(text)


def test_a_code_is_never_empty():
    with pytest.raises(ValueError, match="must be a code"):
        Code("")
