"""Records of coding: who coded, which themes each finding was given, and what a person settled afterwards.

Only the work of coders who are done is a record. The rule is that of `themes`: no record, table or release shows a
coder's themes while the coder is at work.
"""

from dataclasses import dataclass
from datetime import date

from areasend.register.codes import AreaCode, Key
from areasend.register.records import FindingKind, Maker, Source, inspection_id


@dataclass(frozen=True, kw_only=True, slots=True)
class Coder:
    """Somebody who coded findings, or a pass of a model; `locked` is the day on which the work was done for good."""

    coder: Key
    made_by: Maker
    description: str
    locked: date


@dataclass(frozen=True, kw_only=True, slots=True)
class _OfFinding:
    """A finding by its number; without one, all findings of the kind in the report together."""

    gss_code: AreaCode
    local_area: str
    inspection_start: date
    kind: FindingKind
    seq: int | None

    @property
    def inspection_id(self) -> str:
        return inspection_id(self.gss_code, self.inspection_start)

    @property
    def unit_id(self) -> str:
        """The id of the finding, `E06000052-2023-02-06-afi-1`; of all of a kind, the same without the number."""
        whole = f"{self.inspection_id}-{self.kind}"
        return whole if self.seq is None else f"{whole}-{self.seq}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Coding(_OfFinding):
    """The themes that one coder gave, the principal one first; none is an answer too.

    `codebook` is the version it was made with. A coder codes a report either finding by finding or, where the text is
    not at hand, all findings of a kind together.
    """

    coder: Key
    themes: tuple[str, ...]
    sub_themes: tuple[str, ...]
    codebook: int

    @property
    def coding_id(self) -> str:
        return f"{self.unit_id} {self.coder}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Adjudication(_OfFinding):
    """What a person settled where coders differed, with the reason; the codings themselves stay as they are."""

    themes: tuple[str, ...]
    codebook: int
    decided: date
    decided_by: str
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ThematicTopic:
    """What the thematic visits of a year study, as a publication states or announces it."""

    year: int
    topic: str
    document: Key
    place: str


@dataclass(frozen=True, kw_only=True, slots=True)
class LeadershipStatement:
    """Whether a report that was read says, on the local area partnership, that senior leaders changed, and where."""

    gss_code: AreaCode
    local_area: str
    inspection_start: date
    changed: bool
    page: int | None
    source: Source

    @property
    def inspection_id(self) -> str:
        return inspection_id(self.gss_code, self.inspection_start)


__all__ = ["Adjudication", "Coder", "Coding", "LeadershipStatement", "ThematicTopic"]
