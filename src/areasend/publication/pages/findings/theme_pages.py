"""`themes/index.html` and a page for each theme: what belongs to it, how often, and where it was seen."""

from collections.abc import Iterator

from areasend.publication.pages.findings.published import beside
from areasend.publication.pages.findings.theme_texts import codebook_of, seen_in_areas, theme_texts
from areasend.publication.pages.site import Site


def theme_pages(site: Site) -> Iterator[tuple[str, bytes]]:
    """The pages by name."""
    codebook, every = codebook_of(site), theme_texts(site)
    yield site.page(
        "themes",
        "themes/index.html",
        title="Themes of findings",
        description="The themes that findings are coded to, one by one, and how to ask for a correction",
        every=every,
    )
    seen, shares = seen_in_areas(site), tuple(beside(site))
    for theme in every:
        yield site.page(
            "theme",
            f"themes/{theme.address}",
            title=theme.name,
            description=f"{theme.name}: what belongs to this theme, how often it was seen, and in which local areas",
            codebook=codebook,
            theme=theme.theme,
            shares=[share for share in shares if share.theme_name == theme.name],
            seen=[entry for entry in seen if entry.theme == theme.theme.key],
            themes={entry.theme.key: entry for entry in every},
        )
