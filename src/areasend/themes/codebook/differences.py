"""What differs between two versions of the codebook, and whether the declared changes account for exactly that."""

from itertools import chain

from areasend.themes.codebook.declared import Declared, check_declared
from areasend.themes.codebook.model import Codebook, Theme
from areasend.themes.errors import CodingFault


def check_changes(before: Codebook, after: Codebook, faults: list[CodingFault]) -> None:
    """Every fault of the changes that `after` declares against `before`."""
    declared = Declared(before, after)
    check_declared(declared)
    if after.valid_from < before.valid_from:
        rule = f"version {after.version} is valid from an earlier day than version {before.version}"
        remedy = f"Write {before.valid_from} or a later day"
        declared.fault("valid_from", rule, remedy, value=after.valid_from.isoformat())
    for key in before.keys:
        if key not in after.keys and key not in declared.moved:
            rule = f"the theme {key} is gone, and no change says what became of it"
            declared.fault("theme", rule, "Add a [[change]] of kind merge, split or delete")
    for theme in after.themes:
        if theme.key in before.keys:
            _check_name(declared, before.theme(theme.key), theme)
        else:
            _check_origin(declared, theme)
        _check_rule(declared, theme)
    if declared.general and not declared.redefined:
        remedy = "Add a [[change]] of kind redefine that names every theme whose codings they may touch"
        declared.fault("rules", "the rules for all themes, or the unit, differ and no theme is redefined", remedy)
    faults += declared.faults


def _check_origin(declared: Declared, theme: Theme) -> None:
    """A theme that the version before did not have is added, or made of others."""
    added = theme.key in declared.added
    made = bool(declared.merged_into(theme.key)) or theme.key in declared.split_into
    if not (added or made):
        rule = f"the theme {theme.key} is new, and no change says where it comes from"
        declared.fault("theme", rule, "Add a [[change]] of kind add, merge or split with it under into")
    if added and made:
        rule = f"the theme {theme.key} is added, and also made of others"
        declared.fault("change", rule, "Keep the merge or split, and remove the add")


def _check_name(declared: Declared, before: Theme, after: Theme) -> None:
    renamed = after.key in declared.renamed
    if before.name != after.name and not renamed:
        rule = f"the theme {after.key} has another name than in the version before"
        declared.fault("theme", rule, "Add a [[change]] of kind rename", value=after.name)
    if before.name == after.name and renamed:
        rule = f"the theme {after.key} is said to be renamed, and has the name it had"
        declared.fault("change", rule, "Remove it from the change", value=after.name)


def _check_rule(declared: Declared, theme: Theme) -> None:
    """A theme is redefined where its rule is another, and only there."""
    redefined = theme.key in declared.redefined
    merged = declared.merged_into(theme.key)
    changed = not _is_union(declared, theme, merged) if merged else _has_changed(declared, theme)
    if changed and not redefined:
        remedy = "Add a [[change]] of kind redefine, with widens = true where the theme takes in what it did not"
        if merged:
            remedy = f"Include all that {', '.join(each.key for each in merged)} included, and no more. Or: {remedy}"
        declared.fault("theme", f"the theme {theme.key} has another rule than in the version before", remedy)
    may_be = changed or merged or declared.general or theme.key in declared.split_into
    if redefined and not may_be and theme.key in declared.before.keys:
        rule = f"the theme {theme.key} is said to be redefined, and its rule is the one it had"
        declared.fault("change", rule, "Remove it from the change")


def _has_changed(declared: Declared, theme: Theme) -> bool:
    """Whether codings that had this theme beyond doubt may no longer have it, or others may."""
    if theme.key not in declared.before.keys or theme.key in declared.moved:
        return False  # new, or a part that keeps the key: whoever may have it is asked anyway
    before = declared.before.theme(theme.key)
    if theme.key in declared.split_into:  # a part of another theme comes to it: it must keep what it had
        return not (set(before.includes) <= set(theme.includes) and set(theme.excludes) <= set(before.excludes))
    return before.rule != theme.rule


def _is_union(declared: Declared, theme: Theme, merged: list[Theme]) -> bool:
    """Whether a theme is these together: it includes what they include, and leaves out no more than they do."""
    includes = set(chain.from_iterable(each.includes for each in merged))
    excludes = set(chain.from_iterable(each.excludes for each in merged))
    more = set(theme.includes) > includes and theme.key in declared.split_into  # a part of yet another comes to it
    return (set(theme.includes) == includes or more) and set(theme.excludes) <= excludes


__all__ = ["check_changes"]
