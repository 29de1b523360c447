"""What a person decides otherwise at the desk: each a POST, one use case, and a line with the way back."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from voldaan.domain.strategy.words import exception_words
from voldaan.domain.workdays import format_day
from voldaan.interfaces.web import clock
from voldaan.interfaces.web.acts import Unclear, asked_day, done, now, whole
from voldaan.interfaces.web.notices import Notice
from voldaan.interfaces.web.page import client_or_404, language_of, page
from voldaan.interfaces.web.sentences import Language
from voldaan.interfaces.web.sentences_exceptions import client_exception_choices
from voldaan.interfaces.web.texts import texts_in
from voldaan.usecases.end_exception import end_exception
from voldaan.usecases.known_strategies import known_keys
from voldaan.usecases.make_exception import ExceptionMade, Wish, make_exception
from voldaan.usecases.show_exceptions import show_at_desk
from voldaan.usecases.understand_exception import REMARKS

CLIENT_ROWS_MAX = 100
"""How many exceptions of single debtors one page holds."""


@require_safe
def client_page(request: HttpRequest, key: str) -> HttpResponse:
    """Show the exceptions of a client, and the form that makes one for the whole of it."""
    client, language = client_or_404(key), language_of(request)
    first_day, rows = show_at_desk(client, today=clock.today())
    of_debtors = [row for row in rows if row.debtor]
    context = {
        "client": client,
        "sentence": texts_in(language)["exceptions_sentence"].format(client=client.name),
        "whole": [row for row in rows if not row.debtor],
        "of_debtors": of_debtors[:CLIENT_ROWS_MAX],
        "left": max(0, len(of_debtors) - CLIENT_ROWS_MAX),
        "first_day": first_day,
        "exception_choices": client_exception_choices(known_keys(), language),
    }
    return page(request, "client_exceptions", context)


@require_POST
def make(request: HttpRequest, key: str, number: str = "") -> HttpResponse:
    """Make an exception for an account, one of its invoices or a whole client; the way back ends it."""
    client, language = client_or_404(key), language_of(request)
    texts = texts_in(language)

    def act() -> Notice:
        kind, _, value = request.POST.get("wat", "").partition(":")
        if not kind:
            raise Unclear("Kies wat er anders gaat.")
        on = asked_day(request, "vanaf") or clock.today()
        wish = Wish(
            kind=kind, value=value, reason=request.POST.get("reden", ""), last_day=asked_day(request, "tot")
        )
        invoice = request.POST.get("factuur") or None
        made = make_exception(client, wish, debtor=number or None, invoice=invoice, **now() | {"on": on})
        notice = Notice(text=_told(made, language))
        if len(made) != 1:
            return notice
        fields = {"uitzondering": str(made[0].id), "vanaf": on.isoformat()}
        url = reverse("desk:end_exception", args=[key])
        return Notice(text=notice.text, undo_url=url, undo_label=texts["undo"], undo_fields=fields)

    here = (
        reverse("desk:account", args=[key, number])
        if number
        else reverse("desk:client_exceptions", args=[key])
    )
    return done(request, act, here)


@require_POST
def end(request: HttpRequest, key: str) -> HttpResponse:
    """End an exception."""
    client, texts = client_or_404(key), texts_in(language_of(request))

    def act() -> Notice:
        on = asked_day(request, "vanaf") or clock.today()
        end_exception(client, whole(request, "uitzondering"), **now() | {"on": on})
        return Notice(text=texts["exception_ended"])

    return done(request, act, reverse("desk:today"))


def _told(made: tuple[ExceptionMade, ...], language: Language) -> str:
    """Return what was made, which strategy the account follows, and what a person should know."""
    texts = texts_in(language)
    lines = []
    for one in made:
        what = exception_words(one.kind, one.value, language)
        day = format_day(one.first_day, language, long=False)
        of = f"{one.invoice}: " if one.invoice else ""
        lines.append(texts["exception_made"].format(day=day, what=f"{of}{what}"))
    first = made[0]
    if first.strategy and first.kind != "STRATEGY":
        lines.append(texts["exception_follows"].format(name=first.strategy))
    lines += [REMARKS[one.remark][language == "en"] for one in made[:1] if one.remark]
    return " ".join(lines)
