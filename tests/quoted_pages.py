"""Small documents for the tests of quoting: paragraphs with notes, whose numbers are read by one plain expression."""

import re
from decimal import Decimal

from areasend.check.numbers.documents.model import Document, Mark, MarkKind, Note, Passage, Role
from areasend.check.numbers.reading.model import Number, Part, Relation, Sentence, Sort, Unit

_NOTE = re.compile(r"\[(\w+)\]")
_QUOTED = re.compile(r"\{([^{}]*)\}")
_NUMERAL = re.compile(r"(?<![\w–/])\d(?:[\d,]*\d)?(?:\.\d+)?( million)?(%)?(?![\w–/-])")
_END = re.compile(r"(?<=[a-z)\d%’'][.!?]) (?=[A-Z0-9])")


def passage(text: str, *, place: int = 0, role: Role = Role.PARAGRAPH) -> Passage:
    """A passage of a text in which "[3]" is the mark of a note and "{...}" is marked as quoted."""
    marks: list[Mark] = []
    clean = ""
    for part in re.split(r"(\[\w+\]|\{[^{}]*\})", text):
        if note := _NOTE.fullmatch(part):
            marks.append(Mark(MarkKind.FOOTNOTE, len(clean), len(clean), note.group(1)))
        elif quoted := _QUOTED.fullmatch(part):
            marks.append(Mark(MarkKind.QUOTED, len(clean), len(clean) + len(quoted.group(1)), "elsewhere"))
            clean += quoted.group(1)
        else:
            clean += part
    return Passage(id=place, role=role, text=clean, file="page.html", lines=((0, place + 1),), marks=tuple(marks))


def document(*texts: str, notes: dict[str, str] | None = None) -> Document:
    blocks = tuple(passage(text, place=place) for place, text in enumerate(texts))
    below = tuple(
        Note(label=label, passage=passage(text, place=len(texts) + place, role=Role.NOTE))
        for place, (label, text) in enumerate((notes or {}).items())
    )
    return Document(file="page.html", title="A page", blocks=blocks, notes=below)


def numbers(made: Document) -> tuple[Number, ...]:
    """Its numerals; years and small numbers behind "section" or "Figure" are none."""
    found: list[Number] = []
    for entry in made.passages():
        start = 0
        for text in _END.split(entry.text):
            sentence = Sentence(start, start + len(text), text)
            for match in _NUMERAL.finditer(text):
                found.append(_number(len(found), match, entry, sentence))
            start += len(text) + 1
    return tuple(number for number in found if number is not None)


def _number(place: int, match: re.Match[str], entry: Passage, sentence: Sentence) -> Number:
    digits = match.group().removesuffix("%").removesuffix(" million").replace(",", "")
    value = Decimal(digits) * (1_000_000 if match.group(1) else 1)
    places = len(digits.partition(".")[2])
    whole = str(int(value))
    grain = Decimal(1).scaleb(len(whole) - len(whole.rstrip("0")) if value else 0)
    before = sentence.text[: match.start()]
    is_date = re.fullmatch(r"(?:19|20)\d\d", match.group()) or re.search(
        r"(?:section|Figure|aged up to|last) $", before
    )
    return Number(
        id=place,
        value=value,
        text=match.group(),
        sort=Sort.DATE if is_date else Sort.STATISTIC,
        unit=Unit.PERCENT if match.group(2) else Unit.COUNT,
        relation=Relation.EXACT,
        part=Part.NONE,
        places=places,
        grain=grain if not places else Decimal(1).scaleb(-places),
        start=sentence.start + match.start(),
        end=sentence.start + match.end(),
        passage=entry,
        sentence=sentence,
    )
