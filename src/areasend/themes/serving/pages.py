"""The pages as HTML: the list of statements, one statement with its form and the codebook, the end, and refusals."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import quote

from areasend.formats import component, page_environment
from areasend.themes.serving import shown
from areasend.themes.serving.assets import assets
from areasend.themes.serving.exchange import Refused
from areasend.themes.serving.filled import Filled, Slip
from areasend.themes.serving.work import State, Task, Work
from areasend.themes.suggestions import Suggestion

_ON_A_PAGE = 100


class Pages:
    """Draws what it is given. `lock_command` is what the coder types when all is done."""

    def __init__(self, *, lock_command: str, version: str) -> None:
        self._lock_command, self._version = lock_command, version

    def overview(self, work: Work, chosen: str, number: int) -> str | None:
        """The statements in one state, or all; None for a page of the list that there is not."""
        states = work.states
        fitting = [statement_id for statement_id in work.order if chosen in ("", states[statement_id])]
        pages = max(1, -(-len(fitting) // _ON_A_PAGE))
        if not 1 <= number <= pages:
            return None
        listed = fitting[(number - 1) * _ON_A_PAGE : number * _ON_A_PAGE]
        counts = {state: sum(held is state for held in states.values()) for state in State}
        return self._drawn(
            "overview",
            "Statements to code",
            work=work,
            chosen=chosen,
            number=number,
            counts=counts,
            items=[self._item(work, statement_id) for statement_id in listed],
            pagination=_pagination(chosen, number, pages),
            next_open=work.next_open(),
        )

    def statement(
        self,
        work: Work,
        task: Task,
        filled: Filled,
        *,
        token: str,
        suggested: Sequence[Suggestion] = (),
        saved: Task | None = None,
        slips: Sequence[Slip] = (),
        leave: str = "",
        changed: bool = False,
    ) -> str:
        """One statement with its form as it is filled. `leave` is where the coder was going with choices not saved."""
        title = f"Statement {task.number} of {len(work.order)}"
        return self._drawn(
            "statement",
            f"Error: {title}" if slips or changed else title,
            heading=title,
            work=work,
            task=task,
            filled=filled,
            token=token,
            suggested=[found for found in suggested if found.theme in work.codebook.keys],
            saved=saved,
            slips=slips,
            leave=leave,
            changed=changed,
            text=shown.text_of(task.statement),
            reopened=shown.reopened(task, work),
            is_first=work.before(task) is None,
        )

    def done(self, work: Work, saved: Task | None) -> str:
        """What comes next. It is no error to come here early: the page says what is left."""
        return self._drawn("done", _done_title(work), work=work, saved=saved, lock_command=self._lock_command)

    def refusal(self, refused: Refused) -> str:
        """Knows nothing of the folder: it may be what cannot be read."""
        return self._drawn("refusal", refused.title, work=None, refused=refused)

    def _item(self, work: Work, statement_id: str) -> dict[str, Any]:
        task = work.task(statement_id)
        assert task is not None, "the order names statements of the folder"
        statement = task.statement
        place = f"{statement.local_area}, {shown.KINDS[statement.kind].lower()}"
        given = f". You chose: {shown.decided_text(task, work.history)}" if task.decision else ""
        return {
            "title": {"text": f"{task.number}. {shown.beginning_of(statement)}"},
            "href": f"/statements/{quote(statement_id)}",
            "hint": {"text": f"{place}{given}"},
            "status": {"tag": {"text": shown.STATES[task.state], "classes": shown.TAGS[task.state]}},
        }

    def _drawn(self, template: str, title: str, **context: Any) -> str:
        return _template(template)(
            title=title, version=self._version, govuk=component, assets=assets(), shown=shown, **context
        )


def _done_title(work: Work) -> str:
    if work.coder.locked is not None:
        return "Your work is locked"
    if work.to_do:
        return "Not every statement is decided yet"
    return "Every statement is decided" if work.done == len(work.order) else "Nothing is left to decide"


def _pagination(chosen: str, number: int, pages: int) -> dict[str, Any] | None:
    """The Design System's pagination, with every page of the list named."""
    if pages == 1:
        return None
    address = f"/?show={chosen}&page=" if chosen else "/?page="
    found: dict[str, Any] = {
        "items": [
            {"number": page, "href": f"{address}{page}", "current": page == number} for page in range(1, pages + 1)
        ]
    }
    if number > 1:
        found["previous"] = {"href": f"{address}{number - 1}"}
    if number < pages:
        found["next"] = {"href": f"{address}{number + 1}"}
    return found


@lru_cache
def _template(name: str) -> Callable[..., str]:
    environment = page_environment(Path(str(files("areasend.themes.serving") / "templates")))
    return environment.get_template(f"{name}.html.j2").render


__all__ = ["Pages"]
