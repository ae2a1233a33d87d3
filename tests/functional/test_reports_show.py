"""`areasend reports show`: one report with its evidence, as text, JSON and a page, from files of every kind."""

import base64
import io
import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import pikepdf
import pytest
from lxml import html
from PIL import Image
from tests.functional.test_html_validator import validate as validate  # the fixture
from tests.reports_written.written import WrittenReport, written_report

from areasend.cli import main
from areasend.reports import Limits, Reading, Task, reading_from_json
from areasend.reports.showing import draw_pages

# The checker does not work out hashes of style sheets; tests/browser shows that a browser, which does, lets it in.
HASHED_STYLE = "Inline style violates Content Security Policy"


@pytest.fixture(scope="module")
def report() -> WrittenReport:
    """One that ends in the third outcome: it has findings of both kinds."""
    return next(
        made for made in map(written_report, range(50)) if made.truth.fields["n_areas_for_priority_action"] > "0"
    )


@pytest.fixture(scope="module")
def file(report: WrittenReport, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("report") / "report.pdf"
    path.write_bytes(report.data)
    return path


@pytest.fixture(scope="module")
def page(file: Path) -> Path:
    out = file.with_name("pages") / "report.html"
    assert main(["reports", "show", str(file), "--html", str(out)]) == 0
    return out


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["reports", "show", *arguments]) == 0
    return capsys.readouterr().out


