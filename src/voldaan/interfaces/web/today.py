"""The first page: what there is to do, and why."""

from collections.abc import Sequence
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from voldaan.interfaces.web import clock
from voldaan.interfaces.web.approvals import name_of
from voldaan.interfaces.web.client_check_words import checks_sentence, waiting_sentence
from voldaan.interfaces.web.page import (
    Language,
    address_with,
    clients_asked,
    language_of,
    page,
    page_number,
    pager,
)
from voldaan.interfaces.web.sentences import today_sentence, truth_sentence
from voldaan.interfaces.web.sentences_exceptions import whole_client_sentence
from voldaan.interfaces.web.texts import texts_in
from voldaan.records.desk_exceptions import ExceptionRow
from voldaan.records.models import Client
from voldaan.usecases.show_client_checks import waiting_client_checks
from voldaan.usecases.show_today import Group, show_today

GROUPS = {
    "herinneren": "REMIND",
    "vraag": "ASK",
    "overdragen": "HAND_OVER",
    "met-rust": "HOLD",
    "wachten": "WAIT",
}
"""The acts by the word that stands in an address."""

LISTS_NAMED_MAX = 3
"""How many lists that wait for clients have a line each."""

_SLUGS = {act: slug for slug, act in GROUPS.items()}


@require_safe
def today_page(request: HttpRequest) -> HttpResponse:
    """Show the plan of a day by act, or one act a page at a time."""
    known, chosen = clients_asked(request)
    act = GROUPS.get(request.GET.get("groep", ""))
    shown = show_today(chosen, on=_day(request), act=act, page=page_number(request))
    if shown.days is None or shown.counts is None:
        return page(
            request, "empty", {"clients": known, "has_invoices": shown.has_invoices, "day": clock.today()}
        )
    language = language_of(request)
    is_today = shown.days.on == clock.today()
    context = {
        "clients": known,
        "asked": request.GET.get("opdrachtgever", ""),
        "several": len(known) > 1 and len(chosen) != 1,
        "days": shown.days,
        "questions": shown.counts.questions,
        "mails": shown.mails,
        "sentence": today_sentence(
            shown.counts, shown.days.on, language, is_today=is_today, truths=shown.truths, mails=shown.mails
        ),
        "stale": [truth_sentence(one, language) for one in shown.truths if not one.truth.fresh],
        "asked_clients": _asked_clients(chosen, shown.days.on, language),
        "exceptions": [_exception(row, shown.days.on, language) for row in shown.exceptions],
        "replies": shown.replies,
        "groups": [_group(request, group, whole=act is not None) for group in shown.groups],
        "name": name_of(request),
        "act": act,
        "all_acts": address_with(request, groep=None, bladzijde=None),
        "before": shown.days.before
        and address_with(request, op=shown.days.before.isoformat(), bladzijde=None),
        "after": shown.days.after and address_with(request, op=shown.days.after.isoformat(), bladzijde=None),
    }
    return page(request, "today", context)


def _asked_clients(
    chosen: Sequence[Client], on: date, language: Language
) -> list[tuple[str, str, int | None]]:
    """Return a line for each list that waits for a client, with its client and number; many are one line."""
    waiting = waiting_client_checks(chosen, on=on)
    if len(waiting) > LISTS_NAMED_MAX:
        return [(checks_sentence(waiting, language), "", None)]
    return [(waiting_sentence(row, on, language), row.client, row.id) for row in waiting]


def _exception(row: ExceptionRow, on: date, language: Language) -> dict[str, object]:
    """Return what the template shows of an exception of a whole client."""
    sentence = whole_client_sentence(row, language)
    return {"id": row.id, "client": row.client, "sentence": sentence, "ends": min(on, clock.today())}


def _group(request: HttpRequest, group: Group, *, whole: bool) -> dict[str, object]:
    """Return what the template shows of one act."""
    ready = [row for row in group.rows if row.message and row.message.state == "WRITTEN" and not row.held]
    return {
        "act": group.act,
        "explained": texts_in(language_of(request))[f"explain_{group.act}"],
        "count": group.count,
        "rows": group.rows,
        "ready": ready if group.act == "REMIND" else [],
        "asks_name": any(row.message.four_eyes for row in ready if row.message),
        "more": "" if whole or group.last >= group.count else address_with(request, groep=_SLUGS[group.act]),
        "pager": pager(request, first=group.first, last=group.last, count=group.count) if whole else None,
    }


def _day(request: HttpRequest) -> date | None:
    """Return the day that the address asks for."""
    asked = request.GET.get("op") or request.GET.get("on") or ""
    try:
        return date.fromisoformat(asked) if asked else None
    except ValueError:
        raise Http404(f"{asked!r} is geen dag. Schrijf een dag als 2026-11-23.") from None
