"""The inspection team: who led it for each inspectorate, and how many people are listed."""

import re
from collections.abc import Sequence

from areasend.reports.fields.found import Found
from areasend.reports.layout.columns import column_headings
from areasend.reports.layout.running_on import BULLETS
from areasend.reports.layout.strips import Strip, place_by_line
from areasend.reports.layout.tables import cells_of
from areasend.reports.parts import Part
from areasend.reports.pdf import Line
from areasend.reports.wording import letters, wording

_SIDES = (
    ("ofsted_lead_inspector", "n_inspectors_ofsted", "Ofsted"),
    ("cqc_lead_inspector", "n_inspectors_cqc", "the Care Quality Commission"),
)
# A line of a role may begin in the middle of it, where a name is set above the rest.
_ROLE = re.compile(
    r"\b(?:HMIs?|OIs?|Ofsted|CQC|(?:Care )?Quality Commission|(?:His|Her) Majesty|Majesty[’']s|lead|inspectors?"
    r"|inspection|inspectorate|regulatory|manager|social care|education|children|senior|regional|director)\b",
    re.IGNORECASE,
)
_LEAD = re.compile(r"\blead\b")
_AFTER_HYPHEN = re.compile(r"(?<=\w[-‐‑])\s+(?=[^\W\d_])")
_TITLE = re.compile(r"^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Rev|Revd)\.?\s+", re.IGNORECASE)
_WORD = r"[^\W\d_][\w.’'‐‑-]*"
_NAME = re.compile(rf"{_WORD}(?:\s+{_WORD}){{1,5}}")
# Words of a name that begin with a small letter: van den Berg, de la Cruz, bin Said, ap Rhys, y Gasset.
_PARTICLES = {"van", "von", "der", "den", "de", "del", "della", "di", "da", "do", "dos", "du", "la"}
_PARTICLES |= {"le", "el", "al", "bin", "ibn", "ap", "ab", "ben", "ter", "ten", "zu", "y", "e"}


def read_team(team: Part | None, found: Found) -> None:
    """ofsted_lead_inspector, cqc_lead_inspector (more than one parted by semicolons) and the size of each team."""
    columns = wording().columns
    headings = column_headings(team.lines, columns["ofsted"], columns["care_quality_commission"]) if team else ()
    if not team or not headings:
        for lead, size, side in _SIDES:
            found.missing(lead, f"the lead inspector listed under {side}")
            found.missing(size, f"the inspectors listed under {side}")
        return
    again = {number for heading in headings for number in heading.numbers}
    rows = [line for number, line in enumerate(team.lines) if number > headings[0].numbers[-1] and number not in again]
    # Pages of one report set their columns alike; a table that runs over a page keeps them.
    cells = _by_page(rows, headings[0].start)
    for (lead, size, side), cell in zip(_SIDES, cells, strict=True):
        _read_side(people_in(cell), lead, size, side, found)


def people_in(cell: Sequence[Strip]) -> list[list[Strip]]:
    """The strips of each person in a column: a line without a name of its own goes on with the one before."""
    people: list[list[Strip]] = []
    for strip in cell:
        if people and not name_of(strip.text):
            people[-1].append(strip)
        else:
            people.append([strip])
    return people


def name_of(text: str) -> str:
    """The name with which a line begins, before a comma or the first word of a role; empty where it has none."""
    before = text.split(",", 1)[0]
    role = _ROLE.search(before)
    before = before[: role.start()] if role else before
    bare = _TITLE.sub("", before.strip(f" -–—(){BULLETS}"))
    return bare if _NAME.fullmatch(bare) and _is_of_person(bare.split()) else ""


def _is_of_person(words: Sequence[str]) -> bool:
    """Whether it is written as names are: the first and the last word with a capital, between them particles too."""
    own = [word for word in words if word not in _PARTICLES]
    # d’Arcy and ’t Hooft begin with a small letter, too.
    capital = all(word[0].isupper() or "’" in word or "'" in word for word in own)
    return len(own) > 1 and words[-1] == own[-1] and capital


def _by_page(rows: Sequence[Line], start: float) -> tuple[tuple[Strip, ...], ...]:
    cells: tuple[list[Strip], list[Strip]] = ([], [])
    for page in sorted({line.page for line in rows}):
        here = cells_of([line for line in rows if line.page == page], [start])
        for all_pages, strips in zip(cells, here, strict=True):
            all_pages += strips
    return tuple(tuple(cell) for cell in cells)


def _read_side(people: list[list[Strip]], lead: str, size: str, side: str, found: Found) -> None:
    strips = [strip for person in people for strip in person]
    leads, leading = [], []
    for person in people:
        # A double name that a line breaks keeps its hyphen.
        text = _AFTER_HYPHEN.sub("", " ".join(strip.text for strip in person))
        name = name_of(text)
        if name and _LEAD.search(letters(text.replace(name, "", 1))):
            leads.append(name)
            leading += person
        elif not name:
            found.problem(size, "a name and a role", text, place_by_line(person))
    if leads:
        found.value(lead, ";".join(leads), place_by_line(leading))
    else:
        found.missing(lead, f"the lead inspector listed under {side}", places=place_by_line(strips))
    if people:
        found.value(size, str(len(people)), place_by_line(strips))
    else:
        found.missing(size, f"the inspectors listed under {side}")
