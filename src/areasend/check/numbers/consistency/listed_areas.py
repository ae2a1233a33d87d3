"""Lists and columns of local areas: each once, each in the region that stands above it or beside it, each known.

A list or column is one of local areas if most of what it holds are names of the register; other lists are left alone.
"""

import difflib
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from areasend.check.numbers.consistency.plain_words import CONNECTIVES, quote, spelling
from areasend.check.numbers.consistency.standard_names import Spelt, areas_by_name, bare
from areasend.check.numbers.documents.model import Document, ItemList, Passage, Table
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.results.model import Finding, Kind, Severity, Verdict
from areasend.register import LocalArea

# "X: see Y" sends the reader on, and X stands there besides.
_SENDS_ON = ": see "
_A_WORD = re.compile(r"[^\W\d_]{3}")
_MOST = 0.6
_FEWEST = 2
_MARKER = re.compile(r"\[[a-z]{1,3}\]|[-–—.]+", re.IGNORECASE)
_LONGEST_NAME = 8
_NEAR = 0.6
_STRANGERS_SHOWN = 20


@dataclass(frozen=True)
class _Names:
    """What the register calls its areas and regions."""

    evidence: Evidence

    @cached_property
    def areas(self) -> Mapping[Spelt, tuple[LocalArea, ...]]:
        return areas_by_name(self.evidence)

    @cached_property
    def regions(self) -> Mapping[Spelt, tuple[str, ...]]:
        """The standard names of regions by their words, without articles and connectives."""
        framework = self.evidence.framework
        found: dict[Spelt, dict[str, None]] = {}
        ofsted, ons = framework.ofsted_regions, framework.ons_regions
        for name in [*(region.name for region in ofsted), *(region.name for region in ons)]:
            found.setdefault(_loose(name), {})[name] = None
        return {spelt: tuple(names) for spelt, names in found.items()}

    def of_item(self, text: str) -> tuple[LocalArea, ...]:
        """The areas that an item may mean; it may say more after the name, in brackets or after a dash."""
        spelt = bare(text)
        return self.areas.get(spelt) or self.areas.get(spelling(text)) or self._within(text)

    def _within(self, text: str) -> tuple[LocalArea, ...]:
        for mark in (" (", " – ", " - ", ": ", ", "):
            if mark in text:
                return self.areas.get(bare(text.split(mark)[0]), ())
        return ()

    def region(self, text: str) -> str | None:
        return next(iter(self.regions.get(_loose(text), ())), None)

    def nearest(self, text: str) -> str:
        """The register's name that looks most like a text, or empty."""
        plain = " ".join(spelling(text))
        found = difflib.get_close_matches(plain, [" ".join(spelt) for spelt in self.areas], n=1, cutoff=_NEAR)
        if not found:
            return ""
        area = self.areas[tuple(found[0].split())][0]
        return area.plain_name


def listed_areas(evidence: Evidence) -> Iterator[Verdict]:
    """Areas in lists under headings, and in columns of tables beside a column of regions."""
    names = _Names(evidence)
    for document in evidence.documents:
        yield from _in_lists(names, document)
        for block in document.blocks:
            if isinstance(block, Table):
                yield from _in_table(names, block)


def _loose(text: str) -> Spelt:
    return tuple(word for word in spelling(text) if word not in CONNECTIVES and word != "the")


def _is_of_areas(names: _Names, items: Sequence[Passage]) -> bool:
    short = [item for item in items if len(item.text) < 80]
    known = sum(bool(names.of_item(item.text)) for item in short)
    return known >= _FEWEST and known >= _MOST * len(items)


def _in_lists(names: _Names, document: Document) -> Iterator[Verdict]:
    seen: dict[tuple[str, str], tuple[str, Passage]] = {}
    group = ""
    for headings, block in document.sections():
        if not isinstance(block, ItemList) or not _is_of_areas(names, block.items):
            continue
        region = names.region(headings[-1].text) if headings else None
        group = _group(names, headings)
        yield from _strangers(names, block.items)
        for item in block.items:
            if _SENDS_ON in item.text:
                continue
            areas = names.of_item(item.text)
            if region is not None:
                yield from _misplaced(areas, region, item, headings[-1])
            if len(areas) == 1:
                yield from _again(seen, (group, areas[0].gss_code), region, item, block)


