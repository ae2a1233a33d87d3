"""Making a coding folder, and opening one."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from areasend.formats import new_folder, sha256_hex, write_files
from areasend.themes.coding import layout
from areasend.themes.coding.folder import CodingFolder
from areasend.themes.coding.model import NotAllowed
from areasend.themes.coding.opening import read_contents
from areasend.themes.statements import Statement, StatementKind, statements_csv


def new_coding(
    folder: Path,
    statements: Sequence[Statement],
    codebook: Mapping[str, bytes],
    *,
    seed: int,
    kinds: Sequence[StatementKind],
) -> CodingFolder:
    """Makes a coding folder, verified before it has its name. `codebook` are the files of a codebook by name.

    Raises `NotAllowed` without a statement, `CodingInvalid` where a statement or the codebook is not sound, and what
    `formats.new_folder` raises.
    """
    if not statements:
        raise NotAllowed(f"There is no statement of the kinds {', '.join(kinds)}: nothing to code.")
    with new_folder(folder) as staged:
        findings = statements_csv(statements)
        write_files(staged, {f"{layout.CODEBOOK}/{name}": content for name, content in codebook.items()})
        versions = layout.codebook_files(staged / layout.CODEBOOK)
        settings = layout.settings_toml(
            seed=seed,
            kinds=[kind.value for kind in kinds],
            findings_sha256=sha256_hex(findings),
            codebook=max(versions, default=1),
            codebook_sha256=layout.hash_up_to(versions, max(versions, default=1)),
        )
        (staged / layout.CODERS).mkdir()
        write_files(staged, {layout.SETTINGS: settings, layout.STATEMENTS: findings, layout.ADJUDICATIONS: b""})
        read_contents(staged)
    return open_coding(folder)


def open_coding(folder: Path) -> CodingFolder:
    """Opens a coding folder. Raises `CodingInvalid` with every fault of it."""
    return CodingFolder(folder, read_contents(folder))


__all__ = ["new_coding", "open_coding"]
