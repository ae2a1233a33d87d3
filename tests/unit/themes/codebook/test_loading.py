"""A folder of versions is read whole: every fault of every file at once, with its file, key, value, rule and remedy."""

import re

import pytest
from tests.codebooks import change, theme, version, write

from areasend.themes import CodingInvalid, ThemesError, codebook_sha256, load_codebooks, packaged_codebooks
from areasend.themes.codebook import packaged_codebook_files


def faults(folder):
    with pytest.raises(CodingInvalid) as caught:
        load_codebooks(folder, place="here")
    return [str(fault) for fault in caught.value.faults]


def damaged(tmp_path, old, new):
    """The faults of the first version with something else written in it."""
    text = version(1, [theme("a", example=[{"text": "So", "themes": ["a"]}]), "b"])
    assert old in text
    return faults(write(tmp_path / "codebook", text.replace(old, new, 1)))


def test_a_folder_without_a_codebook_is_named(tmp_path):
    with pytest.raises(ThemesError, match=r"^here is no folder\. A codebook is a folder with 1\.toml"):
        load_codebooks(tmp_path / "none", place="here")
    (tmp_path / "README.md").write_text("Nothing", encoding="utf-8")
    with pytest.raises(ThemesError, match=r"^here holds no codebook: 1\.toml is missing"):
        load_codebooks(tmp_path, place="here")


def test_faults_of_all_files_are_told_at_once(tmp_path):
    broken = version(1, ["a", theme("b", name=1)])
    folder = write(tmp_path / "codebook", broken, version(2, ["a", "b"], title=""), "a = ", version(4, ["a"]))
    (folder / "five.toml").write_text("", encoding="utf-8")
    (folder / "06.toml").write_text("", encoding="utf-8")
    (folder / "notes.txt").write_text("", encoding="utf-8")
    assert faults(folder) == [
        "06.toml: the name is no version. Name it 1.toml, 2.toml and so on, or move it away.",
        "1.toml, theme[2].name: this is no text (found: 1). Write it in quotes.",
        "2.toml, title: the text is empty. Write what is meant, or leave the entry out.",
        "3.toml: the file is not TOML: Invalid value (at end of document). Mend it at that place.",
        "five.toml: the name is no version. Name it 1.toml, 2.toml and so on, or move it away.",
    ]


def test_a_name_is_shown_without_what_a_terminal_would_act_on(tmp_path):
    (tmp_path / "\x1b[2J.toml").write_text("", encoding="utf-8")
    assert faults(tmp_path)[0].startswith("\\u001b[2J.toml: the name is no version.")


