"""One version of the codebook from its TOML: the themes, the rules for all of them, and what changed."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date

from areasend.themes.codebook.model import ChangeKind, Codebook, CodebookChange, Example, SubTheme, Theme
from areasend.themes.codebook.tables import Table

_KEY = re.compile(r"[a-z][a-z0-9_]{0,39}", re.ASCII)


def read_version(table: Table, number: int) -> Codebook:
    """The version in `table`, to be used only where no fault was added: what is wrong is left empty."""
    version = table.integer("version")
    if version != number:
        remedy = f"Write version = {number}, or name the file {version}.toml"
        table.fault("version", rule=f"the file is that of version {number}", remedy=remedy, value=version)
    valid_from = table.day("valid_from")
    themes = tuple(_theme(entry) for entry in table.tables("theme"))
    codebook = Codebook(
        title=table.text("title"),
        version=version,
        valid_from=valid_from or date.min,
        source=table.text("source"),
        unit=table.text("unit"),
        rules=table.texts("rules", needed=False),
        themes=themes,
        examples=tuple(_examples(table)),
        changes=tuple(_change(entry) for entry in table.tables("change", needed=False)),
    )
    if number == 1 and codebook.changes:
        table.fault("change", rule="the first version comes from no other", remedy="Remove the changes")
    table.finish()
    _check(table, codebook)
    return codebook


def _theme(table: Table) -> Theme:
    theme = Theme(
        key=_key(table),
        name=table.text("name"),
        definition=table.text("definition"),
        includes=table.texts("includes"),
        excludes=table.texts("excludes", needed=False),
        sub_themes=tuple(_sub_theme(entry) for entry in table.tables("sub_theme", needed=False)),
        examples=tuple(_examples(table)),
        terms=table.texts("terms", needed=False),
    )
    for number, example in enumerate(theme.examples, 1):
        if theme.key not in example.themes:
            remedy = "Add the theme, or put the example under [[example]] at the end of the file"
            table.fault(f"example[{number}].themes", rule=f"{theme.key} is not among them", remedy=remedy)
    table.finish()
    return theme


def _key(table: Table) -> str:
    key = table.text("key")
    if key and not _KEY.fullmatch(key):
        remedy = "Use a to z, 0 to 9 and _, at most 40, a letter first"
        table.fault("key", rule="the key has other characters than a key can have", remedy=remedy, value=key)
    return key


def _sub_theme(table: Table) -> SubTheme:
    sub_theme = SubTheme(key=_key(table), name=table.text("name"))
    table.finish()
    return sub_theme


def _examples(table: Table) -> Iterable[Example]:
    for entry in table.tables("example", needed=False):
        yield Example(text=entry.text("text"), themes=entry.texts("themes", needed=False))
        entry.finish()


def _change(table: Table) -> CodebookChange:
    word = table.text("kind")
    known = [kind.value for kind in ChangeKind]
    if word and word not in known:
        table.fault("kind", rule="no such kind of change is known", remedy=f"Use one of {', '.join(known)}", value=word)
    change = CodebookChange(
        kind=ChangeKind(word) if word in known else ChangeKind.REDEFINE,
        themes=table.texts("themes", needed=False),
        into=table.texts("into", needed=False),
        reason=table.text("reason"),
        widens=table.flag("widens"),
    )
    table.finish()
    return change


def _check(table: Table, codebook: Codebook) -> None:
    """What no table can tell by itself: keys and names that stand twice, examples with themes that are not there."""
    sub_themes = [sub_theme for theme in codebook.themes for sub_theme in theme.sub_themes]
    examples = [*codebook.examples, *(example for theme in codebook.themes for example in theme.examples)]
    _once(table, "theme", "key", [theme.key for theme in codebook.themes])
    _once(table, "theme", "name", [theme.name.casefold() for theme in codebook.themes])
    _once(table, "sub_theme", "key", [*{theme.key for theme in codebook.themes}, *(entry.key for entry in sub_themes)])
    _once(table, "example", "text", [example.text for example in examples])
    for example in examples:
        for key in example.themes:
            if key and key not in codebook.keys:
                remedy = f"Use themes of this version: {', '.join(codebook.keys)}"
                table.fault(
                    "example",
                    rule=f"the example has an unknown theme {key}",
                    remedy=remedy,
                    value=example.text,
                )


def _once(table: Table, place: str, what: str, values: list[str]) -> None:
    for value, times in sorted(Counter(values).items()):
        if value and times > 1:
            rule = f"the {what} stands {times} times"
            table.fault(place, rule=rule, remedy=f"Give each {place} a {what} of its own", value=value)


__all__ = ["read_version"]
