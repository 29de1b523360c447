"""Invoices and credit notes into the book: the client's own, each once, with the debtor they are for."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import NamedTuple

from voldaan.domain.identifiers import compact_iban, squeeze
from voldaan.domain.matching.debtor_marks import DebtorDetails
from voldaan.domain.matching.names import plain_name
from voldaan.domain.money import format_euro
from voldaan.formats import values
from voldaan.formats.values import Party, Problem, Refusal
from voldaan.records import archive
from voldaan.records.accounts import DIRECT_DEBIT_DAYS, AccountsOfFile
from voldaan.records.allocating import NewAllocation, allocate
from voldaan.records.lists import look_again_since
from voldaan.records.models import Client, ClientIban, CreditNote, ImportedFile, Invoice, InvoiceAttachment
from voldaan.usecases.count_open_items import Listed, count_open_items
from voldaan.usecases.import_statements import clean
from voldaan.usecases.learn_client import learn_client
from voldaan.usecases.place_credit_notes import place_credit_notes

STATUTORY_TERM_DAYS = 30
"""Without an agreed day a claim is due thirty days after the invoice (BW 6:119a, paragraph 2; 6:119b for bodies)."""

NUMBER_LENGTH_MAX = 60

YEARS_OF_TERM_MAX = 10
"""A due date further from its invoice than this is a slip of the pen, or a package's word for none."""


class Own(NamedTuple):
    """By what the client is known as the supplier of an invoice, each in the notation of comparing."""

    name: str
    vat_number: str
    coc_number: str
    ibans: frozenset[str]


def take_invoices(
    client: Client,
    file: ImportedFile,
    invoices: Sequence[values.Invoice],
    accounts: AccountsOfFile,
    *,
    ledger_until: date | None,
    on: date,
    at: datetime,
    by: str,
) -> tuple[int, int]:
    """Add invoices and credit notes; return how many were new and how many known.

    One that asks or credits nothing is not recorded: there is nothing to remind of, and it counts as known.

    Raises:
        Refusal: one is not the client's, not in euros, or differs from what is known under its number.
    """
    own = own_marks(client)
    problems = [problem for invoice in invoices for problem in _problems(client, own, file, invoice)]
    if problems:
        raise Refusal(*problems)
    learn_client(client, invoices, on=on, at=at, by=by)
    asked = [invoice for invoice in invoices if invoice.kind == "invoice" and invoice.payable_cents > 0]
    credited = [invoice for invoice in invoices if invoice.kind != "invoice" and invoice.payable_cents > 0]
    credited += [_overpaid(invoice) for invoice in invoices if invoice.payable_cents < 0]
    new = _take_asked(client, file, asked, accounts, ledger_until=ledger_until, on=on, at=at, by=by)
    new += _take_credited(client, file, credited, accounts)
    place_credit_notes(client, ledger_until=ledger_until, on=on, at=at, by=by)
    return new, len(invoices) - new


def _overpaid(invoice: values.Invoice) -> values.Invoice:
    """Return as a credit note what an invoice says was prepaid beyond it: it waits, and is nobody's to forget."""
    cents = -invoice.payable_cents
    return replace(invoice, kind="credit_note", total_cents=cents, payable_cents=cents, invoice_number=None)


def own_marks(client: Client) -> Own:
    """Return by what the client is recognised as a supplier."""
    return Own(
        name=plain_name(client.name),
        vat_number=squeeze(client.vat_number),
        coc_number=squeeze(client.coc_number),
        ibans=frozenset(ClientIban.objects.values_list("iban", flat=True)),
    )


def details_of(party: Party) -> DebtorDetails:
    """Return a debtor as the book compares and keeps it."""
    return DebtorDetails(
        name=clean(party.name, 200),
        number=clean(party.number, NUMBER_LENGTH_MAX),
        coc_number=squeeze(party.coc_number or ""),
        vat_number=squeeze(party.vat_number or ""),
        iban=compact_iban(party.iban or ""),
        email=clean(party.email, 200),
        phone=clean(party.phone, 30),
        street=clean(party.street, 200),
        postcode=clean(party.postcode, 12),
        city=clean(party.city, 100),
        country=country_code(clean(party.country, 60)),
    )


