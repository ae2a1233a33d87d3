"""Which words are English as written in Britain. Loads the word list once, and only when a workbook is spelled."""

import gzip
import pkgutil
import re
from functools import cache

from areasend.check.workbook.wordlists import word_list, word_pairs

# -ise is house style; these are the words that end in -ize by nature and never in -ise.
_NATURAL_IZE = frozenset({"size", "prize", "seize", "maize", "assize", "capsize", "resize", "downsize", "outsize"})
_IZE = re.compile(r"(?P<stem>\w{3,})(?P<z>iz)(?P<ending>e|ed|es|er|ers|ing|ation|ations|ational|able)")
_ISE = re.compile(r"(\w{3,})is(e|ed|es|er|ers|ing|ation|ations|ational|able)")
_YSE = re.compile(r"(\w+l)ys(e|ed|er|ers|ing)")
_OUR = re.compile(
    r"((?:arm|behavi|cand|clam|col|demean|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|neighb|od|parl|ranc|rig|rum|sav"
    r"|splend|tum|val|vap|vig)o)u(r\w*)"
)


@cache
def english_words() -> frozenset[str]:
    """The list pyspellchecker ships, without building its frequency tables: a fifth of the time."""
    packed = pkgutil.get_data("spellchecker", "resources/en.json.gz") or b""
    return frozenset(re.findall(r'"([^"]+)":', gzip.decompress(packed).decode("utf-8")))


class Spelling:
    def __init__(self, words: frozenset[str]) -> None:
        self._own = words | word_list("words.txt")
        self._american = word_pairs("american_spellings.txt")
        self._british = frozenset(self._american.values())
        self._known: dict[str, bool] = {}

    def british(self, word: str) -> str | None:
        """What to write instead of an American spelling; None for any other word."""
        plain = word.casefold().removesuffix("'s")
        if plain in self._own:
            return None
        if plain in self._american:
            return self._american[plain]
        match = _IZE.fullmatch(plain)
        if match is None or _natural(plain) or plain not in english_words():
            return None
        return f"{match['stem']}is{match['ending']}"

    def knows(self, word: str) -> bool:
        plain = word.casefold()
        if plain not in self._known:
            self._known[plain] = self._is_known(plain)
        return self._known[plain]

    def _is_known(self, word: str) -> bool:
        forms = {word, word.removesuffix("'s")}
        if forms & (self._own | self._british) or len(word) == 1:
            return True
        return any(form in english_words() or _american_twin(form) in english_words() for form in forms)


def _natural(word: str) -> bool:
    return any(word in {base, f"{base}s", f"{base}d", f"{base[:-1]}ing", f"{base[:-1]}able"} for base in _NATURAL_IZE)


def _american_twin(word: str) -> str:
    """
    >>> _american_twin("organisations"), _american_twin("analysed")
    ('organizations', 'analyzed')
    """
    if _ISE.fullmatch(word):
        return _ISE.sub(r"\1iz\2", word)
    if _YSE.fullmatch(word):
        return _YSE.sub(r"\1yz\2", word)
    return _OUR.sub(r"\1\2", word) if _OUR.fullmatch(word) else word
