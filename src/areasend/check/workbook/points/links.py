"""Links (SS16): descriptive text, one meaning for one text, targets that exist and are well formed."""

import re
from collections.abc import Iterator

from areasend.check.workbook.evidence import Evidence, Verdict, judged, place, quoted
from areasend.check.workbook.link_targets import link_target
from areasend.check.workbook.model import Cell, Link, Sheet, Workbook
from areasend.check.workbook.report import Place
from areasend.check.workbook.wordlists import word_list

_WEB = re.compile(r"https?://(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?::\d+)?(?:[/?#][^\s<>\"]*)?")
_MAIL = re.compile(r"mailto:[^\s@]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?:\?\S*)?")
_PHONE = re.compile(r"tel:\+?[0-9-]+")
_LOOKS_LIKE_URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


def descriptive_links(evidence: Evidence) -> Verdict:
    """SS16."""
    targets: dict[str, tuple[str, str]] = {}
    places: list[Place] = []
    for sheet, cell in evidence.cells():
        for link in cell.links:
            text = " ".join(link.text.split()).casefold()
            where, first = targets.setdefault(text, (f"{sheet.name}!{cell.name}", link.target))
            if text and first != link.target:
                found = f"{quoted(link.text)} to {link.target}, but to {first} in {where}"
                places.append(place(sheet.name, cell.name, found, "give each target its own link text"))
            places.extend(_link_faults(evidence.workbook, sheet, cell, link))
    return judged(places)


def _link_faults(workbook: Workbook, sheet: Sheet, cell: Cell, link: Link) -> Iterator[Place]:
    text = " ".join(link.text.split())
    plain = text.casefold().strip(" .:>»→")
    if not plain:
        yield place(sheet.name, cell.name, f"a link to {link.target} without text", "write what it leads to")
    elif _LOOKS_LIKE_URL.fullmatch(text) or text == link.target:
        yield place(sheet.name, cell.name, f"an address as link text {quoted(text)}", "write what it leads to")
    elif plain in word_list("bad_link_texts.txt"):
        yield place(sheet.name, cell.name, f"link text {quoted(text)}", "write what it leads to")
    fault = _target_fault(workbook, link.target)
    if fault:
        yield place(sheet.name, cell.name, f"{fault} {quoted(link.target)}", "correct the target of the link")


def _target_fault(workbook: Workbook, target: str) -> str:
    if target.startswith("#"):
        return "" if link_target(workbook, target) is not None else "an internal target that does not exist"
    well_formed = any(pattern.fullmatch(target) for pattern in (_WEB, _MAIL, _PHONE))
    return "" if well_formed else "a malformed target"
