"""Statements in our own words with the themes they were written to have: the same for the same seed.

Each is put together from a request, which carries its theme, and things that statements of every theme say.
"""

import random
from collections.abc import Iterator

from areasend.themes import CodedUnit, Statement, StatementKind

WHO = (
    "The partners",
    "Senior managers",
    "The council and its health board",
    "Those in charge",
    "All agencies together",
)
HOW = ("should now", "have to", "ought to", "are asked to", "must quickly")
WHY = (
    "so that pupils do better",
    "for the good of every household",
    "because too little has changed since last year",
    "in all towns and villages of the area",
    "and tell us by spring how it went",
    "whatever the age of the child",
    "",
)
ASKED = {
    "governance": (
        "agree a strategy with clear priorities",
        "strengthen oversight by the board",
        "evaluate the impact of the improvement plan",
        "make leadership accountable for its pace",
        "monitor children missing education",
    ),
    "information": (
        "share records between nurses and teachers",
        "join up the data of their systems",
        "bring practitioners of all trades to one table",
        "build a dashboard of what each office knows",
        "pass information on without delay",
    ),
    "commissioning": (
        "commission more short breaks",
        "open enough specialist places",
        "fill the gaps in provision",
        "pay for respite from a joint budget",
        "secure a sufficient range of services",
    ),
    "coproduction": (
        "listen to parents and carers",
        "make the local offer easy to find",
        "let the parent carer forum shape services",
        "answer complaints and regain trust",
        "gather the views of families",
    ),
    "ehc_plans": (
        "finish EHC plans within 20 weeks",
        "hold annual reviews on time",
        "raise the quality of each EHC plan",
        "get advice of psychologists into EHC plans",
        "amend plans after every annual review",
    ),
    "waiting_times": (
        "cut the wait for speech and language therapy",
        "shorten waiting lists for autism diagnosis",
        "hand out wheelchairs sooner",
        "reduce delays in mental health care",
        "help those waiting for a first appointment at the clinic",
    ),
    "early_help": (
        "identify needs in the early years",
        "train mainstream schools in a graduated approach",
        "carry out the check by a health visitor at two",
        "give SEN support before things escalate",
        "spot learning difficulties earlier in settings",
    ),
    "transitions": (
        "prepare young people for adulthood",
        "open supported internships after school",
        "ease the transition into adult services",
        "plan the move to college from year 9 on",
        "offer apprenticeships and careers advice post-16",
    ),
}
THEMES = tuple(ASKED)


def statement(number: int, text: str, *, area: int = 1, kind: StatementKind = StatementKind.AFI) -> Statement:
    """A statement of an area; its number makes its id."""
    code = f"E06{area:06d}"
    return Statement(
        id=f"{code}-2024-03-04-{kind}-{number}",
        inspection_id=f"{code}-2024-03-04",
        gss_code=code,
        local_area=f"Area {area}",
        kind=kind,
        seq=number,
        page_start=6,
        page_end=6,
        file=f"{area}.pdf",
        text=text,
    )


def unit(of: Statement, *said: tuple[str, ...], adjudicated: tuple[str, ...] | None = None) -> CodedUnit:
    """What coders a, b, c said of a statement."""
    codes = dict(zip("abcdefgh", said, strict=False))
    return CodedUnit(
        id=of.id,
        inspection_id=of.inspection_id,
        kind=of.kind.value,
        whole=False,
        codes=codes,
        adjudicated=adjudicated,
    )


def written(seed: int, number: int, *, areas: int = 20) -> Iterator[tuple[Statement, CodedUnit]]:
    """Statements spread over areas, each with one theme or two, and three coders who mostly see them."""
    drawn = random.Random(seed)
    for count in range(number):
        themes = tuple(drawn.sample(THEMES, drawn.choice((1, 1, 1, 2))))
        asks = " and ".join(drawn.choice(ASKED[theme]) for theme in themes)
        text = f"{drawn.choice(WHO)} {drawn.choice(HOW)} {asks} {drawn.choice(WHY)}".strip() + "."
        kind = drawn.choice((StatementKind.AFI, StatementKind.AFI, StatementKind.APA))
        made = statement(count // areas + 1, text, area=count % areas + 1, kind=kind)
        hasty = themes[:1] if drawn.random() < 0.2 else themes
        yield made, unit(made, themes, themes, hasty)
