"""What a person does at the desk: each a POST, one use case, and a line about it on the next page."""

from collections.abc import Callable
from datetime import date
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from voldaan.domain.strategy.language import StrategyError
from voldaan.interfaces.web import clock
from voldaan.interfaces.web.notices import Notice
from voldaan.interfaces.web.page import BY, back, client_or_404, language_of
from voldaan.interfaces.web.texts import texts_in
from voldaan.records.finding import NotFound
from voldaan.usecases.agree_payment_plan import CannotAgree
from voldaan.usecases.answer_question import CannotAnswer
from voldaan.usecases.decide_mail import CannotDecide
from voldaan.usecases.end_exception import CannotEndException
from voldaan.usecases.make_exception import CannotMakeException
from voldaan.usecases.open_dispute import CannotDispute, close_dispute, open_dispute
from voldaan.usecases.park_question import CannotPark
from voldaan.usecases.place_hold import CannotHold, lift_hold, place_hold
from voldaan.usecases.place_mail import CannotPlace
from voldaan.usecases.record_call import CannotRecord
from voldaan.usecases.record_promise import CannotPromise, record_promise
from voldaan.usecases.resolve_message import Answer, CannotResolve, resolve_message
from voldaan.usecases.set_approval import CannotSetApproval
from voldaan.usecases.set_deadline import CannotSetDeadline
from voldaan.usecases.tag_account import CannotTag
from voldaan.usecases.undo_match import CannotUndo
from voldaan.usecases.write_off import CannotWriteOff
from voldaan.usecases.write_reply import CannotReply

_REFUSALS = (
    NotFound,
    CannotHold,
    CannotDispute,
    CannotPromise,
    CannotResolve,
    CannotAnswer,
    CannotPark,
    CannotUndo,
    CannotMakeException,
    CannotEndException,
    StrategyError,
    CannotTag,
    CannotSetApproval,
    CannotSetDeadline,
    CannotWriteOff,
    CannotAgree,
    CannotDecide,
    CannotPlace,
    CannotRecord,
    CannotReply,
)


class Unclear(ValueError):
    """A form lacks something, with a Dutch sentence that says what."""


@require_POST
def resolve(request: HttpRequest, key: str, uuid: object) -> HttpResponse:
    """Write down what became of a message."""
    client, texts = client_or_404(key), texts_in(language_of(request))
    outcome = request.POST.get("uitkomst", "")

    def act() -> Notice:
        if f"resolved_{outcome}" not in texts:
            raise Unclear("Kies wat er met het bericht is gebeurd.")
        resolve_message(client, str(uuid), answer=cast("Answer", outcome), **now())
        return Notice(text=texts[f"resolved_{outcome}"])

    return done(request, act, reverse("desk:message", args=[key, uuid]))


@require_POST
def hold(request: HttpRequest, key: str, number: str) -> HttpResponse:
    """Put an account on hold; the way back lifts it."""
    client, texts = client_or_404(key), texts_in(language_of(request))

    def act() -> Notice:
        last_day = asked_day(request, "tot")
        placed = place_hold(
            client,
            number,
            reason=request.POST.get("reden", ""),
            last_day=last_day,
            note=request.POST.get("toelichting", ""),
            **now() | {"on": asked_day(request, "vanaf") or clock.today()},
        )
        return Notice(
            text=" ".join([texts["held"].format(debtor=number), *placed.lines(language_of(request))]),
            undo_url=reverse("desk:lift", args=[key, number]),
            undo_label=texts["undo"],
            undo_fields={"blokkade": str(placed.id)},
        )

    return done(request, act, _account(key, number))


@require_POST
def lift(request: HttpRequest, key: str, number: str) -> HttpResponse:
    """End a hold."""
    client, texts = client_or_404(key), texts_in(language_of(request))

    def act() -> Notice:
        lift_hold(client, whole(request, "blokkade"), **now())
        return Notice(text=texts["lifted"].format(debtor=number))

    return done(request, act, _account(key, number))


@require_POST
def promise(request: HttpRequest, key: str, number: str) -> HttpResponse:
    """Write down a promise to pay."""
    client, texts = client_or_404(key), texts_in(language_of(request))

    def act() -> Notice:
        last_day = asked_day(request, "dag")
        if last_day is None:
            raise Unclear("Vul de dag in waarop de debiteur betaald zal hebben.")
        record_promise(
            client,
            number,
            last_day=last_day,
            invoice=request.POST.get("factuur") or None,
            note=request.POST.get("toelichting", ""),
            **now(),
        )
        return Notice(text=texts["promised"])

    return done(request, act, _account(key, number))


@require_POST
def dispute(request: HttpRequest, key: str, number: str) -> HttpResponse:
    """Open a dispute of an invoice."""
    client, texts = client_or_404(key), texts_in(language_of(request))

    def act() -> Notice:
        answer_by, invoice = asked_day(request, "dag"), request.POST.get("factuur", "")
        if answer_by is None or not request.POST.get("wie", "").strip():
            raise Unclear("Vul in wie dit uitzoekt, en voor welke dag de debiteur antwoord krijgt.")
        open_dispute(
            client,
            invoice,
            owner=request.POST["wie"].strip()[:200],
            answer_by=answer_by,
            note=request.POST.get("toelichting", ""),
            **now(),
        )
        url = reverse("desk:settle_dispute", args=[key, number])
        fields = {"factuur": invoice, "afloop": "vergissing"}
        text = texts["disputed"].format(invoice=invoice)
        return Notice(text=text, undo_url=url, undo_label=texts["undo"], undo_fields=fields)

    return done(request, act, _account(key, number))


@require_POST
def settle_dispute(request: HttpRequest, key: str, number: str) -> HttpResponse:
    """End the dispute of an invoice."""
    client, texts = client_or_404(key), texts_in(language_of(request))

    def act() -> Notice:
        invoice = request.POST.get("factuur", "")
        outcome = request.POST.get("afloop", "").strip() or "opgelost"
        close_dispute(client, invoice, outcome=outcome, **now())
        return Notice(text=texts["dispute_closed"].format(invoice=invoice))

    return done(request, act, _account(key, number))


def done(request: HttpRequest, act: Callable[[], Notice], otherwise: str) -> HttpResponse:
    """Act and go back with a line that says what was done, or why it was not."""
    try:
        notice = act()
    except (*_REFUSALS, Unclear) as refusal:
        notice = Notice(text=str(refusal), refused=True)
    return back(request, otherwise, notice)


def now() -> dict[str, Any]:
    """Return when something is done and who does it, as use cases ask for it."""
    return {"on": clock.today(), "at": clock.now(), "by": BY}


def _account(key: str, number: str) -> str:
    return reverse("desk:account", args=[key, number])


def asked_day(request: HttpRequest, field: str) -> date | None:
    """Return the day in a field; None where it is empty."""
    text = request.POST.get(field, "").strip()
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise Unclear(f"{text!r} is geen dag. Schrijf een dag als 2026-11-23.") from None


def whole(request: HttpRequest, field: str) -> int:
    """Return the whole number in a field that a form sends along by itself."""
    text = request.POST.get(field, "")
    if not (text.isascii() and text.isdigit() and len(text) <= 15):
        raise Unclear(f"Het formulier is niet volledig: {field} ontbreekt. Laad de bladzijde opnieuw.")
    return int(text)
