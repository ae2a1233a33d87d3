"""What the page of a local area says of its themes, and its data file the same."""

from collections.abc import Mapping

from areasend.publication.pages.area_pages import AreaSection
from areasend.publication.pages.findings.theme_texts import Seen, seen_in_areas
from areasend.publication.pages.site import Site
from areasend.statistics import cell_text


def area_themes(site: Site) -> Mapping[str, AreaSection]:
    """A section for each area with a coded finding, by its code."""
    held: dict[str, list[Seen]] = {}
    for seen in seen_in_areas(site):
        held.setdefault(seen.code, []).append(seen)
    return {
        code: AreaSection(
            markup=site.part("area_themes.html.j2", root="../../", seen=found),
            data={"themes": [_data(entry) for entry in found]},
        )
        for code, found in held.items()
    }


def _data(seen: Seen) -> dict[str, str]:
    return {
        "theme": seen.theme,
        "inspection_start": cell_text(seen.inspected),
        "kind": seen.kind,
        "findings": seen.findings,
        "coders": seen.coders,
        "counted": seen.counted,
        "coders_agree": seen.agree,
    }
