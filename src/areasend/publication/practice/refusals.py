"""Why a release may not be approved or published now: every reason at once, each with its rule, value and remedy."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from areasend.framework import WorkingDays
from areasend.publication.config import LONDON, PreReleaseAccess, Rule
from areasend.publication.number_check import NUMBER_CHECK, standing_errors
from areasend.publication.practice.days import NOTICE, USUAL_HOUR, day_faults
from areasend.publication.practice.ledger import Event, Ledger
from areasend.publication.practice.manifest import ReleaseManifest
from areasend.publication.practice.moments import moment_text
from areasend.publication.practice.plan import Practice

LONGEST_ACCESS = timedelta(hours=24)
_SHOWN_ERRORS = 10
_CORRECT = "Correct it, or accept it with a reason (--accept), and build the release again."


@dataclass(frozen=True, kw_only=True, slots=True)
class Refusal:
    """One broken rule. `passes` says that waiting alone mends it."""

    rule: str
    found: str
    remedy: str
    passes: bool = False

    @property
    def text(self) -> str:
        return f"{self.rule}: {self.found}. {self.remedy}"


def same_person(one: str, other: str) -> bool:
    """Whether two names are one, whatever their case, spaces, letters' form and letters that nobody sees.

    >>> same_person("Ann  O'Hara", "ＡＮＮ o'hara "), same_person("Ann O'Hara", "Anne O'Hara")
    (True, False)
    """
    return _plain(one) == _plain(other)


def _plain(name: str) -> str:
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    return " ".join("".join(letter for letter in folded if unicodedata.category(letter) != "Cf").split())


def approval_refusals(
    manifest: ReleaseManifest, differing: Iterable[str], *, by: str, number_check: bytes | None
) -> tuple[Refusal, ...]:
    """Why this person may not approve what is in the folder; `number_check` is its file of that name, if any."""
    return (*_file_refusals(differing), *_number_refusals(number_check), *_author_refusals(manifest, by))


def _file_refusals(differing: Iterable[str]) -> Iterator[Refusal]:
    for difference in differing:
        yield Refusal(rule="files", found=difference, remedy="Build the release again, and have it approved.")


def _number_refusals(number_check: bytes | None) -> Iterator[Refusal]:
    """An error in a number is mended or accepted with a reason before anybody approves it."""
    if number_check is None:
        yield Refusal(
            rule="numbers",
            found=f"the release has no {NUMBER_CHECK}, so nobody knows how its numbers stand",
            remedy="Build the release again: that checks them.",
        )
        return
    try:
        errors = list(standing_errors(number_check))
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        yield Refusal(
            rule="numbers",
            found=f"{NUMBER_CHECK} is no result of a check ({type(error).__name__}: {error})",
            remedy="Build the release again: that checks its numbers.",
        )
        return
    for found in errors[:_SHOWN_ERRORS]:
        yield Refusal(rule="numbers", found=found.rstrip("."), remedy=_CORRECT)
    if len(errors) > _SHOWN_ERRORS:
        found = f"{len(errors) - _SHOWN_ERRORS:,} more errors stand in {NUMBER_CHECK}"
        yield Refusal(rule="numbers", found=found, remedy=_CORRECT)


def _author_refusals(manifest: ReleaseManifest, by: str) -> Iterator[Refusal]:
    if not manifest.author:
        yield Refusal(
            rule="author",
            found="the release names no author, so nobody can be seen to be another",
            remedy="Set release.author in release.toml and build it again.",
        )
    elif same_person(manifest.author, by):
        yield Refusal(
            rule="author",
            found=f"{by!r} is the author, {manifest.author!r}, who may not approve the release",
            remedy="Have somebody else approve it.",
        )


def publication_refusals(
    manifest: ReleaseManifest,
    differing: Iterable[str],
    *,
    approval: Event | None,
    now: datetime,
    days: WorkingDays,
    public: Ledger | None,
) -> tuple[Refusal, ...]:
    """Why the release may not be published at the moment `now`; nothing where it may.

    `public` is the ledger of the public folder, None where none is named.
    """
    now = now.astimezone(LONDON)
    found = [*_file_refusals(differing), *_approval_refusals(manifest, approval, now)]
    found += _moment_refusals(manifest.practice, now, days)
    found += _access_refusals(manifest.practice, approval, now)
    if public is not None:
        found += _version_refusals(manifest, public)
    return tuple(found)


def _approval_refusals(manifest: ReleaseManifest, approval: Event | None, now: datetime) -> Iterator[Refusal]:
    if approval is None:
        yield Refusal(
            rule="approval",
            found=f"nobody has approved the manifest {manifest.sha256}",
            remedy="Have it approved with `areasend release approve`.",
        )
        return
    yield from _author_refusals(manifest, approval.by)
    if now.astimezone(UTC) < approval.at:
        yield Refusal(
            rule="clock",
            found=f"the clock shows {moment_text(now)}, before the approval at {moment_text(approval.at)}",
            remedy="Set the clock of this machine from an authoritative source.",
        )


def _moment_refusals(practice: Practice, now: datetime, days: WorkingDays) -> Iterator[Refusal]:
    if practice.published is None:
        yield Refusal(
            rule="date",
            found="the release has no date of publication",
            remedy="Set release.published in release.toml, build it again and have it approved.",
        )
        return
    yield from _hour_refusals(practice, now)
    for rule, found in day_faults(practice, max(practice.published, now.date()), days):
        yield Refusal(rule=rule.value, found=found, remedy=_exempt_or("Set another date", rule))
    notice = "never announced" if practice.announced is None else f"announced on {practice.announced}"
    if practice.exempts(Rule.NOTICE):
        return
    if practice.announced is None or practice.published - practice.announced < NOTICE:
        yield Refusal(
            rule=Rule.NOTICE.value,
            found=f"the publication on {practice.published} was {notice}, and four weeks' notice is due",
            remedy=_exempt_or("Set release.announced or a later date", Rule.NOTICE),
        )


def _hour_refusals(practice: Practice, now: datetime) -> Iterator[Refusal]:
    moment = practice.moment
    assert moment is not None and practice.published is not None  # noqa: PT018 - one day gives both
    if practice.hour != USUAL_HOUR and not practice.exempts(Rule.HOUR):
        yield Refusal(
            rule=Rule.HOUR.value,
            found=f"the hour is {practice.hour:%H:%M}, and releases appear at {USUAL_HOUR:%H:%M}",
            remedy=_exempt_or("Set that hour", Rule.HOUR),
        )
    # Two moments of one zone compare by what its clocks show, which jumps twice a year: so by seconds that passed.
    if now.timestamp() < moment.timestamp():
        yield Refusal(
            rule=Rule.HOUR.value,
            found=f"it is {moment_text(now)}, and the release appears on {moment_text(moment)}",
            remedy="Run this again then, or up to 24 hours before with --wait.",
            passes=True,
        )
    elif now.date() > practice.published and not practice.exempts(Rule.HOUR):
        yield Refusal(
            rule=Rule.HOUR.value,
            found=f"the release was to appear on {moment_text(moment)}, and that day is over",
            remedy=_exempt_or("Set a new date, announce it", Rule.HOUR),
        )


def _exempt_or(remedy: str, rule: Rule) -> str:
    return (
        f"{remedy}, or record an [[exemption]] from {rule.value!r} in release.toml; build it again, have it approved."
    )


def _access_refusals(practice: Practice, approval: Event | None, now: datetime) -> Iterator[Refusal]:
    moment = practice.moment
    if moment is not None and practice.published is not None and now.date() > practice.published:
        moment = now
    for person in practice.pre_release_access:
        for found in _access_faults(person, approval, moment):
            yield Refusal(
                rule="pre-release access",
                found=f"{person.name!r}: {found}",
                remedy="Correct the person in release.toml, build it again and have it approved.",
            )


def _access_faults(person: PreReleaseAccess, approval: Event | None, moment: datetime | None) -> Iterator[str]:
    """What is wrong with one person's access. Its length is counted in hours that passed, not in clock faces."""
    for key, value in (("role", person.role), ("reason", person.reason)):
        if not value.strip():
            yield f"has no {key}"
    if person.access_from is None:
        yield "nothing says when the access began (access_from)"
        return
    began = person.access_from.timestamp()
    if approval is not None and began < approval.at.timestamp():
        yield f"access began {moment_text(person.access_from)}, before the approval at {moment_text(approval.at)}"
    if moment is None:
        return
    length = timedelta(seconds=moment.timestamp() - began)
    if length > LONGEST_ACCESS:
        hours = f"{length / timedelta(hours=1):.2f}"
        yield f"access began {moment_text(person.access_from)}, {hours} hours before publication; the most is 24"
    elif length < timedelta(0):
        yield f"access begins {moment_text(person.access_from)}, after the publication"


def _version_refusals(manifest: ReleaseManifest, public: Ledger) -> Iterator[Refusal]:
    published, version = public.published, manifest.practice.version
    before = published.get(manifest.id)
    if before is not None and before.manifest != manifest.sha256:
        yield Refusal(
            rule="version",
            found=f"{manifest.id} was published on {moment_text(before.at)} with other content, and stays as it is",
            remedy=f"Correct it as version {version + 1}, with a [[correction]] that says what changed.",
        )
    if version > 1 and manifest.id_of_version(version - 1) not in published:
        yield Refusal(
            rule="version",
            found=f"version {version - 1}, which version {version} corrects, is not published here",
            remedy="Publish that first, or set release.version.",
        )
    if manifest.id_of_version(version + 1) in published:
        yield Refusal(
            rule="version",
            found=f"version {version + 1} is published already",
            remedy=f"Correct that with a version {version + 2}.",
        )
    if version not in {1, *(correction.version for correction in manifest.practice.corrections)}:
        yield Refusal(
            rule="version",
            found=f"nothing says what version {version} corrects",
            remedy="Add its [[correction]] to release.toml, build it again and have it approved.",
        )
