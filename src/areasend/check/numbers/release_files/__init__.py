"""A release folder of ours, checked by the ids of its figures: one value everywhere, and the one the records give.

Holds: the data files as figures (`reading`), where pages and tables state figures (`stated`), the count from records
(`recount`), and the rule. May import snapshot and statistics. Hands on `release_in`, `read_release`, `figures_for`,
`named_numbers`, `own_figures` and `own_tables`.
"""

from areasend.check.numbers.release_files.model import Observed, Release, Stated
from areasend.check.numbers.release_files.own_tables import own_tables
from areasend.check.numbers.release_files.reading import read_release, release_in
from areasend.check.numbers.release_files.recount import figures_for, recounted
from areasend.check.numbers.release_files.rules import named_numbers, own_figures

__all__ = [
    "Observed",
    "Release",
    "Stated",
    "figures_for",
    "named_numbers",
    "own_figures",
    "own_tables",
    "read_release",
    "recounted",
    "release_in",
]
