"""The command line: one module a command. Parse, call the rooms in the order of the arrows, print, exit.

It computes nothing. May import every room; nobody imports it. Results go to stdout, talk to stderr.
Exit codes: 0 done; 1 a check or a verification failed; 2 wrong input or usage; 70 a bug of ours, with its traceback.
"""

from areasend.cli.main import main

__all__ = ["main"]
