"""Text from a document, made safe to look at: what is not seen, or changes how the rest is seen, is spelled out."""

import re
import unicodedata

# Accents stand on a letter in threes at most; more are a tower over the lines around it.
_MOST_ACCENTS = 3
_ACCENTS = ("Mn", "Me")
_SEPARATORS = ("Zl", "Zp")
_CUT = " […] "
# Part of a word where a text is cut, unless it is all that is left.
_WORD_BEGUN, _WORD_ENDED = re.compile(r"(?<=\S) \S*$"), re.compile(r"^\S* (?=\S)")
# Where a statement's lines part: at its own line ends and before its bullets.
_LINE_ENDS = re.compile(r"\s*\n\s*|\s+(?=• )")


def visible(text: str) -> str:
    """The text in one line; control, direction, private and invisible characters stand there as their code points.

    >>> visible("a\\u202eb\\tc")
    'a<U+202E>b c'
    """
    shown, accents = [], 0
    for character in " ".join(text.split()):
        category = unicodedata.category(character)
        accents = accents + 1 if category in _ACCENTS else 0
        hidden = category.startswith("C") or category in _SEPARATORS or accents > _MOST_ACCENTS
        shown.append(f"<U+{ord(character):04X}>" if hidden else character)
    return "".join(shown)


def quoted(text: str, most: int) -> str:
    """The same; of a long text the beginning and the end, which are what a person compares.

    >>> quoted("one two three four five six", 15)
    'one two […] six'
    """
    whole = visible(text)
    if len(whole) <= most:
        return whole
    last = (most - len(_CUT)) // 3
    first = most - len(_CUT) - last
    # One character more tells whether the cut is between words.
    beginning = _WORD_BEGUN.sub("", whole[: first + 1])[:first]
    end = _WORD_ENDED.sub("", whole[-last - 1 :])[-last:]
    return f"{beginning}{_CUT}{end}"


def lines_of(text: str) -> tuple[str, ...]:
    """A statement in its lines: each bullet starts one."""
    return tuple(visible(line) for line in _LINE_ENDS.split(text.strip()) if line.strip())
