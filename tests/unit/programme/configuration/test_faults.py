"""Whatever is wrong with a programme file is told with its key, its value, the rule and a remedy, all at once."""

import re
from datetime import date

import pytest
from tests.unit.programme.configuration.programme_files import faults, read

from areasend.framework import packaged_framework
from areasend.programme import ProgrammeInvalid, read_programme
from areasend.programme.configuration import Limits
from areasend.register import packaged_register

TERM = '[[term]]\nname = "{}"\nfirst_day = {}\nlast_day = {}\n'
BREAK = '[[break]]\nname = "half-term"\nfirst_day = {}\nlast_day = {}\n'
SHORT = "[programme]\nfirst_day = 2025-09-01\nlast_day = 2025-12-19\n"
AUTUMN = SHORT + TERM.format("autumn", "2025-09-01", "2025-12-19")
FIRST_HALF, SECOND_HALF = TERM.format("a", "2025-09-01", "2025-10-24"), TERM.format("b", "2025-11-03", "2025-12-19")

ONE_FAULT = {
    # Tables and keys.
    "tem = []": "tem: no such table is known here. Use one of: programme, term,",
    "[programme]\ntitel = 'x'": "programme.titel: no such key is known here. Use one of: title, first_",
    "limits = 3": "limits = 3: a table is needed. Write it as [limits].",
    "team = 3": "team = 3: must be a list of tables. Write each as [[team]].",
    "[team]\nname = 'A'": "must be a list of tables. Write each as [[team]].",
    "[programme]\ntitle = 3": "programme.title = 3: must be text.",
    "[programme]\nfirst_day = 2025-01-01T00:00:00": "programme.first_day = 2025-01-01T00:00:00: must be a date",
    "[programme]\ntitle = '  '": "programme.title = '  ': the text is empty.",
    '[programme]\ntitle = "a\\u0007"': "holds a control character, or more than 300 characters.",
    f"[programme]\ntitle = '{'a' * 301}'": "holds a control character, or more than 300 characters.",
    "[programme]\ntitle = '=1+1'": "programme.title = '=1+1': begins as a formula of a spreadsheet does.",
    "[programme]\nlast_day = 2100-01-01": "programme.last_day = 2100-01-01: a date of this century is needed.",
    "[programme]\nconfirmed = ['pin']": "programme.confirmed = 'pin': no table whose default is an assumption.",
    # Days of the programme.
    "[programme]\nfirst_day = 2026-01-01\nlast_day = 2026-01-01": "programme.last_day = 2026-01-01: not afte",
    "[programme]\nfirst_day = 2024-01-01\nlast_day = 2024-12-31": "programme.last_day = 2024-12-31: the records are as "
    "at 2024-12-31. Choose a later day.",
    "[programme]\nlast_day = 2036-01-01": "programme.last_day = 2036-01-01: more than 10 years.",
    # Bank holidays.
    "[programme]\nfirst_day = 2027-01-01\nlast_day = 2027-05-01\nbank_holidays = [2027-01-01, 2027-03-26]": "programme."
    "bank_holidays = 2027-03-29: a bank holiday of England is not listed. Add it, or leave the whole list out.",
    SHORT
    + "bank_holidays = [2025-12-25, 2026-01-01]": "programme.bank_holidays = 2026-01-01: outside the years of the "
    "programme, 2025 to 2025. Take it out.",
    SHORT + "bank_holidays = [2025-12-25, 2025-12-25]": "programme.bank_holidays = 2025-12-25: listed twice.",
    SHORT + "bank_holidays = [2025-12-27]": "programme.bank_holidays = 2025-12-27: no day from Monday to Friday.",
    # Terms and half-terms.
    SHORT
    + TERM.format("autumn", "2025-09-01", "2025-08-01"): "term[1].last_day = 2025-08-01: lies before its first day, "
    "2025-09-01.",
    AUTUMN + BREAK.format("2025-10-27", "2025-10-31") + TERM.format("other", "2025-12-19", "2025-12-20"): "term[2]."
    "first_day = 2025-12-19: other overlaps autumn (term[1]), which ends on 2025-12-19.",
    SHORT + FIRST_HALF + SECOND_HALF.replace("b", "A", 1): "term[2].name = 'A': term[1] has the same name.",
    AUTUMN: "break: autumn (2025-09-01 to 2025-12-19) has more than nine weeks without a half-term. Add a [[break]]",
    AUTUMN + BREAK.format("2025-10-27", "2025-10-31") + BREAK.format("2025-12-15", "2025-12-22"): "break[2] = "
    "'half-term': 2025-12-15 to 2025-12-22 does not lie inside a term.",
    "break = []\n" + SHORT: "break: autumn 2025 (2025-09-01 to 2025-12-19) has more than nine weeks without a half",
    "[programme]\nlast_day = 2025-12-19\n" + FIRST_HALF + SECOND_HALF: "term: no term from 2025-01-01 to 2025-09-01.",
    # Teams.
    "team = []": "team: a capacity of nothing: there is no team. Add a [[team]] table for each team.",
    "[[team]]": "team[1].name: a value is missing. Add name.",
    "[[team]]\nname = 'North'\n[[team]]\nname = 'NORTH'": "team[2].name = 'NORTH': team[1] has the same name.",
    "[[team]]\nname = 'A'\nfirst_day = 2026-01-01\nlast_day = 2025-01-01": "team[1].last_day = 2025-01-01: lies before "
    "2026-01-01.",
    "[[team]]\nname = 'A'\nlast_day = 2024-12-31": "team[1] = 'A': there in no week of the programme.",
    "[[team]]\nname = 'A'\nfirst_day = 2027-12-28": "team[1] = 'A': there in no week of the programme.",
    "[[team]]\nname = 'A'\naway = [{ name = 'leave', first_day = 2025-01-01, last_day = 2028-01-01 }]": "tea",
    "[[team]]\nname = 'A'\naway = [{ name = 'leave', first_day = 2025-02-01, last_day = 2025-01-01 }]": "tea",
    "[[team]]\nname = 'A'\naway = 3": "team[1].away = 3: must be a list of tables.",
    "[[team]]\nname = 'A'\nconflicts = ['Leads']": "team[1].conflicts = 'Leads': no local area has this name or code. "
    "Write its name or its code (did you mean Leeds?).",
    # Capacities, shapes and rules.
    "[limits]\nfull_per_week = 0": "limits.full_per_week = 0: a capacity of nothing: nobody could be inspected.",
    "[limits]\nper_year = -3": "limits.per_year = -3: a capacity of nothing: nobody could be inspected.",
    "[limits]\nper_year = 1001": 'limits.per_year = 1001: more than 1000. Write 1 or more, or "none" for no limit.',
    "[limits]\nper_year = true": "limits.per_year = True: must be a whole number.",
    "[limits]\nper_month = 2\nfull_per_month = 3": "limits.full_per_month = 3: more than per_month = 2, whic",
    "[full_inspection]\non_site_weeks = 0": "full_inspection.on_site_weeks = 0: must be from 1 to 10.",
    "[full_inspection]\non_site_weeks = 'one'": "full_inspection.on_site_weeks = 'one': must be a whole number.",
    "[monitoring_inspection]\npreparation_weeks = -1": "monitoring_inspection.preparation_weeks = -1: must b",
    "[monitoring_inspection]\nnotification_weeks = 11": "monitoring_inspection.notification_weeks = 11: must",
    "[rules]\ngap_weeks = -1": "rules.gap_weeks = -1: must be from 0 to 52.",
    "[rules]\nmonths_between = 61": "rules.months_between = 61: must be from 0 to 60.",
    "[rules]\nmonitoring_late_after_weeks = 261": "rules.monitoring_late_after_weeks = 261: must be from 0 to 260.",
    "[rules]\nnotice_in_breaks = 1": "rules.notice_in_breaks = 1: must be true or false.",
    "[weight_of_lateness]\nnext_full = 0": "weight_of_lateness.next_full = 0: must be from 1 to 100.",
    "[weight_of_lateness]\nnext_full = 'much'": "weight_of_lateness.next_full = 'much': must be a whole number.",
    "[[region]]\nregion = 'Londn'\nper_month = 1": "(did you mean London?).",
    "[[region]]\nregion = 'London'\nper_month = 0": "region[1].per_month = 0: a capacity of nothing",
    "[[region]]\nregion = 'London'\nper_month = 1\n[[region]]\nregion = 'london'\nper_month = 2": "region[2].region = "
    "'London': this region has a limit already.",
    # Single areas.
    "[[area]]\narea = 'Kent'\nreason = 'r'": "area[1] = 'Kent': says no day. Add not_before, not_after, or both.",
    "[[area]]\narea = 'Kent'\nnot_before = 2026-01-01": "area[1].reason: a value is missing. Add reason.",
    "[[area]]\narea = 'Kent'\nnot_before = 2026-02-01\nnot_after = 2026-01-01\nreason = 'r'": "area[1] = 'Ke",
    "[[area]]\narea = 'Kent'\nnot_before = 2028-01-01\nreason = 'r'": "area[1] = 'Kent': leaves no day",
    "[[area]]\narea = 'Kent'\nnot_before = 2026-02-01\nreason = 'r'\n"
    "[[area]]\narea = 'E10000016'\nnot_after = 2026-01-01\nreason = 's'": "area[1] and area[2] = 'Kent': leaves no day",
    "[[area]]\narea = 'Cumbria'\nnot_after = 2026-01-01\nreason = 'r'": "area[1].area = 'Cumbria': more than one local "
    "area has this name. Write the code: Cumberland (E06000063) or Westmorland and Furness (E06000064).",
    "[[done]]\narea = 'Oldham'\nkind = 'monitoring'\nday = 2025-01-01": "done[1].day: later than 2024-12-31, the",
    "[[done]]\narea = 'Oldam'\nkind = 'monitoring'\nday = 2024-10-01": "done[1].area = 'Oldam': no local area",
    "[[done]]\narea = 'Oldham'\nkind = 'visit'\nday = 2024-10-01": "done[1].kind = 'visit': not one of the k",
    2 * "[[done]]\narea = 'Oldham'\nkind = 'monitoring'\nday = 2024-10-01\n": "done[2]: done[1] says the same.",
}


