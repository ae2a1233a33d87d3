"""The pages by their addresses: a request in, an answer out. Nothing here knows sockets."""

from collections.abc import Callable
from http import HTTPStatus
from urllib.parse import parse_qs, quote, unquote

from areasend.formats import FormatsError
from areasend.themes.errors import CodingInvalid, ThemesError
from areasend.themes.serving.assets import assets
from areasend.themes.serving.desk import Changed, CoderLocked, Desk, Stopped
from areasend.themes.serving.exchange import Refused, Reply, Request, page, see_other
from areasend.themes.serving.filled import Filled, Slip, choice_of, filled_from, filled_in
from areasend.themes.serving.guard import LONGEST_BODY, START, Guard
from areasend.themes.serving.pages import Pages
from areasend.themes.serving.work import State, Task, Work
from areasend.themes.suggestions import Suggestions

_READ = ("GET", "HEAD")
# Far more than the page's own form has; a body of a thousand fields is none of ours.
_MOST_FIELDS = 500


class CodingSite:
    """Answers every request of one coder. What it raises is a bug."""

    def __init__(self, desk: Desk, guard: Guard, pages: Pages, suggestions: Suggestions | None = None) -> None:
        self._desk, self._guard, self._pages = desk, guard, pages
        self._suggestions = {} if suggestions is None else suggestions.statements

    def answer(self, request: Request) -> Reply:
        try:
            return self._checked(request)
        except Refused as refused:
            return self.refusal(refused)
        except CodingInvalid as error:
            # Without the values found: a fault may lie in another coder's file.
            where = "; ".join(f"{fault.file}: {fault.rule}" for fault in error.faults)
            return self.refusal(_unreadable(where))
        except OSError as error:
            return self.refusal(_unreadable(str(error)))

    def refusal(self, refused: Refused) -> Reply:
        """The plain page for what cannot be answered otherwise."""
        reply = page(self._pages.refusal(refused), refused.status)
        return Reply(status=reply.status, content=reply.content, headers={**reply.headers, **refused.headers})

    def _checked(self, request: Request) -> Reply:
        self._guard.check_host(request)
        for asset in assets().values():
            if request.path == asset.address:
                _only(request, *_READ)
                caching = {"Cache-Control": "private, max-age=31536000, immutable"}
                return Reply(
                    status=HTTPStatus.OK, content=asset.content, headers={"Content-Type": asset.type, **caching}
                )
        if request.path == START:
            _only(request, *_READ)
            return self._guard.let_in(request)
        self._guard.check_known(request)
        return self._routed(request)

    def _routed(self, request: Request) -> Reply:
        parts = [unquote(part) for part in request.path.split("/")[1:]]
        plain: dict[tuple[str, ...], Callable[[Request], Reply]] = {
            ("",): self._overview,
            ("next",): self._next,
            ("done",): self._done,
        }
        if tuple(parts) in plain:
            _only(request, *_READ)
            return plain[tuple(parts)](request)
        if len(parts) == 2 and parts[0] == "statements":
            return self._statement(request, parts[1])
        raise _not_found()

    def _overview(self, request: Request) -> Reply:
        work, shown = self._desk.work(), request.asked("show")
        if shown not in ("", *State) or not (request.asked("page") or "1").isdecimal():
            raise _not_found()
        drawn = self._pages.overview(work, shown, int(request.asked("page") or "1"))
        if drawn is None:
            raise _not_found()
        return page(drawn)

    def _next(self, _: Request) -> Reply:
        return see_other(_where(self._desk.work().next_open()))

    def _done(self, request: Request) -> Reply:
        work = self._desk.work()
        return page(self._pages.done(work, self._task_named(work, request.asked("saved"))))

    def _statement(self, request: Request, statement_id: str) -> Reply:
        _only(request, *_READ, "POST")
        if request.method == "POST":
            return self._filled_in(request, statement_id)
        work = self._desk.work()
        task = _task(work, statement_id)
        saved = self._task_named(work, request.asked("saved"))
        return page(self._drawn(work, task, filled_from(task, work.codebook), saved=saved))

    def _task_named(self, work: Work, statement_id: str) -> Task | None:
        """The statement that was just saved: it is told only if the folder says so too."""
        task = work.task(statement_id)
        return task if task is not None and task.decision is not None else None

    def _drawn(
        self,
        work: Work,
        task: Task,
        filled: Filled,
        *,
        saved: Task | None = None,
        slips: tuple[Slip, ...] = (),
        leave: str = "",
        changed: bool = False,
    ) -> str:
        return self._pages.statement(
            work,
            task,
            filled,
            token=self._guard.form_token,
            suggested=self._suggestions.get(task.statement.id, ()),
            saved=saved,
            slips=slips,
            leave=leave,
            changed=changed,
        )

    def _filled_in(self, request: Request, statement_id: str) -> Reply:
        self._guard.check_origin(request)
        fields = _fields(request)
        self._guard.check_token(fields.get("token", [""])[0])
        work = self._desk.work()
        task = _task(work, statement_id)
        suggested = [found.theme for found in self._suggestions.get(statement_id, ())]
        filled = filled_in(fields, work.codebook, suggested, task)
        go = fields.get("go", ["save"])[0]
        if go in ("skip", "previous"):
            to = _where(work.after(task) if go == "skip" else work.before(task), "/")
            if task.may_change and not filled.same_choice(filled_from(task, work.codebook)):
                slip = Slip(text="What you chose for this statement is not saved", control="save")
                return self._again(work, task, filled, slips=(slip,), leave=to)
            return see_other(to)
        return self._save(work, task, filled, fields.get("seen", [""])[0])

    def _save(self, work: Work, task: Task, filled: Filled, seen: str) -> Reply:
        if not task.may_change:
            raise _locked(work.coder.key)
        if seen != task.version:
            return self._again(work, task, filled, changed=True, status=HTTPStatus.CONFLICT)
        choice = choice_of(filled, work.codebook)
        if isinstance(choice, tuple):
            return self._again(work, task, filled, slips=choice)
        statement_id = task.statement.id
        try:
            self._desk.save(statement_id, choice, seen)
        except Changed:
            work = self._desk.work()
            return self._again(work, _task(work, statement_id), filled, changed=True, status=HTTPStatus.CONFLICT)
        except CoderLocked:
            raise _locked(work.coder.key) from None
        except Stopped:
            raise _stopped() from None
        except (FormatsError, OSError, ThemesError) as error:
            slip = Slip(text=f"Not saved: {error}", control="save")
            status = HTTPStatus.CONFLICT if isinstance(error, ThemesError) else HTTPStatus.SERVICE_UNAVAILABLE
            return self._again(work, task, filled, slips=(slip,), status=status)
        following = self._desk.work().next_open(task.number)
        return see_other(f"{_where(following)}?saved={quote(statement_id)}")

    def _again(
        self,
        work: Work,
        task: Task,
        filled: Filled,
        *,
        status: HTTPStatus = HTTPStatus.UNPROCESSABLE_ENTITY,
        slips: tuple[Slip, ...] = (),
        leave: str = "",
        changed: bool = False,
    ) -> Reply:
        """The form as it was sent: nothing of it is saved, nothing of it is lost."""
        return page(self._drawn(work, task, filled, slips=slips, leave=leave, changed=changed), status)


