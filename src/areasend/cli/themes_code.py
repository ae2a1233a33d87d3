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

from areasend import __version__
from areasend.cli import clock
from areasend.cli.exits import DONE
from areasend.themes import ThemesError

# Fixed, so that the browser knows its coder's wishes again; high enough to need no rights.
_PORT = 8024


def add_action(actions: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    code = actions.add_parser("code", help="code statements in your browser, on this machine", description=__doc__)
    code.add_argument("folder", type=Path, metavar="CODING", help="the coding folder")
    code.add_argument("--coder", required=True, metavar="NAME", help="whose work it is")
    code.add_argument("--port", type=_port, default=_PORT, metavar="N", help=f"where to listen; 0: any ({_PORT})")
    code.add_argument("--no-browser", action="store_true", help="print the address and open no browser")
    code.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    # Loaded here: the other commands need no server.
    from areasend.themes.coding import open_coding
    from areasend.themes.serving import ADDRESS, CodingServer, CodingSite, Desk, Fresh, Guard, Pages

    desk = Desk(Fresh(options.folder, open_coding), options.coder, clock.now)
    work = desk.work()
    try:
        server = CodingServer(options.port)
    except OSError as error:
        raise ThemesError(
            f"The page cannot be served at {ADDRESS}:{options.port}: {error.strerror or error}. Name another port, "
            f"such as --port {options.port % 65535 + 1}."
        ) from error
    with server:
        guard = Guard(key=secrets.token_urlsafe(32), port=server.port)
        lock_command = f"areasend themes lock {shlex.quote(str(options.folder))} --coder {work.coder.key}"
        site = CodingSite(desk, guard, Pages(lock_command=lock_command, version=__version__))
        print(f"Coding as {work.coder.key}: {work.done} of {len(work.order)} statements done.")
        print(f"Open {guard.start_address}", flush=True)
        print("Stop with Ctrl+C: everything that the page says is saved is saved.", flush=True)
        try:
            if not options.no_browser:
                # A browser in the terminal would not come back before it is left.
                Thread(target=webbrowser.open, args=(guard.start_address,), daemon=True).start()
            server.serve(site)
        except KeyboardInterrupt:
            print(file=sys.stderr)
        finally:
            desk.close()
    print(f"Stopped. {desk.work().done} of {len(work.order)} statements done.")
    return DONE


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 6 and int(text) < 65536):
        raise argparse.ArgumentTypeError(f"{text!r} is no port: a number from 0 to 65535")
    return int(text)