def test_versions_that_are_missing_are_named(tmp_path):
    folder = write(tmp_path / "codebook", version(1, "a"))
    (folder / "3.toml").write_text(version(3, "a"), encoding="utf-8")
    rule = "the version is missing, though there is 3.toml"
    assert faults(folder) == [f"2.toml: {rule}. Versions are numbered 1, 2, 3: put it back, or renumber."]
    (folder / "3.toml").rename(folder / "9999.toml")
    assert len(faults(folder)) == 11


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("version = 1", "version = 2", "version: the file is that of version 1 (found: 2). Write version = 1"),
        ("version = 1", "version = true", "version: this is no whole number (found: True)"),
        ("version = 1", "", "version: the key is missing. Add version."),
        ("2030-01-01", '"2030-01-01"', "valid_from: this is no date (found: 2030-01-01)"),
        ("2030-01-01", "2030-01-01T00:00:00", "valid_from: this is no date (found: datetime.datetime("),
        ("valid_from = 2030-01-01", "", "valid_from: the key is missing. Add valid_from."),
        ('title = "Test"', "", "title: the key is missing"),
        ('"Test"', '"Te\\u0007st"', "title: an invisible character stands in the text (found: U+0007). Remove it."),
        ('"Test"', '"Te\\u202est"', "title: an invisible character stands in the text (found: U+202E)"),
        ('"Test"', f'"{"x" * 2001}"', "title: 2001 characters are more than the 2000"),
        (
            '"Test"',
            '"Te\\u0000"\nodd = "\\u001b[2J"',
            "odd: no such key is known here (found: \\u001b[2J). Remove or rename",
        ),
        ('key = "a"', 'key = "A b"', "theme[1].key: the key has other characters than a key can have (found: A b)"),
        ('key = "a"', 'key = "\u00e4"', "theme[1].key: the key has other characters"),
        ('key = "b"', 'key = "a"', "theme: the key stands 2 times (found: a). Give each theme a key of its own."),
        ('name = "About b"', 'name = "ABOUT A"', "theme: the name stands 2 times (found: about a)"),
        ('["what is a"]', "[]", "theme[1].includes: a list of texts is needed (found: []). Write it as"),
        ('["what is a"]', '"what is a"', "theme[1].includes: a list of texts is needed (found: what is a)"),
        ('["what is a"]', '["x", "", 3]', "theme[1].includes[2]: the text is empty"),
        ('["what is a"]', '["x", "", 3]', "theme[1].includes[3]: this is no text (found: 3)"),
        ('["what is a"]', '["x", "y", "x"]', "theme[1].includes: the entry stands more than once (found: x)"),
        ('themes = ["a"]', 'themes = ["b"]', "theme[1].example[1].themes: a is not among them. Add the theme, or put"),
        ('themes = ["a"]', 'themes = ["a", "c"]', "example: the example has an unknown theme c (found: So)"),
        (
            'text = "So"',
            'txt = "So"',
            "theme[1].example[1].txt: no such key is known here (found: So). Remove or rename it; ",
        ),
        (
            'themes = ["a"]',
            'themes = ["a", "\\u001b"]',
            "example: the example has an unknown theme \\u001b (found: So)",
        ),
        ('["what is a"]', str([str(i) for i in range(501)]), "theme[1].includes: 501 entries are more than the 500"),
        ("[[theme.example]]", "[theme.example]", "theme[1].example: tables are needed (found: {'text'"),
    ],
)
def test_each_fault_is_named_with_its_key(tmp_path, old, new, told):
    found = damaged(tmp_path, old, new)
    assert any(fault.startswith(f"1.toml, {told}") for fault in found), found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[theme]\nkey = 1\n", "1.toml, theme: tables are needed (found: {'key': 1}). Write each under [[theme]]."),
        ("theme = []\n", "1.toml, theme: tables are needed (found: []). Write each under [[theme]]."),
        ("theme = 3\n", "1.toml, theme: tables are needed (found: 3). Write each under [[theme]]."),
        ("", "1.toml, theme: the key is missing. Add theme."),
        ("a = " + "[" * 100_000, "1.toml: the file is not TOML: tables or lists stand too deep in one another."),
        ("a = " + "9" * 5000, "1.toml: the file is not TOML: "),
        ("a = 1\r\na = 2\r\n", "1.toml: the file is not TOML: Cannot overwrite a value (at line 2, column 6)"),
        ("#" * 250_001, "1.toml: the file has more than 250000 bytes. Shorten it."),
        ("\n" + "a." * 100_000 + "b = 1", "1.toml, line 2: more than 200 full stops stand in one line. Write it in"),
        ("x = {" * 40_000, "1.toml: the file is not TOML: tables or lists stand too deep in one another."),
    ],
)
def test_what_is_no_codebook_is_refused(tmp_path, text, told):
    found = faults(write(tmp_path / "codebook", text))
    assert any(fault.startswith(told) for fault in found), found


def test_more_themes_than_anybody_can_keep_apart_are_refused(tmp_path):
    told = faults(write(tmp_path / "codebook", version(1, [f"t{number}" for number in range(501)])))
    assert told == ["1.toml, theme: 501 entries are more than the 500 that anybody can keep apart. Merge some of them."]


def test_an_accent_may_be_a_letter_or_a_mark_of_its_own(tmp_path):
    one, other = (version(1, [theme("a", name=f"caf{end}")]) for end in ("\u00e9", "e\u0301"))
    first = load_codebooks(write(tmp_path / "codebook", one), place="here")
    assert first == load_codebooks(write(tmp_path / "codebook", other), place="here")


def test_the_first_version_has_no_changes(tmp_path):
    told = faults(write(tmp_path / "codebook", version(1, "a", [change("add", into="a")])))
    assert told == ["1.toml, change: the first version comes from no other. Remove the changes."]


