"""The columns of one list: what we propose, what we ask, how it would be read; and then it is read."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods

from voldaan.domain.money import format_euro
from voldaan.formats.amounts import format_cents
from voldaan.formats.lists.mapping import ENTRY_COLUMNS, ITEM_COLUMNS, Mapping, mapping_text
from voldaan.formats.lists.proposals import Choice, ProposedColumn
from voldaan.formats.lists.proposals_asked import UnknownTitles
from voldaan.formats.lists.proposals_columns import DUTCH, NONE
from voldaan.formats.lists.proposals_pointed import HEADER, KIND
from voldaan.formats.lists.proposals_wished import PREFIX
from voldaan.formats.values import DebtorEntry, OpenItem, Problem, Refusal
from voldaan.interfaces.web import clock
from voldaan.interfaces.web.files import files_address, result_page
from voldaan.interfaces.web.files_pointing import pointing_page
from voldaan.interfaces.web.notices import Notice
from voldaan.interfaces.web.page import BY, Language, back, client_or_404, language_of, page
from voldaan.interfaces.web.texts import texts_in
from voldaan.interfaces.web.words import words
from voldaan.records.models import Client
from voldaan.usecases.import_files import Importing, mapping_digest
from voldaan.usecases.keep_mapping import for_next_time
from voldaan.usecases.keep_upload import NotKept, Upload, kept_upload
from voldaan.usecases.propose_mapping import Settling, first_rows, settle
from voldaan.usecases.take_uploads import CannotTake, take_described

COLUMNS_SHOWN_MAX = 60
_QUESTION, _COLUMN, _SHOWN, _WISH = "vraag-", "kolom-", "was-", "gewenst-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question with the answer that was given."""

    choice: Choice
    answer: str
    is_open: bool

    @property
    def id(self) -> str:
        """Return its place on the page."""
        return f"{_QUESTION}{self.choice.key}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnField:
    """A column with the meaning that is shown for it."""

    column: ProposedColumn
    shown: str
    wish: str
    """What a person chose instead of the proposal; empty where nothing was."""
    by_age: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewRow:
    """A row as it would be read, in words. Of a debtor only the first four."""

    number: str
    name: str
    email: str = ""
    address: str = ""
    issued: date | None = None
    due: date | None = None
    total: str = ""
    open: str = ""


@require_http_methods(["GET", "HEAD", "POST"])
def columns_page(request: HttpRequest, key: str, digest: str) -> HttpResponse:
    """Show how a list that waits would be read; a POST answers, keeps, reads or downloads."""
    client = client_or_404(key)
    try:
        upload, source = kept_upload(client, digest, at=clock.now())
    except NotKept as gone:
        return back(request, files_address(client), Notice(text=str(gone), refused=True))
    try:
        settling = settle(source, _answers(request.POST))
    except UnknownTitles as refusal:
        return pointing_page(request, client, upload, source, refusal, back=files_address(client))
    except Refusal as refusal:
        first = refusal.problems[0]
        text = f"{first.what} {first.why} {first.how_to_fix}"
        return back(request, files_address(client), Notice(text=text, refused=True))
    asked = request.POST.get("doe", "")
    if asked not in ("bewaar", "lees", "toml"):
        return _show(request, client, upload, settling)
    complaint = _why_not(request, settling, asked)
    if complaint or settling.mapping is None:
        return _show(request, client, upload, settling, complaint=complaint, insisted=True)
    return _act(request, client, upload, settling.mapping, settling)


def _act(
    request: HttpRequest, client: Client, upload: Upload, mapping: Mapping, settling: Settling
) -> HttpResponse:
    """Download the mapping, or read the list by it, and keep it where that was asked."""
    asked, name = request.POST["doe"], request.POST.get("naam", "").strip()
    if asked == "toml":
        return toml_answer(for_next_time(replace(mapping, name=name)), name or "kolomindeling")
    importing = Importing(client=client, on=upload.on, at=clock.now(), by=BY)
    try:
        done = take_described(importing, upload.digest, mapping, name=name if asked == "bewaar" else "")
    except (NotKept, CannotTake) as refusal:
        return _show(request, client, upload, settling, complaint=str(refusal), insisted=True)
    return result_page(request, client, [done])


def toml_answer(mapping: Mapping, name: str) -> HttpResponse:
    """Return a mapping as a file to keep."""
    disposition = content_disposition_header(True, f"{name}.toml") or "attachment"
    headers = {"Content-Type": "application/toml; charset=utf-8", "Content-Disposition": disposition}
    return HttpResponse(mapping_text(mapping), headers=headers)


def _answers(form: QueryDict) -> dict[str, str]:
    """Return the answers in a form: of its questions, and of the columns whose meaning a person changed."""
    answers = {}
    for field, value in form.items():
        if field.startswith(_QUESTION):
            answers[field.removeprefix(_QUESTION)] = str(value)
        elif field.startswith(_COLUMN):
            number = field.removeprefix(_COLUMN)
            if value != form.get(f"{_SHOWN}{number}"):
                answers[f"{PREFIX}{number}"] = str(value)
            elif wish := form.get(f"{_WISH}{number}"):
                answers[f"{PREFIX}{number}"] = wish
    return answers


