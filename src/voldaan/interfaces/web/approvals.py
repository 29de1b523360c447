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
from voldaan.interfaces.web.texts import texts_in
from voldaan.interfaces.web.words import words
from voldaan.records.approvals import PEOPLE
from voldaan.records.finding import NotFound
from voldaan.usecases.approve_messages import Approved, approve_messages
from voldaan.usecases.set_approval import STAGES, set_approval, show_approvals

NAME_COOKIE: Final = "desk_name"
NAME_CHARACTERS_MAX: Final = 60
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
    try:
        found = [approve_messages(client, uuids=uuids, named=bool(name), **who) for client, uuids in clients]
    except NotFound as missing:
        return back(request, reverse("desk:today"), Notice(text=str(missing), refused=True))
    together = Approved(
        approved=sum(each.approved for each in found),
        first=sum(each.first for each in found),
        same_person=sum(each.same_person for each in found),
        unnamed=sum(each.unnamed for each in found),
    )
    response = back(request, reverse("desk:today"), _told(together, one, texts))
    if name:
        # A header has only signs of Latin-1, and names have all.
        response.set_cookie(NAME_COOKIE, quote(name), max_age=_YEAR, httponly=True, samesite="Strict")
    return response


def name_of(request: HttpRequest) -> str:
    """Return the name that was given with an approval before, for the field that asks for it."""
    return unquote(request.COOKIES.get(NAME_COOKIE, ""))[:NAME_CHARACTERS_MAX]


def _told(done: Approved, one: str, texts: dict[str, str]) -> Notice:
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
