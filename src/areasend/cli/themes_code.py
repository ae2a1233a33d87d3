"""`areasend themes code`: a page on this machine on which one coder codes statements, keyboard first.

It is served on 127.0.0.1 alone and opened by an address that is new for every run. Every decision is on the disk before
the page says so; Ctrl+C ends it. What other coders gave is not in it.
"""

import argparse
import secrets
import shlex
import sys
import webbrowser
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from areasend import __version__
from areasend.cli import clock
from areasend.cli.exits import DONE
from areasend.cli.themes_folder import add_folder, opened, told_joined
from areasend.register import Maker
from areasend.themes import ThemesError, read_suggestions
from areasend.themes.coding import open_coding

if TYPE_CHECKING:
    from areasend.themes.serving import CodingServer, Work

# Fixed, so that the browser knows its coder's wishes again; high enough to need no rights.
_PORT = 8024


def add_action(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    code = actions.add_parser("code", help="code statements in your browser, on this machine", description=__doc__)
    add_folder(code)
    code.add_argument("--coder", required=True, metavar="NAME", help="whose work it is; a coder who is new joins")
    code.add_argument("--description", metavar="TEXT", help="of a new coder: who codes, and how")
    code.add_argument(
        "--suggestions", type=Path, metavar="FILE", help="what `themes suggest` wrote, to be looked at after deciding"
    )
    code.add_argument("--port", type=_port, default=_PORT, metavar="N", help=f"where to listen; 0: any ({_PORT})")
    code.add_argument("--no-browser", action="store_true", help="print the address and open no browser")
    code.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    # Loaded here: the other commands need no server.
    from areasend.themes.serving import CodingServer, CodingSite, Desk, Fresh, Guard, Pages

    folder = opened(options.folder)
    suggestions = None if options.suggestions is None else read_suggestions(options.suggestions)
    is_new = options.coder not in [coder.key for coder in folder.coders]
    if options.description and not is_new:
        raise ThemesError(f"--description is for a new coder; {options.coder} is a coder already. Leave it out.")
    desk = Desk(Fresh(options.folder, open_coding), options.coder, clock.now)
    if not is_new:
        desk.work()
    with _listening(CodingServer, options.port) as server:
        if is_new:
            joined, seen = clock.now().date(), folder.could_be_seen
            folder.join(options.coder, made_by=Maker.PERSON, description=options.description or "", joined=joined)
            told_joined(folder, [options.coder], seen=seen)
        guard = Guard(key=secrets.token_urlsafe(32), port=server.port)
        lock_command = f"areasend themes lock {shlex.quote(str(options.folder))} --coder {options.coder}"
        site = CodingSite(desk, guard, Pages(lock_command=lock_command, version=__version__), suggestions)
        print(f"Coding as {options.coder}: {_progress(desk.work())}.")
        print(f"Open {guard.start_address}")
        print("Stop with Ctrl+C: what the page says is saved stays saved.", flush=True)
        try:
            if not options.no_browser:
                # A browser in the terminal would not come back before it is left.
                Thread(target=webbrowser.open, args=(guard.start_address,), daemon=True).start()
            server.serve(site)
        except KeyboardInterrupt:
            print(file=sys.stderr)
        finally:
            desk.close()
    print(f"Stopped: {_progress(desk.work())}.")
    return DONE


def _listening(server: "type[CodingServer]", port: int) -> "CodingServer":
    try:
        return server(port)
    except OSError as error:
        raise ThemesError(
            f"The page cannot be served at 127.0.0.1:{port}: {error.strerror or error}. Name another port, such as "
            f"--port {port % 65535 + 1}."
        ) from error


def _progress(work: "Work") -> str:
    return f"{work.done} of {len(work.order)} statements done"


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 6 and int(text) < 65536):
        raise argparse.ArgumentTypeError(f"{text!r} is no port: a number from 0 to 65535")
    return int(text)
