"""The pages of a document as pictures, drawn by a worker: a page may hang, grow or crash as well as its words."""

from areasend.reports.kinds import DESCRIPTIONS
from areasend.reports.pdf.rendering import PagePictures, pictures_from_json, pictures_to_json, render_pages
from areasend.reports.workers import Form, Limits, Plain, Task, plain_in, run_all

# What a worker calls, as `run_all` has it.
_DRAWER = f"{__name__}:draw"


def draw_pages(task: Task, sha256: str, *, limits: Limits) -> PagePictures:
    """The pictures of the pages of a file that was read; none where it cannot be drawn within the limits, and why."""
    changed = PagePictures(0, (), "the file changed after it was read")
    form: Form[PagePictures] = Form(
        taken=lambda task, found, payload: plain_in(payload, pictures_from_json),
        failed=lambda task, found, kind, detail: PagePictures(0, (), f"{DESCRIPTIONS[kind]}: {detail}"),
        known=lambda task, found: changed if found != sha256 else None,
        keep=lambda pictures: None,
    )
    (pictures,) = run_all([task], form, read=_DRAWER, jobs=1, limits=limits)
    return pictures


def draw(data: bytes, *, file: str, sha256: str) -> Plain:
    """What a worker does with the file; its name and hash are of no matter."""
    return Plain(pictures_to_json(render_pages(data)))
