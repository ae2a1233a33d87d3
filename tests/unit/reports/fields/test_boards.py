"""Integrated care boards: 42 names in the forms that reports print, taken apart and told from each other."""

import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from areasend.reports.fields.boards import board_of, names_in, without_label
from areasend.reports.wording import letters

DATA = tomllib.loads((files("areasend.reports") / "data" / "integrated_care_boards.toml").read_text(encoding="utf-8"))
BOARDS: list[str] = DATA["boards"]
CORES = {board: board.removeprefix("NHS ").removesuffix(" ICB") for board in BOARDS}
FORMS = [
    "NHS {} ICB",
    "{} ICB",
    "NHS {} Integrated Care Board",
    "{} Integrated Care Board",
    "{} NHS Integrated Care Board",
    "NHS {} Integrated Care Board (ICB)",
    "{} Integrated Care Board (ICB)",
    "the NHS {} ICB",
    "NHS {} area ICB",
]
# Without "ICB" behind it, a name is told from the next by the "NHS" that the next begins with.
BARE_FORMS = ["NHS {}"]
BETWEEN = [", ", " and ", ", and ", "; ", " & ", ",and ", "; and "]


def nowhere() -> str:
    return ""


@st.composite
def printed_boards(draw: st.DrawFn) -> tuple[list[str], list[str]]:
    """Boards, and each in a form in which it is printed."""
    boards = draw(st.lists(st.sampled_from(BOARDS), min_size=1, max_size=5, unique=True))
    forms = [*BARE_FORMS, *FORMS] if draw(st.booleans()) else FORMS
    if BARE_FORMS[0] in forms:
        forms = [form for form in forms if form.startswith("NHS")]
    return boards, [
        draw(st.sampled_from(forms)).format(ampersand(CORES[board], draw(st.booleans()))) for board in boards
    ]


def ampersand(core: str, wanted: bool) -> str:
    return core.replace(" and ", " & ") if wanted else core


def test_there_are_42_boards() -> None:
    """NHS England: 42 statutory bodies from 1 July 2022."""
    assert len(BOARDS) == len(set(BOARDS)) == 42
    assert set(DATA["also"].values()) <= set(BOARDS)


@given(printed_boards(), st.lists(st.sampled_from(BETWEEN), min_size=5, max_size=5))
def test_lists_of_boards_come_back_in_order(printed: tuple[list[str], list[str]], between: list[str]) -> None:
    boards, names = printed
    cell = names[0] + "".join(joined + name for joined, name in zip(between, names[1:], strict=False))
    assert list(names_in(cell)) == names
    assert [board_of(name, nowhere) for name in names_in(cell)] == boards


@given(st.lists(st.sampled_from(BOARDS), min_size=1, max_size=4, unique=True))
def test_names_on_lines_of_their_own(boards: list[str]) -> None:
    assert list(names_in(" ".join(boards))) == boards


@pytest.mark.parametrize("board", BOARDS)
@pytest.mark.parametrize(
    "form",
    [*BARE_FORMS, *FORMS, "{}", "{}, Integrated Care Board", "NHS {}, Integrated Care Board", "NHS {} Integrated Care"],
)
def test_every_board_in_every_form_is_that_board(board: str, form: str) -> None:
    assert board_of(form.format(CORES[board]), nowhere) == board
    assert board_of(form.format(CORES[board]).upper(), nowhere) == board


@pytest.mark.parametrize(("printed", "board"), sorted(DATA["also"].items()))
def test_other_names(printed: str, board: str) -> None:
    assert board_of(f"NHS {printed} ICB", nowhere) == board
    assert board_of(printed, nowhere) == board


@pytest.mark.parametrize(
    ("printed", "elsewhere", "board"),
    [
        ("North Yorkshire ICB", "NHS Humber and North Yorkshire ICB was formed", "NHS Humber and North Yorkshire ICB"),
        ("Norfolk ICB", "… by NHS Norfolk & Waveney Integrated Care Board (ICB).", "NHS Norfolk and Waveney ICB"),
        # Nobody names the whole.
        ("North Yorkshire ICB", "the North Yorkshire ICB", None),
        # Two boards hold the words, and the report names both.
        ("North East ICB", "NHS North East London ICB, NHS North East and North Cumbria ICB", None),
        # Words that the report sets beside others do not make a name.
        ("Heartlands ICB", "Surrey Heartlandshire", None),
    ],
)
def test_a_shortened_name_is_completed_by_the_report_alone(printed: str, elsewhere: str, board: str | None) -> None:
    assert board_of(printed, lambda: letters(elsewhere)) == board


@pytest.mark.parametrize(
    "printed",
    [
        "NHS ICB",
        "Integrated Care Board",
        "",
        "(NHS Sussex ICB)",
        "NHS Ruritania ICB",
        "Sussex Health and Care Partnership",
    ],
)
def test_what_is_no_board(printed: str) -> None:
    assert board_of(printed, lambda: letters(" ".join(BOARDS))) is None


@given(st.sampled_from(BOARDS), st.sampled_from("bcdfghjklmnpqrstvwxz"))
def test_likeness_is_not_enough(board: str, letter: str) -> None:
    """A name with one more letter in its first word is no board's."""
    changed = "NHS " + letter + CORES[board] + " ICB"
    assert board_of(changed, lambda: letters(" ".join(BOARDS))) is None


def test_an_empty_cell_names_nobody() -> None:
    assert names_in("") == names_in(" , ; ") == ()


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Name of ICB: NHS Devon ICB", "NHS Devon ICB"),
        ("Names of the integrated care boards : NHS Devon ICB", "NHS Devon ICB"),
        ("Name of local authority: Devon County Council", "Devon County Council"),
        ("Names of authorities: Devon", "Devon"),
        ("Devon County Council", "Devon County Council"),
    ],
)
def test_labels_are_left_out(cell: str, name: str) -> None:
    assert without_label(cell) == name
