"""A coding folder for the tests of the coding page, and a site over it, with statements of our own words."""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from html import unescape
from pathlib import Path
from urllib.parse import urlencode

from areasend.register import Maker
from areasend.themes import Statement, StatementKind, Suggestion, Suggestions, packaged_codebook_files
from areasend.themes.coding import CodingFolder, new_coding, open_coding
from areasend.themes.serving import CodingSite, Desk, Fresh, Guard, Pages
from areasend.themes.serving.exchange import Reply, Request

PORT = 8024
KEY = "k" * 43
GUARD = Guard(key=KEY, port=PORT)
KINDS = (StatementKind.APA, StatementKind.AFI)
TEXTS = (
    "Leaders should measure whether their shared plan changes anything for families.",
    "Partners must act at once: • to shorten waits for an assessment of autism; • to tell families how long they wait.",
    "The partnership should buy short breaks together, so that a break can be had in every town.",
    "Health services should answer in time when they are asked for advice for a plan, and say what a child needs.",
    "Parents and carers should help to design the local offer.",
)
_DAY = date(2026, 11, 2)
_MORNING = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)


def statement(number: int, text: str = "") -> Statement:
    kind = StatementKind.APA if number % 5 == 2 else StatementKind.AFI
    return Statement(
        id=f"E06{number:06d}-2024-03-04-{kind.value}-1",
        inspection_id=f"E06{number:06d}-2024-03-04",
        gss_code=f"E06{number:06d}",
        local_area=f"Area {number}",
        kind=kind,
        seq=1,
        page_start=number % 3,
        page_end=number % 3 + (number % 2),
        file=f"area-{number}.pdf",
        text=text or TEXTS[number % len(TEXTS)],
    )


def coding_folder(
    folder: Path,
    number: int = 5,
    *,
    coders: tuple[str, ...] = ("ada",),
    text: str = "",
    codebook: Mapping[str, bytes] | None = None,
) -> CodingFolder:
    """A new folder with so many statements and these coders, all persons."""
    statements = [statement(place, text) for place in range(1, number + 1)]
    coding = new_coding(folder, statements, codebook or packaged_codebook_files(), seed=7, kinds=KINDS)
    for coder in coders:
        coding.join(coder, made_by=Maker.PERSON, description=f"Coder {coder}", joined=_DAY)
    return coding


def suggesting(**themes: float) -> dict[str, tuple[Suggestion, ...]]:
    """For each statement of a folder the same suggestions: probabilities by theme."""
    words = ("share", "data")
    ranked = list(enumerate(themes.items(), 1))
    return {
        one.id: tuple(
            Suggestion(statement=one.id, theme=theme, probability=held, words=words, rank=rank)
            for rank, (theme, held) in ranked
        )
        for one in map(statement, range(1, 10))
    }


class Ticking:
    """A clock that goes on by a second whenever it is asked."""

    def __init__(self) -> None:
        self._seconds = 0

    def __call__(self) -> datetime:
        self._seconds += 1
        return _MORNING + timedelta(seconds=self._seconds)


def site_over(
    folder: Path,
    coder: str = "ada",
    *,
    suggestions: Mapping[str, tuple[Suggestion, ...]] | None = None,
    guard: Guard = GUARD,
) -> tuple[CodingSite, Desk]:
    desk = Desk(Fresh(folder, open_coding), coder, Ticking())
    pages = Pages(lock_command=f"areasend themes lock CODING --coder {coder}", version="0")
    held = None if suggestions is None else Suggestions(model="m1", statements=suggestions)
    return CodingSite(desk, guard, pages, held), desk


def headers(**other: str) -> dict[str, str]:
    """Of a browser that was let in."""
    sent = {"host": GUARD.host, "cookie": f"areasend-{PORT}={KEY}"}
    return sent | {name.replace("_", "-"): value for name, value in other.items()}


def get(site: CodingSite, target: str, **other: str) -> Reply:
    return site.answer(Request(method="GET", target=target, headers=headers(**other)))


def post(site: CodingSite, target: str, fields: Mapping[str, object], **other: str) -> Reply:
    """A form as this page's browser sends it; the token is the right one unless another is given."""
    body = urlencode({"token": GUARD.form_token, **fields}, doseq=True).encode()
    sent = headers(origin=GUARD.origin, content_type="application/x-www-form-urlencoded", **other)
    return site.answer(Request(method="POST", target=target, headers=sent, body=body))


def order(folder: Path) -> tuple[str, ...]:
    """The coder's own."""
    return open_coding(folder).order("ada")


def said(reply: Reply) -> str:
    """The text of a page, without its marks."""
    lines = re.sub(r"</?(a|span|strong)\b[^>]*>", "", reply.content.decode())
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", lines)).split())


def seen(site: CodingSite, statement_id: str) -> str:
    """The version of the task that its form was drawn from."""
    page = get(site, f"/statements/{statement_id}").content.decode()
    return re.search(r'name="seen" value="(\w+)"', page)[1]


def save(site: CodingSite, statement_id: str, **fields: object) -> Reply:
    return post(site, f"/statements/{statement_id}", {"seen": seen(site, statement_id), "go": "save", **fields})


def to(reply: Reply) -> str:
    """Where an answer leads."""
    assert reply.status == 303, said(reply)
    return reply.headers["Location"]


REASON = "Two coders read the old words in two ways."
CHANGED = "How those who lead the area steer"


def second_version() -> bytes:
    """The packaged codebook with another definition of its first theme."""
    first, start = packaged_codebook_files()["1.toml"].decode(), "How leaders of the partnership steer"
    assert start in first
    second = first.replace("version = 1", "version = 2", 1).replace(start, CHANGED, 1)
    second = re.sub("valid_from = [0-9-]+", "valid_from = 2027-01-04", second, count=1)
    return (second + change("redefine", ["governance"])).encode()


def change(kind: str, themes: list[str], into: Sequence[str] = ()) -> str:
    return f'\n[[change]]\nkind = "{kind}"\nthemes = {themes}\ninto = {list(into)}\nreason = "{REASON}"\n'


def reopen(folder: Path, codebook: bytes | None = None) -> None:
    """Gives a coding folder a second version of the codebook."""
    (folder / "codebook" / "2.toml").write_bytes(codebook or second_version())
