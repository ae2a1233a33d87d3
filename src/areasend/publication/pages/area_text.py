"""What the page of a local area says, in words, from its rows of the tables areas and inspections."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Any

from markupsafe import Markup, escape

from areasend.publication.classes import class_labels, class_of
from areasend.publication.errors import AddressTaken, UnprovedSentence
from areasend.publication.pages.site import Site
from areasend.publication.placing import timed
from areasend.publication.wording import slug
from areasend.statistics import Cell, Marker, Stand, cell_text

# Pages of lists stand beside the areas': no area may have such an address.
RESERVED = frozenset({"in", "with"})


@dataclass(frozen=True, kw_only=True, slots=True)
class FullInspection:
    """One line of an area's history."""

    id: str
    when: Markup
    outcome: str
    published: Markup
    report_url: str
    source: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Follows:
    """What usually follows: an activity, the words of the rule, and about when."""

    subject: str
    rule: str
    expected: str
    passed: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class AreaText:
    """`named` is the area's row of the table areas; the rest is said of it in words."""

    named: dict[str, Cell]
    code: str
    name: str
    plain_name: str
    other_names: tuple[str, ...]
    slug: str
    region_key: str
    kind: str
    label: str
    summary: Markup
    means: str
    wording: str
    rule_source: str
    follows: tuple[Follows, ...]
    plan: str
    history: tuple[FullInspection, ...]
    predecessors: tuple[str, ...]


def area_texts(site: Site) -> tuple[AreaText, ...]:
    """The words for each local area, in the order of the table areas. Raises `AddressTaken` for one like a list's."""
    counted = site.release.counted
    areas, inspections = counted.table("areas"), counted.table("inspections")
    history: dict[str, list[dict[str, Cell]]] = {}
    for row in inspections.rows:
        named = inspections.named(row)
        history.setdefault(str(named["gss_code"]), []).append(named)
    texts = tuple(_area(site, areas.named(row), history.get(row.key, [])) for row in areas.rows)
    if taken := next((text for text in texts if text.slug in RESERVED), None):
        raise AddressTaken(
            f"The local area {taken.plain_name!r} would have the address areas/{taken.slug}/, under which the lists of "
            "areas stand. Give it another plain_name in local_areas.csv."
        )
    if len({text.slug for text in texts}) != len(texts):
        raise UnprovedSentence("two local areas would have the same web address, although the register forbids it")
    return texts


def _region_key(site: Site, name: str) -> str:
    return next(region.key for region in site.release.counted.framework.ofsted_regions if region.name == name)


@lru_cache(maxsize=1)
def plain_words() -> dict[str, Any]:
    """The packaged plain words: `means` by outcome, and the list `help`."""
    return tomllib.loads((files("areasend.publication") / "data" / "plain_words.toml").read_text(encoding="utf-8"))


def _area(site: Site, named: dict[str, Cell], held: list[dict[str, Cell]]) -> AreaText:
    version, kind = site.release.counted.version, class_of(named)
    outcome = None if isinstance(named["latest_outcome_key"], Marker) else version.outcome(kind)
    return AreaText(
        named=named,
        code=str(named["gss_code"]),
        name=str(named["local_area"]),
        plain_name=str(named["plain_name"]),
        other_names=_names(named["other_names"]),
        slug=slug(str(named["plain_name"])),
        region_key=_region_key(site, str(named["ofsted_region"])),
        kind=kind,
        label=class_labels(version)[kind],
        summary=_summary(site, named),
        means=plain_words()["means"].get(kind, ""),
        wording=outcome.wording if outcome else "",
        rule_source=_rule_source(site, named),
        follows=tuple(_follows(named)),
        plan=_plain(named["plan"]),
        history=tuple(_inspection(entry) for entry in held),
        predecessors=_names(named["predecessors"]),
    )


def _plain(cell: Cell) -> str:
    """A cell as words; a marker as nothing."""
    return "" if isinstance(cell, Marker) else cell_text(cell)


def _names(cell: Cell) -> tuple[str, ...]:
    return tuple(name.strip() for name in _plain(cell).split(";") if name.strip())


def _day(cell: Cell, absent: str) -> Markup:
    return timed(cell) if isinstance(cell, date) else escape(absent)


def _summary(site: Site, named: dict[str, Cell]) -> Markup:
    counted = site.release.counted
    name, as_at = str(named["plain_name"]), timed(counted.as_at)
    going_by = "" if counted.claims.all_included else ", going by these records"
    match named["status"]:
        case Stand.NOT_YET_INSPECTED.value:
            said = "{0} had not had a full inspection under this framework by {1}{2}."
            return Markup(said).format(name, as_at, going_by)
        case Stand.REPORT_LATER.value:
            cut = counted.published_by
            said = "An inspection of {0} had ended by {1}. Its report came after {2}, so it is not counted here."
            return Markup(said).format(name, as_at, timed(cut) if cut is not None else "the date of this release")
        case Stand.NOT_ESTABLISHED.value:
            said = (
                "A report on {0} is listed without the dates of the inspection. "
                "Whether the inspection had ended by {1} is not established."
            )
            return Markup(said).format(name, as_at)
    return _inspected(site, named)


def _inspected(site: Site, named: dict[str, Cell]) -> Markup:
    start, end = named["inspection_start"], named["inspection_end"]
    when = Markup("on dates that are not recorded")
    if isinstance(start, date) and isinstance(end, date):
        when = Markup("from {0} to {1}").format(timed(start), timed(end))
    said = Markup("Ofsted and the Care Quality Commission (CQC) inspected {0} {1}.").format(named["plain_name"], when)
    if isinstance(named["latest_outcome"], Marker):
        return said + Markup(" The outcome is not recorded here: the official report has it.")
    outcome = site.release.counted.version.outcome(str(named["latest_outcome_key"]))
    return said + Markup(" They concluded that {0}.").format(outcome.finding)


def _rule_source(site: Site, named: dict[str, Cell]) -> str:
    """The version of the framework in force on the first day of the latest inspection."""
    start = named["inspection_start"]
    version = site.release.counted.framework.version_at(start) if isinstance(start, date) else None
    return version.title if version is not None else ""


def _follows(named: dict[str, Cell]) -> Iterator[Follows]:
    for column, subject in (
        ("monitoring_inspection", "A monitoring inspection"),
        ("next_full_inspection", "The next full inspection"),
    ):
        rule, expected = _plain(named[column]), _plain(named[f"{column}_expected"])
        if rule:
            month = expected.removesuffix(" (passed)")
            yield Follows(subject=subject, rule=rule, expected=month, passed=month != expected)


def _inspection(entry: dict[str, Cell]) -> FullInspection:
    start, end = entry["inspection_start"], entry["inspection_end"]
    when = Markup("Dates not recorded")
    if isinstance(start, date) and isinstance(end, date):
        when = Markup("{0} to {1}").format(timed(start), timed(end))
    return FullInspection(
        id=str(entry["inspection_id"]),
        when=when,
        outcome=_plain(entry["outcome"]) or "Not recorded",
        published=_day(entry["publication_date"], "Date not recorded"),
        report_url=_plain(entry["report_url"]),
        source="Read from the report and checked" if entry["source"] == "report" else "Public list, unchecked",
    )
