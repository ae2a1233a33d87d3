"""The pages of a document as pictures, drawn by a worker: a page may hang, grow or crash as well as its words."""

from areasend.reports.kinds import DESCRIPTIONS
from areasend.reports.pdf.rendering import PagePictures, pictures_from_json, pictures_to_json, render_pages
from areasend.reports.workers import Form, Limits, Plain, Task, plain_in, run_all

# What a worker calls, as `run_all` has it.
_DRAWER = f"{__name__}:draw"

_PICTURES: Form[PagePictures] = Form(
    taken=lambda task, sha256, payload: plain_in(payload, pictures_from_json),
    failed=lambda task, sha256, kind, detail: PagePictures(0, (), f"{DESCRIPTIONS[kind]}: {detail}"),
    known=lambda task, sha256: None,
    keep=lambda pictures: None,
)


def draw_pages(task: Task, *, limits: Limits) -> PagePictures:
    """The pictures of a file's pages; none where it cannot be drawn within the limits, and why."""
    (pictures,) = run_all([task], _PICTURES, read=_DRAWER, jobs=1, limits=limits)
    return pictures


def draw(data: bytes, *, file: str, sha256: str) -> Plain:
    """What a worker does with the file; its name and hash are of no matter."""
    return Plain(pictures_to_json(render_pages(data)))
