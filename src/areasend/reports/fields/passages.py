"""The sections in prose: every paragraph and bullet, and which sentences tell of changes of senior leaders."""

from collections.abc import Sequence

from areasend.reports.layout.blocks import Block, blocks_of
from areasend.reports.layout.hyphens import Hyphens
from areasend.reports.layout.running_on import SameElement
from areasend.reports.layout.strips import places_by_page
from areasend.reports.parts import Part
from areasend.reports.reading import Passage
from areasend.reports.sentences import sentences_of
from areasend.reports.wording import letters, wording

SECTIONS = ("partnership", "experience", "effective", "better")
# Points by which a bullet within a bullet stands further in.
_FURTHER_IN = 9.0


def read_passages(parts: Sequence[Part], hyphens: Hyphens, same_element: SameElement) -> tuple[Passage, ...]:
    """The passages of all sections in the order of the report."""
    found: list[Passage] = []
    for part in parts:
        if part.key in SECTIONS:
            found += _of_section(part, hyphens, same_element)
    return tuple(found)


def leadership_sentences(text: str) -> str:
    """The sentences that name a senior post and a change in it."""
    chosen = []
    for start, end in sentences_of(text):
        said = letters(text[start:end])
        if wording().leadership_posts.search(said) and wording().leadership_changes.search(said):
            chosen.append(text[start:end])
    return " ".join(chosen)


def _of_section(part: Part, hyphens: Hyphens, same_element: SameElement) -> list[Passage]:
    blocks = blocks_of(part.strips, same_element)
    level = min((block.indent for block in blocks if block.bullet), default=0.0)
    passages = []
    for seq, block in enumerate(blocks, start=1):
        text = block.text(hyphens)
        passages.append(
            Passage(
                section=part.key,
                heading=part.heading,
                seq=seq,
                form=_form(block, level),
                text=text,
                leadership=leadership_sentences(text) if part.key == "partnership" else "",
                places=places_by_page(block.strips),
            )
        )
    return passages


def _form(block: Block, level: float) -> str:
    if not block.bullet:
        return "paragraph"
    return "sub-bullet" if block.indent > level + _FURTHER_IN else "bullet"
