"""Programme files for tests, read as at the end of 2024 with the packaged records."""

from datetime import date

import pytest

from areasend.framework import packaged_framework
from areasend.programme import Programme, ProgrammeInvalid, read_programme
from areasend.register import packaged_register

AS_AT = date(2024, 12, 31)


def read(text: str, others: str | None = None) -> Programme:
    return read_programme(
        text.encode(),
        place="mine.toml",
        as_at=AS_AT,
        areas=packaged_register(),
        framework=packaged_framework(),
        other_inspections=None if others is None else others.encode(),
    )


def faults(text: str, others: str | None = None) -> tuple[str, ...]:
    with pytest.raises(ProgrammeInvalid) as caught:
        read(text, others)
    assert str(caught.value).startswith(f"mine.toml has {len(caught.value.faults)} fault(s):\n")
    return caught.value.faults
