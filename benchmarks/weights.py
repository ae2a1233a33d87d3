"""What a page weighs: its HTML and drawings as they are, and all that it loads as a server sends it.

    python benchmarks/weights.py RELEASE

The limits are those of issue 3. Compressed is gzip -6, which every server of deploy/ sends at least; a file that is
loaded twice counts once, and nothing counts as already in the browser's cache. Exits 1 if a page is over a limit.
"""

import argparse
import gzip
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from posixpath import normpath
from urllib.parse import unquote, urlsplit

RAW_LIMIT = 150_000
SENT_LIMIT = 120_000
LOADED_LINKS = {"stylesheet", "icon", "preload", "modulepreload", "manifest"}
# Already compressed: servers send these as they are.
PACKED = {".png", ".jpg", ".webp", ".ico", ".woff2"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Weight:
    """Bytes. `raw` is the page with the drawings it shows; `sent` is everything it loads, compressed."""

    page: str
    raw: int
    sent: int

    @property
    def kind(self) -> str:
        """The page itself at the top of a release, else its folder: the pages of one folder come from one template."""
        place = PurePosixPath(self.page)
        if place.name == "index.html" and len(place.parts) > 2:
            place = place.parent
        return self.page if len(place.parts) == 1 or place.name == "index.html" else f"{place.parent}/…"

    @property
    def over(self) -> bool:
        return self.raw > RAW_LIMIT or self.sent > SENT_LIMIT


class Loaded(HTMLParser):
    """The addresses that a browser fetches of its own accord when it shows a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attributes}
        if tag == "link" and LOADED_LINKS & set(said.get("rel", "").split()):
            self.addresses.append(said.get("href", ""))
        elif tag in ("script", "img", "source", "iframe", "embed"):
            self.addresses.append(said.get("src", ""))
            self.addresses += [part.split()[0] for part in said.get("srcset", "").split(",") if part.strip()]
        elif tag in ("image", "use", "object"):
            self.addresses.append(said.get("href") or said.get("xlink:href") or said.get("data", ""))


def weight(release: Path, page: str) -> Weight:
    """Raises `FileNotFoundError` if the page loads what the release does not hold."""
    html = (release / page).read_bytes()
    files = {name: (release / name).read_bytes() for name in loaded(page, html.decode())}
    drawings = sum(len(content) for name, content in files.items() if name.endswith(".svg"))
    sent = sum(
        len(content) if PurePosixPath(name).suffix in PACKED else compressed(content) for name, content in files.items()
    )
    return Weight(page=page, raw=len(html) + drawings, sent=compressed(html) + sent)


def loaded(page: str, html: str) -> set[str]:
    """The files of the release that a page loads, by their names in it."""
    parts = [urlsplit(address) for address in Loaded(html).addresses]
    paths = [unquote(part.path) for part in parts if part.path and not part.scheme]
    root = PurePosixPath(page).parent
    return {path.lstrip("/") if path.startswith("/") else normpath(str(root / path)) for path in paths}


def compressed(content: bytes) -> int:
    return len(gzip.compress(content, 6, mtime=0))


def weights(release: Path) -> list[Weight]:
    """Of every page of a release."""
    pages = sorted(path.relative_to(release).as_posix() for path in release.rglob("*.html"))
    return [weight(release, page) for page in pages]


def heaviest(found: list[Weight]) -> dict[str, Weight]:
    """The heaviest page of each kind: the one nearest to a limit, or furthest over it."""
    kinds: dict[str, Weight] = {}
    for one in found:
        kinds[one.kind] = max(one, kinds.get(one.kind, one), key=lambda w: max(w.raw / RAW_LIMIT, w.sent / SENT_LIMIT))
    return kinds


def weight_lines(found: list[Weight]) -> Iterator[str]:
    yield f"{'heaviest page of its kind':<60}{'raw, kB':>10}{'sent, kB':>10}"
    for one in sorted(heaviest(found).values(), key=lambda w: -w.raw):
        yield f"{one.page:<60}{one.raw / 1000:>10.1f}{one.sent / 1000:>10.1f}{'  OVER' if one.over else ''}"
    within = f"{sum(not one.over for one in found)} of {len(found)} pages within"
    yield f"Limits, {RAW_LIMIT // 1000} kB raw and {SENT_LIMIT // 1000} kB sent: {within}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("release", type=Path, metavar="RELEASE")
    found = weights(parser.parse_args().release)
    print("\n".join(weight_lines(found)))
    return int(any(one.over for one in found))


if __name__ == "__main__":
    sys.exit(main())
