"""Runs the command in a fork of a process that has loaded it, so that a kill meets its work and not its start-up."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_SERVER = """
import json, os, sys
from datetime import datetime
from areasend.cli import clock, main
from areasend.framework import packaged_framework
from areasend.register import packaged_register
packaged_framework(), packaged_register()
print("ready", flush=True)
for line in sys.stdin:
    request = json.loads(line)
    child = os.fork()
    if child == 0:
        said = os.open(request["said"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(said, 1), os.dup2(said, 2)
        if request["kill_at"]:
            left = request["kill_at"]
            def count(event, arguments):
                global left
                writes = event == "open" and arguments[1] not in ("r", "rb", None)
                if writes or event in ("os.rename", "os.mkdir", "os.symlink", "os.chmod", "os.remove", "os.rmdir"):
                    left -= 1
                    if left == 0:
                        os.kill(os.getpid(), 9)
            sys.addaudithook(count)
        if request["now"]:
            clock.now = lambda: datetime.fromisoformat(request["now"])
        code = main(request["arguments"])
        sys.stdout.flush(), sys.stderr.flush()
        os._exit(code)
    print(child, flush=True)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


class Forks:
    """The loaded process. `now` stands for the clock in what it runs."""

    def __init__(self, server: "subprocess.Popen[str]", said: str) -> None:
        self._server, self._said = server, said

    def run(self, *arguments: str, now: str = "", kill_after: float | None = None, kill_at: int = 0) -> int:
        """The exit code: minus 9 when the kill came in time.

        It comes after some seconds, or just before the so-manyth change of the disk.
        """
        asked, answered = self._server.stdin, self._server.stdout
        assert asked is not None
        assert answered is not None
        request = {"arguments": arguments, "now": now, "said": self._said, "kill_at": kill_at}
        asked.write(json.dumps(request) + "\n")
        asked.flush()
        child = int(answered.readline())
        if kill_after is not None:
            time.sleep(kill_after)
            with suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
        return int(answered.readline())

    def seconds(self, *arguments: str, now: str = "") -> float:
        """How long a run takes that is left to its end."""
        began = time.monotonic()
        assert self.run(*arguments, now=now) == 0, Path(self._said).read_text(encoding="utf-8")
        return time.monotonic() - began


@contextmanager
def forks(said: str) -> Iterator[Forks]:
    """Starts the process; what its children say goes to the file `said`."""
    # Coverage would only measure what is killed.
    plain = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    with subprocess.Popen(
        [sys.executable, "-c", _SERVER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=plain
    ) as server:
        assert server.stdout is not None
        assert server.stdout.readline() == "ready\n"
        yield Forks(server, said)
        assert server.stdin is not None
        server.stdin.close()