@pytest.mark.parametrize(("text", "fault"), ONE_FAULT.items())
def test_one_fault_is_told_alone(text: str, fault: str) -> None:
    found = faults(text)
    assert len(found) == 1, found
    assert fault in found[0]
    assert found[0].endswith(".")


def test_years_beyond_the_known_bank_holidays_need_lists_of_their_own() -> None:
    found = faults("[programme]\nlast_day = 2029-12-31")
    assert [entry.split(".")[0].split(":")[0] for entry in found] == ["programme", "term"]
    assert "areasend knows none of 2029. List all of 2025 to 2029." in found[0]
    assert "no term dates are assumed for 2029" in found[1]


def test_all_faults_are_told_at_once() -> None:
    text = """
        unknown = 1
        [programme]
        frist_day = 2025-01-01
        first_day = 2026-01-01
        last_day = 2025-01-01
        [[team]]
        name = "A"
        [[team]]
        name = "a"
        [limits]
        full_per_week = 0
        [[region]]
        region = "Nowhere"
        per_month = 1
        [[area]]
        area = "Kent"
        reason = "r"
        [[pin]]
        area = "Leeds"
        kind = "first-full"
        monday = 2026-01-06
        """
    others = "area,inspection,first_day,last_day,monitoring_visit\nLeeds,x,2025-01-01,2025-01-02,perhaps\n"
    keys = [re.split(" = |: ", entry)[0] for entry in faults(text, others)]
    assert keys == [
        "unknown",
        "programme.frist_day",
        "programme.last_day",
        "team[2].name",
        "limits.full_per_week",
        "region[1].region",
        "area[1]",
        "other inspections, row 2, monitoring_visit",
        "pin[1].monday",
    ]


