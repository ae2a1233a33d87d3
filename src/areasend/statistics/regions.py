"""The two sets of regions, each with the codes of its local areas; both hold every area exactly once."""

from dataclasses import dataclass

from areasend.statistics.population import Population


@dataclass(frozen=True, kw_only=True, slots=True)
class Region:
    """`code` is the ONS code, or None where the region is the inspectorate's own."""

    key: str
    name: str
    code: str | None
    codes: frozenset[str]


def ofsted_regions(population: Population) -> tuple[Region, ...]:
    """The 8 regions of the inspectorate, in the order of their names."""
    ons = {region.name: region.code for region in population.framework.ons_regions}
    return tuple(
        Region(
            key=region.key,
            name=region.name,
            code=ons[region.ons_regions[0]] if len(region.ons_regions) == 1 else None,
            codes=frozenset(
                area.gss_code for area in population.snapshot.local_areas if area.ofsted_region == region.name
            ),
        )
        for region in population.framework.ofsted_regions
    )


def ons_regions(population: Population) -> tuple[Region, ...]:
    """The 9 regions of the Office for National Statistics, in the order of their names."""
    return tuple(
        Region(
            key=region.key,
            name=region.name,
            code=region.code,
            codes=frozenset(
                area.gss_code for area in population.snapshot.local_areas if area.ons_region == region.name
            ),
        )
        for region in population.framework.ons_regions
    )
