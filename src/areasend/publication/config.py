"""`release.toml`: what a producer says of a release. Read strictly, with every fault reported at once."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from typing import Any

from areasend.publication.errors import ConfigurationInvalid


@dataclass(frozen=True, kw_only=True, slots=True)
class Contact:
    name: str
    role: str
    email: str
    telephone: str

    @property
    def is_named(self) -> bool:
        return bool(self.name)


@dataclass(frozen=True, kw_only=True, slots=True)
class PreReleaseAccess:
    """A person who saw the release before it was published (Pre-release Access to Official Statistics Order 2008)."""

    name: str
    role: str
    organisation: str
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ReleaseConfig:
    title: str
    publisher: str
    published: date | None
    next_release: str
    contact: Contact
    acknowledgements: str
    pre_release_access: tuple[PreReleaseAccess, ...]


_SECTIONS: dict[str, dict[str, type]] = {
    "release": {"title": str, "publisher": str, "published": date, "next_release": str},
    "contact": {"name": str, "role": str, "email": str, "telephone": str},
    "acknowledgements": {"text": str},
}
_ACCESS = ("name", "role", "organisation", "reason")

_EMAIL = re.compile(r"([\w.+-]+@[\w-]+(\.[\w-]+)+)?", re.ASCII)

# Labels and offices that a build of ours must not claim for itself.
_NOT_OURS = ("official statistics", "national statistics", "ofsted.gov.uk", "cqc.org.uk", "accredited")


def packaged_config_bytes() -> bytes:
    """The packaged `release.toml`."""
    return (files("areasend.publication") / "data" / "release.toml").read_bytes()


def read_config(content: bytes, *, place: str, as_at: date) -> ReleaseConfig:
    """The configuration in some TOML, for a release as at a date. Raises `ConfigurationInvalid` with every fault."""
    try:
        table = tomllib.loads(content.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ConfigurationInvalid(
            place, (f"not valid TOML in UTF-8: {error}. Mend the syntax at that place.",)
        ) from error
    faults = tuple(_faults(table, as_at))
    if faults:
        raise ConfigurationInvalid(place, faults)
    release, contact = table["release"], table.get("contact", {})
    return ReleaseConfig(
        title=release["title"],
        publisher=release.get("publisher", ""),
        published=release.get("published"),
        next_release=release.get("next_release", ""),
        contact=Contact(**{key: contact.get(key, "") for key in _SECTIONS["contact"]}),
        acknowledgements=table.get("acknowledgements", {}).get("text", ""),
        pre_release_access=tuple(PreReleaseAccess(**entry) for entry in table.get("pre_release_access", [])),
    )


def _faults(table: Mapping[str, Any], as_at: date) -> Iterator[str]:
    for name in sorted(table.keys() - {*_SECTIONS, "pre_release_access"}):
        yield f"[{name}]: no such section is known here. Remove or rename it."
    for section, keys in _SECTIONS.items():
        yield from _section_faults(section, table.get(section, {}), keys)
    release = table.get("release", {})
    if isinstance(release, Mapping) and not str(release.get("title", "")).strip():
        yield "release.title: a release needs a title. Add one."
    contact = table.get("contact", {})
    if isinstance(contact, Mapping) and not contact.get("name") and any(contact.values()):
        yield "contact.name: a contact needs a name. Add one, or empty the other lines."
    if isinstance(contact, Mapping) and not _EMAIL.fullmatch(str(contact.get("email", ""))):
        yield f"contact.email = {contact['email']!r}: not an address such as team@example.org. Correct it."
    published = release.get("published") if isinstance(release, Mapping) else None
    if type(published) is date and published <= as_at:
        yield f"release.published = {published}: a release as at {as_at} is published after that day. Correct the date."
    yield from _access_faults(table.get("pre_release_access", []))
    for claim in _NOT_OURS:
        if claim in repr(table).lower():
            yield f"{claim!r}: a build of areasend is unofficial and uses no inspectorate's contacts. Remove it."


def _section_faults(section: str, values: object, keys: Mapping[str, type]) -> Iterator[str]:
    if not isinstance(values, Mapping):
        yield f"{section}: must be a section, [{section}]."
        return
    for key, value in values.items():
        if key not in keys:
            yield f"{section}.{key}: no such key is known here. The keys are {', '.join(keys)}."
        elif type(value) is not keys[key]:
            shape = "a date, unquoted, such as 2025-06-26" if keys[key] is date else "text in quotation marks"
            yield f"{section}.{key} = {value!r}: must be {shape}."
        elif isinstance(value, str) and any(ord(letter) < 32 and letter != "\n" for letter in value):
            yield f"{section}.{key} = {value!r}: holds a control character. Remove it."


def _access_faults(entries: object) -> Iterator[str]:
    if not isinstance(entries, list):
        yield "pre_release_access: must be a list of [[pre_release_access]] sections."
        return
    for number, entry in enumerate(entries, 1):
        for key in _ACCESS:
            if not isinstance(entry, Mapping) or not isinstance(entry.get(key), str) or not entry[key].strip():
                yield f"pre_release_access[{number}].{key}: missing. Each person needs {', '.join(_ACCESS)}."
        if isinstance(entry, Mapping) and entry.keys() - set(_ACCESS):
            yield f"pre_release_access[{number}]: unknown keys {sorted(entry.keys() - set(_ACCESS))}. Remove them."