def test_days_are_not_judged_where_the_programme_itself_cannot_be_read() -> None:
    text = "[programme]\nfirst_day = 'soon'\n[[area]]\narea = 'Kent'\nnot_before = 2026-02-01\nnot_after = 2026-01-01\n"
    first, second = (
        faults(text + "reason = 'r'\n[[team]]\nname = 'A'\nlast_day = 1999-01-01")[:1]
        + faults(text + "reason = 'r'")[1:]
    )
    assert first.startswith("programme.first_day = 'soon': must be a date")
    assert second.startswith("area[1] = 'Kent': leaves no day: not before 2026-02-01 and not after 2026-01-01.")


@pytest.mark.parametrize("content", ["a = ", "\ufeffa = ["])
def test_what_is_no_toml_is_told(content: str) -> None:
    (found,) = faults(content)
    assert found.startswith("not valid TOML in UTF-8: ")


def test_a_span_inside_another_hides_no_later_overlap() -> None:
    pauses = "".join(
        f"[[pause]]\nname = '{name}'\nfirst_day = 2025-{first}\nlast_day = 2025-{last}\n"
        for name, first, last in (("a", "03-01", "03-31"), ("b", "03-05", "03-06"), ("c", "03-31", "04-02"))
    )
    first, second = faults(pauses)
    assert first.startswith("pause[2].first_day = 2025-03-05: b overlaps a (pause[1]), which ends on 2025-03-31.")
    assert second.startswith("pause[3].first_day = 2025-03-31: c overlaps a (pause[1])")


def test_a_half_term_outside_the_programme_is_left_alone() -> None:
    text = AUTUMN + BREAK.format("2025-10-27", "2025-10-31") + BREAK.format("2024-10-28", "2024-11-01")
    assert len(read(text).breaks) == 2


def test_an_area_of_another_time_is_told() -> None:
    text = b"[[area]]\narea = 'Cumberland'\nnot_before = 2023-06-01\nreason = 'r'"
    register, framework = packaged_register(), packaged_framework()
    with pytest.raises(ProgrammeInvalid, match="'Cumberland': this local area does not exist on 2023-03-31"):
        read_programme(text, place="p", as_at=date(2023, 3, 31), areas=register, framework=framework)
    found = read_programme(text, place="p", as_at=date(2023, 4, 1), areas=register, framework=framework)
    assert [rule.gss_code for rule in found.areas] == ["E06000063"]


