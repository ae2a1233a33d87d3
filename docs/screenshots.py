"""`make screenshots`: the pictures of the README, drawn anew from a release built for it, in Debian's Chromium.

The release is served on 127.0.0.1 with the headers of deploy/. Each picture is 1280 pixels wide, cut to the height said
here, and reduced to 256 colours, which text and flat areas do not miss.
"""

import io
import shutil
import sys
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from areasend.cli import main as areasend

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from deploy.serve import server_of  # noqa: E402 - deploy/ is no package that is installed

AS_AT = "2024-12-31"
WIDTH = 1280
MOST_BYTES = 250_000
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync")


@dataclass(frozen=True, kw_only=True, slots=True)
class Picture:
    """`address` is a place in the release; with a fragment, the picture begins there and what is folded is open."""

    name: str
    address: str
    height: int


PICTURES = (
    Picture(name="main-findings.png", address="index.html", height=1500),
    Picture(name="map.png", address="map.html", height=1960),
    Picture(name="area.png", address="areas/bury/index.html", height=1300),
    Picture(
        name="number.png",
        address="numbers/outcomes-by-region.html#outcomes-by-region.east-midlands.widespread_systemic_failings",
        height=760,
    ),
)


def main() -> int:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        print("screenshots: no Chromium on this machine (apt-get install chromium)", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="areasend-screenshots-") as folder:
        release = Path(folder) / "release"
        if code := areasend(["release", "build", "--as-at", AS_AT, "--out", str(release)]):
            return code
        with server_of(release, quiet=True) as server, sync_playwright() as playwright:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            browser = playwright.chromium.launch(executable_path=chromium, args=list(QUIET))
            for picture in PICTURES:
                content = drawn(browser, f"http://127.0.0.1:{server.server_address[1]}/", picture)
                (HERE / picture.name).write_bytes(content)
                print(f"docs/{picture.name}: {len(content) / 1000:.0f} kB of {picture.address}")
            browser.close()
            server.shutdown()
    return 0


def drawn(browser: Browser, site: str, picture: Picture) -> bytes:
    """A PNG of at most 250 kB. Raises `RuntimeError` if the page is not there or the picture is larger."""
    view = browser.new_page(viewport={"width": WIDTH, "height": picture.height}, device_scale_factor=1)
    reply = view.goto(site + picture.address, wait_until="load")
    if reply is None or not reply.ok:
        raise RuntimeError(f"the release has no page {picture.address}: change PICTURES in docs/screenshots.py")
    if "#" in picture.address and not view.evaluate("document.querySelector(':target') !== null"):
        raise RuntimeError(f"nothing on the page has the name after # in {picture.address}: change PICTURES")
    view.evaluate("document.querySelectorAll(':target details').forEach(folded => folded.open = true)")
    content = reduced(view.screenshot())
    view.close()
    if len(content) > MOST_BYTES:
        raise RuntimeError(f"{picture.name} has {len(content)} bytes, more than {MOST_BYTES}: make it less high")
    return content


def reduced(png: bytes) -> bytes:
    with Image.open(io.BytesIO(png)) as image:
        few = image.convert("RGB").quantize(256, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    out = io.BytesIO()
    few.save(out, "PNG", optimize=True)
    return out.getvalue()


if __name__ == "__main__":
    sys.exit(main())
