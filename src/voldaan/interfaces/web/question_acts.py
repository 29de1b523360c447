"""What a person answers at the desk about money: each a POST, one use case, and a line with the way back."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.views.decorators.http import require_POST

from voldaan.domain.money import format_euro
from voldaan.domain.workdays import format_day
from voldaan.interfaces.web import clock
from voldaan.interfaces.web.acts import Unclear, asked_day, done, now
from voldaan.interfaces.web.amount_field import cents_in
from voldaan.interfaces.web.notices import Notice
from voldaan.interfaces.web.page import client_or_404, language_of
from voldaan.interfaces.web.sentences import Language
from voldaan.interfaces.web.texts import texts_in
from voldaan.usecases.answer_question import Answered, answer_question
from voldaan.usecases.park_question import park_question
from voldaan.usecases.undo_match import redo_match, undo_match
from voldaan.usecases.unpark_question import unpark_question

AMOUNT_FOR = "bedrag:"
"""Before the number of an invoice, in the name of the field that says how much it gets."""

PARKED_DAYS = 7
"""How long a question is parked where nobody says until when."""

Fields = Callable[[QueryDict, Language], dict[str, Any]]
"""What a form says, as the use case asks for it."""


@require_POST
def answer(request: HttpRequest, key: str, question: int) -> HttpResponse:
    """Answer a question about money or a list. What was said of a payment has a way back."""
    client, language = client_or_404(key), language_of(request)
    texts = texts_in(language)

    def act() -> Notice:
        said = request.POST.get("antwoord", "")
        if said not in _ANSWERS:
            raise Unclear("Kies een antwoord op de vraag.")
        fields = _ANSWERS[said](request.POST, language)
        given = answer_question(client, question, **fields, **now())
        notice = Notice(text=_told(given, said, language))
        payment = request.POST.get("betaling", "")
        if not payment.isascii() or not payment.isdigit():
            return notice
        url = reverse("desk:undo_match", args=[key, payment])
        return replace(notice, undo_url=url, undo_label=texts["undo"])

    return done(request, act, reverse("desk:questions"))


@require_POST
def park(request: HttpRequest, key: str, question: int) -> HttpResponse:
    """Put a question apart until a day, or bring it back where that day is today."""
    client, language = client_or_404(key), language_of(request)
    texts = texts_in(language)

    def act() -> Notice:
        if "terughalen" in request.POST:
            unpark_question(client, question, **now())
            return Notice(text=texts["unparked"])
        until = asked_day(request, "tot") or clock.today() + timedelta(days=PARKED_DAYS)
        park_question(client, question, until=until, because=request.POST.get("reden", ""), **now())
        return Notice(
            text=texts["parked"].format(day=format_day(until, language, long=False)),
            undo_url=reverse("desk:park", args=[key, question]),
            undo_label=texts["undo"],
            undo_fields={"terughalen": "1"},
        )

    return done(request, act, reverse("desk:questions"))


@require_POST
def undo(request: HttpRequest, key: str, payment: int) -> HttpResponse:
    """Take back what a payment was matched with; the way back places it again."""
    client, texts = client_or_404(key), texts_in(language_of(request))

    def act() -> Notice:
        undo_match(client, payment, **now())
        url = reverse("desk:redo_match", args=[key, payment])
        return Notice(text=texts["undone"], undo_url=url, undo_label=texts["redo"])

    return done(request, act, reverse("desk:questions"))


@require_POST
def redo(request: HttpRequest, key: str, payment: int) -> HttpResponse:
    """Place a payment again as it was before it was undone."""
    client, texts = client_or_404(key), texts_in(language_of(request))

    def act() -> Notice:
        redo_match(client, payment, **now())
        return Notice(text=texts["redone"])

    return done(request, act, reverse("desk:questions"))


def _accept(form: QueryDict, language: Language) -> dict[str, Any]:
    """Return what it means to accept: the way that was chosen, or the only one that there is."""
    way = form.get("manier", "")
    if way.startswith("D:"):
        return {"answer": "ACCEPT", "debtor": way.removeprefix("D:"), **_differences(form)}
    if not (way.isascii() and way.isdigit() and len(way) <= 5):
        raise Unclear(
            "Kies eerst een manier, verdeel het geld zelf, of zeg dat het niet van een debiteur is."
        )
    return {"answer": "ACCEPT", "way": int(way), **_differences(form)}


def _split(form: QueryDict, language: Language) -> dict[str, Any]:
    parts = tuple(_parts(form, language))
    if not parts:
        raise Unclear("Vul bij ten minste een factuur een bedrag in.")
    return {"answer": "ACCEPT", "allocations": parts, **_differences(form)}


def _parts(form: QueryDict, language: Language) -> Iterator[tuple[str, int]]:
    """Yield the invoices that get something; an empty field is nothing."""
    named = [name for name in form if name.startswith(AMOUNT_FOR)]
    typed = [(name.removeprefix(AMOUNT_FOR), form.get(name, "")) for name in named]
    typed.append((form.get("andere", "").strip(), form.get("andere_bedrag", "")))
    for number, text in typed:
        if not text.strip():
            continue
        if not number:
            raise Unclear(f"Schrijf voor welke factuur {text.strip()} is.")
        try:
            cents = cents_in(text, language)
        except ValueError:
            raise Unclear(f"{text.strip()!r} is geen bedrag. Schrijf een bedrag als 1250,00.") from None
        if cents:
            yield number, cents


def _differences(form: QueryDict) -> dict[str, Any]:
    """Return what becomes of too little and of too much."""
    return {"write_off": "vervalt" in form, "rest": "keep" if form.get("rest") == "keep" else "refund"}


def _alone(answer: str) -> Fields:
    """Return an answer that needs nothing beside it."""
    return lambda form, language: {"answer": answer}


_ANSWERS: dict[str, Fields] = {
    "ACCEPT": _accept,
    "SPLIT": _split,
    "LIST_IS_RIGHT": _alone("ACCEPT"),
    "NOT_OURS": _alone("NOT_OURS"),
    "SEND_BACK": _alone("SEND_BACK"),
}


def _told(given: Answered, said: str, language: Language) -> str:
    """Return what an answer did, in words."""
    texts = texts_in(language)
    if not given.allocations:
        return texts.get(f"answered_{said}", texts["answered"])
    told = [texts["accepted"].format(placed=_listed(given.allocations, language))]
    if given.written_off:
        told.append(texts["written_off"].format(placed=_listed(given.written_off, language)))
    for name, cents in (("set_aside_cents", given.set_aside_cents), ("kept_cents", given.kept_cents)):
        if cents:
            told.append(texts[name].format(amount=format_euro(cents, language)))
    return " ".join(told)


def _listed(parts: Iterable[tuple[str, int]], language: Language) -> str:
    return ", ".join(f"{number} ({format_euro(cents, language)})" for number, cents in parts)
