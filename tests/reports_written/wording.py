"""The fixed phrases of a report in the variants they are printed in; the outcomes' wording comes from the framework."""

from datetime import date
from random import Random

from areasend.framework import packaged_framework

SPELT_OUT = "special educational needs and/or disabilities (SEND)"
IN_WORDS = {3: "three", 5: "five"}

INFORMATION = (
    "Information about the local area partnership",
    "Information about the Local Area Partnership",
)
EXPERIENCE = tuple(
    f"What is it like to be a child or young person {who} in this area?"
    for who in (
        *["with SEND"] * 5,
        "SEND",
        "with special educational needs and/or disabilities",
        f"with {SPELT_OUT}",
    )
)
EFFECTIVE = ("What is the area partnership doing that is effective?",)
BETTER = ("What does the area partnership need to do better?",)
PRIORITY = ("Areas for priority action", "Areas for priority action", "Areas for Priority Action")
IMPROVEMENT = ("Areas for improvement", "Areas for improvement", "Areas for Improvement")
RESPONSIBLE = ("Responsible body", "Responsible body", "Responsible Body", "Responsible bodies")
DETAILS = ("Local area partnership details", "Local Area Partnership details")
ABOUT = "Information about this inspection"
TEAM = ("Inspection team", "Inspection Team")
BANNER = ("Local area partnership report", "Local Area Partnership report", "Local Area Partnership Report")
OUTCOME = ("Inspection outcome", "Inspection outcome", "Inspection Outcome")
COMPLAINT = (
    "If you are not happy with the inspection, please write to Ofsted.",
    "If you are not happy with the inspection, you may complain to us within the time that is set for it.",
)
BOILERPLATE = (
    "The Office for Standards in Education, Children’s Services and Skills (Ofsted) looks into learning at every age.",
    "Large print, Braille and other formats: telephone 0300 123 0000 or write to letters@inspectorate.example.",
    "The licence (not for logos) is at www.nationalarchives.gov.uk/doc/open-government-licence/ for all to read.",
    "Each report of this series is kept at http://reports.inspectorate.example/.",
)
ADDRESS = ("Compass House", "12 Harbour Street", "Anytown", "AN1 2YT")
CONTACT = ("T: 0300 123 0000", "Textphone: 0161 000 0000", "E: letters@inspectorate.example", "W: www.gov.uk/ofsted")


def outcome(rng: Random, key: str, on: date) -> str:
    """The outcome's sentences as one report or another words them."""
    wording = packaged_framework().version_at(on).outcome(key).wording
    if key == "typically_positive" and rng.random() < 0.5:
        wording = wording.replace("SEND arrangements", "arrangements", 1)
    spelt = rng.choice((SPELT_OUT, SPELT_OUT, SPELT_OUT, SPELT_OUT.replace("disabilities", "disability")))
    if rng.random() < 0.1:
        spelt = spelt.replace("and/or ", "and/")
    wording = wording.replace("SEND", spelt, 1)
    return wording.replace(", which the", " which the") if rng.random() < 0.2 else wording


def next_full(rng: Random, years: int, on: date, *, again: bool) -> str:
    number = rng.choice((str(years), IN_WORDS[years]))
    what = (
        "reinspection" if again and rng.random() < 0.7 else rng.choice(("area SEND inspection", "Area SEND inspection"))
    )
    hedge = rng.choice(("approximately ", "approximately ", "approximately ", "about ", ""))
    will = rng.choice(("will be", "will be", "will take place"))
    if on >= date(2025, 6, 6) and rng.random() < 0.3:
        will, hedge = "will usually be", ""
    return f"The next full {what} {will} within {hedge}{number} years."


def monitoring(rng: Random) -> str:
    done = rng.choice(("will be carried out", "will take place"))
    when = rng.choice(("within approximately", "within approximately", "within about"))
    return f"A monitoring inspection {done} {when} 18 months."


def plan_update(rng: Random) -> str:
    both = rng.choice(
        ("and the Care Quality Commission (CQC)", "and the CQC", "and CQC", "and the Care Quality Commission")
    )
    ask, tail = rng.choice(
        (
            ("ask that the local area partnership updates and publishes", "based on the recommendations set out in it"),
            ("ask the local area partnership to update and publish", "based on the recommendations of this report"),
            ("ask that the local area partnership updates and publishes", "in the light of this report"),
        )
    )
    return f"Ofsted {both} {ask} its strategic plan{rng.choice(('', '', ','))} {tail}."


def action_plan(rng: Random) -> str:
    chief = rng.choice(("HMCI", "His Majesty’s Chief Inspector", "His Majesty’s Chief Inspector (HMCI)"))
    start = rng.choice(("As a result of this inspection, ", "", "Because of what was found, "))
    area = rng.choice(("(area SEND) ", "(area SEND) ", ""))
    return (
        f"{start}{chief} requires the local area partnership to prepare and submit "
        f"a priority action plan {area}for the areas for priority action."
    )
