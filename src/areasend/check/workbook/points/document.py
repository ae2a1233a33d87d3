"""The file as a whole: checker (SS34), information (SS35), cursor (SS36), same bytes (SS43), size and kind (SS44)."""

from collections import Counter
from collections.abc import Iterator

from areasend.check.workbook.evidence import Evidence, Verdict, in_file, judged, not_checkable, place, quoted
from areasend.check.workbook.report import Place

LARGEST = 1_000_000
LANGUAGE = "en-GB"
_REMOTE_FUNCTIONS = ("file:", "'http", "webservice(", "dde(", "[1]")


def checker_run(evidence: Evidence) -> Verdict:
    """SS34: this report is the run."""
    return judged(
        (), f"met by running this checker over {len(evidence.layouts)} sheets; keep its report with the release"
    )


def document_information(evidence: Evidence) -> Verdict:
    """SS35."""
    stated = evidence.workbook.properties
    named = (
        ("title", stated.title),
        ("description", stated.description),
        ("subject", stated.subject),
        ("keywords", stated.keywords),
        ("creator", stated.creator),
    )
    places = [in_file(f"no {name} in the document information", "fill it in") for name, value in named if not value]
    places.extend(_language_faults(evidence))
    without = stated.text_language is None
    return judged(places, "XLSX has no language of its text, so that is not judged" if without else "")


def _language_faults(evidence: Evidence) -> Iterator[Place]:
    stated = evidence.workbook.properties
    if stated.language is not None and stated.language != LANGUAGE:
        found = f"the document language {quoted(stated.language)}" if stated.language else "no document language"
        yield in_file(found, f"set dc:language to {LANGUAGE}")
    if stated.text_language is not None and stated.text_language != LANGUAGE:
        found = f"the default text language {quoted(stated.text_language)}"
        yield in_file(found, "set fo:language and fo:country of the default cell style to en and GB")


def cursor_at_start(evidence: Evidence) -> Verdict:
    """SS36. A file that says nothing opens at A1 of its first sheet."""
    workbook = evidence.workbook
    first = workbook.sheets[0].name
    places = []
    if workbook.active_sheet not in {"", first}:
        places.append(place(workbook.active_sheet, "", "the file opens on this sheet", f"save it with {first} active"))
    for sheet in workbook.sheets:
        if sheet.cursor != "A1":
            places.append(place(sheet.name, sheet.cursor, "the cursor stands here", "save it with the cursor in A1"))
    return judged(places)


def same_bytes(evidence: Evidence) -> Verdict:
    """SS43, as far as one file can show: it can break the rule, but never prove that it is kept."""
    members = evidence.workbook.members
    places = []
    if evidence.workbook.format == "ods":
        first = members[0]
        if first.name != "mimetype" or not first.stored:
            found = f"{first.name} first, {'stored' if first.stored else 'compressed'}"
            places.append(in_file(found, "write mimetype first and uncompressed"))
    dates = Counter(member.written for member in members)
    usual = dates.most_common(1)[0][0]
    for member in members:
        if member.written != usual:
            when = "{:04}-{:02}-{:02} {:02}:{:02}:{:02}".format(*member.written)
            places.append(in_file(f"{member.name} dated {when}, unlike the rest", "give every entry one fixed date"))
    reason = "one file cannot prove that the same inputs give the same bytes: build it twice and compare"
    if places:
        return judged(places, reason)
    return not_checkable(f"{reason}; nothing in this file speaks against it")


def size_and_formats(evidence: Evidence) -> Verdict:
    """SS44."""
    workbook = evidence.workbook
    places = []
    if workbook.size > LARGEST:
        places.append(in_file(f"{workbook.size:,} bytes", f"stay within {LARGEST:,}: split it or offer CSV"))
    for sheet, cell in evidence.cells():
        if cell.formula:
            remote = any(mark in cell.formula.lower() for mark in _REMOTE_FUNCTIONS)
            found = f"{'a formula on another file' if remote else 'a formula'} {quoted(cell.formula)}"
            places.append(place(sheet.name, cell.name, found, "write the value"))
    for sheet in workbook.sheets:
        places.extend(place(sheet.name, "", f"a link to data in {source}", "copy the data") for source in sheet.sources)
    places.extend(
        in_file(f"external data {source}", "copy the data in and cut the link") for source in workbook.sources
    )
    return judged(places)
