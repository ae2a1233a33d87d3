"""Local areas of the register by the names that reports and lists have for them, never by likeness."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from areasend.register import AreaCode, LocalArea, NameKind, Register
from areasend.reports.wording import letters

_PARTNERSHIP = re.compile(r"\s+local\s+area\s+partnership.*$", re.IGNORECASE | re.DOTALL)
# What an authority's name has around the name of its area. "Borough" and "City" belong to some areas' names too, so a
# name is tried as it stands first, and then with one word less at a time.
_LAST = re.compile(
    r" (?:council|local authority|authority|county|city|metropolitan|borough|district|unitary|corporation|mbc|cc|bc)$"
)
_FIRST = re.compile(
    r"^(?:the|(?:county |city |borough )?council of|(?:royal |london |metropolitan )?borough of|(?:lb|rb|mb)(?: of)?"
    r"|city and county of|city of|county of) "
)


@dataclass(frozen=True, slots=True)
class Matched:
    """The area, or None; `reason` says what a person should look at, and is empty where nothing is wrong."""

    area: LocalArea | None
    reason: str = ""


class AreaNames:
    """The register's names of local areas, as letters; a name that two areas bear names neither.

    A report names the area of its day: former names, which several areas may share, are for lists of other people.
    """

    def __init__(self, register: Register, *, with_former: bool = False) -> None:
        self._areas: dict[str, set[AreaCode]] = {}
        self._by_code: dict[str, LocalArea] = {area.gss_code: area for area in register.local_areas}
        for area in register.local_areas:
            for own in (area.name, area.plain_name):
                self._add(own, area.gss_code)
        for other in register.area_names:
            if with_former or other.kind is not NameKind.FORMER:
                self._add(other.name, other.gss_code)

    def area(self, code: str) -> LocalArea | None:
        """The area with this code."""
        return self._by_code.get(code)

    def area_of(self, title_name: str, authority: str) -> Matched:
        """The area that the title page names, held against the local authority in the details table.

        One of the two names is enough where the other is missing; where both are printed, a name that is no area's is
        a reason to look, and two different areas are none.
        """
        by_title = self.codes_of(_PARTNERSHIP.sub("", title_name))
        by_authority = self.codes_of(authority)
        both = by_title & by_authority if by_title and by_authority else by_title | by_authority
        names = " / ".join(name for name in (title_name, authority) if name) or "nothing"
        if len(both) == 1:
            unknown = [
                name for name, codes in ((title_name, by_title), (authority, by_authority)) if name and not codes
            ]
            return Matched(self._by_code[both.pop()], f"no area's name: {unknown[0]}" if unknown else "")
        if by_title and by_authority and not both:
            told = "; ".join(self._name(codes) for codes in (by_title, by_authority))
            return Matched(None, f"{names}: the title page and the details table name different areas ({told})")
        return Matched(None, names)

    def codes_of(self, name: str) -> set[AreaCode]:
        """The codes of the areas that bear the name, with or without what makes it an authority's."""
        for form in _forms_of(_words_of(name)):
            if form in self._areas:
                return set(self._areas[form])
        return set()

    def _name(self, codes: set[AreaCode]) -> str:
        return ", ".join(sorted(self._by_code[code].name for code in codes))

    def _add(self, name: str, code: AreaCode) -> None:
        self._areas.setdefault(_words_of(name), set()).add(code)


def _words_of(name: str) -> str:
    return letters(name.replace("&", " and "))


def _forms_of(name: str) -> Sequence[str]:
    """The name as it stands, then without what makes it an authority's, longest first."""
    return [form for shorter in _without(_LAST, name) for form in _without(_FIRST, shorter)]


def _without(pattern: re.Pattern[str], name: str) -> list[str]:
    """The name, and what is left of it as often as the pattern is taken away."""
    forms = [name]
    while (shorter := pattern.sub("", forms[-1])) != forms[-1]:
        forms.append(shorter)
    return forms
