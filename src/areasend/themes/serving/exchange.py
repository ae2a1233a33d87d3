"""A request and its answer as plain values, so that everything between them can be tried without a server."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import parse_qs, urlsplit

HTML = "text/html; charset=utf-8"


@dataclass(frozen=True, kw_only=True, slots=True)
class Request:
    """`target` as it stands in the request line; the names of `headers` in lower case."""

    method: str
    target: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def path(self) -> str:
        return self.target.partition("#")[0].partition("?")[0]

    def asked(self, name: str) -> str:
        """A parameter of the address; empty where there is none."""
        return parse_qs(urlsplit(self.target).query).get(name, [""])[0]


@dataclass(frozen=True, kw_only=True, slots=True)
class Reply:
    """A status, the headers that only this answer has, and the bytes."""

    status: HTTPStatus
    content: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


def page(content: str, status: HTTPStatus = HTTPStatus.OK) -> Reply:
    return Reply(status=status, content=content.encode(), headers={"Content-Type": HTML})


def see_other(address: str, **headers: str) -> Reply:
    """What follows a form that was taken: reloading the page that comes sends nothing again."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Reply(status=HTTPStatus.SEE_OTHER, headers={"Location": address, **named})


class Refused(Exception):
    """A request that is answered with a plain page: its status, what is wrong, and what to do."""

    def __init__(self, status: HTTPStatus, title: str, remedy: str, **headers: str) -> None:
        super().__init__(title)
        self.status, self.title, self.remedy = status, title, remedy
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}


__all__ = ["HTML", "Refused", "Reply", "Request", "page", "see_other"]
