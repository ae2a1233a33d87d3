"""Publications of many numbers, to measure how the cost of a check grows, and files that end a careless reader."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

MIB = 1 << 20


def numbers_page(count: int, form: str) -> dict[str, str]:
    """A right publication with about so many numbers: sentences, a table as text, or a page with tables."""
    if form == "prose":
        return {"page.txt": _prose(count)}
    return {"page.txt": _table(count)} if form == "table" else {"page.html": _html(count)}


def _prose(count: int) -> str:
    lines = ["# Visits to halls", ""]
    for number in range(count // 4):
        whole = 20 + number % 50
        part = whole // 2
        share = (200 * part + whole) // (2 * whole)
        lines.append(f"In ward {_name(number)}, {part} of the {whole} halls that we visited ({share}%) were warm.")
        lines += ["", f"There were {1_000 + number:,} visitors to the halls of {_name(number)} in all.", ""]
    return "\n".join(lines)


def _table(count: int) -> str:
    lines = ["# Visits to halls", "", "| Ward | Warm | Cold | Total |", "|---|---|---|---|"]
    for number in range(count // 3):
        warm, cold = number % 17, number % 23
        lines.append(f"| {_name(number)} | {warm} | {cold} | {warm + cold} |")
    return "\n".join(lines) + "\n"


def _html(count: int) -> str:
    parts = ["<!DOCTYPE html><html><head><title>Halls</title></head><body><main><h1>Visits to halls</h1>"]
    for number in range(count // 30):
        parts.append(f"<h2>Part {_name(number)}</h2><table><caption>Halls of {_name(number)}</caption>")
        parts.append("<tr><th>Ward</th><th>Warm</th><th>Cold</th><th>Total</th></tr>")
        for row in range(10):
            warm, cold = (number + row) % 17, (number * row) % 23
            parts.append(f"<tr><th>{_name(row)}</th><td>{warm}</td><td>{cold}</td><td>{warm + cold}</td></tr>")
        parts.append("</table>")
    return "\n".join([*parts, "</main></body></html>"])


def _name(number: int) -> str:
    """An invented name without digits, another for each number."""
    letters = "bdfgklmnprstvz"
    vowels = "aeiou"
    name = ""
    while True:
        number, one = divmod(number, len(letters) * len(vowels))
        name += letters[one // len(vowels)] + vowels[one % len(vowels)]
        if not number:
            return name.capitalize() + "ton"


def hostile_files(folder: Path) -> Iterator[tuple[str, Path]]:
    """Names and files, each written when it is asked for."""
    folder.mkdir(parents=True, exist_ok=True)
    plans = {
        "million numbers": ("numbers.txt", lambda: ("1 2 3 4 5 6 7 8 9 10 " * 100_000).encode()),
        "one long line": ("line.txt", lambda: b"a" * (20 * MIB)),
        "digits only": ("digits.txt", lambda: b"9" * (5 * MIB)),
        "nested elements": ("nested.html", lambda: b"<div>" * 200_000 + b"7" + b"</div>" * 200_000),
        "nested tables": ("tables.html", lambda: b"<table><tr><td>" * 20_000 + b"7"),
        "huge table": ("table.html", lambda: b"<table>" + b"<tr>" + b"<td>1</td>" * 500 + b"</tr>" * 1 + b"</table>"),
        "wide spans": (
            "spans.html",
            lambda: b'<table><tr><td colspan="1000" rowspan="65534">1</td></tr></table>' * 200,
        ),
        "long CSV": ("long.csv", lambda: b"a,b\n" + b"1,2\n" * 1_500_000),
        "wide CSV": ("wide.csv", lambda: (b"1," * 400_000 + b"1\n") * 5),
        "open quote": ("quote.csv", lambda: b'a,b\n"' + b"1,2\n" * 1_000_000),
        "entities": ("entities.html", lambda: _entities()),
        "not UTF-8": ("bytes.txt", lambda: bytes(range(256)) * 1000),
        "pipes": ("pipes.md", lambda: b"|" * (2 * MIB)),
        "brackets": ("brackets.md", lambda: b"[" * MIB + b"](" * 1000),
    }
    for name, (file, content) in plans.items():
        path = folder / file
        path.write_bytes(content())
        yield name, path
    yield "zip bomb", _bomb(folder / "bomb.ods")


def _entities() -> bytes:
    lines = [f'<!ENTITY a{n} "&a{n - 1};&a{n - 1};">' for n in range(1, 40)]
    return ('<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a0 "7">' + "".join(lines) + "]><html>&a39;</html>").encode()


def _bomb(path: Path) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", b" " * (600 * MIB))
    return path
