"""The server: 127.0.0.1 only, a thread for each connection, one request on each. What is said is said by the site."""

import sys
import traceback
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from areasend.themes.serving.exchange import Refused, Reply, Request
from areasend.themes.serving.guard import LONGEST_BODY
from areasend.themes.serving.site import CodingSite, method_not_allowed, too_large

ADDRESS = "127.0.0.1"
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # "no-referrer" would take the origin from the page's own forms.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
    # A connection that stays open would hold a thread, and what is left of a refused body would be the next request.
    "Connection": "close",
}


class CodingServer(ThreadingHTTPServer):
    """Listens as soon as it is made; `port` 0 takes a free one. Raises `OSError` where it cannot."""

    daemon_threads = True
    request_queue_size = 128
    allow_reuse_address = True

    def __init__(self, port: int) -> None:
        super().__init__((ADDRESS, port), BaseHTTPRequestHandler)

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def serve(self, site: CodingSite) -> None:
        """Answers until it is interrupted."""
        self.RequestHandlerClass = partial(_Handler, site=site)
        self.serve_forever(poll_interval=0.2)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away in the middle is no news, nor is a connection that ends with the command itself:
        Ctrl-C closes the one that is just being handed to its thread."""
        is_closed = request.fileno() == -1
        if not is_closed and not isinstance(sys.exc_info()[1], (ConnectionError, TimeoutError)):
            traceback.print_exc()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "areasend"
    sys_version = ""
    # Seconds that a client may say nothing in the middle of a request.
    timeout = 10

    def __init__(self, *connection: Any, site: CodingSite) -> None:
        self._site = site
        super().__init__(*connection)

    def do_GET(self) -> None:
        self._send(self._answer(self._without_body))

    do_HEAD = do_GET  # noqa: N815 - the library calls it so

    def do_POST(self) -> None:
        self._send(self._answer(self._with_body))

    def _without_body(self) -> Request:
        names = {name.lower(): value for name, value in self.headers.items()}
        return Request(method=self.command, target=self.path, headers=names)

    def _with_body(self) -> Request:
        request = self._without_body()
        said = request.headers.get("content-length", "")
        if not (said.isascii() and said.isdigit()) or "transfer-encoding" in request.headers:
            raise Refused(
                HTTPStatus.LENGTH_REQUIRED, "What was sent does not say how long it is", "Use the page's form."
            )
        if len(said) > 9 or int(said) > LONGEST_BODY:
            raise too_large()
        body = self.rfile.read(int(said))
        if len(body) < int(said):
            raise ConnectionError("the client went away")
        return Request(method=request.method, target=request.target, headers=request.headers, body=body)

    def _answer(self, read: Callable[[], Request]) -> Reply:
        try:
            return self._site.answer(read())
        except Refused as refused:
            return self._site.refusal(refused)
        except (ConnectionError, TimeoutError):
            raise
        except Exception:  # the last frame: anything else is a bug, and keeps its traceback in the terminal
            traceback.print_exc()
            return self._site.refusal(_bug())

    def _send(self, reply: Reply) -> None:
        self.send_response(reply.status)
        for name, value in {**_HEADERS, **reply.headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(reply.content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(reply.content)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """What the library refuses itself: a method that is not ours (it says 501), a request that is not HTTP."""
        # A request that is not HTTP has no command, and its version may be one that is answered without headers.
        self.command = getattr(self, "command", None) or "GET"
        self.request_version = self.protocol_version
        self.close_connection = True
        if code == HTTPStatus.NOT_IMPLEMENTED:
            self._send(self._site.refusal(method_not_allowed("GET, HEAD, POST")))
        else:
            status = HTTPStatus(code)
            refused = Refused(status, f"This request cannot be answered: {status.phrase.lower()}", "Open the list.")
            self._send(self._site.refusal(refused))

    def log_message(self, *said: Any) -> None:
        """Nothing: the terminal is for the address and for what goes wrong."""


def _bug() -> Refused:
    return Refused(
        HTTPStatus.INTERNAL_SERVER_ERROR,
        "Something went wrong in areasend",
        "It is a bug of areasend: the terminal in which the command runs shows more. What the page said was saved is "
        "saved; go back to see whether your last choice is.",
    )


__all__ = ["ADDRESS", "CodingServer"]