_COUNTRIES = {
    "NEDERLAND": "NL", "THE NETHERLANDS": "NL", "NETHERLANDS": "NL", "NLD": "NL", "HOLLAND": "NL",
    "BELGIË": "BE", "BELGIE": "BE", "BELGIUM": "BE", "BEL": "BE",
    "DUITSLAND": "DE", "GERMANY": "DE", "DEUTSCHLAND": "DE", "DEU": "DE",
    "FRANKRIJK": "FR", "FRANCE": "FR", "LUXEMBURG": "LU", "LUXEMBOURG": "LU",
}  # fmt: skip
"""What lists write in the place of a code of two letters."""

UNKNOWN_COUNTRY = "ZZ"
"""A country that was named and that we do not know: not ours, so a person is asked."""


def country_code(text: str) -> str:
    """Return the code of a country as a file names it; empty where it names none."""
    plain = text.strip().upper()
    if len(plain) <= 2:
        return plain
    return _COUNTRIES.get(plain, UNKNOWN_COUNTRY)


def _problems(client: Client, own: Own, file: ImportedFile, invoice: values.Invoice) -> Iterator[Problem]:
    foreign = why_not_ours(own, invoice)
    if foreign:
        yield _problem(
            file, invoice, f"{_noun(invoice)} is van {_supplier(invoice)}, niet van deze opdrachtgever.", foreign,
            "Een inkoopfactuur hoort hier niet. Is het wel een eigen factuur, dan kloppen de gegevens van "
            f"{client.name} hier niet: verbeter ze, of lever hem in bij de opdrachtgever die de leverancier is.",
        )  # fmt: skip
    if invoice.currency != "EUR":
        yield _problem(
            file, invoice, f"{_noun(invoice)} is in {invoice.currency}.", "Het boek wordt in euro's gehouden.",
            "Lever alleen facturen in euro's in.",
        )  # fmt: skip
    if (
        invoice.due_date is not None
        and abs((invoice.due_date - invoice.issue_date).days) > YEARS_OF_TERM_MAX * 366
    ):
        yield _problem(
            file, invoice, f"De vervaldatum {invoice.due_date:%d-%m-%Y} kan niet kloppen.",
            f"Zij ligt meer dan {YEARS_OF_TERM_MAX} jaar van de factuurdatum {invoice.issue_date:%d-%m-%Y}.",
            "Verbeter de datum en lever het bestand opnieuw in.",
        )  # fmt: skip
    if len(invoice.number) > NUMBER_LENGTH_MAX or not invoice.number.strip():
        yield _problem(
            file, invoice, "Het factuurnummer is leeg of langer dan 60 tekens.",
            "Daarop wordt een betaling herkend.", "Geef de factuur een korter nummer.",
        )  # fmt: skip
    if invoice.blocked_cents is not None and not 0 < invoice.blocked_cents <= invoice.payable_cents:
        yield _problem(
            file, invoice, "Het deel voor de G-rekening kan niet kloppen.",
            f"Het is {format_euro(invoice.blocked_cents, 'nl')}; te betalen is "
            f"{format_euro(invoice.payable_cents, 'nl')}.", "Verbeter de factuur.",
        )  # fmt: skip
    if not (invoice.debtor.name or "").strip():
        yield _problem(
            file, invoice, f"{_noun(invoice)} noemt geen debiteur.", "Zonder naam is niet bekend wie moet betalen.",
            "Vul de naam van de afnemer in en lever het bestand opnieuw in.",
        )  # fmt: skip


def why_not_ours(own: Own, invoice: values.Invoice) -> str:
    """Return why an invoice is another supplier's, or nothing when it is the client's.

    A number that contradicts decides, also when the name agrees; else one mark that agrees is enough.
    """
    creditor = invoice.creditor
    vat, coc = squeeze(creditor.vat_number or ""), squeeze(creditor.coc_number or "")
    if own.vat_number and vat and vat != own.vat_number:
        return f"De leverancier heeft btw-nummer {creditor.vat_number}, de opdrachtgever een ander."
    if own.coc_number and coc and coc != own.coc_number:
        return f"De leverancier heeft KvK-nummer {creditor.coc_number}, de opdrachtgever een ander."
    if (own.vat_number and vat) or (own.coc_number and coc):
        return ""
    ibans = {compact_iban(iban) for iban in (creditor.iban, invoice.pay_to_iban) if iban}
    if ibans & own.ibans or (creditor.name and plain_name(creditor.name) == own.name):
        return ""
    return "Naam, btw-nummer, KvK-nummer en rekening van de leverancier zijn geen van alle die van de opdrachtgever."


