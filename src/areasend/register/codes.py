"""The code systems of the records, each its own type that cannot hold a badly formed code."""

import re
from typing import ClassVar, Self


class Code(str):
    """A code whose form is checked when it is made. Raises `ValueError` with the form wanted."""

    __slots__ = ()
    form: ClassVar[re.Pattern[str]] = re.compile(r".+")
    says: ClassVar[str] = "a code"

    def __new__(cls, value: str) -> Self:
        if not cls.form.fullmatch(value):
            raise ValueError(f"must be {cls.says}")
        return super().__new__(cls, value)


class AreaCode(Code):
    """GSS code of an English county, unitary authority, metropolitan district or London borough (ONS)."""

    __slots__ = ()
    form = re.compile(r"E(06|08|09|10)\d{6}", re.ASCII)
    says = "a GSS code of an English upper-tier authority, such as E06000052"


class DfeCode(Code):
    """The Department for Education's three-digit local authority code."""

    __slots__ = ()
    form = re.compile(r"[2-9]\d{2}", re.ASCII)
    says = "a three-digit DfE local authority code, such as 908"


class Urn(Code):
    """The inspectorate's unique reference number of a local area."""

    __slots__ = ()
    form = re.compile(r"\d{5,7}", re.ASCII)
    says = "a reference number of 5 to 7 digits, such as 80454"


class Key(Code):
    """A key of our own: lower-case words joined by underscores or hyphens."""

    __slots__ = ()
    form = re.compile(r"[a-z][a-z0-9]*([_-][a-z0-9]+)*", re.ASCII)
    says = "a key of lower-case words joined by _ or -, such as survey_parents"


class WebAddress(Code):
    """A public https address in ASCII without spaces, as RFC 3986 has it."""

    __slots__ = ()
    form = re.compile(r"https://[A-Za-z0-9.-]+\.[a-z]{2,}(:\d+)?(/[!#-;=?-~]*)?", re.ASCII)
    says = "an https address without spaces or letters beyond ASCII"
