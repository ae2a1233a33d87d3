"""The whole check: documents in, a result out."""

from collections.abc import Mapping, Sequence

from areasend.check.numbers.checking import Rule, judge
from areasend.check.numbers.claims import is_of_the_field, read_claims
from areasend.check.numbers.comparing import RULES as COMPARING
from areasend.check.numbers.consistency import RULES as CONSISTENCY
from areasend.check.numbers.documents.model import Document
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.numbers_of import by_passage
from areasend.check.numbers.previous import previous_rule
from areasend.check.numbers.quoting import RULES as QUOTING
from areasend.check.numbers.quoting import quoted_numbers
from areasend.check.numbers.reading import read_numbers, read_shares
from areasend.check.numbers.release_files import Release, figures_for, own_figures, own_tables
from areasend.check.numbers.results.model import Result
from areasend.framework import Framework
from areasend.register import Register
from areasend.snapshot import Snapshot
from areasend.statistics import Figure


def gather(
    documents: Sequence[Document], *, framework: Framework, register: Register, snapshot: Snapshot | None = None
) -> Evidence:
    """All that the rules look at: the numbers of some documents, what these count, and what is quoted."""
    numbers = read_numbers(documents)
    shares = read_shares(numbers)
    claims, statements = read_claims(documents, by_passage(numbers), shares, framework, register)
    return Evidence(
        documents=tuple(documents),
        numbers=numbers,
        shares=shares,
        claims=claims,
        statements=statements,
        framework=framework,
        register=register,
        snapshot=snapshot,
        of_the_field=frozenset(
            place for place, document in enumerate(documents) if is_of_the_field(document, framework)
        ),
        quoted=frozenset(entry.number.id for entry in quoted_numbers(documents, numbers, register)),
    )


def check_publication(
    documents: Sequence[Document],
    *,
    framework: Framework,
    register: Register,
    snapshot: Snapshot | None = None,
    previous: Sequence[Document] = (),
    release: Release | None = None,
    figures: Mapping[str, Figure] | None = None,
) -> Result:
    """Checks documents against themselves and each other, against records if there are any, and the release before.

    `release` are the data files of the release that the documents are of: then its figures are held against each other
    by their ids. `figures` are what the records give, if they were counted before.
    """
    evidence = gather(documents, framework=framework, register=register, snapshot=snapshot)
    if figures is None:
        figures = figures_for(documents, release, snapshot, framework)
    rules: list[Rule] = [*CONSISTENCY, *COMPARING, *QUOTING, own_figures(release, figures), own_tables(release)]
    if previous:
        rules.append(previous_rule(previous))
    return judge(evidence, rules)
