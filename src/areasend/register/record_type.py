"""What a file of records is: its name, its columns, and the columns that several files share."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from areasend.register import columns as c
from areasend.register.codes import AreaCode, Key
from areasend.register.columns import Column
from areasend.register.records import FindingKind, Source


@dataclass(frozen=True, kw_only=True, slots=True)
class RecordType:
    """One file of records: its name, the type of its rows, its columns in order, and the key they are sorted by.

    A file that is `optional` may be missing from a folder of records; then there are none of them.
    """

    name: str
    kind: type[Any]
    columns: tuple[Column, ...]
    key: Callable[[Any], tuple[Any, ...]]
    optional: bool = False

    @property
    def file(self) -> str:
        return f"{self.name}.csv"

    @property
    def heading(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)


def column(name: str, read: Callable[[str], Any], description: str) -> Column:
    return Column(name=name, read=read, description=description)


def optional(name: str, read: Callable[[str], Any], description: str, *, empty: Any = None) -> Column:
    return Column(name=name, read=read, optional=True, empty=empty, description=description)


AREA = column("gss_code", c.code(AreaCode), "GSS code of the local area")
LOCAL_AREA = column("local_area", c.text, "name of the local area, as in local_areas.csv")
DOCUMENT = column("document", c.code(Key), "id of the publication, as in documents.csv")
PLACE = column("place", c.text, "where in the publication it stands")
START = column("inspection_start", c.day, "first day of the inspection, as in inspections.csv")
KIND = column("kind", c.choice(FindingKind), "afi (area for improvement) or apa (area for priority action)")
SOURCE = column("source", c.choice(Source), "report (read and checked) or secondary (from another's list)")

__all__ = ["AREA", "DOCUMENT", "KIND", "LOCAL_AREA", "PLACE", "SOURCE", "START", "RecordType", "column", "optional"]