def _where(statement_id: str | None, otherwise: str = "/done") -> str:
    return otherwise if statement_id is None else f"/statements/{quote(statement_id)}"


def _task(work: Work, statement_id: str) -> Task:
    task = work.task(statement_id)
    if task is None:
        raise _not_found()
    return task


def _fields(request: Request) -> dict[str, list[str]]:
    try:
        sent = request.body.decode()
        return parse_qs(
            sent, keep_blank_values=True, strict_parsing=bool(sent), max_num_fields=_MOST_FIELDS, errors="strict"
        )
    except ValueError:
        raise Refused(
            HTTPStatus.BAD_REQUEST,
            "The form that was sent cannot be read",
            "Go back, reload the page, and choose again.",
        ) from None


def _only(request: Request, *methods: str) -> None:
    if request.method not in methods:
        raise method_not_allowed(", ".join(methods))


def method_not_allowed(allowed: str) -> Refused:
    return Refused(
        HTTPStatus.METHOD_NOT_ALLOWED, "This address does not take that", "Open the list of statements.", Allow=allowed
    )


def too_large() -> Refused:
    kib = LONGEST_BODY // 1024
    return Refused(
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        "Not saved: what was sent is too large",
        f"A form has {kib} KiB at most. Go back and shorten the note.",
    )


def _not_found() -> Refused:
    remedy = "If you typed the address, check it. All statements are in the list."
    return Refused(HTTPStatus.NOT_FOUND, "There is no such page", remedy)


def _locked(coder: str) -> Refused:
    return Refused(
        HTTPStatus.CONFLICT,
        "Not saved: your work is locked",
        f"The work of {coder} was locked, here or in another terminal. What was saved before is kept.",
    )


def _stopped() -> Refused:
    return Refused(
        HTTPStatus.SERVICE_UNAVAILABLE,
        "Not saved: the command was stopped",
        "Start areasend themes code again, go back, and save again. Everything that was saved before is kept.",
    )


def _unreadable(why: str) -> Refused:
    return Refused(
        HTTPStatus.SERVICE_UNAVAILABLE,
        "The coding folder cannot be read",
        f"{why}. Nothing was changed. Try again; if it stays so, ask whoever looks after the folder.",
    )


__all__ = ["CodingSite", "method_not_allowed", "too_large"]
