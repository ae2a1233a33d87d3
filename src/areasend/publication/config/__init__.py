"""`release.toml`: what a producer says of a release, and of how it is published. Read strictly, every fault at once."""

from areasend.publication.config.model import (
    LONDON,
    CalendarEntry,
    CalendarState,
    Contact,
    Correction,
    EarlierAppearance,
    Exemption,
    PreReleaseAccess,
    ReleaseConfig,
    Rule,
)
from areasend.publication.config.reading import packaged_config_bytes, read_config

__all__ = [
    "LONDON",
    "CalendarEntry",
    "CalendarState",
    "Contact",
    "Correction",
    "EarlierAppearance",
    "Exemption",
    "PreReleaseAccess",
    "ReleaseConfig",
    "Rule",
    "packaged_config_bytes",
    "read_config",
]
