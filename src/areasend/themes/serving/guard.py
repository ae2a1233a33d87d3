"""Who is let in: a browser on this machine that was opened at the address which the command printed.

The machine's other users reach 127.0.0.1 too, and so does every web page that the coder's browser has open. A page
elsewhere is stopped by the `Host` header, the origin and the form's token; another user by the key in the address.
"""

import hmac
from dataclasses import dataclass
from hashlib import sha256
from http import HTTPStatus

from areasend.themes.serving.exchange import Refused, Reply, Request, see_other

FORM = "application/x-www-form-urlencoded"
# A note at its longest and every box ticked are a tenth of this.
LONGEST_BODY = 64 * 1024
START = "/start"


@dataclass(frozen=True, kw_only=True, slots=True)
class Guard:
    """`key` is new for every run and as hard to guess as the caller makes it."""

    key: str
    port: int

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    @property
    def origin(self) -> str:
        return f"http://{self.host}"

    @property
    def start_address(self) -> str:
        return f"{self.origin}{START}?key={self.key}"

    @property
    def form_token(self) -> str:
        """What every form carries: it can be told from the key, the key cannot be told from it."""
        return sha256(f"form {self.key}".encode()).hexdigest()

    @property
    def _cookie(self) -> str:
        # Cookies do not know ports: two coders on one machine have one each.
        return f"areasend-{self.port}"

    def check_host(self, request: Request) -> None:
        """Raises `Refused` for a name other than this server's: a web page may point a name of its own to 127.0.0.1."""
        if request.headers.get("host", "") not in (self.host, *(("127.0.0.1",) if self.port == 80 else ())):
            raise Refused(
                HTTPStatus.MISDIRECTED_REQUEST,
                "This address is not served here",
                f"Open the address that the command printed. It begins with {self.origin}/.",
            )

    def let_in(self, request: Request) -> Reply:
        """Takes the key out of the address and into the browser."""
        if not _same(request.asked("key"), self.key):
            raise _unknown()
        return see_other("/", Set_Cookie=f"{self._cookie}={self.key}; Path=/; HttpOnly; SameSite=Strict")

    def check_known(self, request: Request) -> None:
        """Raises `Refused` for a browser that was not let in."""
        # Not by http.cookies: it gives up on all cookies where another program of this machine set one of odd letters.
        cookies = (part.strip().partition("=") for part in request.headers.get("cookie", "").split(";"))
        if not any(name == self._cookie and _same(value, self.key) for name, _, value in cookies):
            raise _unknown()

    def check_origin(self, request: Request) -> None:
        """Raises `Refused` for what a page elsewhere sends. Programs that are no browser send neither header."""
        origin, site = request.headers.get("origin"), request.headers.get("sec-fetch-site")
        if origin not in (None, self.origin) or site not in (None, "same-origin"):
            raise _not_sent_here()
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() != FORM:
            raise Refused(
                HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
                "What was sent is no form of this page",
                f"Send {FORM}, as the page's own forms do.",
            )

    def check_token(self, token: str) -> None:
        """Raises `Refused` for a form that this run did not draw."""
        if not _same(token, self.form_token):
            raise _not_sent_here()


def _same(one: str, other: str) -> bool:
    """Takes as long for a nearly right one as for a wrong one."""
    return hmac.compare_digest(one.encode(), other.encode())


def _unknown() -> Refused:
    return Refused(
        HTTPStatus.FORBIDDEN,
        "Open the page by the address that the command printed",
        "Each run of areasend themes code prints an address of its own, so that nobody else on this computer can open "
        "your coding. Everything that you saved is kept.",
    )


def _not_sent_here() -> Refused:
    return Refused(
        HTTPStatus.FORBIDDEN,
        "Not saved: the form does not come from this page",
        "The command may have been started again since you opened the form. Go back, note what you chose, open the "
        "address that the command printed, and choose it again.",
    )


__all__ = ["FORM", "LONGEST_BODY", "START", "Guard"]
