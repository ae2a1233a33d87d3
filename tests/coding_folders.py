"""Coding folders for tests: a codebook of three invented themes, statements in our own words, coders."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from areasend.register import Maker
from areasend.themes import FINDINGS, Statement, StatementKind
from areasend.themes.coding import CodingFolder, new_coding

DAY = date(2025, 3, 3)
MOMENT = datetime(2025, 3, 3, 10, 30, tzinfo=UTC)

_THEMES = {
    "plans": ("Plans, written with families", "What plans say and when they are ready.", ("late_plans", "Late plans")),
    "places": ("Places in schools", "Whether there are places.", ("special_places", "Places in special schools")),
    "people": ("People who work there", "Whether there are people.", ("nurses", "Nurses")),
}
REDEFINED = {"plans": "What plans say, how good they are, and when they are ready."}


def version(number: int, definitions: Mapping[str, str] | None = None, *, extra: str = "") -> bytes:
    """A version of the codebook; `definitions` replace those of the first version."""
    said = dict(definitions or {})
    themes = "".join(
        f'\n[[theme]]\nkey = "{key}"\nname = "{name}"\ndefinition = "{said.get(key, definition)}"\n'
        f'includes = ["one"]\nexcludes = []\n\n[[theme.sub_theme]]\nkey = "{sub[0]}"\nname = "{sub[1]}"\n'
        for key, (name, definition, sub) in _THEMES.items()
    )
    head = f'title = "Invented"\nversion = {number}\nvalid_from = 2025-0{number}-01\nsource = "us"\nunit = "one"\n'
    return (head + themes + extra).encode()


def redefinition(of: str = "plans") -> str:
    return f'\n[[change]]\nkind = "redefine"\nthemes = ["{of}"]\nreason = "clearer"\n'


def second_version() -> bytes:
    """Defines plans anew: exactly the codings that have it are reopened."""
    return version(2, REDEFINED, extra=redefinition())


def merging_version() -> bytes:
    """Makes staff of places and people: codings carry over, under another key, and nothing is reopened."""
    before, _, rest = version(2).partition(b'\n[[theme]]\nkey = "places"')
    staff = b"\n[[theme]]" + rest.partition(b"\n[[theme]]")[2].replace(b'key = "people"', b'key = "staff"')
    change = (
        '\n[[change]]\nkind = "merge"\nthemes = ["places", "people"]\ninto = ["staff"]\nreason = "told apart badly"\n'
    )
    return before + staff + change.encode()


def statement(number: int, *, text: str | None = None, kind: StatementKind = StatementKind.AFI) -> Statement:
    inspection = f"E0600005{number % 3}-2024-01-22"
    return Statement(
        id=f"{inspection}-{kind}-{number}",
        inspection_id=inspection,
        gss_code=inspection[:9],
        local_area=f"Area {number % 3}",
        kind=kind,
        seq=number,
        page_start=number,
        page_end=number + number % 2,
        file=f"report-{number}.pdf",
        text=text or f"Partners should mend thing number {number}.",
    )


def coding(
    folder: Path,
    *coders: str,
    statements: Sequence[Statement] | None = None,
    codebook: Mapping[str, bytes] | None = None,
    seed: int = 7,
) -> CodingFolder:
    """A new coding folder of six statements, with coders who have joined."""
    made = new_coding(
        folder,
        [statement(number) for number in range(1, 7)] if statements is None else statements,
        {"1.toml": version(1)} if codebook is None else codebook,
        seed=seed,
        kinds=FINDINGS,
    )
    for coder in coders:
        made.join(coder, made_by=Maker.PERSON, description=f"Coder {coder}", joined=DAY)
    return made


def decide_all(folder: CodingFolder, coder: str, *themes: str) -> None:
    for key in folder.order(coder):
        folder.decide(coder, key, themes, decided=MOMENT)


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
