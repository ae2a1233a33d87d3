"""The record types. A record is one row of one file; values that are not known are None, never 0 or empty text."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from areasend.register.codes import AreaCode, DfeCode, Key, Urn, WebAddress


class Source(StrEnum):
    """Where a record comes from: read from the report and checked, or taken from another's list without a check."""

    REPORT = "report"
    SECONDARY = "secondary"


class AuthorityType(StrEnum):
    COUNTY = "county"
    LONDON_BOROUGH = "london_borough"
    METROPOLITAN_DISTRICT = "metropolitan_district"
    UNITARY_AUTHORITY = "unitary_authority"


class NameKind(StrEnum):
    """What another name of a local area is; `FORMER` is that of an earlier area, which several may share."""

    SHORT = "short"
    ABBREVIATION = "abbreviation"
    FORMER = "former"
    OTHER = "other"


class FindingKind(StrEnum):
    """An area for improvement stands in every report, one for priority action with the third outcome only."""

    AFI = "afi"
    APA = "apa"


class Maker(StrEnum):
    """Who made codings: a person, or a model that was given a codebook."""

    PERSON = "person"
    MODEL = "model"


class Respondent(StrEnum):
    """Who answered an inspection survey; `ALL` is the total as a publication states it."""

    ALL = "all"
    CHILDREN_AND_YOUNG_PEOPLE = "children_and_young_people"
    PARENTS_AND_CARERS = "parents_and_carers"
    PRACTITIONERS = "practitioners"


class Bound(StrEnum):
    """What a publication's wording lets one conclude: "over 67,000" is a lower bound."""

    AS_STATED = "as_stated"
    LOWER = "lower"


class Unit(StrEnum):
    COUNT = "count"
    PERCENT = "percent"


@dataclass(frozen=True, kw_only=True, slots=True)
class LocalArea:
    """A local area in its present form. `valid_from` is None where the form is older than any date needed here."""

    gss_code: AreaCode
    name: str
    plain_name: str
    dfe_la_code: DfeCode
    ofsted_urn: Urn
    authority_type: AuthorityType
    ons_region: str
    ofsted_region: str
    valid_from: date | None
    valid_to: date | None
    predecessors: tuple[str, ...]
    easting: int
    northing: int

    def exists_on(self, day: date) -> bool:
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, kw_only=True, slots=True)
class AreaName:
    """Another name under which people look for a local area."""

    gss_code: AreaCode
    local_area: str
    name: str
    kind: NameKind


def inspection_id(gss_code: str, start: date) -> str:
    """Area code and first day, `E06000052-2023-02-06`."""
    return f"{gss_code}-{start}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Inspection:
    """A full inspection: a re-inspection is another record and never replaces the first."""

    gss_code: AreaCode
    local_area: str
    inspection_start: date | None
    inspection_end: date | None
    publication_date: date | None
    outcome: str | None
    report_url: WebAddress | None
    source: Source
    note: str

    @property
    def inspection_id(self) -> str:
        """Area code and first day, `E06000052-2023-02-06`; without dates the day of publication stands in, named so."""
        if self.inspection_start is not None:
            return inspection_id(self.gss_code, self.inspection_start)
        return f"{self.gss_code}-published-{self.publication_date or 'unknown'}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """One statement of a report's tables of areas for improvement and for priority action; its words are not kept.

    An inspection has either all its findings here or none, and then how many there are is not known. `page` is that of
    the report on which it begins, from 1; None where it is not recorded.
    """

    gss_code: AreaCode
    local_area: str
    inspection_start: date
    kind: FindingKind
    seq: int
    responsible_bodies: tuple[str, ...]
    page: int | None = None
    source: Source

    @property
    def inspection_id(self) -> str:
        return inspection_id(self.gss_code, self.inspection_start)

    @property
    def finding_id(self) -> str:
        """The inspection, the kind and the number, `E06000052-2023-02-06-afi-1`."""
        return f"{self.inspection_id}-{self.kind}-{self.seq}"


@dataclass(frozen=True, kw_only=True, slots=True)
class ThematicVisit:
    """A visit to study one aspect of the system; it has no outcome for the area and is no inspection of it."""

    gss_code: AreaCode
    local_area: str
    year: int
    theme: str
    document: Key


@dataclass(frozen=True, kw_only=True, slots=True)
class SurveyReturn:
    """Answers to the inspection surveys over a period, as one publication states them."""

    id: Key
    respondent: Respondent
    responses: int
    qualifier: str
    bound: Bound
    period_start: date
    period_end: date
    document: Key
    place: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ContextFigure:
    """A national figure quoted by a publication, beside what the original source says where that differs."""

    id: Key
    measure: str
    value: Decimal
    unit: Unit
    qualifier: str
    as_printed: str
    period: str
    period_end: date
    document: Key
    place: str
    original_source: str
    difference: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PrintedFigure:
    """A count or share that a publication prints about inspections, with the figure of ours that it can be held to.

    `figure` is a figure id, or empty where nothing here counts it; then `base` may say of how many the share is.
    """

    id: Key
    document: Key
    place: str
    as_at: date
    says: str
    value: Decimal
    unit: Unit
    figure: str
    base: int | None
    remark: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """A publication that records quote."""

    id: Key
    title: str
    publisher: str
    published: date
    licence: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Completeness:
    """What the register says of itself: every inspection up to `complete_to`, all areas from `areas_from` on."""

    complete_to: date
    areas_from: date
    statement: str
