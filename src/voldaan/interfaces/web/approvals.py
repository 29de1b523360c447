"""Approving at the desk, and who agrees to a client's messages."""

from collections import defaultdict
from typing import Final
from urllib.parse import quote, unquote

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from voldaan.interfaces.web.acts import Unclear, done, now
from voldaan.interfaces.web.notices import Notice
from voldaan.interfaces.web.page import BY, back, client_or_404, language_of, page
from voldaan.interfaces.web.sentences import Language
from voldaan.interfaces.web.texts import texts_in
from voldaan.interfaces.web.words import words
from voldaan.records.approvals import PEOPLE
from voldaan.records.models import Client
from voldaan.usecases.approve_messages import Approved, LeftOut, approve_messages
from voldaan.usecases.set_approval import STAGES, set_approval, show_approvals

NAME_COOKIE: Final = "desk_name"
NAME_CHARACTERS_MAX: Final = 60
LEFT_OUT_SHOWN: Final = 10
"""So many of those that could not be approved are named; of the rest the number is told."""
_YEAR: Final = 365 * 86_400


@require_POST
def approve(request: HttpRequest) -> HttpResponse:
    """Approve one message, or all of a list that was shown: one use case a client."""
    texts, one = texts_in(language_of(request)), request.POST.get("een", "")
    named: dict[str, list[str]] = defaultdict(list)
    for pair in [one] if one else request.POST.getlist("alle"):
        key, _, uuid = pair.partition("/")
        named[key].append(uuid)
    name = " ".join(request.POST.get("naam", "").split())[:NAME_CHARACTERS_MAX]
    if "naam" in request.POST and not name:
        return back(request, reverse("desk:today"), Notice(text=texts["approve_needs_name"], refused=True))
    who = now() | ({"by": f"{BY}: {name}"} if name else {})
    clients = [(client_or_404(key), uuids) for key, uuids in sorted(named.items())]
    found = [approve_messages(client, uuids=uuids, named=bool(name), **who) for client, uuids in clients]
    left_out = [
        _left_out(client, row, language_of(request))
        for (client, _), each in zip(clients, found, strict=True)
        for row in each.left_out
    ]
    together = Approved(
        approved=sum(each.approved for each in found),
        first=sum(each.first for each in found),
        same_person=sum(each.same_person for each in found),
        unnamed=sum(each.unnamed for each in found),
    )
    response = back(request, reverse("desk:today"), _told(together, one, left_out, texts))
    if name:
        # A header has only signs of Latin-1, and names have all.
        response.set_cookie(NAME_COOKIE, quote(name), max_age=_YEAR, httponly=True, samesite="Strict")
    return response


def name_of(request: HttpRequest) -> str:
    """Return the name that was given with an approval before, for the field that asks for it."""
    return unquote(request.COOKIES.get(NAME_COOKIE, ""))[:NAME_CHARACTERS_MAX]


def _left_out(client: Client, row: LeftOut, language: Language) -> str:
    """Return of a message that could not be approved whose it is, and why."""
    texts = texts_in(language)
    if not row.state:
        return texts["approve_not_there"].format(client=client.name, number=row.number)
    told = texts["approve_already" if row.was_approved else "approve_left_out"]
    return told.format(name=row.name, number=row.number, state=words("state", row.state, language))


def _told(done: Approved, one: str, left_out: list[str], texts: dict[str, str]) -> Notice:
    told = []
    if done.approved:
        told.append(
            texts["approved_one" if done.approved == 1 else "approved_many"].format(count=done.approved)
        )
    if done.first:
        told.append(texts["first_one" if done.first == 1 else "first_many"].format(count=done.first))
    if done.same_person:
        told.append(texts["approved_by_same"])
    if done.unnamed:
        told.append(texts["approve_unnamed" if told else "approve_needs_name"])
    told += left_out[:LEFT_OUT_SHOWN]
    if len(left_out) > LEFT_OUT_SHOWN:
        told.append(texts["approve_more_left_out"].format(count=len(left_out) - LEFT_OUT_SHOWN))
    if not told:
        return Notice(text=texts["approved_none"], refused=True)
    text = " ".join(told)
    if not one or not done.approved:
        return Notice(text=text, refused=not (done.approved or done.first))
    key, _, uuid = one.partition("/")
    url = reverse("desk:resolve", args=[key, uuid])
    return Notice(
        text=text, undo_url=url, undo_label=texts["undo_approve"], undo_fields={"uitkomst": "SET_ASIDE"}
    )


@require_safe
def approvals_page(request: HttpRequest, key: str) -> HttpResponse:
    """Show who agrees to the messages of a client, and the form that changes it."""
    client, language = client_or_404(key), language_of(request)
    found, texts = show_approvals(client), texts_in(language)
    stages = [
        {"key": stage, "words": words("stage", stage, language), "now": found.of_stages.get(stage, "")}
        for stage in STAGES
    ]
    ways = [(way, texts[f"approval_{way}"], texts[f"approval_{way}_help"]) for way in PEOPLE]
    context = {
        "client": client,
        "sentence": texts["approvals_sentence"].format(client=client.name),
        "whole": found.whole,
        "stages": stages,
        "ways": ways,
    }
    return page(request, "approvals", context)


@require_POST
def set_approvals(request: HttpRequest, key: str) -> HttpResponse:
    """Write down who agrees, for all stages and for each that differs."""
    client, texts = client_or_404(key), texts_in(language_of(request))

    def act() -> Notice:
        whole = request.POST.get("alle", "")
        if whole not in PEOPLE:
            raise Unclear(texts["approvals_unclear"])
        set_approval(client, whole, **now())
        for stage in STAGES:
            if stage in request.POST:
                set_approval(client, request.POST[stage], stage=stage, **now())
        return Notice(text=texts["approvals_kept"].format(client=client.name))

    return done(request, act, reverse("desk:approvals", args=[key]))