def test_text_has_every_value_and_every_finding(
    report: WrittenReport, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = shown(capsys, str(file))
    for value in report.truth.fields.values():
        assert all(word in text for word in re.split(r"[\s_]+", value))
    solid = re.sub(r"\s", "", text)
    for finding in report.truth.findings:
        assert re.sub(r"\s", "", finding.text) in solid
    assert max(map(len, text.splitlines())) <= 100
    assert "\033" not in text


def test_on_a_terminal_it_is_as_wide_as_the_terminal_with_headings_in_bold(file: Path) -> None:
    ours, theirs = pty.openpty()
    environment = os.environ | {"COLUMNS": "60"}
    command = [sys.executable, "-m", "areasend", "reports", "show", str(file)]
    running = subprocess.Popen(command, stdout=theirs, stderr=subprocess.DEVNULL, env=environment)
    os.close(theirs)
    said = b""
    with suppress(OSError):  # so Linux says that the other end is closed
        while piece := os.read(ours, 1 << 16):
            said += piece
    os.close(ours)
    assert running.wait() == 0
    lines = said.decode().replace("\r", "").splitlines()
    assert next(line for line in lines if "\033" in line) == "\033[1mreport.pdf\033[0m"
    assert 50 < max(len(re.sub(r"\033\[\d*m", "", line)) for line in lines) <= 60


def test_json_is_the_reading(report: WrittenReport, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = json.loads(shown(capsys, str(file), "--format", "json"))
    assert said.pop("unofficial").startswith("This is an unofficial reading by areasend")
    found: Reading = reading_from_json(said)
    assert (found.file, found.sha256) == ("report.pdf", sha256(report.data).hexdigest())
    assert found.text("gss_code") == report.truth.gss_code
    assert [finding.kind for finding in found.findings] == [finding.kind for finding in report.truth.findings]


def test_dates_and_corrections_are_those_of_reading_many(
    report: WrittenReport, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dates = tmp_path / "dates.csv"
    dates.write_text("file,publication_date\nreport.pdf,2026-06-30\n", encoding="utf-8")
    text = shown(capsys, str(file), "--dates", str(dates))
    assert re.search(r"publication_date\s+2026-06-30\s+from the file of dates", text)


def test_the_page_holds_a_picture_of_every_page_of_the_document(report: WrittenReport, page: Path) -> None:
    found = html.fromstring(page.read_bytes())
    pictures = [address.partition(",")[2] for address in found.xpath("//image/@href")]
    with pikepdf.open(io.BytesIO(report.data)) as pdf:
        assert len(pictures) == len(pdf.pages)
    for picture in pictures:
        drawn = Image.open(io.BytesIO(base64.b64decode(picture)))
        assert drawn.getextrema() == (0, 255) or drawn.getextrema() == (0, 15)


def test_under_every_box_there_is_ink(page: Path) -> None:
    """The words that a value stands on are on the picture where its box is."""
    found = html.fromstring(page.read_bytes())
    boxes = 0
    for svg in found.xpath("//svg[.//image]"):
        (picture,) = svg.xpath("./image")
        drawn = Image.open(io.BytesIO(base64.b64decode(picture.get("href").partition(",")[2]))).convert("L")
        scale = drawn.width / float(picture.get("width"))
        for box in svg.xpath(
            "./a[contains(@class, 'box--value') or contains(@class, 'box--finding')]/rect[not(@class)]"
        ):
            x, y, width, height = (float(box.get(name)) * scale for name in ("x", "y", "width", "height"))
            assert drawn.crop((int(x), int(y), int(x + width), int(y + height))).getextrema()[0] < 100
            boxes += 1
    assert boxes > 15


def test_the_same_bytes_each_time(file: Path, page: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.html"
    assert main(["reports", "show", str(file), "--html", str(again)]) == 0
    assert again.read_bytes() == page.read_bytes()


def test_the_page_is_valid(validate: Callable[[Iterable[Path]], list[str]], page: Path, tmp_path: Path) -> None:
    letter = tmp_path / "no-report.html"
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 and no more")
    assert main(["reports", "show", str(tmp_path / "a.pdf"), "--html", str(letter)]) == 0
    assert [said for said in validate([page, letter]) if HASHED_STYLE not in said] == []


def saved(pdf: pikepdf.Pdf, **options: object) -> bytes:
    written = io.BytesIO()
    pdf.save(written, **options)
    return written.getvalue()


def blank(pages: int = 1) -> pikepdf.Pdf:
    pdf = pikepdf.new()
    for _ in range(pages):
        pdf.add_blank_page(page_size=(595, 842))
    return pdf


@pytest.mark.parametrize(
    ("content", "kind", "drawn"),
    [
        (saved(blank(2)), "a PDF without text, such as a scan, 2 pages", 2),
        (b"", "an empty file or a PDF without pages", 0),
        (b"<html></html>", "a file that is no PDF", 0),
        (saved(blank(), encryption=pikepdf.Encryption(owner="o", user="u")), "a PDF that asks for a password", 0),
        (saved(blank())[:200], "a PDF that is truncated or damaged", 0),
    ],
    ids=["scan", "empty", "html", "encrypted", "truncated"],
)
def test_what_is_no_report_is_shown_as_what_it_is(
    content: bytes, kind: str, drawn: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, out = tmp_path / "a.pdf", tmp_path / "a.html"
    file.write_bytes(content)
    assert f"This is {kind}." in shown(capsys, str(file))
    assert shown(capsys, str(file), "--html", str(out)).endswith("1 problem to look at.\n")
    found = html.fromstring(out.read_bytes())
    assert f"This is {kind}." in found.text_content()
    assert len(found.xpath("//image")) == drawn
    assert found.xpath("//*[@id='fields']") == []


def test_a_page_that_takes_for_ever_to_draw_costs_its_picture_only(tmp_path: Path) -> None:
    pdf = blank()
    pdf.pages[0].obj.Contents = pdf.make_stream(b"0 0 595 842 re f " * 400_000)
    file = tmp_path / "endless.pdf"
    file.write_bytes(saved(pdf))
    drawn = draw_pages(Task(file=file.name, path=file), sha256(file.read_bytes()).hexdigest(), limits=Limits(seconds=1))
    assert (drawn.pictures, drawn.why_not) == ((), "a file that was not read within the time limit: 1 seconds")


def test_pictures_of_another_file_are_not_shown(file: Path) -> None:
    drawn = draw_pages(Task(file=file.name, path=file), "0" * 64, limits=Limits())
    assert (drawn.pictures, drawn.why_not) == ((), "the file changed after it was read")


def test_a_page_of_a_reading_is_replaced_and_nothing_else_is(file: Path, tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    assert main(["reports", "show", str(file), "--html", str(out)]) == 0
    first = out.stat().st_ino
    assert main(["reports", "show", str(file), "--html", str(out)]) == 0
    assert out.stat().st_ino != first
    assert sorted(path.name for path in tmp_path.iterdir()) == ["page.html"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nothing.pdf",), "nothing.pdf is not there. Name a report"),
        (("folder",), "folder is a folder. Name one report; `areasend reports read` reads folders."),
        (("report.pdf", "--html", "report.pdf"), "report.pdf is already there, and no page that"),
        (("report.pdf", "--html", "folder"), "folder is a folder. Name a file to write, such as folder/reading.html."),
        (("report.pdf", "--html", "report.pdf/a.html"), "report.pdf/a.html cannot be written: "),
        (("report.pdf", "--dates", "nothing.csv"), "nothing.csv cannot be read"),
    ],
)
def test_a_user_s_slip_is_told_in_plain_words(
    arguments: tuple[str, ...],
    said: str,
    file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    (tmp_path / "report.pdf").write_bytes(file.read_bytes())
    assert main(["reports", "show", *arguments]) == 2
    captured = capsys.readouterr()
    assert said in captured.err
    assert captured.err.startswith("areasend: ")
    assert captured.out == ""
    assert (tmp_path / "report.pdf").read_bytes() == file.read_bytes()


def test_text_or_json_is_chosen_for_what_is_printed_not_for_a_page(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["reports", "show", str(file), "--format", "json", "--html", str(tmp_path / "a.html")])
    assert stop.value.code == 2
    assert "not allowed with argument" in capsys.readouterr().err


def test_where_output_is_closed_nothing_is_said(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", None)
    monkeypatch.setattr("sys.stderr", None)
    assert main(["reports", "show", str(file)]) == 0
    assert main(["reports", "show", str(file), "--html", str(tmp_path / "a.html")]) == 0
    assert (tmp_path / "a.html").is_file()


def test_a_name_that_is_no_text_and_one_that_would_act_on_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in (b"\xff.pdf", b"\x1b[2J\x07.pdf"):
        file = tmp_path / os.fsdecode(name)
        file.write_bytes(b"no report")
        assert shown(capsys, str(file)).splitlines()[0] in ("<U+DCFF>.pdf", "<U+001B>[2J<U+0007>.pdf")
        assert json.loads(shown(capsys, str(file), "--format", "json"))["file"].endswith(".pdf")
        assert "\033" not in shown(capsys, str(file), "--html", f"{file}.html")