def _why_not(request: HttpRequest, settling: Settling, asked: str) -> str:
    """Return why a list is not read or kept yet; empty where nothing is in the way."""
    texts = texts_in(language_of(request))
    if settling.mapping is None:
        return "" if settling.problems else texts["columns_still_open"]
    if request.POST.get("gezien") != _seen(settling.mapping):
        return texts["columns_changed"]
    if asked == "bewaar" and not request.POST.get("naam", "").strip():
        return texts["columns_name_missing"]
    return ""


def _seen(mapping: Mapping) -> str:
    """Return by what a mapping is known again that a person saw the example of."""
    return mapping_digest(replace(mapping, name=""))


def _show(
    request: HttpRequest,
    client: Client,
    upload: Upload,
    settling: Settling,
    *,
    complaint: str = "",
    insisted: bool = False,
) -> HttpResponse:
    """Show the proposal, its questions, and the first rows as they would be read."""
    texts, proposal = texts_in(language_of(request)), settling.proposal
    questions = [
        Question(
            choice=choice,
            answer=settling.answers.get(choice.key, ""),
            is_open=choice.key not in proposal.answers,
        )
        for choice in settling.asked
    ]
    fields = _fields(settling)
    rows = first_rows(proposal)
    context = {
        "client": client,
        "upload": upload,
        "title": texts["columns_title"].format(file=upload.name),
        "kind": texts[f"columns_kind_{proposal.kind or ''}"],
        "settled": settling.mapping is not None,
        "complaint": complaint,
        "insisted": insisted,
        "problems": settling.problems,
        "rows": rows,
        "width": range(1, max((len(cells) for _, cells in rows), default=0) + 1),
        "questions": questions,
        "open": [one for one in questions if one.is_open],
        "fields": fields[:COLUMNS_SHOWN_MAX],
        "fields_left": texts["columns_more"].format(count=COLUMNS_SHOWN_MAX)
        if len(fields) > COLUMNS_SHOWN_MAX
        else "",
        "meanings": _meanings(proposal.kind, language_of(request)),
        "pointed": [
            (f"{_QUESTION}{key}", settling.answers[key])
            for key in (HEADER, KIND, "sheet")
            if key in settling.answers and key not in {one.choice.key for one in questions}
        ],
        "evidence": proposal.evidence,
        "name": request.POST.get("naam", ""),
        "back": files_address(client),
        **_preview(settling, language_of(request)),
    }
    return page(request, "files_columns", context)


def _fields(settling: Settling) -> list[ColumnField]:
    """Return each column with the meaning that is shown for it."""
    ageing = settling.proposal.mapping.ageing if settling.proposal.mapping else {}
    found = []
    for column in settling.proposal.columns:
        wish = settling.answers.get(f"{PREFIX}{column.number}", "")
        found.append(
            ColumnField(
                column=column,
                shown=wish or column.meaning or NONE,
                wish=wish,
                by_age=column.title in ageing and not wish,
            )
        )
    return found


def _meanings(kind: str | None, language: Language) -> list[tuple[str, str]]:
    """Return what a column of such a list can mean, each in words."""
    others = ENTRY_COLUMNS if kind == "OPEN_ITEMS" else ITEM_COLUMNS
    return [(name, words("column", name, language)) for name in DUTCH if name not in others]


def _preview(settling: Settling, language: Language) -> dict[str, Any]:
    """Return the first rows as they would be read, with count and sum, or why the list would be refused."""
    mapping, texts = settling.mapping, texts_in(language)
    preview = settling.proposal.preview if mapping else None
    if mapping is None or preview is None:
        return {}
    problems: tuple[Problem, ...] = preview.problems
    if preview.count is None:
        told = texts["columns_large"]
    elif preview.total_cents is None:
        told = texts["columns_count"].format(count=preview.count)
    else:
        total = _money(preview.total_cents, mapping.currency, language)
        told = texts["columns_sum"].format(count=preview.count, total=total)
    return {
        "seen": _seen(mapping),
        "preview": [_row(row, language) for row in preview.rows],
        "preview_problems": problems,
        "told": "" if problems else told,
        "of_debtors": mapping.kind == "DEBTORS",
    }


def _row(row: OpenItem | DebtorEntry, language: Language) -> PreviewRow:
    """Return a row in words."""
    if isinstance(row, DebtorEntry):
        party = row.party
        place = " ".join(filter(None, (party.postcode, party.city)))
        return PreviewRow(
            number=party.number or "",
            name=party.name or "",
            email=party.email or "",
            address=", ".join(filter(None, (party.street, place))),
        )
    return PreviewRow(
        number=row.number,
        name=" ".join(filter(None, (row.debtor.number, row.debtor.name))),
        issued=row.issue_date,
        due=row.due_date,
        total="" if row.total_cents is None else _money(row.total_cents, row.currency, language),
        open=_money(row.open_cents, row.currency, language),
    )


def _money(cents: int, currency: str, language: Language) -> str:
    """Return an amount with its currency."""
    return format_euro(cents, language) if currency == "EUR" else f"{format_cents(cents)} {currency}"
