"""Numbers quoted from elsewhere are held against nothing here."""

import pytest
from tests.unit.check.numbers.building import all_quoted, evidence, table, text

from areasend.check.numbers.consistency.sums import SUMS
from areasend.check.numbers.results.model import Finding

WRONG = {
    "share": text("We saw it in 4 of 5 (90%)."),
    "part": text("We saw 15 of the 14 areas."),
    "impossible": text("We saw it in 55% of the 54 areas."),
    "colon": text("There were 28 visits: 7 went well, 15 in part and 5 badly."),
    "bound": text("We made 54 visits. Of these, 60 visits went well."),
    "word": text("Up to 40% (26 of 54) did."),
    "change": text("Plans rose from 20 to 30, an increase of 33%."),
    "rest": text(
        "We made 28 visits. In 7 visits all was well. In 15 visits not. In the remaining 7 visits nobody knew."
    ),
    "cell": table(("Place", "A", "B", "Total"), ("X", 1, 2, 3), ("Y", 3, 4, 7), ("Total", 5, 6, 10)),
    "margin": table(("Place", "A", "B", "Total"), ("X", 1, 2, 4)),
    "short": table(("Place", "A", "B"), ("X", 1, 2), ("Y", 1, 2), ("Total", 4, 6)),
    "exchanged": table(("Place", "A", "B", "Total"), ("X", 10, 3, 7), ("Y", 9, 4, 5)),
    "hundred": table(("Outcome", "Share (%)"), ("A", 23), ("B", 33), ("C", 33), ("Total", 100)),
}


def found(made):
    return [verdict for rule in SUMS for verdict in rule(made) if isinstance(verdict, Finding)]


@pytest.mark.parametrize("written", WRONG.values(), ids=WRONG.keys())
def test_what_would_be_told_is_not_told_of_quoted_numbers(written):
    made = evidence(written)
    assert found(made)
    assert found(all_quoted(made)) == []