def _group(names: _Names, headings: Sequence[Passage]) -> str:
    """The part of the document that lists belong to: the headings that are no regions."""
    return "\n".join(str(heading.id) for heading in headings if names.region(heading.text) is None)


def _again(
    seen: dict[tuple[str, str], tuple[str, Passage]],
    key: tuple[str, str],
    region: str | None,
    item: Passage,
    block: ItemList,
) -> Iterator[Finding]:
    """An area that stood before in this list, or under another region of the same part of the document."""
    before = seen.setdefault(key, (region or "", item))
    if before[1] is item:
        return
    same_list = any(entry is before[1] for entry in block.items)
    if same_list or (region is not None and before[0]):
        where = f"under {before[0]}" if before[0] and before[0] != region else "in this list"
        yield Finding(
            kind=Kind.LIST_ITEM,
            severity=Severity.ERROR,
            where=item.where(),
            quote=quote(item),
            expected="each local area once",
            found="twice",
            message=f"{item.text} also stands {where} ({before[1].where()}).",
            advice="Take one of the two out, or name the area that was meant.",
        )


def _misplaced(areas: Sequence[LocalArea], region: str, item: Passage, heading: Passage) -> Iterator[Finding]:
    if not areas or any(region in (area.ofsted_region, area.ons_region) for area in areas):
        return
    lies = areas[0].ofsted_region if areas[0].ofsted_region != areas[0].ons_region else areas[0].ons_region
    yield Finding(
        kind=Kind.LIST_ITEM,
        severity=Severity.ERROR,
        where=item.where(),
        quote=quote(item),
        expected=lies,
        found=region,
        message=f"{item.text} stands under {region} ({heading.where()}); the register has it in {lies}.",
        advice="Move the area to its region, or name the area that was meant.",
    )


def _strangers(names: _Names, items: Sequence[Passage]) -> Iterator[Finding]:
    first = {item.text: item for item in reversed(items) if not names.of_item(item.text)}
    unknown = [item for item in reversed(first.values()) if _may_be_a_name(item.text)]
    for item in unknown[:_STRANGERS_SHOWN]:
        near = names.nearest(item.text)
        yield Finding(
            kind=Kind.LIST_ITEM,
            severity=Severity.QUERY,
            where=item.where(),
            quote=quote(item),
            expected=near or "a local area of the register",
            found=item.text,
            message=f"{item.text} stands among local areas, and the register has no area or other name like it"
            + (f"; nearest is {near}." if near else "."),
            advice="Check the name.",
        )


def _may_be_a_name(text: str) -> bool:
    """Whether a text is not a marker such as [z], a code or a sentence."""
    return _A_WORD.search(text) is not None and text[0] != "[" and len(spelling(text)) <= _LONGEST_NAME


def _says_nothing(text: str) -> bool:
    """Whether a cell is empty or holds a marker such as [z]."""
    return not text.strip() or _MARKER.fullmatch(text.strip()) is not None


def _in_table(names: _Names, table: Table) -> Iterator[Verdict]:
    """Each row's area against its region, in a table with a column of areas and one of regions."""
    columns = range(len(table.header))
    areas = next((column for column in columns if _mostly(table, column, lambda text: bool(names.of_item(text)))), None)
    if areas is None:
        return
    if areas < table.label_columns:
        cells = [cell for cell in table.column(areas) if not _says_nothing(cell.text) and not _is_sum(names, cell.text)]
        yield from _strangers(names, cells)
    for regions in columns:
        if regions == areas or not _mostly(table, regions, lambda text: names.region(text) is not None):
            continue
        for row in table.rows:
            region = names.region(row[regions].text)
            if region is not None:
                yield from _misplaced(names.of_item(row[areas].text), region, row[areas], row[regions])


def _is_sum(names: _Names, text: str) -> bool:
    spelt = spelling(text)
    return "total" in spelt or "all" in spelt or names.region(text) is not None or bare(text) == bare(_country(names))


def _country(names: _Names) -> str:
    return names.evidence.framework.country


def _mostly(table: Table, column: int, test: Callable[[str], bool]) -> bool:
    texts = [row[column].text for row in table.rows if row[column].text.strip()]
    known = sum(test(text) for text, _ in Counter(texts).items())
    return known >= _FEWEST and known >= _MOST * len(set(texts))
