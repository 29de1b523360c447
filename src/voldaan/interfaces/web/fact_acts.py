"""Facts around an account that a person writes down at the desk: tags, deadlines, how a plan ended, a write-off."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from voldaan.domain.money import format_euro
from voldaan.domain.workdays import format_day
from voldaan.interfaces.web import clock
from voldaan.interfaces.web.acts import Unclear, asked_day, done, now, whole
from voldaan.interfaces.web.notices import Notice
from voldaan.interfaces.web.page import client_or_404, language_of
from voldaan.interfaces.web.texts import texts_in
from voldaan.usecases.agree_payment_plan import PlanOutcome, end_payment_plan
from voldaan.usecases.set_deadline import Interrupted, interrupt_time_bar, set_insurer_day, tell_insurer
from voldaan.usecases.tag_account import tag_account
from voldaan.usecases.write_off import take_back_write_off, write_off


@require_POST
def tag(request: HttpRequest, key: str, number: str) -> HttpResponse:
    """Give an account a tag, or take one."""
    client, texts = client_or_404(key), texts_in(language_of(request))

    def act() -> Notice:
        given, taken = request.POST.get("erbij", ""), request.POST.get("eraf", "")
        add, remove = [given] if given.strip() or not taken else [], [taken] if taken else []
        tag_account(client, number, add=add, remove=remove, **now())
        return Notice(text=texts["tagged"])

    return done(request, act, _account(key, number))


@require_POST
def insurer(request: HttpRequest, key: str, number: str) -> HttpResponse:
    """Write down by which day a credit insurer must hear of an invoice, or that it was told."""
    client, texts = client_or_404(key), texts_in(language_of(request))

    def act() -> Notice:
        invoice, day = request.POST.get("factuur", ""), asked_day(request, "dag")
        if day is None:
            raise Unclear("Vul de dag in.")
        if request.POST.get("gemeld"):
            tell_insurer(client, invoice, told_on=day, **now())
            return Notice(text=texts["insurer_told"])
        set_insurer_day(client, invoice, by_day=day, **now())
        return Notice(text=texts["insurer_set"])

    return done(request, act, _account(key, number))


@require_POST
def interrupt(request: HttpRequest, key: str, number: str) -> HttpResponse:
    """Write down that limitation of an invoice was interrupted."""
    client, language = client_or_404(key), language_of(request)

    def act() -> Notice:
        day = asked_day(request, "dag")
        if day is None:
            raise Unclear("Vul de dag in waarop de verjaring is gestuit.")
        because = cast("Interrupted", request.POST.get("door", ""))
        set_to = interrupt_time_bar(
            client, request.POST.get("factuur", ""), day=day, because=because, **now()
        )
        told = format_day(set_to.time_barred_from, language, long=False)
        return Notice(text=texts_in(language)["time_bar_set"].format(invoice=set_to.invoice, day=told))

    return done(request, act, _account(key, number))


@require_POST
def let_go(request: HttpRequest, key: str, number: str) -> HttpResponse:
    """Write off what is open of an invoice; the way back lets it be owed again."""
    client, language = client_or_404(key), language_of(request)
    texts = texts_in(language)

    def act() -> Notice:
        invoice = request.POST.get("factuur", "")
        if request.POST.get("terugnemen"):
            back = take_back_write_off(client, invoice, **now())
            text = texts["write_off_undone"]
            return Notice(text=text.format(invoice=invoice, cents=format_euro(back.cents, language)))
        gone = write_off(client, invoice, reason=request.POST.get("reden", ""), **now())
        return Notice(
            text=texts["invoice_written_off"].format(
                invoice=invoice, cents=format_euro(gone.cents, language)
            ),
            undo_url=reverse("desk:write_off", args=[key, number]),
            undo_label=texts["undo"],
            undo_fields={"factuur": invoice, "terugnemen": "1"},
        )

    return done(request, act, _account(key, number))


@require_POST
def end_plan(request: HttpRequest, key: str, number: str) -> HttpResponse:
    """End a payment plan: kept, broken or withdrawn."""
    client, texts = client_or_404(key), texts_in(language_of(request))

    def act() -> Notice:
        outcome = cast("PlanOutcome", request.POST.get("afloop", ""))
        on = asked_day(request, "vanaf") or clock.today()
        end_payment_plan(client, whole(request, "regeling"), outcome=outcome, **now() | {"on": on})
        return Notice(text=texts["plan_ended"])

    return done(request, act, _account(key, number))


def _account(key: str, number: str) -> str:
    return reverse("desk:account", args=[key, number])