def test_a_change_of_an_unknown_kind_is_refused(tmp_path):
    odd = [change("vanish", "a", widens="yes")]
    kinds = "redefine, rename, add, merge, split, delete"
    assert faults(write(tmp_path / "codebook", version(1, "ab"), version(2, "ab", odd))) == [
        f"2.toml, change[1].kind: no such kind of change is known (found: vanish). Use one of {kinds}.",
        "2.toml, change[1].widens: this is neither true nor false (found: yes). Write true or false.",
    ]


def test_a_sub_theme_has_a_key_of_its_own(tmp_path):
    one, other = [{"key": "b", "name": "B"}, {"key": "s", "name": "S"}], [{"key": "s", "name": "S too"}]
    text = version(1, [theme("a", sub_theme=one), theme("b", sub_theme=other)])
    assert faults(write(tmp_path / "codebook", text)) == [
        "1.toml, sub_theme: the key stands 2 times (found: b). Give each sub_theme a key of its own.",
        "1.toml, sub_theme: the key stands 2 times (found: s). Give each sub_theme a key of its own.",
    ]


def test_an_example_stands_once(tmp_path):
    text = version(1, ["a"]) + '\n[[example]]\ntext = "So"\n\n[[example]]\ntext = "So"\n'
    assert faults(write(tmp_path / "codebook", text)) == [
        "1.toml, example: the text stands 2 times (found: So). Give each example a text of its own."
    ]


@pytest.mark.parametrize(
    "content", ["a = 1\nb = 'F\u00e4hre'\n".encode("latin-1"), b"a = 1\n\xff\xfe", b"\n" + "a = 1".encode("utf-16")]
)
def test_a_file_that_is_not_utf_8_is_named_with_its_line(tmp_path, content):
    (tmp_path / "1.toml").write_bytes(content)
    assert faults(tmp_path) == ["1.toml, line 2: the file is not in UTF-8. Save it as UTF-8."]


def test_a_mark_at_the_start_and_windows_line_ends_change_nothing(tmp_path):
    for name, content in packaged_codebook_files().items():
        (tmp_path / name).write_bytes(b"\xef\xbb\xbf" + content.replace(b"\n", b"\r\n"))
    history = load_codebooks(tmp_path, place="here")
    assert history == packaged_codebooks()
    assert codebook_sha256(history) == codebook_sha256(packaged_codebooks())


def test_the_hash_is_of_what_is_said(tmp_path):
    folder = write(tmp_path / "codebook", version(1, "ab"))
    first = codebook_sha256(load_codebooks(folder, place="here"))
    assert re.fullmatch(r"[0-9a-f]{64}", first)
    (folder / "1.toml").write_text("# A word about it\n" + version(1, "ab"), encoding="utf-8")
    assert codebook_sha256(load_codebooks(folder, place="here")) == first
    other = {first}
    for text in (version(1, "ba"), version(1, "ab", title="Other"), version(1, ["a", theme("b", terms=["word"])])):
        other.add(codebook_sha256(load_codebooks(write(folder, text), place="here")))
    other.add(codebook_sha256(load_codebooks(write(folder, version(1, "ab"), version(2, "ab")), place="here")))
    assert len(other) == 5


def test_text_is_in_one_line_whatever_its_lines_in_the_file(tmp_path):
    text = version(1, "a").replace('"All of a."', '"""\nAll\n\tof   a."""')
    (found,) = load_codebooks(write(tmp_path / "codebook", text), place="here").latest.themes
    assert found.definition == "All of a."


def test_a_version_is_asked_for_by_its_number(tmp_path):
    history = load_codebooks(write(tmp_path, version(1, "ab"), version(2, "ab")), place="here")
    assert [history.version(number).version for number in (1, 2)] == [1, 2]
    assert history.latest.version == 2
    with pytest.raises(ThemesError, match=r"has no version 3: its versions are 1 to 2\. Use one of them"):
        history.version(3)
    assert history.latest.theme("b").name == "About b"
    with pytest.raises(KeyError):
        history.latest.theme("c")


def test_an_unreadable_version_is_an_error_of_the_system(tmp_path):
    (tmp_path / "1.toml").mkdir()
    with pytest.raises(OSError, match=r"1\.toml"):
        load_codebooks(tmp_path, place="here")
