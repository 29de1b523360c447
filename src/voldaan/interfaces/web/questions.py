"""The questions that wait for a person."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from voldaan.interfaces.web import clock
from voldaan.interfaces.web.amount_field import cents_in
from voldaan.interfaces.web.page import address_with, clients_asked, language_of, page, page_number, pager
from voldaan.interfaces.web.question_cards import IN_A_LIST, WHOLE, cards
from voldaan.interfaces.web.sentences import questions_sentence
from voldaan.usecases.show_questions import Sought, show_questions

PARKED = "geparkeerd"
BYTES_MAX = 100_000
"""A list that would weigh more shows less of each question."""


@require_safe
def questions_page(request: HttpRequest) -> HttpResponse:
    """Show what a person must answer: each question with the ways to place its money."""
    known, chosen = clients_asked(request)
    language, sought = language_of(request), _sought(request)
    shown = show_questions(chosen, sought, page=page_number(request))
    context = {
        "clients": known,
        "asked": request.GET.get("opdrachtgever", ""),
        "shown": shown,
        "sought": sought,
        "waiting_address": address_with(request, toon=None, bladzijde=None, vraag=None),
        "parked_address": address_with(request, toon=PARKED, bladzijde=None, vraag=None),
        "all_address": address_with(request, zoek=None, bladzijde=None, vraag=None),
        "after_answer": address_with(request, vraag=None),
        "several": len(chosen) > 1,
        "today": clock.today(),
        "sentence": questions_sentence(shown.waiting, language),
        "pager": pager(request, first=shown.first, last=shown.last, count=shown.count),
    }
    fullnesses = (WHOLE,) if sought.only is not None else IN_A_LIST
    drawn = (
        page(request, "questions", context | {"cards": cards(shown.rows, language, fullness)})
        for fullness in fullnesses[:-1]
    )
    fitting = next((answer for answer in drawn if len(answer.content) < BYTES_MAX), None)
    return fitting or page(
        request, "questions", context | {"cards": cards(shown.rows, language, fullnesses[-1])}
    )


def _sought(request: HttpRequest) -> Sought:
    """Return what the filters ask for. What can be read as an amount is one."""
    search, only = request.GET.get("zoek", "").strip()[:100], request.GET.get("vraag", "")
    try:
        cents = cents_in(search, language_of(request)) if search else None
    except ValueError:
        cents = None
    return Sought(
        on=clock.today(),
        parked=request.GET.get("toon") == PARKED,
        search=search,
        cents=cents,
        only=int(only) if only.isascii() and only.isdigit() and len(only) <= 15 else None,
    )
