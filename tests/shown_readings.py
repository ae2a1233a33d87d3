"""Readings to be shown: one small and sound, and any that a document could lead to."""

from hypothesis import strategies as st

from areasend.reports import (
    Box,
    DocumentKind,
    FoundStatement,
    Origin,
    Passage,
    Place,
    Problem,
    Reading,
    Value,
)
from areasend.reports.columns import INSPECTION_COLUMNS

SHA256 = "ab" * 32
PAGE = (595.0, 842.0)


def place(words: str, page: int = 1, top: float = 100, x0: float = 80, x1: float = 300, height: float = 14) -> Place:
    return Place(page, words, Box(x0, top, x1, top + height))


def value(field: str, text: str, *places: Place, origin: Origin = Origin.REPORT) -> Value:
    return Value(field=field, value=text, places=places, origin=origin)


def statement(kind: str, seq: int, text: str, *places: Place, bodies: tuple[str, ...] = ()) -> FoundStatement:
    return FoundStatement(
        kind=kind,
        seq=seq,
        responsible_body=" and ".join(bodies),
        responsible_bodies=bodies,
        text=text,
        n_bullets=text.count("• "),
        places=places,
    )


def passage(section: str, seq: int, form: str, text: str, *places: Place, leadership: str = "") -> Passage:
    return Passage(
        section=section,
        heading=f"About {section}",
        seq=seq,
        form=form,
        text=text,
        leadership=leadership,
        places=places,
    )


def small_reading() -> Reading:
    """Three pages with something of everything."""
    return Reading(
        file="reports/anywhere.pdf",
        sha256=SHA256,
        document=DocumentKind.FULL_INSPECTION,
        values=(
            value("title_name", "Anywhere Local Area Partnership", place("Anywhere Local Area Partnership", top=60)),
            value("gss_code", "E00000001", origin=Origin.REGISTER),
            value("inspection_start", "2024-01-15", place("15 to 19 January 2024")),
            value("inspection_end", "2024-01-19", place("15 to 19 January 2024")),
            value("previous_revisit", ""),
            value("publication_date", "[x]"),
            value(
                "outcome",
                "inconsistent",
                place("The arrangements lead to", top=200),
                place("inconsistent experiences", top=214),
            ),
            value("n_areas_for_improvement", "1"),
            value("footer_dates", "15 to 19 January 2024", *(place("15 to 19 January 2024", n, 800) for n in (2, 3))),
        ),
        findings=(
            statement(
                "apa",
                1,
                "Leaders should act now: • on this • on that.",
                place("Leaders should", 2, 300),
                place("act now", 3, 60),
                bodies=("Anywhere Council", "NHS Anywhere ICB"),
            ),
            statement("afi", 1, "Leaders should improve it.", place("Leaders should improve it.", 3, 200)),
        ),
        passages=(
            passage("here", 1, "paragraph", "One.", place("One.", 2, 100), leadership="A new director began."),
            passage("here", 2, "paragraph", "Two.", place("Two.", 2, 130)),
            passage("here", 3, "bullet", "Three", place("Thr", 2, 780), place("ee", 3, 40)),
        ),
        problems=(
            Problem(field="outcome", page=1, expected="one of the three wordings", found="another wording"),
            Problem(field="section effective", page=0, expected="a heading with text under it", found="nothing"),
        ),
        page_sizes=(PAGE,) * 3,
    )


# Whatever a document holds: control characters, directions, accents in towers, halves of surrogate pairs.
texts = st.text(max_size=60) | st.text(st.characters(categories=("Cc", "Cf", "Mn", "Lo", "Co", "Cs")), max_size=40)
lengths = st.floats(width=32)
places = st.builds(
    Place,
    st.integers(1, 5),
    texts,
    st.builds(Box, lengths, lengths, lengths, lengths),
)
some_places = st.lists(places, min_size=1, max_size=4).map(tuple)


def readings() -> st.SearchStrategy[Reading]:
    """Any reading, also one that no document leads to."""
    values = st.builds(
        Value,
        field=st.sampled_from([*INSPECTION_COLUMNS, "another_field"]),
        value=texts | st.just("[x]"),
        places=st.lists(places, max_size=4).map(tuple),
        origin=st.sampled_from(Origin),
    )
    findings = st.builds(
        FoundStatement,
        kind=st.sampled_from(["apa", "afi"]),
        seq=st.integers(1, 99),
        responsible_body=texts,
        responsible_bodies=st.lists(texts, max_size=3).map(tuple),
        text=texts,
        n_bullets=st.integers(0, 9),
        places=st.lists(places, max_size=4).map(tuple),
    )
    passages = st.builds(
        Passage,
        section=st.sampled_from(["one", "two"]),
        heading=texts,
        seq=st.integers(1, 9),
        form=st.sampled_from(["paragraph", "bullet", "sub-bullet"]),
        text=texts,
        leadership=texts,
        places=some_places,
    )
    problems = st.builds(
        Problem,
        field=st.sampled_from(["outcome", "document"]) | texts,
        page=st.integers(0, 9),
        expected=texts,
        found=texts,
    )
    return st.builds(
        Reading,
        file=texts,
        sha256=st.just(SHA256),
        document=st.sampled_from(DocumentKind),
        values=st.lists(values, max_size=5, unique_by=lambda value: value.field).map(tuple),
        findings=st.lists(findings, max_size=3).map(tuple),
        passages=st.lists(passages, max_size=4).map(tuple),
        problems=st.lists(problems, max_size=3).map(tuple),
        page_sizes=st.lists(st.tuples(st.floats(1, 20000), st.floats(1, 20000)), max_size=4).map(tuple),
    )
