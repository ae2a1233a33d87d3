"""Where the sentences of a text begin and end."""

import re
from collections.abc import Iterator

# A full stop ends a sentence when white space and a capital, a quotation mark or a digit follow.
_END = re.compile(r"[.!?][’”\"')]*(?=\s+[“‘\"'(]?[A-Z0-9])|[.!?][’”\"')]*(?=\s*$)")
_ABBREVIATED = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|e\.g|i\.e|No)|\b[A-Z])\.$")


def sentences_of(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence; what stands behind the last full stop is one too."""
    start = 0
    for found in _END.finditer(text):
        if _ABBREVIATED.search(text[start : found.start() + 1]) and found.end() < len(text.rstrip()):
            continue
        yield start, found.end()
        start = found.end() + len(text[found.end() :]) - len(text[found.end() :].lstrip())
    if text[start:].strip():
        yield start, len(text.rstrip())
