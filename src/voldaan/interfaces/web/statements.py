"""The statement of account of one debtor at the desk: shown, taken as a file, or mailed."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from voldaan.interfaces.web import clock
from voldaan.interfaces.web.acts import asked_day, done, now
from voldaan.interfaces.web.headers import LETTER_POLICY
from voldaan.interfaces.web.notices import Notice
from voldaan.interfaces.web.page import client_or_404, language_of, page
from voldaan.interfaces.web.texts import texts_in
from voldaan.usecases.make_statement import CannotReply, NotFound, Statement, make_statement, write_statement
from voldaan.usecases.show_account import show_card

_TYPES = {
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@require_safe
def statement_page(request: HttpRequest, key: str, number: str) -> HttpResponse:
    """Show what a statement would tell, or serve it as a file."""
    client, today = client_or_404(key), clock.today()
    last = _day(request, "tot") or today
    statement, refused = None, ""
    try:
        card, _ = show_card(client, number, today=today)
    except NotFound as missing:
        raise Http404(str(missing)) from None
    try:
        statement = make_statement(client, number, first_day=_day(request, "van"), last_day=last, on=today)
    except CannotReply as refusal:
        refused = str(refusal)
    asked = request.GET.get("bestand", "")
    if asked in _TYPES and statement is not None:
        return _file(statement, asked)
    context = {"card": card, "told": statement, "refused": refused, "last": last, "today": today}
    return page(request, "statement", context)


@require_POST
def send(request: HttpRequest, key: str, number: str) -> HttpResponse:
    """Write the statement to the debtor, and approve it."""
    client, texts = client_or_404(key), texts_in(language_of(request))

    def act() -> Notice:
        sent = write_statement(
            client,
            number,
            first_day=asked_day(request, "van"),
            last_day=asked_day(request, "tot") or clock.today(),
            approve=True,
            **now(),
        )
        return Notice(
            text=texts["statement_sent" if sent.approved else "statement_written"].format(to=sent.to)
        )

    return done(request, act, reverse("desk:account", args=[key, number]))


def _day(request: HttpRequest, field: str) -> date | None:
    try:
        return date.fromisoformat(request.GET.get(field, ""))
    except ValueError:
        return None


def _file(statement: Statement, ending: str) -> HttpResponse:
    name, content = next(one for one in statement.files if one[0].endswith(f".{ending}"))
    kind = "inline" if ending == "pdf" else "attachment"
    headers = {
        "Content-Type": _TYPES[ending],
        "Content-Disposition": f'{kind}; filename="{name}"',
        "Content-Security-Policy": LETTER_POLICY,
    }
    return HttpResponse(content, headers=headers)