def _supplier(invoice: values.Invoice) -> str:
    """Return the supplier by its name, or by what the file knows it by."""
    creditor = invoice.creditor
    return clean(creditor.name or creditor.vat_number or creditor.coc_number, 100) or "een andere leverancier"


def _noun(invoice: values.Invoice) -> str:
    return f"{'Factuur' if invoice.kind == 'invoice' else 'Creditnota'} {invoice.number[:NUMBER_LENGTH_MAX]}"


def _problem(file: ImportedFile, invoice: values.Invoice, what: str, why: str, how_to_fix: str) -> Problem:
    return Problem(file=file.name, what=what, why=why, how_to_fix=how_to_fix, path=invoice.number or None)


def _take_asked(
    client: Client,
    file: ImportedFile,
    invoices: Sequence[values.Invoice],
    accounts: AccountsOfFile,
    *,
    ledger_until: date | None,
    on: date,
    at: datetime,
    by: str,
) -> int:
    """Add the invoices whose number is new; complete those that only a list had named."""
    new: dict[str, Invoice] = {}
    carried: list[tuple[Invoice, values.Attachment]] = []
    pay_to = (_first_iban(), client.name)
    for invoice in invoices:
        number = invoice.number.strip()
        known = new.get(number) or Invoice.objects.select_related("file").filter(number=number).first()
        row = _row(client, file, invoice, pay_to, on)
        if known is None:
            accounts.put(row, details_of(invoice.debtor))
            new[number] = row
        else:
            _must_be_equal(file, invoice, known)
            _complete(client, known, row, at=at)
        carried += [(known or row, attachment) for attachment in invoice.attachments]
    accounts.save()
    rows = Invoice.objects.bulk_create(new.values(), batch_size=200)
    _keep_attachments(client, carried)
    if ledger_until is not None:
        older = [Listed(row, 0) for row in rows if row.issue_date <= ledger_until]
        count_open_items(client, older, as_of=ledger_until, on=on, at=at, by=by)
        if older:
            look_again_since(min(one.invoice.issue_date for one in older))
    return len(rows)


def _keep_attachments(client: Client, carried: Sequence[tuple[Invoice, values.Attachment]]) -> None:
    """Keep what invoices carried: the bytes in the archive, once, and who carried them."""
    rows = [
        InvoiceAttachment(
            client=client,
            invoice_id=invoice.pk,
            name=clean(attachment.name, 255),
            media_type=clean(attachment.media_type, 100),
            sha256=archive.keep(attachment.content),
            size=len(attachment.content),
            is_invoice=attachment.is_invoice,
        )
        for invoice, attachment in carried
    ]
    InvoiceAttachment.objects.bulk_create(rows, batch_size=200, ignore_conflicts=True)


def _first_iban() -> str:
    return ClientIban.objects.order_by("pk").values_list("iban", flat=True).first() or ""


def _row(
    client: Client, file: ImportedFile, invoice: values.Invoice, pay_to: tuple[str, str], on: date
) -> Invoice:
    """Return an invoice as the book keeps it, still without its account."""
    due_date = invoice.due_date or invoice.issue_date + timedelta(days=STATUTORY_TERM_DAYS)
    iban, name = pay_to
    return Invoice(
        client=client,
        number=invoice.number.strip(),
        issue_date=invoice.issue_date,
        due_date=due_date,
        due_date_basis=invoice.due_date_basis if invoice.due_date else "STATUTORY_30",
        total_cents=invoice.total_cents,
        asked_cents=invoice.payable_cents,
        open_cents=invoice.payable_cents,
        payment_reference=_reference(invoice.payment_reference),
        pay_to_iban=compact_iban(invoice.pay_to_iban or invoice.creditor.iban or iban)[:34],
        pay_to_name=clean(invoice.pay_to_name or name, 70),
        subject=clean(invoice.subject, 140),
        order_number=clean(invoice.order_number, 60),
        discount_cents=invoice.discount_cents,
        discount_until=invoice.discount_until,
        direct_debit_until=due_date + timedelta(days=DIRECT_DEBIT_DAYS) if invoice.direct_debit else None,
        blocked_iban=compact_iban(invoice.blocked_iban or "")[:34],
        blocked_cents=invoice.blocked_cents,
        file=file,
        known_from=on,
    )


