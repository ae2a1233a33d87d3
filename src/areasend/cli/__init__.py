"""The command line, with a module for each command: arguments in, rooms called in their order, text out.

Nothing is computed here. May import every room; nobody imports it. Results go to stdout, talk to stderr.
Exit codes: 0 done; 1 a check or a verification failed; 2 wrong input or usage; 70 a bug of ours, with its traceback.
"""

from areasend.cli.main import main

__all__ = ["main"]
