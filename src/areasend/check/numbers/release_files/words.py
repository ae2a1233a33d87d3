"""The words beside a number that names its figure: outcome and place in its sentence must be those of the figure."""

from collections.abc import Iterator, Mapping

from areasend.check.numbers.claims.model import Claim, Facet, Origin
from areasend.check.numbers.claims.vocabulary import Vocabulary
from areasend.check.numbers.evidence import Evidence
from areasend.check.numbers.results.model import Finding, Kind, Severity

_FACETS = {Facet.OUTCOME: "outcome", Facet.PLACE: "place"}


def other_words(evidence: Evidence, named: Mapping[int, str], labels: Mapping[str, str]) -> Iterator[Finding]:
    """Sentences that say another outcome or place than the figure that their number links to. `named` are the figures
    by number, `labels` the words of each figure.

    Only a claim that says all its words do, and says the outcome or place in its own sentence, is held against it.
    """
    vocabulary = Vocabulary(evidence.framework, evidence.register)
    for claim in evidence.claims:
        label = labels.get(named.get(claim.number.id, ""), "")
        if label and claim.origin is Origin.PROSE and claim.sure:
            for facet in _FACETS:
                said, meant = _said(claim, facet), _meant(vocabulary, label, facet)
                if said is not None and meant is not None and said != meant:
                    yield _finding(claim, facet, named[claim.number.id], label)


def _said(claim: Claim, facet: Facet) -> str | None:
    return claim.key(facet) if facet in claim.stated else None


def _meant(vocabulary: Vocabulary, label: str, facet: Facet) -> str | None:
    """The one term of a facet that a label has; the country is no place beside another."""
    found = {mention.term.key for mention in vocabulary.mentions(label) if mention.term.facet is facet}
    return found.pop() if len(found) == 1 else None


def _finding(claim: Claim, facet: Facet, figure: str, label: str) -> Finding:
    number = claim.number
    return Finding(
        kind=Kind.WORDS_AGAINST_TABLE,
        severity=Severity.ERROR,
        where=number.where,
        quote=number.sentence.text,
        expected=label,
        found=number.sentence.text[:160],
        message=f"The sentence names another {_FACETS[facet]} than the figure that {number.text} links to: {figure}, "
        f"“{label}”.",
        computed="the words of the sentence compared with those of the figure",
        advice="See which of the two is meant, and correct the words or the link.",
        numbers=(number.id,),
    )
