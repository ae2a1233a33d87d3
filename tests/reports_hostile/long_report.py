"""A report that is in order and far too long: a table of thousands of rows."""

from dataclasses import replace
from random import Random

from tests.reports_written.composing import compose
from tests.reports_written.content import Piece, Statement
from tests.reports_written.drawing import Drawing
from tests.reports_written.mending import finished
from tests.reports_written.typography import style
from tests.reports_written.vocabulary import demand


def report_of_rows(rows: int, seed: int = 0) -> bytes:
    content = compose(Random(f"content {seed}"))
    words = Random(f"words {seed}")
    others = tuple(one for one in content.findings if one.kind != "afi")
    long = tuple(Statement("afi", seq, "", (), (Piece("paragraph", demand(words)),)) for seq in range(1, rows + 1))
    look = style(Random(f"style {seed}"))
    look = replace(look, tables=replace(look.tables, numbered="", head="both"))
    drawn = Drawing(replace(content, findings=(*others, *long)), look, Random(f"drawing {seed}")).draw()
    return finished(drawn.data, look, drawn.root)
