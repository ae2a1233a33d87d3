"""How wide words are: the advance widths of Helvetica, which Arial and Liberation Sans share, so no font is opened."""

# Thousandths of the size for the characters 32 to 126 (Adobe Font Metrics of Helvetica).
_WIDTHS = (
    (278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278)
    + (556,) * 10
    + (278, 278, 584, 584, 584, 556, 1015)
    + (667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833)
    + (722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611)
    + (278, 278, 278, 469, 556, 333)
    + (556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833)
    + (556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500)
    + (334, 260, 334, 584)
)
# What is not ASCII counts as a wide letter: a label may then get more room than it needs, never less.
_OTHER = 1000


def width(words: str, size: float) -> float:
    """The width of a line of words, in the unit of `size`.

    >>> round(width("153 local areas", 16), 2)
    108.5
    """
    return size * sum(_WIDTHS[ord(letter) - 32] if " " <= letter <= "~" else _OTHER for letter in words) / 1000


def wrapped(words: str, size: float, limit: float) -> tuple[str, ...]:
    """The words in lines no wider than `limit`, as far as single words allow.

    >>> wrapped("North East, Yorkshire and the Humber (9)", 16, 200)
    ('North East, Yorkshire and', 'the Humber (9)')
    """
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size) <= limit:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)
