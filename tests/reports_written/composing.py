"""Random content for a report, every rule across its fields kept: a plan for the third outcome, dates in order."""

from datetime import date
from random import Random

from tests.reports_written import days, places, vocabulary, wording
from tests.reports_written.content import Column, Content, Member, Part, Piece, Statement
from tests.reports_written.places import Board, Place

from areasend.register import packaged_register

OUTCOMES = ("typically_positive", "inconsistent", "widespread_systemic_failings")
ROLES = (
    ("Ofsted HMI", "Ofsted Inspector", "HMI, Ofsted", "Ofsted inspector", "Ofsted HMI, Social Care"),
    ("CQC inspector", "CQC Inspector", "CQC Inspector"),
)
LEADS = (
    ("Ofsted HMI, Lead inspector", "Ofsted lead inspector", "HMI, Ofsted Lead inspector", "Ofsted HMI Lead Inspector"),
    ("CQC lead inspector", "CQC Lead inspector", "CQC Lead Inspector"),
)
POSTS = (
    "director of children’s services",
    "chief executive of the council",
    "executive director for people",
    "head of SEND",
    "chief nurse of the ICB",
)


def compose(rng: Random) -> Content:
    place = places.place(rng)
    since = next(area.valid_from for area in packaged_register().local_areas if area.gss_code == place.gss_code)
    span = days.inspection(rng, max(since or date(2023, 1, 9), date(2023, 1, 9)))
    boards = places.boards(rng)
    outcome = rng.choice(OUTCOMES)
    failing = outcome == "widespread_systemic_failings"
    footer = span
    if span.start.weekday() == 3 and rng.random() < 0.5:
        footer = days.Span(date.fromordinal(span.end.toordinal() - 4), span.end)
    years = 5 if outcome == "typically_positive" else 3
    bodies = _bodies(rng, place, boards)
    basis = rng.choice(("20(1)(a)", "20(1)(a)", "20(1)(a)", "20(1)(b)"))
    ofsted = _team(rng, 0, rng.choice((3, 3, 3, 4, 5, 7)), rng.choice((1, 1, 1, 1, 2)))
    commission = _team(rng, 1, rng.choice((2, 2, 2, 3)), rng.choice((1, 1, 1, 1, 1, 2)))
    return Content(
        place=place,
        boards=boards,
        title_name=f"{place.titled} Local Area Partnership",
        span=span,
        dates_printed=rng.choice(span.forms()),
        previous=days.previous(rng),
        footer_dates=rng.choice(footer.forms()),
        footer_span=footer,
        outcome=outcome,
        outcome_box=_box(rng, outcome, years, span.end),
        next_full_inspection=f"{years} years",
        monitoring_inspection="18 months" if failing else "",
        plan_update=not failing,
        action_plan=failing,
        parts=_parts(rng, place, boards),
        findings=(*(_priorities(rng, bodies) if failing else ()), *_improvements(rng)),
        authority_column=_authority(rng, place),
        board_column=_board_column(rng, boards),
        statutory_basis=basis,
        about=_about(rng, basis),
        ofsted=ofsted,
        commission=commission,
        complaint=rng.random() < 0.7,
        copyright_year=span.end.year + rng.choice((0, 0, 0, 1)),
    )


def _box(rng: Random, outcome: str, years: int, on: date) -> tuple[str, ...]:
    said = wording.outcome(rng, outcome, on)
    if outcome != "widespread_systemic_failings":
        return said, wording.next_full(rng, years, on, again=False), wording.plan_update(rng)
    follows = (wording.monitoring(rng), wording.next_full(rng, years, on, again=True))
    return said, *((" ".join(follows),) if rng.random() < 0.7 else follows), wording.action_plan(rng)


def _parts(rng: Random, place: Place, boards: tuple[Board, ...]) -> tuple[Part, ...]:
    named = " and ".join(board.canonical.removesuffix(" ICB") + " Integrated Care Board (ICB)" for board in boards)
    people = [Piece("paragraph", f"{place.council} and {named} plan and pay for services together.")]
    people += [_changes(rng)] if rng.random() < 0.8 else []
    people += [Piece("paragraph", vocabulary.sentences(rng, 1, 4)) for _ in range(rng.randint(1, 3))]
    lived = [Piece("paragraph", vocabulary.sentences(rng, 1, 8)) for _ in range(rng.randint(4, 14))]
    return (
        Part("partnership", rng.choice(wording.INFORMATION), tuple(people)),
        Part("experience", rng.choice(wording.EXPERIENCE), tuple(lived)),
        Part("effective", rng.choice(wording.EFFECTIVE), _listed(rng, rng.randint(3, 18))),
        Part("better", rng.choice(wording.BETTER), _listed(rng, rng.randint(3, 18))),
    )


def _changes(rng: Random) -> Piece:
    """A paragraph on senior leaders who changed; where it says something else too, only these sentences are marked."""
    about = (
        f"There have been changes to the senior leadership since the previous inspection. A new {rng.choice(POSTS)} "
    )
    about += rng.choice(("was appointed in May 2022.", "took up post last autumn."))
    other = f" {vocabulary.sentence(rng)}" if rng.random() < 0.4 else ""
    return Piece("paragraph", about + other, about)


def _listed(rng: Random, number: int) -> tuple[Piece, ...]:
    pieces = []
    for _ in range(number):
        if rng.random() < 0.1:
            pieces.append(Piece("bullet", f"{vocabulary.sentence(rng)[:-1].rstrip('?')}. These include:"))
            pieces += [Piece("sub-bullet", f"{vocabulary.clause(rng)};") for _ in range(rng.randint(1, 3))]
            pieces.append(Piece("sub-bullet", f"{vocabulary.clause(rng)}."))
        else:
            pieces.append(Piece("bullet", vocabulary.sentences(rng, 1, 6)))
    return tuple(pieces)


