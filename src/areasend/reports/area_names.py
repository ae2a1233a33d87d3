"""The names of local areas as the register has them, and which areas each may stand for."""

from collections import defaultdict
from collections.abc import Mapping

from areasend.register import AreaCode, Register


def codes_by_name(register: Register) -> Mapping[str, frozenset[AreaCode]]:
    """The codes of the areas that have a name, by the name in lower case; several areas may share a former name."""
    found: dict[str, set[AreaCode]] = defaultdict(set)
    for area in register.local_areas:
        found[area.name.casefold()].add(area.gss_code)
        found[area.plain_name.casefold()].add(area.gss_code)
    for other in register.area_names:
        found[other.name.casefold()].add(other.gss_code)
    return {name: frozenset(codes) for name, codes in found.items()}
