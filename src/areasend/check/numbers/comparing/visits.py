"""Thematic visits in sentences: the year of each topic against the records."""

from collections.abc import Iterator, Sequence

from areasend.check.numbers.claims.phrases import Phrases
from areasend.check.numbers.documents.model import Document, Passage
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.reading import DateKind, dated, sentences
from areasend.check.numbers.reading.model import Sentence
from areasend.check.numbers.results.model import Finding, Kind, Severity, Verdict


def visits_against_records(evidence: Evidence) -> Iterator[Verdict]:
    """Sentences on visits that name topics and as many years, in one order."""
    if evidence.snapshot is None:
        return
    years: dict[str, set[int]] = {}
    for visit in evidence.snapshot.thematic_visits:
        years.setdefault(visit.theme, set()).add(visit.year)
    for announced in evidence.snapshot.thematic_topics:
        years.setdefault(announced.topic, set()).add(announced.year)
    topics = Phrases((topic, topic) for topic in years)
    for place in sorted(evidence.of_the_field):
        for passage, sentence in _on_visits(evidence.documents[place]):
            named = [hit.values[0] for hit in topics.find(sentence.text)]
            stated = _years(sentence)
            if named and len(named) == len(stated):
                for topic, year in zip(named, stated, strict=True):
                    if year not in years[topic]:
                        yield _finding(passage, sentence, topic, year, sorted(years[topic]))


def _on_visits(document: Document) -> Iterator[tuple[Passage, Sentence]]:
    for passage in document.passages():
        if "visit" in passage.text:
            yield from ((passage, sentence) for sentence in sentences(passage.text) if "visit" in sentence.text)


def _years(sentence: Sentence) -> list[int]:
    found = [entry for entry in dated(sentence.text) if entry.kind is DateKind.YEAR]
    return [entry.first.year for entry in found if entry.first is not None]


def _finding(passage: Passage, sentence: Sentence, topic: str, year: int, recorded: Sequence[int]) -> Finding:
    expected = " and ".join(str(entry) for entry in recorded)
    return Finding(
        kind=Kind.RECORDS,
        severity=Severity.ERROR,
        where=passage.where(sentence.start),
        quote=sentence.text,
        expected=expected,
        found=str(year),
        message=f"The sentence has the visits on {topic} in {year}; the records have them in {expected}.",
        computed="the years of the recorded visits with this topic",
        advice="see which of the two the source has, and correct the other",
    )
