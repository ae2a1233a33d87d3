"""Who or what coded, in words, wherever codings are used."""

import pytest
from tests.unit.publication.findings.made import counted_of

from areasend.publication.pages.coded import coding_of
from areasend.register import Maker

GOVERNANCE = (["governance"], [])


@pytest.mark.parametrize(
    ("makers", "who"),
    [
        ((), "Nobody has coded these reports, so no theme is counted."),
        (
            (Maker.MODEL,),
            "A language model coded with one codebook (a pass: coder-1). Its passes are not independent human coders.",
        ),
        ((Maker.PERSON,), "A person coded with the codebook (coder-1)."),
        ((Maker.PERSON, Maker.PERSON), "People coded with the codebook (coder-1 and coder-2)."),
        (
            (Maker.MODEL, Maker.MODEL, Maker.PERSON),
            (
                "A language model coded with one codebook (passes: coder-1 and coder-2). Its passes are not "
                "independent human coders. A person coded with the codebook (coder-3)."
            ),
        ),
    ],
)
def test_coders_are_named_as_what_they_are(makers: tuple[Maker, ...], who: str) -> None:
    coding = coding_of(counted_of(GOVERNANCE, makers=makers))
    assert coding.who == who
    assert coding.by_models == (Maker.MODEL in makers)
    assert coding.settled == "No finding of this release has been settled so."
