"""Every number that the register quotes from the two publications is printed there, at the place it names."""

import re
from pathlib import Path

import pytest

from areasend.framework import packaged_framework
from areasend.register import Unit, packaged_register

SHARED = Path(__file__).parents[4] / "shared"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not on this machine")
FIGURES = packaged_register().printed_figures
OUTCOMES = ("typically positive", "inconsistent", "widespread and/or systemic failings")
MERGED = "North East, Yorkshire and the Humber"
NONE = "no local areas have so far received this outcome"

# What each sentence of the statistics counts: a pattern whose group is the number, by place and meaning.
SENTENCES = {
    "Main findings, second paragraph": {
        "full inspections since January 2023": r"we have carried out (\d+) full inspections",
        "full inspections in 2024": r"with (\d+) taking place in 2024",
        f"inspections since January 2023 with the outcome {OUTCOMES[0]}": r"In (\d+) of these [^.]*typically",
        f"inspections in 2024 with the outcome {OUTCOMES[0]}": r"of these inspections \((\d+) in 2024\)",
        f"inspections since January 2023 with the outcome {OUTCOMES[1]}": r"In (\d+) inspections [^.]*inconsistent",
        f"inspections in 2024 with the outcome {OUTCOMES[1]}": r"In \d+ inspections \((\d+) in 2024\)",
        f"inspections since January 2023 with the outcome {OUTCOMES[2]}": r"remaining (\d+) [^.]*widespread",
        f"inspections in 2024 with the outcome {OUTCOMES[2]}": r"remaining \d+ inspections \((\d+) in 2024\)",
    },
    "Outcomes by Ofsted region": {
        f"East Midlands, outcome {OUTCOMES[2]}": r"In the East Midlands, (\d+) out of[^.]*widespread",
        "East Midlands, inspected areas": r"In the East Midlands, \d+ out of the (\d+) inspected areas",
        f"East Midlands, share with the outcome {OUTCOMES[2]}": r"5 inspected areas \((\d+)%\)[^.]*widespread",
        f"{MERGED}, no area with the outcome {OUTCOMES[2]}": f"{MERGED} is the only Ofsted region in which ({NONE})",
        f"{MERGED}, outcome {OUTCOMES[0]}": r"By contrast, in (\d+) out of[^.]*typically",
        f"{MERGED}, inspected areas": r"By contrast, in \d+ out of the (\d+) inspected areas in the region",
        f"{MERGED}, share with the outcome {OUTCOMES[0]}": r"areas in the region \((\d+)%\)[^.]*typically",
    },
}
for _year, _words in ((2024, "in 2024"), (2023, "since January 2023")):
    SENTENCES[f"Inspections between 1 January {_year} and 31 December 2024"] = {
        f"full inspections {_words}": r"carried out (\d+) full inspections",
        f"inspections {_words} with the outcome {OUTCOMES[0]}": r"In (\d+) inspections, [^.]*typically led to positive",
        f"inspections {_words} with the outcome {OUTCOMES[1]}": r"In (\d+) inspections, [^.]*led to inconsistent",
        f"inspections {_words} with the outcome {OUTCOMES[2]}": r"In the remaining (\d+) inspections, [^.]*widespread",
    }


def text_of(document):
    return (SHARED / "publications" / f"{document}.txt").read_text(encoding="utf-8")


def passage(place):
    """The part of the statistics under a heading, as far as the next picture; or its second paragraph alone."""
    heading = place.removesuffix(", second paragraph")
    line = rf"^{heading}{':.*' if heading.startswith('Data for') else ''}$"
    rest = re.split(line, text_of("main-findings-2024"), maxsplit=1, flags=re.MULTILINE)[1]
    if heading != place:
        return rest.strip().split("\n\n")[1]
    return re.split(r"^(?:Figure \d|See Figure)", rest, maxsplit=1, flags=re.MULTILINE)[0]


def in_a_sentence(figure):
    found = re.search(SENTENCES[figure.place][figure.says], passage(figure.place))
    assert found is not None, figure.says
    return 0 if found.group(1) == NONE else int(found.group(1))


def in_a_table_of_the_statistics(figure):
    """The row named before the comma ("Local areas" where none is), the column by the place of its heading."""
    region, _, column = figure.says.rpartition(", ")
    numbers = re.search(rf"^{re.escape(region or 'Local areas')} ([\d ]+)$", passage(figure.place), re.MULTILINE)
    position = next((at for at, outcome in enumerate(OUTCOMES) if column.endswith(outcome)), 3)
    return int(numbers.group(1).split()[position])


def in_table_1(figure):
    position = next(at for at, outcome in enumerate(OUTCOMES) if figure.says.endswith(outcome))
    rows = re.findall(r"'\t(\d+) \((\d+)%\)$", text_of("first-two-years"), re.MULTILINE)
    return int(rows[position][figure.unit is Unit.PERCENT])


