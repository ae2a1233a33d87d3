"""A plan as one HTML file: how good it is, then every inspection by month with its reason.

The file needs nothing beside it and runs nothing: its style stands in it, and its own policy lets nothing else in.
"""

import base64
import hashlib
from collections.abc import Callable
from functools import lru_cache
from importlib.resources import files
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from areasend.formats import component, page_environment
from areasend.programme.secrecy import MARKING
from areasend.programme.writing.as_text import UNOFFICIAL, headline
from areasend.programme.writing.wording import counted, day_words, month_words

if TYPE_CHECKING:  # the door of planning loads OR-Tools
    from areasend.programme.planning import Plan


def plan_page(plan: "Plan", *, version: str) -> bytes:
    """The page in UTF-8. `version` is that of areasend."""
    style = _packaged("assets/plan.css")
    text = _template()(
        plan=plan,
        verdict="It fits" if plan.fits else "It does not fit",
        warning=component("warning-text", {"text": MARKING, "iconFallbackText": "Warning"}),
        summary=component("summary-list", {"rows": [_summary_row(label, said) for label, said in _summary(plan)]}),
        headline=headline(plan),
        months=[
            (month_words(month), f"month-{month:%Y-%m}", list(items))
            for month, items in groupby(plan.items, key=lambda item: item.monday.replace(day=1))
        ],
        unofficial=UNOFFICIAL,
        version=version,
        style=Markup(style),
        style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
    )
    return text.encode("utf-8", "replace")


def _summary(plan: "Plan") -> list[tuple[str, str]]:
    programme = plan.programme
    return [
        ("Period", f"{day_words(programme.first_day)} to {day_words(programme.last_day)}"),
        ("Teams", ", ".join(team.name for team in programme.teams)),
        ("Planned", f"{counted(len(plan.items), 'inspection')}, of which {len(plan.late):,} late"),
        ("Left", counted(len(plan.left), "inspection")),
        ("Lateness", f"{plan.lateness:,} weighted weeks"),
        ("Lower bound", f"{plan.bound:,} weighted weeks"),
        ("Assumed", ", ".join(programme.is_assumed) or "nothing"),
    ]


def _summary_row(label: str, said: str) -> dict[str, dict[str, str]]:
    return {"key": {"text": label}, "value": {"text": said}}


def _packaged(name: str) -> str:
    return (files("areasend.programme.writing") / name).read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def _template() -> Callable[..., str]:
    environment = page_environment(Path(str(files("areasend.programme.writing") / "templates")))
    environment.filters |= {"day": day_words, "counted": counted}
    return environment.get_template("plan.html.j2").render
