"""What every page of the desk shares: its language, its clients, the notice of what was just done."""

from collections.abc import Mapping
from typing import Any, Literal
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme

from voldaan.interfaces.web import notices
from voldaan.interfaces.web.notices import Notice
from voldaan.interfaces.web.texts import texts_in
from voldaan.records.models import Client
from voldaan.records.scope import UnknownClient, client_by_key, clients
from voldaan.usecases.show_call_list import count_calls

Language = Literal["nl", "en"]
LANGUAGE_COOKIE = "django_language"
BY = "desk"
"""Who acts, for the chain of events. There is no sign-in yet: the desk is for one installation."""


def language_of(request: HttpRequest) -> Language:
    """Return the language of a page: the one asked for, else the reader's."""
    asked = request.GET.get("taal") or getattr(request, "LANGUAGE_CODE", "nl")
    return "en" if str(asked).startswith("en") else "nl"


def page(
    request: HttpRequest, template: str, context: Mapping[str, Any], *, status: int = 200
) -> HttpResponse:
    """Return a page of the desk in the reader's language."""
    language, notice = language_of(request), notices.take(request)
    shared = {
        "t": texts_in(language),
        "language": language,
        "other_language": address_with(request, taal="nl" if language == "en" else "en"),
        "notice": notice,
        "calls_waiting": lambda: count_calls(clients()),
        "here": request.get_full_path(),
    }
    response = render(request, f"desk/{template}.html", {**shared, **context}, status=status)
    response.headers["Content-Language"] = language
    if notice:
        notices.forget(response)
    if request.GET.get("taal") in ("nl", "en"):
        response.set_cookie(LANGUAGE_COOKIE, language, max_age=365 * 86_400, samesite="Lax")
    return response


def back(request: HttpRequest, otherwise: str, notice: Notice) -> HttpResponse:
    """Return to where a form was, with a line about what was done."""
    asked = request.POST.get("terug", "")
    ours = url_has_allowed_host_and_scheme(asked, allowed_hosts=None) and asked.startswith("/")
    response = HttpResponseRedirect(asked if ours else otherwise)
    notices.leave(response, notice)
    return response


def address_with(request: HttpRequest, **changes: str | int | None) -> str:
    """Return the address of this page with other filters. None leaves a filter out."""
    kept = {key: value for key, value in request.GET.items() if key not in changes}
    asked = kept | {key: str(value) for key, value in changes.items() if value is not None}
    return f"{request.path}?{urlencode(asked)}" if asked else request.path


def client_or_404(key: str) -> Client:
    """Return the client with this key, or answer that there is no such page, naming no other client."""
    try:
        return client_by_key(key)
    except UnknownClient:
        raise Http404(f"Er is geen opdrachtgever {key!r}.") from None


def clients_asked(request: HttpRequest) -> tuple[list[Client], list[Client]]:
    """Return all clients, and those that the filter asks for."""
    known, key = clients(), request.GET.get("opdrachtgever", "")
    return known, [client for client in known if client.key == key] if key else known


def page_number(request: HttpRequest) -> int:
    """Return which page of a list is asked for; 1 where that makes no sense."""
    asked = request.GET.get("bladzijde", "1")
    return int(asked) if asked.isascii() and asked.isdigit() and int(asked[:6]) > 0 else 1


def pager(request: HttpRequest, *, first: int, last: int, count: int) -> dict[str, Any]:
    """Return what stands under a list: which part is shown, and the pages beside it."""
    number = page_number(request)
    return {
        "first": first + 1,
        "last": last,
        "count": count,
        "before": address_with(request, bladzijde=number - 1 if number > 2 else None) if number > 1 else "",
        "after": address_with(request, bladzijde=number + 1) if last < count else "",
    }
