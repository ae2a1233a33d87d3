"""What is reported of a file whose worker ended, from how it ended and the memory it had."""

import pytest

from areasend.reports import DocumentKind
from areasend.reports.workers import Limits
from areasend.reports.workers.endings import seen_in
from areasend.reports.workers.system import OUTGROWN, Ending

LIMITS = Limits(seconds=2.5, mebibytes=400)
SMALL, LARGE = 50 << 20, 200 << 20


@pytest.mark.parametrize(
    ("ending", "kind", "detail"),
    [
        (None, DocumentKind.CRASHED, "its process fell silent and had to be ended"),
        (Ending(0, SMALL), DocumentKind.CRASHED, "its process ended with code 0"),
        (Ending(1, LARGE), DocumentKind.CRASHED, "its process ended with code 1"),
        (Ending(OUTGROWN, SMALL), DocumentKind.MEMORY_LIMIT, "400 MiB"),
        (Ending(-6, LARGE), DocumentKind.MEMORY_LIMIT, "400 MiB"),
        (Ending(-11, LARGE), DocumentKind.MEMORY_LIMIT, "400 MiB"),
        (
            Ending(-6, LARGE - 1),
            DocumentKind.CRASHED,
            "its process ended by SIGABRT, as PDFium does when memory is refused",
        ),
        (Ending(-11, SMALL), DocumentKind.CRASHED, "its process ended by SIGSEGV"),
        (Ending(-9, SMALL), DocumentKind.CRASHED, "its process ended by SIGKILL"),
        (Ending(-24, LARGE), DocumentKind.TIME_LIMIT, "2.5 seconds"),
        (Ending(-63, SMALL), DocumentKind.CRASHED, "its process ended by signal 63"),
    ],
)
def test_an_ending_is_named(ending: Ending | None, kind: DocumentKind, detail: str) -> None:
    assert seen_in(ending, SMALL, LIMITS) == (kind, detail)


def test_memory_that_was_its_parent_s_is_not_its_own() -> None:
    kind, _ = seen_in(Ending(-11, LARGE), LARGE, LIMITS)
    assert kind is DocumentKind.CRASHED
