"""Codings and adjudications of the records as units, carried to one version of the codebook."""

from collections.abc import Iterable, Sequence

from areasend.register import Adjudication, Coding
from areasend.themes.codebook import CodebookHistory
from areasend.themes.errors import ThemesError
from areasend.themes.units import CodedUnit


def coded_units(
    codings: Iterable[Coding],
    adjudications: Iterable[Adjudication],
    history: CodebookHistory,
    *,
    to: int | None = None,
) -> tuple[CodedUnit, ...]:
    """The units in the order of the codings, with each coder's themes as version `to` (the latest) has them.

    A coding that a change of the codebook reopened is left out until it is decided again, and one made with a version
    after `to` is none yet. A unit whose adjudication was reopened has no codes: what its coders gave was overruled, so
    that it waits until somebody settles it anew. Raises `ThemesError` for a theme or version that is not known.
    """
    last = history.latest.version if to is None else history.version(to).version
    settled = {
        entry.unit_id: _carried(entry.themes, entry.codebook, history, to, entry.unit_id)
        for entry in adjudications
        if to is None or entry.codebook <= last
    }
    waiting = {unit_id for unit_id, themes in settled.items() if themes is None}
    first: dict[str, Coding] = {}
    codes: dict[str, dict[str, tuple[str, ...]]] = {}
    for entry in codings:
        if to is not None and entry.codebook > last:
            continue
        first.setdefault(entry.unit_id, entry)
        themes = _carried(entry.themes, entry.codebook, history, to, entry.coding_id)
        codes.setdefault(entry.unit_id, {}).update({} if themes is None else {str(entry.coder): themes})
    return tuple(
        CodedUnit(
            id=unit_id,
            inspection_id=entry.inspection_id,
            kind=entry.kind.value,
            whole=entry.seq is None,
            codes={} if unit_id in waiting else codes[unit_id],
            adjudicated=settled.get(unit_id),
        )
        for unit_id, entry in first.items()
    )


class CodingsWait(ThemesError):
    """A later version of the codebook reopened codings; what is left without them would lean against its themes."""


def require_decided(codings: Iterable[Coding], adjudications: Iterable[Adjudication], history: CodebookHistory) -> None:
    """Raises `CodingsWait` where a coding was reopened whose unit no adjudication settles.

    A redefined or split theme reopens the units that have it, so that to count the others would count it nowhere.
    """
    stands = {
        entry.unit_id
        for entry in adjudications
        if _carried(entry.themes, entry.codebook, history, None, entry.unit_id) is not None
    }
    made = [entry for entry in codings if entry.unit_id not in stands]
    waiting: dict[str, int] = {}
    for entry in made:
        if _carried(entry.themes, entry.codebook, history, None, entry.coding_id) is None:
            for theme in history.carried(entry.themes, made_with=entry.codebook).reopened:
                waiting[theme] = waiting.get(theme, 0) + 1
    if waiting:
        told = ", ".join(f"{theme} {number}" for theme, number in sorted(waiting.items()))
        raise CodingsWait(
            f"Version {history.latest.version} of the codebook opened codings again that nobody has decided since "
            f"({told}). Counted without them, these themes would seem to stand nowhere. List them with: areasend "
            "themes codebook changes CODEBOOK --records RECORDS --list. Decide them and export again, or give a "
            "codebook without that version."
        )


def _carried(
    themes: Sequence[str], made_with: int, history: CodebookHistory, to: int | None, where: str
) -> tuple[str, ...] | None:
    try:
        carried = history.carried(themes, made_with=made_with, to=to)
    except ThemesError as error:
        raise ThemesError(f"{where}: {error}") from error
    return None if carried.reopened else carried.themes


__all__ = ["CodingsWait", "coded_units", "require_decided"]