def _reference(reference: str | None) -> str:
    """Return the payment reference; one that is too long for a transfer cannot come back, so is not kept."""
    text = clean(reference, 200)
    return text if len(text) <= 35 else ""


def _must_be_equal(file: ImportedFile, invoice: values.Invoice, known: Invoice) -> None:
    """Refuse an invoice that asks another amount than the one that is known under its number."""
    asked, total = invoice.payable_cents, invoice.total_cents
    if not known.total_is_known:
        same = asked >= known.asked_cents
        stated = known.asked_cents
    else:
        same = total == known.total_cents and (asked == known.asked_cents or _is_from_a_list(known))
        stated = known.asked_cents if total == known.total_cents else known.total_cents
    if not same:
        given = format_euro(
            asked if stated == known.asked_cents and total == known.total_cents else total, "nl"
        )
        raise Refusal(
            _problem(
                file, invoice, f"Factuur {invoice.number} is al bekend met een ander bedrag.",
                f"In het boek staat {format_euro(stated, 'nl')}, in dit bestand {given}.",
                "Een nummer hoort bij één factuur. Corrigeer een factuur met een creditnota en een nieuwe factuur.",
            )
        )  # fmt: skip


def _is_from_a_list(known: Invoice) -> bool:
    return known.file is not None and known.file.format in {"csv", "xlsx"}


def _complete(client: Client, known: Invoice, row: Invoice, *, at: datetime) -> None:
    """Take over from the invoice itself what an open-item list could not say."""
    if not _is_from_a_list(known):
        return
    more = 0 if known.total_is_known else row.asked_cents - known.asked_cents
    Invoice.objects.filter(pk=known.pk).update(
        issue_date=row.issue_date,
        due_date=row.due_date,
        due_date_basis=row.due_date_basis,
        payment_reference=row.payment_reference or known.payment_reference,
        pay_to_iban=row.pay_to_iban,
        pay_to_name=row.pay_to_name,
        subject=row.subject or known.subject,
        order_number=row.order_number or known.order_number,
        discount_cents=row.discount_cents,
        discount_until=row.discount_until,
        direct_debit_until=None
        if known.debit_returned_on
        else row.direct_debit_until or known.direct_debit_until,
        total_cents=row.total_cents,
        asked_cents=known.asked_cents + more,
        open_cents=known.open_cents + more,
        total_is_known=True,
        file=row.file,
    )
    if more:
        day = known.counted_until or known.known_from
        paid = NewAllocation(
            known.pk, "LEDGER", more, day, evidence="al betaald volgens de openstaandepostenlijst"
        )
        allocate(client, [paid], at=at)


def _take_credited(
    client: Client, file: ImportedFile, notes: Sequence[values.Invoice], accounts: AccountsOfFile
) -> int:
    new: dict[str, CreditNote] = {}
    for note in notes:
        number = note.number.strip()
        known = new.get(number) or CreditNote.objects.filter(number=number).first()
        if known is not None:
            _must_credit_the_same(file, note, known)
            continue
        named = (
            Invoice.objects.select_related("account")
            .filter(number=(note.invoice_number or "").strip())
            .first()
        )
        row = new[number] = CreditNote(
            client=client,
            number=number,
            issue_date=note.issue_date,
            total_cents=note.payable_cents,
            waiting_cents=note.payable_cents,
            invoice_number=clean(note.invoice_number, NUMBER_LENGTH_MAX),
            file=file,
        )
        if named:
            row.account, row.merged_from_id = named.account, named.merged_from_id
        else:
            accounts.put(row, details_of(note.debtor))
    accounts.save()
    return len(CreditNote.objects.bulk_create(new.values(), batch_size=200))


def _must_credit_the_same(file: ImportedFile, note: values.Invoice, known: CreditNote) -> None:
    if known.total_cents != note.payable_cents:
        stated, given = format_euro(known.total_cents, "nl"), format_euro(note.payable_cents, "nl")
        raise Refusal(
            _problem(
                file, note, f"Creditnota {note.number} is al bekend met een ander bedrag.",
                f"In het boek staat {stated}, in dit bestand {given}.",
                "Een nummer hoort bij één creditnota. Geef de nieuwe een eigen nummer.",
            )
        )  # fmt: skip
