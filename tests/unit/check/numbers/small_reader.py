"""A small reader of numbers for tests of rules, until theirs is the real one: digits, percentages, a few words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from areasend.check.numbers.documents.model import Document, Passage
from areasend.check.numbers.reading.model import Number, Part, Relation, Sentence, Share, Sort, Unit

_NUMBER = re.compile(r"(?<![\w.])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?( million)?(%| per cent)?(?!\w)")
_BEFORE = {
    "over": Relation.MORE,
    "more than": Relation.MORE,
    "at least": Relation.AT_LEAST,
    "under": Relation.LESS,
    "up to": Relation.AT_MOST,
    "about": Relation.ABOUT,
    "around": Relation.ABOUT,
}
_PARTS = {
    "remaining": Part.REMAINING,
    "the other": Part.REMAINING,
    "the rest (": Part.REMAINING,
    "a further": Part.FURTHER,
    "another": Part.FURTHER,
    "only": Part.ONLY,
    "all": Part.ALL,
}


def read_numbers(documents: Sequence[Document]) -> tuple[Number, ...]:
    found = [number for document in documents for passage in document.passages() for number in _numbers(passage)]
    return tuple(replace(number, id=place) for place, number in enumerate(found))


def _sentences(text: str) -> Iterator[Sentence]:
    start = 0
    for match in re.finditer(r"[.!?] +(?=[A-Z])|$", text):
        yield Sentence(start, match.end(), text[start : match.end()].strip())
        start = match.end()


def _numbers(passage: Passage) -> Iterator[Number]:
    sentences = list(_sentences(passage.text))
    for match in _NUMBER.finditer(passage.text):
        whole, decimals, million, percent = match.groups()
        value = Decimal(whole.replace(",", "") + (decimals or "")) * (1_000_000 if million else 1)
        before = passage.text[: match.start()].lower().rstrip()
        year = not percent and not decimals and "," not in whole and 1900 <= value <= 2100
        figures = len(whole.replace(",", "")) - len(whole.replace(",", "").rstrip("0"))
        yield Number(
            id=0,
            value=value,
            text=match.group().strip(),
            sort=Sort.DATE if year else Sort.STATISTIC,
            unit=Unit.PERCENT if percent else Unit.COUNT,
            relation=next((entry for words, entry in _BEFORE.items() if before.endswith(words)), Relation.EXACT),
            part=next((entry for words, entry in _PARTS.items() if before.endswith(words)), Part.NONE),
            places=len(decimals) - 1 if decimals else 0,
            grain=Decimal(1).scaleb(-(len(decimals) - 1)) if decimals else Decimal(10) ** figures,
            start=match.start(),
            end=match.end(),
            passage=passage,
            sentence=next(entry for entry in sentences if entry.start <= match.start() < max(entry.end, 1)),
        )


def read_shares(numbers: Sequence[Number]) -> tuple[Share, ...]:
    shares: list[Share] = []
    for place, number in enumerate(numbers):
        rest = number.passage.text[number.end :]
        after = numbers[place + 1] if place + 1 < len(numbers) else None
        if after is None or after.passage is not number.passage:
            continue
        between = number.passage.text[number.end : after.start]
        if number.unit is Unit.COUNT and re.fullmatch(r"(?: out)? of (?:the )?", between):
            third = numbers[place + 2] if place + 2 < len(numbers) else None
            bracket = third is not None and third.passage is number.passage and third.unit is Unit.PERCENT
            close = bracket and third is not None and rest[third.start - number.end - 1] == "("
            shares.append(Share(part=number, whole=after, percent=third if close else None))
        elif number.unit is Unit.PERCENT and re.fullmatch(r" of (?:the )?", between):
            shares.append(Share(part=None, whole=after, percent=number))
        elif number.unit is Unit.COUNT and after.unit is Unit.PERCENT and re.fullmatch(r"[\w ]{0,40}\(", between):
            shares.append(Share(part=number, whole=None, percent=after))
    return tuple(shares)
