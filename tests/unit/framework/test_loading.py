"""Loading: every fault of every file is reported at once, with its file, key, value, rule and remedy."""

import shutil

import pytest

from areasend.framework import FrameworkError, FrameworkInvalid, load_framework, packaged_framework

V23, V25 = "versions/2023-01.toml", "versions/2025-06.toml"


def test_an_unchanged_copy_loads_as_the_packaged_framework(framework):
    assert load_framework(framework.folder) == packaged_framework()


def test_faults_of_all_files_are_reported_at_once(framework):
    framework.change(V23, "order = 1", "order = 4")
    framework.change(V25, 'key = "full_inspection"', 'kee = "full_inspection"')
    framework.change("regions.toml", 'country = "England"', "country = 1")
    framework.change("themes.toml", 'key = "governance"', "")
    framework.change("calendar.toml", "2022-01-03, ", "2022-01-01, ")
    found = {(fault.file, fault.key) for fault in framework.faults()}
    assert found == {
        (V23, "outcome.order"),
        (V25, "inspection_type[1].kee"),
        (V25, "inspection_type[1].key"),
        ("regions.toml", "country"),
        ("themes.toml", "theme[1].key"),
        ("calendar.toml", "bank_holidays"),
    }


def test_the_error_counts_its_faults_and_gives_each_a_line(framework):
    framework.change("regions.toml", 'country = "England"', "country = 1")
    framework.change("themes.toml", 'key = "governance"', "")
    with pytest.raises(FrameworkError, match=r"^The framework has 2 fault\(s\):\n") as caught:
        load_framework(framework.folder)
    assert str(caught.value).splitlines()[1:] == [
        "  regions.toml: country = 1: must be text. Correct the value.",
        "  themes.toml: theme[1].key = None: a value is missing. Add key.",
    ]


@pytest.mark.parametrize("name", ["regions.toml", "themes.toml", "calendar.toml"])
def test_a_missing_file_is_named(framework, name):
    (framework.folder / name).unlink()
    assert f"{name}:  = None: the file is missing. Add it." in [str(fault) for fault in framework.faults()]


@pytest.mark.parametrize("name", ["regions.toml", "themes.toml", "calendar.toml", V25])
def test_broken_toml_is_named_with_its_line(framework, name):
    path = framework.folder / name
    path.write_text("a = 1\nb = \n", encoding="utf-8")
    shown = [str(fault) for fault in framework.faults() if fault.file == name]
    assert shown[0].startswith(f"{name}:  = 'Invalid value (at line 2, column 5)': not valid TOML in UTF-8.")


def test_a_file_that_is_not_utf_8_is_named(framework):
    (framework.folder / "themes.toml").write_bytes('name = "Fähre"'.encode("latin-1"))
    first = str(framework.faults()[0])
    assert first.startswith("themes.toml:  = \"'utf-8' codec can't decode byte 0xe4")
    assert first.endswith("not valid TOML in UTF-8. Mend the syntax at that place.")


def test_a_folder_without_versions_is_a_fault(framework):
    shutil.rmtree(framework.folder / "versions")
    only = framework.only_fault()
    assert only == "versions:  = None: no version of the framework is there. Add versions/<id>.toml."


def test_a_folder_of_versions_without_toml_is_a_fault(framework):
    for path in (framework.folder / "versions").iterdir():
        path.rename(path.with_suffix(".txt"))
    assert "no version of the framework is there" in framework.only_fault()


def test_other_files_beside_the_versions_are_left_alone(framework):
    (framework.folder / "versions" / "README.md").write_text("notes", encoding="utf-8")
    assert len(load_framework(framework.folder).versions) == 2


def test_unknown_keys_are_reported_in_the_order_of_their_names(last_only):
    last_only.change(V25, "[scope]\n", "[scope]\nzebra = 1\napple = 2\nmango = 3\nbanana = 4\n")
    keys = [fault.key for fault in last_only.faults()]
    assert keys == ["scope.apple", "scope.banana", "scope.mango", "scope.zebra"]


