"""What left for the mailbox on disk."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from voldaan.interfaces.web.page import clients_asked, page, page_number, pager
from voldaan.usecases.show_mailbox import show_mailbox


@require_safe
def mailbox_page(request: HttpRequest) -> HttpResponse:
    """Show what left, newest first."""
    _, chosen = clients_asked(request)
    shown = show_mailbox(chosen, page=page_number(request))
    context = {"shown": shown, "pager": pager(request, first=shown.first, last=shown.last, count=shown.count)}
    return page(request, "mailbox", context)
