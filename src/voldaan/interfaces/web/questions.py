"""The questions that wait for a person."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from voldaan.interfaces.web.page import clients_asked, language_of, page, page_number, pager
from voldaan.interfaces.web.sentences import questions_sentence
from voldaan.usecases.show_questions import show_questions


@require_safe
def questions_page(request: HttpRequest) -> HttpResponse:
    """Show what a person must answer, each with its candidates."""
    known, chosen = clients_asked(request)
    shown = show_questions(chosen, page=page_number(request))
    context = {
        "clients": known,
        "asked": request.GET.get("opdrachtgever", ""),
        "questions": shown.rows,
        "sentence": questions_sentence(shown.count, language_of(request)),
        "pager": pager(request, first=shown.first, last=shown.last, count=shown.count),
    }
    return page(request, "questions", context)