def _statement(rng: Random) -> tuple[Piece, ...]:
    first = vocabulary.demand(rng)
    if rng.random() < 0.6:
        return (Piece("paragraph", " ".join([first, *(vocabulary.sentence(rng) for _ in range(rng.randint(0, 4)))])),)
    lead = rng.choice(("This includes:", "In particular, they should:", "This should focus on ways to:"))
    number = rng.randint(2, 5)
    end = rng.choice((";", ",", ""))
    bullets = [f"{vocabulary.clause(rng)}{end}" for _ in range(number - 1)]
    bullets[-1] += rng.choice((" and", "")) if end else ""
    pieces = [Piece("paragraph", f"{first} {lead}"), *(Piece("bullet", text) for text in bullets)]
    pieces.append(Piece("bullet", f"{vocabulary.clause(rng)}."))
    if rng.random() < 0.2:
        pieces.append(Piece("paragraph", vocabulary.demand(rng)))
    return tuple(pieces)


def _bodies(rng: Random, place: Place, boards: tuple[Board, ...]) -> tuple[tuple[str, ...], ...]:
    """The combinations of bodies that this report names, each body as it prints it."""
    council = f"{place.titled} Council" if place.council == place.titled else place.council
    form = rng.choice(("{} ICB", "{} Integrated Care Board", "{} Integrated Care Board (ICB)"))
    care = tuple(form.format(board.canonical.removesuffix(" ICB")) for board in boards)
    trust = (f"{place.titled} Children’s Trust",) if rng.random() < 0.3 else ()
    trust = ("school and college leaders",) if rng.random() < 0.05 else trust
    return ((council, *care, *trust),) * 4 + ((*care, council), (council,), care)


def _priorities(rng: Random, bodies: tuple[tuple[str, ...], ...]) -> list[Statement]:
    found = []
    for seq in range(1, rng.randint(2, 6) + 1):
        who = rng.choice(bodies)
        printed = f"{', '.join(who[:-1])} and {who[-1]}" if len(who) > 1 else who[0]
        found.append(Statement("apa", seq, printed, who, _statement(rng)))
    return found


def _improvements(rng: Random) -> list[Statement]:
    return [Statement("afi", seq, "", (), _statement(rng)) for seq in range(1, rng.randint(1, 7) + 1)]


def _authority(rng: Random, place: Place) -> Column:
    stem = place.titled.replace(" ", "").replace("’", "").replace(".", "").lower()
    head = rng.choice(("Local authority", "Local Authority"))
    name = ("Name of authority:", place.council) if rng.random() < 0.1 else (place.council,)
    house = rng.choice(("Harbour House", "County Hall", "Town Hall, Market Square", "Civic Centre"))
    street = rng.choice(("7 Quay Lane", "125 Great Northern Road", "Ferry Road"))
    return Column(
        head,
        (
            name,
            _director(rng, "Director of Children’s Services"),
            (f"www.{stem}.example",),
            (house, street, place.titled, "ZZ1 1ZZ"),
        ),
    )


def _board_column(rng: Random, boards: tuple[Board, ...]) -> Column:
    several = len(boards) > 1
    head = rng.choice(("Integrated care board", "Integrated Care Board", "Integrated care board(s)"))
    head = head + "s" if several and head[-1] == "d" else head
    names = tuple(board.printed for board in boards)
    joined = rng.choice((" and ", "; "))
    printed = (
        names if rng.random() < 0.3 else (", ".join(names[:-1]) + joined + names[-1] if len(names) > 1 else names[0],)
    )
    if joined == "; " and len(printed) == 1:
        printed = ("; ".join(names),)
    people = tuple(line for _ in boards for line in _director(rng, "Chief Executive Officer"))
    site = rng.choice(
        (
            "www.harbourandmoor.icb.example",
            "https://harbourandmoorlandsandtheislesbeyond.icb.example/about-us/the-board/",
        )
    )
    address = (
        rng.choice(("4^th^ Floor, Beacon Tower", "Beacon Tower")),
        "Lighthouse Parade",
        "Harbourville",
        "HV4 0AA",
    )
    if rng.random() < 0.1:
        printed = (f"Name of ICB: {printed[0]}", *printed[1:])
    return Column(head, (printed, people, (site,), address))


def _director(rng: Random, post: str) -> tuple[str, ...]:
    name = vocabulary.person(rng)
    shape = rng.randint(0, 2)
    return (f"{name}, {post}",) if shape == 0 else (name, post) if shape == 1 else (f"{name}, Interim {post}",)


def _about(rng: Random, basis: str) -> tuple[str, ...]:
    asked = rng.choice(
        (
            f"This inspection, under section {basis} of the Children Act 2004, was asked for by a minister.",
            f"The Secretary of State asked for this inspection under section {basis} of the Children Act 2004.",
        )
    )
    told = "One of His Majesty’s Inspectors (HMI) from Ofsted led the team, with colleagues from education and care; "
    return asked, told + "with them came inspectors of children’s services from the Care Quality Commission (CQC)."


def _team(rng: Random, side: int, number: int, leads: int) -> tuple[Member, ...]:
    found: list[Member] = []
    while len(found) < number:
        name = vocabulary.person(rng)
        title = rng.choice(("", "", "", "", "Mr ", "Dr ", "Mrs ")) if rng.random() < 0.4 else ""
        if any(name in member.printed for member in found):
            continue
        lead = len(found) < leads
        found.append(Member(f"{title}{name}, {rng.choice((LEADS if lead else ROLES)[side])}", name if lead else ""))
    return tuple(found)
