"""Sentences nobody ever wrote: words of this project's own, put together from a seed, with the marks real prose has."""

import tomllib
from pathlib import Path
from random import Random

WORDS: dict[str, list[str]] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
BREAKS = {entry.replace("|", ""): tuple(entry.split("|")) for entry in WORDS["broken"]}
LONG = sorted(BREAKS)


def sentence(rng: Random) -> str:
    """A whole sentence, from a capital to its full stop."""
    if rng.random() < 0.1:
        return _any(rng, "odd")
    words = f"{_any(rng, 'who')} {_any(rng, 'does')} {_object(rng)}"
    if rng.random() < 0.7:
        words += f" {_any(rng, 'where')}"
    if rng.random() < 0.5:
        words += f", {_any(rng, 'so')}" if rng.random() < 0.5 else f" {_any(rng, 'so')}"
    if rng.random() < 0.2:
        words = f"{_any(rng, 'links')} {words[0].lower() if not words.startswith('A ') else 'a'}{words[1:]}"
    return words + "."


def demand(rng: Random) -> str:
    """A sentence of the kind that asks for something."""
    words = (
        f"{_any(rng, 'leaders')} {rng.choice(('should', 'must', 'need to', 'should urgently'))} {_any(rng, 'ought')}"
    )
    words += f" {_object(rng)}"
    if rng.random() < 0.6:
        words += f" {_any(rng, 'where')}"
    return words + (f", {_any(rng, 'so')}." if rng.random() < 0.6 else ".")


def clause(rng: Random) -> str:
    """A bullet's words: no capital, no full stop."""
    words = f"{_any(rng, 'ought')} {_object(rng)} {_any(rng, 'where')}"
    if rng.random() < 0.3:
        words += f", {_any(rng, 'so')}"
    return words


def sentences(rng: Random, least: int, most: int) -> str:
    return " ".join(sentence(rng) for _ in range(rng.randint(least, most)))


def person(rng: Random) -> str:
    family = _any(rng, "family")
    return f"{_any(rng, 'first')} {family}"


def _object(rng: Random) -> str:
    long_word = rng.choice(LONG)
    match rng.randint(0, 3):
        case 0:
            return f"{_any(rng, 'how')} {_any(rng, 'what')}"
        case 1:
            return f"{_any(rng, 'how')} {long_word} and {_any(rng, 'what')}"
        case 2:
            return f"{_any(rng, 'what')}, {long_word} and {_any(rng, 'how')} {_any(rng, 'what')}"
        case _:
            return f"the {_any(rng, 'how')} {_any(rng, 'what')} of {long_word}"


def _any(rng: Random, kind: str) -> str:
    return rng.choice(WORDS[kind])
