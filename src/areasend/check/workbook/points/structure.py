"""How a workbook is put together: titles (SS18), sheets (SS27, SS28), column A (SS29), cover and contents (SS37)."""

import re
from collections import Counter
from collections.abc import Iterator

from areasend.check.workbook.evidence import Evidence, Verdict, in_file, judged, place, quoted
from areasend.check.workbook.layout import Layout, Role
from areasend.check.workbook.points.contents import Entry, contents_entries
from areasend.check.workbook.report import Place

LONGEST_SHEET_NAME = 31
_SHEET_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_MARKERS = re.compile(r"\s*\[note \d+\]")
_ORDER = (Role.COVER, Role.CONTENTS, Role.NOTES, Role.TABLE)
_COVER_LABELS = (
    ("the period", re.compile(r"\bperiods?\b|\bas at\b", re.IGNORECASE)),
    ("when it was published", re.compile(r"\bpublished\b|\bpublication date\b|\bdate of publication\b", re.IGNORECASE)),
    ("the next release", re.compile(r"\bnext (release|update|publication|edition)\b", re.IGNORECASE)),
    ("a contact", re.compile(r"\bcontact\b", re.IGNORECASE)),
    ("the licence", re.compile(r"\blicen[cs]ed?\b", re.IGNORECASE)),
    (
        "the release type",
        re.compile(
            r"\b(release type|type of release|(un)?official statistics|unofficial|statistics in development|"
            r"experimental statistics|management information|transparency data|research)\b",
            re.IGNORECASE,
        ),
    ),
)


def titles(evidence: Evidence) -> Verdict:
    """SS18. Whether a title names subject, geography and period is left to a reader."""
    entries = {entry.sheet: entry for entry in contents_entries(evidence)}
    places = []
    plain_titles = 0
    for layout in evidence.layouts:
        title = layout.sheet.cells.get((0, 0))
        if title is None or not title.text.strip():
            places.append(place(layout.name, "A1", "no title", "write the title of the sheet in A1"))
            continue
        plain_titles += not (title.look.heading or title.look.bold)
        entry = entries.get(layout.name)
        if entry is not None and _plain(title.text) not in {_plain(text) for text in entry.texts}:
            found = f"title {quoted(title.text)} that differs from the contents, {quoted(' / '.join(entry.texts))}"
            places.append(place(layout.name, "A1", found, "use one wording in both places"))
    reason = "subject, geography and period in the title are not judged"
    if plain_titles:
        reason += f"; titles neither bold nor in a heading style: {plain_titles}"
    return judged(places, reason)


def _plain(text: str) -> str:
    return " ".join(_MARKERS.sub("", text).split()).casefold()


def sheet_names(evidence: Evidence) -> Verdict:
    """SS27."""
    counts = Counter(sheet.name.casefold() for sheet in evidence.workbook.sheets)
    places = []
    for sheet in evidence.workbook.sheets:
        if counts[sheet.name.casefold()] > 1:
            places.append(place(sheet.name, "", f"the sheet name {sheet.name!r} twice", "give each sheet its own name"))
        if len(sheet.name) > LONGEST_SHEET_NAME or _SHEET_NAME.fullmatch(sheet.name) is None:
            remedy = f"begin with a letter, then letters, digits and _, at most {LONGEST_SHEET_NAME}"
            places.append(place(sheet.name, "", f"the sheet name {sheet.name!r}", remedy))
    return judged(places)


def no_blank_sheets(evidence: Evidence) -> Verdict:
    """SS28."""
    remedy = "write a title and a table or text, or delete the sheet"
    return judged(
        place(layout.name, "A1", "an empty sheet" if not layout.rows else "one line and nothing else", remedy)
        for layout in evidence.layouts
        if len(layout.rows) < 2
    )


def cover_and_contents(evidence: Evidence) -> Verdict:
    """SS37."""
    places = [*_order_faults(evidence), *_cover_faults(evidence), *_contents_faults(evidence)]
    return judged(places)


def _order_faults(evidence: Evidence) -> Iterator[Place]:
    roles = [layout.role for layout in evidence.layouts]
    for role in (Role.COVER, Role.CONTENTS):
        if role not in roles:
            yield in_file(f"no {role.value} sheet", f"add a sheet called {role.value.capitalize()}")
    latest = 0
    for layout in evidence.layouts:
        rank = _ORDER.index(layout.role)
        if rank < latest or (layout.role is not Role.TABLE and roles.count(layout.role) > 1):
            found = f"the {layout.role.value} sheet after or beside a {_ORDER[latest].value} sheet"
            yield place(layout.name, "", found, "order the sheets Cover, Contents, Notes, tables")
        latest = max(latest, rank)


def _cover_faults(evidence: Evidence) -> Iterator[Place]:
    cover = evidence.first(Role.COVER)
    if cover is None:
        return
    text = "\n".join(cell.text for cell in cover.sheet.cells.values())
    if not cover.sheet.text(0, 0):
        yield place(cover.name, "A1", "no title", "write the title of the release in A1")
    for label, pattern in _COVER_LABELS:
        if pattern.search(text) is None:
            yield place(cover.name, "A1", f"nothing on {label}", f"write a line with {label} on the cover")


def _contents_faults(evidence: Evidence) -> Iterator[Place]:
    contents = evidence.first(Role.CONTENTS)
    if contents is None:
        return
    entries = list(contents_entries(evidence))
    yield from _entry_faults(contents, entries)
    listed = Counter(entry.sheet for entry in entries)
    for layout in evidence.with_role(Role.TABLE):
        if not listed[layout.name]:
            found = f"no row for the sheet {layout.name}"
            yield place(contents.name, contents.start_cell(), found, "list every table sheet once, with a link")


def _entry_faults(contents: Layout, entries: list[Entry]) -> Iterator[Place]:
    seen: set[str] = set()
    for entry in entries:
        if entry.sheet in seen:
            yield place(contents.name, entry.cell, f"the sheet {entry.sheet} a second time", "list every sheet once")
        if not entry.linked:
            yield place(contents.name, entry.cell, f"no working link to {entry.sheet}", f"link it to #{entry.sheet}.A1")
        seen.add(entry.sheet)
