"""Asking a client first: the lists, one list with its answers, and the same as a file."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from voldaan.interfaces.web import clock
from voldaan.interfaces.web.client_check_words import (
    check_sentence,
    checks_sentence,
    done_sentence,
    standing_words,
)
from voldaan.interfaces.web.notices import Notice
from voldaan.interfaces.web.page import (
    BY,
    back,
    client_or_404,
    clients_asked,
    language_of,
    page,
    page_number,
    pager,
)
from voldaan.interfaces.web.texts import texts_in
from voldaan.records.models import Client
from voldaan.usecases.answer_client_check import SAYS, CannotAnswerCheck, answer_client_check
from voldaan.usecases.settle_invoice import CannotSettle
from voldaan.usecases.show_client_checks import (
    Check,
    CheckItemRow,
    NotFound,
    as_csv,
    show_client_check,
    show_client_checks,
)

FIELD = "f"
"""How the name of the field of an invoice begins; its place on the list follows."""


@require_safe
def checks_page(request: HttpRequest) -> HttpResponse:
    """Show the lists of every client, the newest first, and how each stands."""
    known, chosen = clients_asked(request)
    language, on = language_of(request), clock.today()
    shown = show_client_checks(chosen, on=on, page=page_number(request))
    context = {
        "clients": known,
        "asked": request.GET.get("opdrachtgever", ""),
        "shown": shown,
        "rows": [(row, standing_words(row, on, language), row.waits(on)) for row in shown.rows],
        "sentence": checks_sentence(shown.waiting, language),
        "pager": pager(request, first=shown.first, last=shown.last, count=shown.count),
    }
    return page(request, "client_checks", context)


@require_safe
def check_page(request: HttpRequest, key: str, check: int) -> HttpResponse:
    """Show one list: each invoice with what the client can say of it, or has said."""
    client, language = client_or_404(key), language_of(request)
    shown = _check_or_404(client, check, page=page_number(request))
    open_now = [item for item in shown.items if _can_be_answered(item)]
    context = {
        "client": client,
        "check": shown.row,
        "items": [(item, _can_be_answered(item), _standing(item)) for item in shown.items],
        "says": SAYS,
        "button": _button(open_now, texts_in(language)),
        "open_now": len(open_now),
        "sentence": check_sentence(shown, clock.today(), language),
        "today": clock.today(),
        "pager": pager(request, first=shown.first, last=shown.last, count=shown.row.count),
    }
    return page(request, "client_check", context)


@require_safe
def check_file(request: HttpRequest, key: str, check: int) -> HttpResponse:
    """Serve a list as a file for a spreadsheet, to hand to the client."""
    shown = _check_or_404(client_or_404(key), check)
    answer = HttpResponse(as_csv(shown, language_of(request)), content_type="text/csv; charset=utf-8")
    name = f"navraag-{shown.row.client}-{shown.row.made_on.isoformat()}-{shown.row.id}.csv"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@require_POST
def answer(request: HttpRequest, key: str, check: int) -> HttpResponse:
    """Take what the client says of the invoices that were shown; of the others nothing is said."""
    client, language = client_or_404(key), language_of(request)
    here = reverse("desk:client_check", args=[key, check])
    shown = _check_or_404(client, check)
    fields = {f"{FIELD}{item.id}": item.number for item in shown.items}
    said = {
        fields[name]: value
        for name, value in request.POST.items()
        if name in fields and isinstance(value, str)
    }
    try:
        done = answer_client_check(
            client,
            check,
            said,
            answered_by=request.POST.get("wie", ""),
            rest_goes=False,
            note=request.POST.get("toelichting", ""),
            on=clock.today(),
            at=clock.now(),
            by=BY,
        )
    except (NotFound, CannotAnswerCheck, CannotSettle) as refusal:
        return back(request, here, Notice(text=str(refusal), refused=True))
    return back(request, here, Notice(text=done_sentence(done, language, texts_in(language))))


def _check_or_404(client: Client, check: int, *, page: int | None = None) -> Check:
    try:
        return show_client_check(client, check, page=page)
    except NotFound as missing:
        raise Http404(str(missing)) from None


def _button(open_now: list[CheckItemRow], texts: dict[str, str]) -> str:
    """Return what the button of the list says: to take answers in, or where each has one, to change them."""
    if all(item.answer for item in open_now):
        return texts["check_change"]
    return texts["check_take_one" if len(open_now) == 1 else "check_take"].format(count=len(open_now))


def _can_be_answered(item: CheckItemRow) -> bool:
    """Test if the client can still say something of an invoice here."""
    is_open = item.open_cents > 0 and not item.withdrawn and not item.handed_over
    return is_open and item.answer in ("", "GO")


def _standing(item: CheckItemRow) -> str:
    """Return the name of the text that says what became of an invoice meanwhile."""
    if item.withdrawn:
        return "check_withdrawn"
    if item.handed_over:
        return "check_handed_over"
    return "" if item.open_cents or item.answer == "PAID" else "check_settled"
