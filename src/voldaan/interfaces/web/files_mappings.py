"""The mappings of a client at the desk: kept, downloaded, added, removed; and those that are ready."""

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from voldaan.formats.lists.mapping import Mapping, MappingError, parse_mapping
from voldaan.formats.lists.ready import ready_mappings
from voldaan.interfaces.web import clock
from voldaan.interfaces.web.files import files_address
from voldaan.interfaces.web.files_columns import toml_answer
from voldaan.interfaces.web.notices import Notice
from voldaan.interfaces.web.page import BY, back, client_or_404, language_of, page
from voldaan.interfaces.web.texts import texts_in
from voldaan.records.models import Client
from voldaan.usecases.keep_mapping import (
    NoSuchMapping,
    drop_mapping,
    keep_mapping,
    kept_mappings,
    mapping_by_name,
)

BYTES_MAX = 256 * 1024
_UNDO_CHARACTERS_MAX = 1500
"""The way back travels in a cookie; a longer mapping does not fit in it."""


@require_safe
def mappings_page(request: HttpRequest, key: str) -> HttpResponse:
    """Show the mappings of a client and the ready ones."""
    client = client_or_404(key)
    context = {
        "client": client,
        "title": texts_in(language_of(request))["mappings_of"].format(client=client.name),
        "kept": kept_mappings(client),
        "ready": ready_mappings(),
        "back": files_address(client),
    }
    return page(request, "files_mappings", context)


@require_safe
def download(request: HttpRequest, key: str) -> HttpResponse:
    """Serve a mapping as a file."""
    name = request.GET.get("naam", "")
    try:
        return toml_answer(mapping_by_name(client_or_404(key), name), name)
    except NoSuchMapping as missing:
        raise Http404(str(missing)) from None


@require_POST
def add(request: HttpRequest, key: str) -> HttpResponse:
    """Keep a mapping that was handed in as a file, or that a person takes back."""
    client, texts = client_or_404(key), texts_in(language_of(request))
    try:
        mapping = _mapping_in(request, texts)
        row = keep_mapping(client, mapping, on=clock.today(), at=clock.now(), by=BY)
    except ValueError as refusal:
        return back(request, _address(client), Notice(text=str(refusal), refused=True))
    return back(request, _address(client), Notice(text=texts["mappings_added"].format(name=row.name)))


@require_POST
def drop(request: HttpRequest, key: str) -> HttpResponse:
    """Forget a mapping; the way back keeps it again."""
    client, texts = client_or_404(key), texts_in(language_of(request))
    name = request.POST.get("naam", "")
    kept = next((one.text for one in kept_mappings(client) if one.name == name), "")
    try:
        drop_mapping(client, name, on=clock.today(), at=clock.now(), by=BY)
    except NoSuchMapping as missing:
        return back(request, _address(client), Notice(text=str(missing), refused=True))
    text = texts["mappings_dropped"].format(name=name)
    if len(kept) > _UNDO_CHARACTERS_MAX:
        return back(request, _address(client), Notice(text=text))
    undo = reverse("desk:add_mapping", args=[key])
    notice = Notice(text=text, undo_url=undo, undo_label=texts["undo"], undo_fields={"tekst": kept})
    return back(request, _address(client), notice)


def _mapping_in(request: HttpRequest, texts: dict[str, str]) -> Mapping:
    """Return the mapping of a form; raises `ValueError` with a sentence."""
    text, name = request.POST.get("tekst", ""), request.POST.get("naam", "").strip()
    if not text:
        uploaded = request.FILES.get("bestand")
        if uploaded is None:
            raise MappingError(texts["mappings_no_file"])
        if (uploaded.size or 0) > BYTES_MAX:
            raise MappingError(texts["mappings_too_large"])
        try:
            text = uploaded.read().decode("utf-8-sig")
        except UnicodeDecodeError:
            raise MappingError(texts["mappings_no_text"]) from None
    mapping = parse_mapping(text)
    return replace(mapping, name=name) if name else mapping


def _address(client: Client) -> str:
    return reverse("desk:mappings", args=[client.key])
