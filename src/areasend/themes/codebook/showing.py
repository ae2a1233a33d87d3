"""One version of the codebook to read in a terminal or by a program, and what a version changed."""

import textwrap
from collections.abc import Iterable, Iterator
from typing import Any

from areasend.themes.codebook.model import Codebook, CodebookChange, Example, Theme

_WIDTH = 100


def codebook_text(codebook: Codebook) -> str:
    """The version as a coder reads it."""
    lines = [f"{codebook.title}: version {codebook.version}, valid from {codebook.valid_from}"]
    lines += _wrapped(codebook.source)
    lines += ["", *_wrapped(f"What is coded: {codebook.unit}")]
    lines += ["", "Rules for all themes", *_listed(codebook.rules)] if codebook.rules else []
    for theme in codebook.themes:
        lines += ["", *_theme(theme)]
    lines += ["", "More examples", *_listed(map(_example, codebook.examples))] if codebook.examples else []
    return "\n".join(lines) + "\n"


def codebook_to_json(codebook: Codebook) -> dict[str, Any]:
    """The version as plain values, under the names of its file."""
    return {
        "title": codebook.title,
        "version": codebook.version,
        "valid_from": codebook.valid_from.isoformat(),
        "source": codebook.source,
        "unit": codebook.unit,
        "rules": list(codebook.rules),
        "theme": [
            {
                "key": theme.key,
                "name": theme.name,
                "definition": theme.definition,
                "includes": list(theme.includes),
                "excludes": list(theme.excludes),
                "terms": list(theme.terms),
                "sub_theme": [{"key": sub_theme.key, "name": sub_theme.name} for sub_theme in theme.sub_themes],
                "example": _examples_to_json(theme.examples),
            }
            for theme in codebook.themes
        ],
        "example": _examples_to_json(codebook.examples),
        "change": [change_to_json(change) for change in codebook.changes],
    }


def change_to_json(change: CodebookChange) -> dict[str, Any]:
    return {
        "kind": change.kind.value,
        "themes": list(change.themes),
        "into": list(change.into),
        "widens": change.widens,
        "reason": change.reason,
    }


def change_text(change: CodebookChange) -> str:
    """A change in one line, such as `merge information, governance into steering`."""
    themes = f" {', '.join(change.themes)}" if change.themes else ""
    into = (" into " if themes else " ") + ", ".join(change.into) if change.into else ""
    widens = " (takes in more)" if change.widens else ""
    return f"{change.kind}{themes}{into}{widens}: {change.reason}"


def _theme(theme: Theme) -> Iterator[str]:
    yield f"{theme.name} ({theme.key})"
    yield from _wrapped(theme.definition, indent="  ")
    yield from _part("Includes", theme.includes)
    yield from _part("Leaves out", theme.excludes)
    yield from _part("Sub-themes", (f"{sub_theme.name} ({sub_theme.key})" for sub_theme in theme.sub_themes))
    yield from _part("Examples", map(_example, theme.examples))


def _part(title: str, entries: Iterable[str]) -> Iterator[str]:
    listed = _listed(entries, indent="    ")
    if listed:
        yield f"  {title}"
        yield from listed


def _example(example: Example) -> str:
    return f"{example.text} -> {', '.join(example.themes) or 'no theme'}"


def _listed(entries: Iterable[str], indent: str = "  ") -> list[str]:
    return [
        line
        for entry in entries
        for line in textwrap.wrap(
            entry, _WIDTH, initial_indent=f"{indent}- ", subsequent_indent=f"{indent}  ", break_on_hyphens=False
        )
    ]


def _wrapped(text: str, indent: str = "") -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)


def _examples_to_json(examples: Iterable[Example]) -> list[dict[str, Any]]:
    return [{"text": example.text, "themes": list(example.themes)} for example in examples]


__all__ = ["change_text", "change_to_json", "codebook_text", "codebook_to_json"]