def test_four_faults_of_four_tables_are_told_at_once() -> None:
    text = """
        [programme]
        bank_holidays = [2025-01-05]
        [[term]]
        name = "spring"
        first_day = 2025-04-04
        last_day = 2025-01-06
        [[team]]
        name = "North"
        conflicts = ["Leads"]
        [[pin]]
        area = "Kent"
        kind = "first-full"
        monday = 2025-06-16
        team = "Nort"
        """
    keys = [re.split(" = |: ", entry)[0] for entry in faults(text)]
    assert keys[:2] == ["term[1].last_day", "programme.bank_holidays"]
    # 25 bank holidays of England from 2025 to 2027 are not listed.
    assert [key for key in keys if key != "programme.bank_holidays"] == [
        "term[1].last_day",
        "team[1].conflicts",
        "pin[1].team",
    ]


def test_a_fault_of_one_key_leaves_the_others_of_its_table() -> None:
    assert [entry.split(" = ")[0] for entry in faults("[programme]\ntitle = 3\nlast_day = 2024-12-31")] == [
        "programme.title",
        "programme.last_day",
    ]


@pytest.mark.parametrize("name", ["pin", "pins", "area", "team"])
@pytest.mark.parametrize(
    "form", ["[{}]\n", "[[{}]]\n", "[{}.one]\n", "[[{}.one]]\n", "[programme]\n[[programme.{}]]\n"]
)
def test_no_mistake_of_typing_shows_an_area_with_its_week(name: str, form: str) -> None:
    """Whatever the brackets and however the keys are spelt, never are area and week on the screen together."""
    for keys in (("area", "monday"), ("aera", "monday"), ("area", "mondy"), ("monday", "area"), ("reason", "monday")):
        text = form.format(name) + f"{keys[0]} = 'Kent'\nkind = 'first-full'\n{keys[1]} = 2025-06-17\n"
        told = " ".join(faults(text))
        assert not ("Kent" in told and "2025-06-1" in told), told


def test_a_wrong_area_of_a_pin_is_not_shown_beside_its_week() -> None:
    text = "[[pin]]\narea = '{}'\nkind = 'first-full'\nmonday = 2025-06-17\nreason = '{}'"
    assert faults(text.format("Knet", "Kent" * 100)) == (
        "pin[1].reason: holds a control character, or more than 300 characters. Shorten it.",
    )
    assert faults(text.format("Knet", "r")) == (
        "pin[1].area: no local area of today has this name or code. Write the code of a local area.",
        "pin[1].monday = 2025-06-17: is a Tuesday. Write the Monday, such as 2025-06-16.",
    )
    assert faults(text.format("Cumbria", "r"))[0] == (
        "pin[1].area: more than one local area has this name. Write the code of a local area."
    )


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("a = " + "1" * 5000, "a whole number does not lie within 64 bits. Write a smaller one."),
        ("team = [[{ a = 0x" + "f" * 5000 + " }]]", "a whole number does not lie within 64 bits."),
        ("a = " + "[" * 5000 + "]" * 5000, "lists or tables stand too deep in one another."),
    ],
)
def test_numbers_and_lists_beyond_all_measure_are_told(content: str, words: str) -> None:
    (found,) = faults(content)
    assert found.startswith(f"not valid TOML in UTF-8: {words}")


def test_half_terms_that_cannot_be_read_are_not_missed_in_their_terms() -> None:
    """The autumn has no other half-term."""
    (found,) = faults(AUTUMN + BREAK.format("2025-10-31", "2025-10-27"))
    assert found.startswith("break[1].last_day = 2025-10-27: lies before its first day, 2025-10-31.")


def test_what_is_shown_is_short_and_fit_to_be_printed() -> None:
    (found,) = faults(f"[programme]\nfirst_day = '{'x' * 5000}'")
    assert found.startswith(f"programme.first_day = '{'x' * 80}': must be a date")
    (found,) = faults('"\\u001b[31m" = 1')
    assert found.startswith("'\\x1b[31m': no such table is known here.")


def test_limits_that_are_left_out_keep_their_default_and_none_lifts_one() -> None:
    assert read("[limits]\nfull_per_month = 5").limits == Limits(full_per_week=1, full_per_month=5)
    assert read("[limits]").limits == Limits(full_per_week=1)
    assert read("[limits]\nfull_per_week = 'none'\nper_year = 46").limits == Limits(per_year=46)
    (found,) = faults("[limits]\nfull_per_week = 'no'")
    assert found.startswith("limits.full_per_week = 'no': must be a whole number.")
