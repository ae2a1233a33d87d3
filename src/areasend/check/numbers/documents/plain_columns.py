"""The header of a table that has lost its borders, cut into its columns, if there is one way to do it.

A header "Region Good Not good Total" over rows with three numbers has four columns. Cuts are tried where a column may
begin: at phrases that are known, at every word, at words with a capital letter. What fits in no way stays whole.
"""

from collections.abc import Collection, Sequence

_JOINING = frozenset({"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "per", "the", "to", "with"})


def cuts(words: Sequence[str], count: int, known: Collection[str] = ()) -> tuple[int, ...] | None:
    """The places of the first words of `count` columns, the first of them 0; None if no way gives just so many."""
    if not 0 < count <= len(words):
        return None
    if len(words) == count:
        return tuple(range(count))
    fixed, inner = _known(words, known)
    for starts in (_capitals(words), _without_acronyms(words), _runs(words)):
        chosen = tuple(sorted((starts - inner) | fixed | {0}))
        if len(chosen) == count:
            return chosen
    return None


def _capitals(words: Sequence[str]) -> set[int]:
    """Words with a capital letter or a digit that do not hang on the word before: "East of England" is one."""
    return {
        place
        for place, word in enumerate(words)
        if place and (_bare(word)[:1].isupper() or _bare(word)[:1].isdigit() or word in ("%", "(%)"))
        if words[place - 1].lower() not in _JOINING and words[place - 1] not in ("&", "-", "–")
    } - {place for place, word in enumerate(words) if word == "(%)"}


def _without_acronyms(words: Sequence[str]) -> set[int]:
    return {place for place in _capitals(words) if len(words[place]) < 2 or not _bare(words[place]).isupper()}


def _runs(words: Sequence[str]) -> set[int]:
    """Only the first of several capitals in a row begins a column: "Ofsted Region"."""
    capitals = _capitals(words) | ({0} if words[0][:1].isupper() else set())
    return {place for place in capitals if place - 1 not in capitals}


def _known(words: Sequence[str], known: Collection[str]) -> tuple[set[int], set[int]]:
    """Where known phrases begin and end, and the places inside, where nothing does; the longest wins."""
    phrases: dict[str, list[list[str]]] = {}
    for phrase in sorted(known, key=lambda entry: (-len(entry), entry)):
        parts = [_bare(word).lower() for word in phrase.split()]
        if parts:
            phrases.setdefault(parts[0], []).append(parts)
    plain = [_bare(word).lower() for word in words]
    fixed: set[int] = set()
    inner: set[int] = set()
    place = 0
    while place < len(plain):
        found = next(
            (parts for parts in phrases.get(plain[place], ()) if plain[place : place + len(parts)] == parts), None
        )
        if found is None:
            place += 1
            continue
        fixed |= {place, place + len(found)} - {len(plain)}
        inner |= set(range(place + 1, place + len(found)))
        place += len(found)
    return fixed, inner


def _bare(word: str) -> str:
    return word.strip("()[]‘’“”'\",.:;*")
