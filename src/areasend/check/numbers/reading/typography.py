"""The same text in one typography, letter for letter, so that a place in the one is the same place in the other."""

from typing import Final

_SPACES: Final = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_NOTHING: Final = "\t\n\v\f\r\u0085\u2028\u2029\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079"
_DASHES: Final = "\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d"

_PLAIN: Final = (
    {ord(letter): ord(letter.lower()) for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
    | {ord(space): 0xA0 for space in _SPACES}
    | {ord(nothing): ord(" ") for nothing in _NOTHING}
    | {ord(dash): ord("-") for dash in _DASHES}
    | {ord(quote): ord("'") for quote in "\u2018\u2019\u201b\u02bc"}
    | {ord(quote): ord('"') for quote in "\u201c\u201d\u201f\u00ab\u00bb"}
)


def plain(text: str) -> str:
    """Small letters, one kind of quotation mark and dash, every rare space a non-breaking one, superscripts blank.

    Has as many characters as `text`. The em dash stays: it separates, where the others join.
    """
    return text.translate(_PLAIN)
