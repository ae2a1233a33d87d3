"""Local areas as the register packages them, and integrated care boards, in the ways reports print their names."""

from dataclasses import dataclass
from random import Random

from tests.reports_written.vocabulary import WORDS

from areasend.register import AuthorityType, NameKind, packaged_register

BOARDS = WORDS["boards"]
ALONE = ("NHS {}", "{}", "NHS {}, Integrated Care Board", "NHS {} Integrated Care Board (ICB)")
WITH_OTHERS = ("NHS {} ICB", "{} ICB", "NHS {} Integrated Care Board", "{} Integrated Care Board")
ANY = (*ALONE, *WITH_OTHERS, *WITH_OTHERS, *WITH_OTHERS, "{} NHS Integrated Care Board")


@dataclass(frozen=True)
class Place:
    """A local area as one report names it: on the title page and as a local authority."""

    gss_code: str
    local_area: str
    titled: str
    council: str


@dataclass(frozen=True)
class Board:
    """An integrated care board: the canonical name and the one this report prints."""

    canonical: str
    printed: str


def place(rng: Random) -> Place:
    register = packaged_register()
    area = rng.choice(sorted(register.local_areas, key=lambda one: one.gss_code))
    own = [
        name.name
        for name in register.area_names
        if name.gss_code == area.gss_code
        and (name.kind in (NameKind.SHORT, NameKind.OTHER) or " " in name.name)
        and name.kind != NameKind.FORMER
    ]
    names = [area.plain_name, area.plain_name, area.name if "," not in area.name else area.plain_name, *own]
    titled = rng.choice(names)
    stem = rng.choice([titled, area.plain_name])
    return Place(area.gss_code, area.name, titled, rng.choice(_councils(area.authority_type)).format(stem))


def _councils(kind: AuthorityType) -> tuple[str, ...]:
    everywhere = ("{} Council", "{}", "{} Local Authority")
    return {
        AuthorityType.UNITARY_AUTHORITY: ("{} Council", "{} Borough Council", "{} City Council", *everywhere),
        AuthorityType.COUNTY: ("{} County Council", "{} County Council", *everywhere),
        AuthorityType.METROPOLITAN_DISTRICT: ("{} Metropolitan Borough Council", "{} City Council", *everywhere),
        AuthorityType.LONDON_BOROUGH: ("London Borough of {}", "The London Borough of {}", *everywhere),
    }[kind]


def boards(rng: Random) -> tuple[Board, ...]:
    """One to three boards; where there are several, each name shows where it ends."""
    number = rng.choice((1, 1, 1, 1, 2, 3))
    forms = ANY if number == 1 else (rng.choice(WITH_OTHERS),)
    found = []
    for name in rng.sample(BOARDS, number):
        printed = rng.choice(forms).format(name)
        if number == 1 and name.count(",") == 1 and " and " in name and rng.random() < 0.3:
            printed = printed.replace(" and ", ", and ")
        found.append(Board(f"NHS {name} ICB", printed))
    return tuple(found)
