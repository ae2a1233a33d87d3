"""The other names of local areas in the table areas."""

from tests.spec.manual import given, shows

from areasend.statistics import build_table

AREAS = """
area    | region | to
Ashford | London | -
Barton  | London | -
Corby   | London | -
Dover   | London | 2024-06-30
"""
NAMES = """
area    | name     | kind
Barton  | Oldshire | former
Ashford | Oldshire | former
Ashford | Ash      | short
Ashford | ASH      | abbreviation
Ashford | Ashtown  | other
Dover   | Cliffs   | other
"""


def test_other_names_stand_in_alphabetical_order_and_former_ones_say_so() -> None:
    """Capitals come first. An area that has ended is not in the list."""
    shows(
        build_table(given(AREAS, names=NAMES), "areas"),
        """
        local_area | other_names
        Ashford    | ASH; Ash; Ashtown; Oldshire (former)
        Barton     | Oldshire (former)
        Corby      | [z]
        """,
    )
