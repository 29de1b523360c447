"""What a person decides otherwise at the desk: each a POST, one use case, and a line with the way back."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from voldaan.domain.strategy.words import exception_words
from voldaan.domain.workdays import format_day
from voldaan.interfaces.web import clock
from voldaan.interfaces.web.acts import Unclear, asked_day, done, now, whole
from voldaan.interfaces.web.notices import Notice
from voldaan.interfaces.web.page import client_or_404, language_of
from voldaan.interfaces.web.sentences import Language
from voldaan.interfaces.web.texts import texts_in
from voldaan.usecases.end_exception import end_exception
from voldaan.usecases.make_exception import ExceptionMade, Wish, make_exception
from voldaan.usecases.understand_exception import REMARKS


@require_POST
def make(request: HttpRequest, key: str, number: str) -> HttpResponse:
    """Make an exception for an account or one of its invoices; the way back ends it."""
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
        made = make_exception(client, wish, debtor=number, invoice=invoice, **now() | {"on": on})
        notice = Notice(text=_told(made, language))
        if len(made) != 1:
            return notice
        fields = {"uitzondering": str(made[0].id), "vanaf": on.isoformat()}
        url = reverse("desk:end_exception", args=[key])
        return Notice(text=notice.text, undo_url=url, undo_label=texts["undo"], undo_fields=fields)

    return done(request, act, reverse("desk:account", args=[key, number]))


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