def in_the_text_on_themes(figure):
    """The paragraph under the theme's own heading; two headings are worded otherwise than the list of themes."""
    theme, _, _ = figure.says.rpartition(": share of ")
    headings = {
        "Timeliness and/or quality of EHC plans": "Timeliness and quality of EHC plans",
        "Moving to the next stage of education, training or employment": (
            "Transitions to the next stage of education, training or employment"
        ),
    }
    heading = re.escape(headings.get(theme, theme))
    part = re.split(rf"^## \**{heading}\**$", text_of("first-two-years"), maxsplit=1, flags=re.MULTILINE)[1]
    numbers = re.search(
        r"an area for improvement in (\d+)% of inspections and an area for priority action in (\d+)% of local areas "
        r"that received the outcome 'widespread and/or systemic failings'",
        re.sub(r"\s+", " ", part),
    )
    return int(numbers.group(2 if "priority action" in figure.says else 1))


def in_the_table_of_themes(figure):
    theme, _, _ = figure.says.rpartition(": share of ")
    numbers = re.search(rf"^{re.escape(theme)}\t(\d+)%\t(\d+)%$", text_of("first-two-years"), re.MULTILINE)
    return int(numbers.group(1 if "priority action" in figure.says else 2))


def in_the_list_of_areas(figure):
    part = text_of("first-two-years").partition("**List of 54 local areas inspected")[2]
    if figure.says == "local areas in the list, by its heading":
        return int(re.search(r"\*\*List of (\d+) local areas inspected", text_of("first-two-years")).group(1))
    region = figure.says.removesuffix(", local areas listed").replace(
        "Yorkshire and the Humber", "Yorkshire and Humber"
    )
    block = re.split(rf"^##+ \**{region}\**$", part, maxsplit=1, flags=re.MULTILINE)[1]
    return len(re.findall(r"^- ", re.split(r"^#|^\*\*", block, maxsplit=1, flags=re.MULTILINE)[0], re.MULTILINE))


def in_the_list_of_visits(figure):
    text = text_of("first-two-years")
    if figure.says == "local areas visited, by the heading of the list":
        return int(re.search(r"\*\*List of the (\d+) local areas visited", text).group(1))
    theme = figure.says.removeprefix("local areas visited for ")
    block = text.partition(f"Thematic visits on {theme}:")[2].lstrip().partition("\n\n")[0]
    return len(re.findall(r"^- ", block, re.MULTILINE))


def elsewhere(pattern):
    return lambda _: int(re.search(pattern, re.sub(r"\s+", " ", text_of("first-two-years"))).group(1))


READERS = {
    **dict.fromkeys(SENTENCES, in_a_sentence),
    **dict.fromkeys(("Data for Figure 1", "Data for Figure 2", "Data for Figure 4"), in_a_table_of_the_statistics),
    "Overview of inspection findings": elsewhere(r"we inspected (\d+) local area partnerships\."),
    "Table 1": in_table_1,
    "Conclusion": elsewhere(r"of all (\d+) local area partnerships will conclude"),
    "Local and national context": elsewhere(
        r"(\d+)% had experienced significant or recent changes in senior leadership"
    ),
    "Common findings identified across inspections": in_the_text_on_themes,
    "Annex, table of themes": in_the_table_of_themes,
    "Annex, list of local areas inspected": in_the_list_of_areas,
    "Annex, list of thematic visits": in_the_list_of_visits,
}


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.id)
def test_the_number_is_printed_at_its_place(figure):
    assert figure.value == READERS[figure.place](figure)


def test_the_meanings_of_all_sentences_are_quoted():
    for place, meanings in SENTENCES.items():
        assert {figure.says for figure in FIGURES if figure.place == place} == set(meanings)


def test_every_cell_of_the_regional_table_is_quoted():
    names = [region.name for region in packaged_framework().ofsted_regions]
    quoted = [figure.says for figure in FIGURES if figure.place == "Data for Figure 4"]
    columns = [*(f"outcome {outcome}" for outcome in OUTCOMES), "inspections"]
    assert quoted == [f"{name}, {column}" for name in names for column in columns]


def test_every_theme_is_quoted_from_the_text_and_from_the_table():
    themes = [theme.name for theme in packaged_framework().themes]
    for place in ("Common findings identified across inspections", "Annex, table of themes"):
        quoted = [figure.says.rpartition(": share of ")[0] for figure in FIGURES if figure.place == place]
        assert quoted == [theme for theme in themes for _ in range(2)]


def test_a_share_of_what_is_coded_says_of_how_many_it_is():
    """Ours are of the inspections that are coded: of another number as soon as one is missing."""
    bases = {(figure.base, figure.unit) for figure in FIGURES if "theme" in figure.says}
    assert bases == {(14, Unit.PERCENT), (54, Unit.PERCENT)}
    of_improvement = {figure.base for figure in FIGURES if figure.says.endswith("with this theme for improvement")}
    assert of_improvement == {54}
    assert all(figure.base is None for figure in FIGURES if "theme" not in figure.says and "leaders" not in figure.says)
    assert all(figure.figure for figure in FIGURES if figure.unit is Unit.PERCENT)


def test_no_quoted_number_needs_a_remark():
    assert [figure.id for figure in FIGURES if figure.remark] == []
