"""The names that framework and register set as standard: of outcomes, themes, regions, plans and local areas."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from areasend.check.numbers.consistency.plain_words import ARTICLES, spelling
from areasend.check.numbers.evidence import Evidence
from areasend.register import LocalArea


class Sort(StrEnum):
    OUTCOME = "outcome"
    THEME = "theme"
    REGION = "region"
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
class StandardName:
    """`sets` says of which complete set it is one: ("ofsted-regions",); `key` is the same for wording and label."""

    sort: Sort
    key: str
    name: str
    sets: tuple[str, ...] = ()


Spelt = tuple[str, ...]


def bare(text: str) -> Spelt:
    """The words of a name without an article before it, and without what stands in brackets after it."""
    spelt = spelling(text.split(" (")[0] if text.endswith(")") else text)
    return spelt[1:] if spelt[:1] and spelt[0] in ARTICLES and len(spelt) > 1 else spelt


def standard_names(evidence: Evidence) -> tuple[StandardName, ...]:
    """Every standard name once, themes first, in the order of the framework; areas are apart (`areas_by_name`)."""
    framework = evidence.framework
    found = [StandardName(Sort.THEME, theme.key, theme.name, ("themes",)) for theme in framework.themes]
    found += [
        StandardName(Sort.REGION, f"ofsted:{region.key}", region.name, ("Ofsted regions",))
        for region in framework.ofsted_regions
    ]
    found += [
        StandardName(Sort.REGION, f"ons:{region.key}", region.name, ("ONS regions",))
        for region in framework.ons_regions
    ]
    for version in framework.versions:
        for outcome in version.outcomes:
            for name in (outcome.label, outcome.short_label, outcome.wording):
                found.append(StandardName(Sort.OUTCOME, outcome.key, name, ("outcomes",)))
        found += [StandardName(Sort.PLAN, plan.key, plan.name) for plan in version.plans]
    return tuple(dict.fromkeys(found))


def areas_by_name(evidence: Evidence) -> Mapping[Spelt, tuple[LocalArea, ...]]:
    """The areas that a name may mean, by its words: names, plain names, names without a comma, other names."""
    register = evidence.register
    found: dict[Spelt, dict[str, LocalArea]] = {}
    by_code = {area.gss_code: area for area in register.local_areas}
    for area in register.local_areas:
        for name in (area.name, area.plain_name):
            found.setdefault(spelling(name), {})[area.gss_code] = area
    for other in register.area_names:
        found.setdefault(spelling(other.name), {})[other.gss_code] = by_code[other.gss_code]
    return {spelt: tuple(areas.values()) for spelt, areas in found.items()}
