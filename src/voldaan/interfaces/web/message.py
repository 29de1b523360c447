"""One message: what the debtor sees, and what became of it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from voldaan.interfaces.web.approvals import name_of
from voldaan.interfaces.web.headers import E_MAIL_POLICY, LETTER_POLICY
from voldaan.interfaces.web.page import Language, client_or_404, language_of, page
from voldaan.interfaces.web.preview import with_pictures
from voldaan.interfaces.web.texts import texts_in
from voldaan.records.archive import NotInArchive
from voldaan.records.desk_messages import MessageSheet
from voldaan.records.finding import NotFound
from voldaan.usecases.known_texts import language_name
from voldaan.usecases.list_messages import message_parts
from voldaan.usecases.set_approval import show_approvals
from voldaan.usecases.show_evidence import evidence_of
from voldaan.usecases.show_message import show_text

TABS = ("e-mail", "tekst", "brief")


@require_safe
def message_page(request: HttpRequest, key: str, uuid: object) -> HttpResponse:
    """Show one message as the debtor sees it, with its facts and its state."""
    try:
        sheet, text = show_text(client_or_404(key), str(uuid))
    except (NotFound, NotInArchive) as missing:
        raise Http404(str(missing)) from None
    asked = request.GET.get("als", "")
    tab = asked if asked in TABS else "e-mail" if sheet.channel == "EMAIL" else "brief"
    client = client_or_404(key)
    context = {
        "sheet": sheet,
        "text": text,
        "tab": tab,
        "written": bool(text),
        "evidence": evidence_of(client, str(uuid)),
        "asks_name": show_approvals(client).of(sheet.stage) == "FOUR_EYES",
        "name": name_of(request),
        "otherwise": _otherwise(sheet, language_of(request)) if text else "",
        "text_key": sheet.text_version.partition(" ")[0],
    }
    return page(request, "message", context)


@require_safe
def evidence_bytes(request: HttpRequest, key: str, uuid: object) -> HttpResponse:
    """Serve the bytes that left, to be kept as a file."""
    try:
        found = evidence_of(client_or_404(key), str(uuid))
    except NotFound as missing:
        raise Http404(str(missing)) from None
    if found.content is None:
        raise Http404(found.differs or "Van dit bericht zijn geen bytes geschreven.")
    headers = {
        "Content-Type": "application/octet-stream",
        "Content-Disposition": f'attachment; filename="{found.file_name}"',
    }
    return HttpResponse(found.content, headers=headers)


def _otherwise(sheet: MessageSheet, language: Language) -> str:
    """Return that a message is in another language than its debtor reads; nothing where it is not."""
    if sheet.reads == sheet.language:
        return ""
    written, reads = (language_name(code, language) for code in (sheet.language, sheet.reads))
    return texts_in(language)["texts_otherwise"].format(written=written, reads=reads)


@require_safe
def e_mail(request: HttpRequest, key: str, uuid: object) -> HttpResponse:
    """Serve the e-mail itself, for a frame in which nothing can run."""
    parts = _parts(key, uuid)
    if "message.html" not in parts:
        raise Http404("Van dit bericht is geen e-mail geschreven.")
    shown = with_pictures(parts["message.html"].decode(), parts.get("message.eml", b""))
    return HttpResponse(shown, headers={"Content-Security-Policy": E_MAIL_POLICY})


@require_safe
def letter(request: HttpRequest, key: str, uuid: object) -> HttpResponse:
    """Serve the letter, to be shown in the browser."""
    parts = _parts(key, uuid)
    if "letter.pdf" not in parts:
        raise Http404("Van dit bericht is geen brief geschreven.")
    headers = {
        "Content-Type": "application/pdf",
        "Content-Disposition": f'inline; filename="{uuid}.pdf"',
        "Content-Security-Policy": LETTER_POLICY,
    }
    return HttpResponse(parts["letter.pdf"], headers=headers)


def _parts(key: str, uuid: object) -> dict[str, bytes]:
    try:
        return message_parts(client_or_404(key), str(uuid))
    except (NotFound, NotInArchive) as missing:
        raise Http404(str(missing)) from None
