"""Readings of random content, for tests of what is done with readings."""

from hypothesis import strategies as st

from areasend.reports import Box, DocumentKind, FoundStatement, Origin, Passage, Place, Problem, Reading, Value

text = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
sha256 = st.text("0123456789abcdef", min_size=64, max_size=64)
# Two places are enough for zero, one and many.
number = st.floats(allow_nan=False, allow_infinity=False, width=32)
page = st.integers(0, 200)
place = st.builds(Place, page, text, st.builds(Box, number, number, number, number))
places = st.lists(place, max_size=2).map(tuple)

value = st.builds(Value, field=text, value=text, places=places, origin=st.sampled_from(Origin))
finding = st.builds(
    FoundStatement,
    kind=text,
    seq=page,
    responsible_body=text,
    responsible_bodies=st.lists(text, max_size=2).map(tuple),
    text=text,
    n_bullets=page,
    places=places,
    origin=st.sampled_from(Origin),
)
passage = st.builds(Passage, section=text, heading=text, seq=page, form=text, text=text, leadership=text, places=places)
problem = st.builds(Problem, field=text, page=page, expected=text, found=text)
readings = st.builds(
    Reading,
    file=text,
    sha256=sha256,
    document=st.sampled_from(DocumentKind),
    values=st.lists(value, max_size=2).map(tuple),
    findings=st.lists(finding, max_size=2).map(tuple),
    passages=st.lists(passage, max_size=2).map(tuple),
    problems=st.lists(problem, max_size=2).map(tuple),
    page_sizes=st.lists(st.tuples(number, number), max_size=2).map(tuple),
)
