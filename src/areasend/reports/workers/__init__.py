"""Files read by worker processes, each file within limits of time and memory.

A report comes from strangers and is taken apart by a native library. So no file is opened in the process that the user
started: workers open, hash and read, one file at a time, and answer with JSON. A file that hangs, grows or crashes
costs that file, and is reported as what it did.
"""

from areasend.reports.workers.answers import plain_in
from areasend.reports.workers.pool import read_all, run_all
from areasend.reports.workers.tasks import Form, Limits, Plain, Task

__all__ = ["Form", "Limits", "Plain", "Task", "plain_in", "read_all", "run_all"]