@pytest.mark.parametrize("name", ["regions.toml", "themes.toml", "calendar.toml", V25])
def test_an_unknown_key_at_the_top_of_a_file_is_a_fault(last_only, name):
    path = last_only.folder / name
    path.write_text("colour = 'red'\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert last_only.only_fault() == f"{name}: colour = 'red': no such key is known here. Remove or rename it."


def test_an_unknown_key_inside_a_table_is_a_fault(framework):
    framework.change("regions.toml", 'phrase = "London"', 'phrase = "London"\ncolour = "red"')
    assert "regions.toml: ofsted_region[3].colour = 'red': no such key is known here" in str(framework.faults()[0])


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("has_outcome = true", 'has_outcome = "yes"', "inspection_type[1].has_outcome = 'yes': must be true or false"),
        ("months = 60", "months = 60.0", "follow_up[1].months = 60.0: must be a whole number"),
        ("months = 60", "months = true", "follow_up[1].months = True: must be a whole number"),
        ("latest = 2028-08-31", 'latest = "2028-08-31"', "cycle_end[1].latest = '2028-08-31': must be a date"),
        (
            "latest = 2028-08-31",
            "latest = 2028-08-31T09:30:00",
            "cycle_end[1].latest = 2028-08-31T09:30:00: must be a date (2023-01-31)",
        ),
        ('label = "Full inspection"', "label = 5", "inspection_type[1].label = 5: must be text"),
        (
            'hedge = "usually"',
            'hedge = "maybe"',
            "follow_up[1].hedge = 'maybe': not one of the known words. Use one of: usually, approximately",
        ),
        ('hedge = "usually"', "hedge = [1]", "follow_up[1].hedge = [1]: not one of the known words"),
        ("age_to = 25\n", "", "scope.age_to = None: a value is missing. Add age_to"),
        (
            'covers = ["an education, health and care (EHC) plan", "special educational needs (SEN) support"]',
            "covers = []",
            "scope.covers = []: a list with at least one entry is needed. Write a list",
        ),
        (
            'covers = ["an education, health and care (EHC) plan", "special educational needs (SEN) support"]',
            'covers = "plans"',
            "scope.covers = 'plans': a list with at least one entry is needed",
        ),
        (
            'covers = ["an education, health and care (EHC) plan", ',
            "covers = [7, ",
            "scope.covers = 7: must be text",
        ),
    ],
)
def test_a_value_of_another_kind_is_refused(last_only, old, new, message):
    last_only.change(V25, old, new)
    assert last_only.only_fault().startswith(f"{V25}: {message}")


def test_a_scope_that_is_no_table_is_refused(last_only):
    path = last_only.folder / V25
    head, _, rest = path.read_text(encoding="utf-8").partition("[scope]\n")
    tables = rest[rest.index("[[outcome]]") :]
    path.write_text(f"{head}scope = 25\n{tables}", encoding="utf-8")
    assert last_only.only_fault() == f"{V25}: scope = 25: a table is needed. Write it as [scope]."


@pytest.mark.parametrize("key", ["outcome", "follow_up", "plan", "deadline", "cycle_end", "inspection_type"])
@pytest.mark.parametrize("value", ["", "{key} = []\n", "{key} = 'none'\n", "{key} = [1]\n"])
def test_a_list_of_tables_that_is_missing_or_empty_is_a_fault(last_only, key, value):
    path = last_only.folder / V25
    text = path.read_text(encoding="utf-8").replace(f"[[{key}]]", f"[[{key}_unused]]")
    path.write_text(value.format(key=key) + text, encoding="utf-8")
    messages = [str(fault) for fault in last_only.faults()]
    assert any(f"{V25}: {key} = " in line and f"Add a [[{key}]] table." in line for line in messages)


def test_a_calendar_without_pauses_loads(framework):
    path = framework.folder / "calendar.toml"
    path.write_text(path.read_text(encoding="utf-8").partition("[[publication_pause]]")[0], encoding="utf-8")
    assert load_framework(framework.folder).publication_pauses == ()


def test_an_absent_addressee_of_a_plan_is_empty_text():
    assert packaged_framework().versions[0].plan("inconsistent").submitted_to == ""


def test_a_calendar_that_cannot_be_built_is_one_fault(framework):
    framework.change("calendar.toml", "covers_to = 2028-12-31", "")
    with pytest.raises(FrameworkInvalid, match=r"calendar.toml: covers_to = None: a value is missing"):
        load_framework(framework.folder)
