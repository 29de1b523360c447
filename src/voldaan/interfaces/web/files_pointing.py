"""A list whose titles we do not know: which row is its header, and what kind of list it is."""

from django.http import HttpRequest, HttpResponse

from voldaan.formats.lists.mapping import KINDS
from voldaan.formats.lists.proposals_asked import UnknownTitles
from voldaan.formats.source import Source
from voldaan.interfaces.web.page import language_of, page
from voldaan.interfaces.web.texts import texts_in
from voldaan.records.models import Client
from voldaan.usecases.keep_upload import Upload
from voldaan.usecases.propose_mapping import rows_to_point_at


def pointing_page(
    request: HttpRequest, client: Client, upload: Upload, source: Source, refusal: UnknownTitles, *, back: str
) -> HttpResponse:
    """Ask for the header and the kind of a list; both are asked again where what was said does not help."""
    texts = texts_in(language_of(request))
    sheet, rows = rows_to_point_at(source)
    given = request.POST.get("vraag-header", ""), request.POST.get("vraag-kind", "")
    context = {
        "client": client,
        "upload": upload,
        "title": texts["columns_title"].format(file=upload.name),
        "problems": refusal.problems,
        "complaint": texts["pointing_both"] if request.method == "POST" and not all(given) else "",
        "sheet": sheet,
        "rows": rows,
        "width": range(1, max((len(cells) for _, cells in rows), default=0) + 1),
        "kinds": KINDS,
        "header": given[0],
        "kind": given[1],
        "back": back,
    }
    return page(request, "files_pointing", context)
