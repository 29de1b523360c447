"""Hand invoices over to collection: the end of pre-collection, confirmed by the client's authorised person.

It happens only where the decision of the day is HAND_OVER, taken anew with every other writer of the book held
still: nothing paid, disputed, promised or on hold as far as a fresh payment truth knows (P1), the last message sent
and neither bounced nor ambiguous, its term passed and covered by the payments that are known. Afterwards nothing
more is sent about these invoices; the others of the account go on.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NoReturn

from voldaan.domain.law.rates import MissingRate
from voldaan.domain.strategy.words import reason_words
from voldaan.domain.workdays import format_day
from voldaan.letters.letter import LetterRefused
from voldaan.records import archive, dossier_rows, events
from voldaan.records.dossier_rows import LastMessage
from voldaan.records.finding import NotFound, account_by_number
from voldaan.records.models import Account, Allocation, Client, HandOver, HandOverInvoice, Invoice
from voldaan.records.notices import notices_about
from voldaan.records.pending import payments_not_looked_at
from voldaan.records.scope import one_transaction, rows_of
from voldaan.usecases.plan_day import Day, day_of, decided
from voldaan.usecases.write_dossier import Claim, Dossier, capacity_of, claim_on, file_names, write_dossier
from voldaan.usecases.write_messages import withdraw

__all__ = ["CannotHandOver", "Dossier", "NotFound", "Proposal", "dossier_files", "hand_over", "propose"]


class CannotHandOver(Exception):
    """These invoices cannot be handed over, with a Dutch sentence that says why and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What would be handed over on a day, for the authorised person to look at."""

    debtor: str
    name: str
    invoices: tuple[tuple[str, int], ...]
    """Number and what is open."""
    claim: Claim
    last_message: LastMessage
    authorised_person: str
    """Empty: nobody is registered yet, and the hand-over cannot be confirmed."""


def propose(client: Client, debtor: str, *, on: date) -> Proposal:
    """Return what of a debtor would be handed over on a day. Changes nothing.

    Raises:
        NotFound: the client has no such debtor.
        CannotHandOver: the decision of that day is another one, or something is not certain enough.
    """
    with rows_of(client):
        account = account_by_number(client, debtor)
        case = _case(client, account, on)
    return Proposal(
        debtor=debtor,
        name=account.debtor.name,
        invoices=tuple((one.invoice.number, one.invoice.open_cents) for one in case.claim.invoices),
        claim=case.claim,
        last_message=case.last,
        authorised_person=client.authorised_person,
    )


def hand_over(client: Client, debtor: str, *, confirmed_by: str, on: date, at: datetime, by: str) -> Dossier:
    """Hand over what is ready of a debtor, and return the dossier that was archived with it.

    Raises:
        NotFound: the client has no such debtor.
        CannotHandOver: somebody else than the authorised person confirms it, the decision of the day is another
            one, or something is not certain enough.
    """
    with rows_of(client), one_transaction():
        events.hold_still(client)
        account = account_by_number(client, debtor)
        _must_be_authorised(client, confirmed_by)
        case = _case(client, account, on)
        for message in dossier_rows.messages_under_way(case.ids):
            withdraw(message, "De factuur wordt overgedragen.", on=on, at=at, by=by)
        try:
            dossier = write_dossier(
                case.day, account, case.claim, confirmed_by=client.authorised_person, at=at
            )
        except LetterRefused as refusal:
            raise CannotHandOver(str(refusal)) from None
        _keep(client, account, case, dossier, on=on, at=at, by=by)
    return dossier


def dossier_files(client: Client, debtor: str) -> dict[str, bytes]:
    """Return the files of the last dossier of a debtor, as they were archived: for when they were lost on the way.

    Raises:
        NotFound: the client has no such debtor, or nothing of it was handed over.
        NotInArchive: the archive does not hold them unchanged.
    """
    with rows_of(client):
        digests = dossier_rows.dossier_digests(account_by_number(client, debtor))
    if digests is None:
        raise NotFound(f"Van debiteur {debtor} is niets overgedragen; er is nog geen dossier.")
    told, pdf = digests
    return file_names(debtor, archive.fetch(told), archive.fetch(pdf))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """What is ready to be handed over, with the day it was decided for."""

    day: Day
    ids: tuple[int, ...]
    claim: Claim
    last: LastMessage


def _case(client: Client, account: Account, on: date) -> _Case:
    """Return what is ready on this day, or refuse with the reason."""
    day = day_of(client, on)
    _, decision = next(decided(day, account.pk), (None, None))
    if decision is None:
        raise CannotHandOver(f"Bij debiteur {account.number} staat niets open; er is niets over te dragen.")
    messages = dossier_rows.last_messages([*decision.invoices, *(reason.id for reason in decision.others)])
    if decision.act != "HAND_OVER":
        _refuse(account, decision.act, decision.because, messages, on)
    _must_be_certain(client, decision.invoices, messages)
    _must_be_covered(day, [messages[key] for key in decision.invoices])
    return _Case(
        day=day,
        ids=decision.invoices,
        claim=_claim(account, decision.invoices, on),
        last=max((messages[key] for key in decision.invoices), key=_sent_on),
    )


def _must_be_authorised(client: Client, confirmed_by: str) -> None:
    """Check that the person who confirms is the one whom the client registered for it."""
    authorised = _name(client.authorised_person)
    if not authorised:
        raise CannotHandOver(
            f"Bij {client.name} is niet vastgelegd wie een overdracht mag bevestigen. "
            f"Leg eerst de gemachtigde vast: voldaan client add {client.key} --authorised-person NAAM"
        )
    if not _name(confirmed_by):
        raise CannotHandOver(
            f"{client.authorised_person} bevestigt namens {client.name} of iets wordt overgedragen. "
            "Vraag om die bevestiging en geef deze naam op met --confirmed-by."
        )
    if _name(confirmed_by) != authorised:
        raise CannotHandOver(
            f"{confirmed_by.strip()} mag voor {client.name} geen overdracht bevestigen; dat mag "
            f"{client.authorised_person}. Vraag om die bevestiging, of leg een andere gemachtigde vast."
        )


def _name(person: str) -> str:
    return " ".join(person.split()).casefold()


def _refuse(account: Account, act: str, because: str, messages: dict[int, LastMessage], on: date) -> NoReturn:
    """Refuse with the reason of the decision, a hand-over that stands first."""
    gone = _handed_over(account)
    if because == "HANDED_OVER":
        raise CannotHandOver(f"Bij debiteur {account.number} is niets meer over te dragen.{gone}")
    if act in ("REMIND", "WAIT", "ASK"):
        for last in messages.values():
            _must_have_arrived(last)
    if act == "REMIND":
        raise CannotHandOver(
            f"Van debiteur {account.number} is op {_day(on)} nog een factuur aan de beurt voor een herinnering. "
            f"Verstuur die eerst; de overdracht kan op een dag zonder herinnering.{gone}"
        )
    raise CannotHandOver(
        f"Van debiteur {account.number} kan op {_day(on)} niets worden overgedragen: {reason_words(because, 'nl')}. "
        f"{_REMEDIES[act]}{gone}"
    )


_REMEDIES = {
    "WAIT": "Wacht tot de laatste termijn voorbij is.",
    "HOLD": "Handel dat eerst af.",
    "ASK": "Beantwoord die vraag eerst.",
}


def _handed_over(account: Account) -> str:
    """Return a sentence that names what was handed over before and is still open; empty where nothing was."""
    gone = Invoice.objects.filter(account=account, handed_over_on__isnull=False, open_cents__gt=0)
    rows = gone.order_by("handed_over_on", "number").values_list("number", "handed_over_on")
    told = [f"{number} op {_day(day)}" for number, day in rows if day is not None]
    return f" Al overgedragen: {', '.join(told)}." if told else ""


def _must_be_certain(client: Client, ids: tuple[int, ...], messages: dict[int, LastMessage]) -> None:
    """Check that each last message was sent, and that no money or question waits that could change the claim."""
    for key in ids:
        if key not in messages:
            raise CannotHandOver(
                "Van een van deze facturen is geen verzonden bericht bekend; stuur eerst een herinnering."
            )
        _must_have_arrived(messages[key])
    if count := payments_not_looked_at():
        raise CannotHandOver(
            f"Er {'is 1 betaling' if count == 1 else f'zijn {count} betalingen'} ingelezen en nog niet verwerkt. "
            f"Voer eerst uit: voldaan match --client {client.key}"
        )
    if dossier_rows.has_open_question(ids):
        raise CannotHandOver(
            "Over een van deze facturen staat nog een vraag open. Beantwoord die vraag eerst."
        )


def _must_have_arrived(last: LastMessage) -> None:
    """Check that a last message did not bounce, fail or stay uncertain."""
    if last.state != "SENT":
        raise CannotHandOver(
            f"Het laatste bericht ({_day(last.on)}) {_NOT_ARRIVED[last.state]} Zonder zeker verzonden laatste bericht "
            "is er geen overdracht."
        )


_NOT_ARRIVED = {
    "BOUNCED": "kwam terug en is niet bezorgd. Herstel het adres en verstuur het opnieuw.",
    "FAILED": "is geweigerd en niet verzonden. Herstel het adres en verstuur het opnieuw.",
    "AMBIGUOUS": "is misschien niet verzonden: dat is onzeker. Zoek uit of het weg is en leg dat vast.",
    "SENDING": "wordt nog verzonden. Wacht tot dat klaar is.",
}


def _must_be_covered(day: Day, messages: list[LastMessage]) -> None:
    """Check that payments are known up to and including the last day of every last term."""
    last_day = max(message.pay_by for message in messages)
    known = day.truth.covers_until
    if known is None or known < last_day:
        raise CannotHandOver(
            f"De laatste termijn liep tot en met {_day(last_day)}; betalingen zijn nog niet tot die dag bekend. "
            f"{day.truth.because} Verwerk eerst de betalingen tot en met {_day(last_day)}."
        )


def _claim(account: Account, ids: tuple[int, ...], on: date) -> Claim:
    """Return the claim on this day, or refuse where it cannot be counted to the cent."""
    invoices = dossier_rows.claimed_invoices(ids)
    foreign = [row for row in invoices if row.currency != "EUR"]
    if foreign:
        raise CannotHandOver(
            f"Factuur {foreign[0].number} is in {foreign[0].currency}. Rente en incassokosten worden alleen in euro "
            "berekend; draag deze factuur buiten Voldaan over."
        )
    if Allocation.objects.filter(invoice__in=ids, on__gt=on).exists():
        raise CannotHandOver(
            f"Na {_day(on)} is op een van deze facturen al iets afgeboekt. Kies een dag waarop dat bekend was."
        )
    try:
        sent = notices_about(ids)
        return claim_on(invoices, capacity_of(account), on=on, notice=sent[-1] if sent else None)
    except MissingRate as missing:
        raise CannotHandOver(
            f"De rente over {_day(missing.day)} is niet bekend, en zonder rente is de vordering niet volledig. "
            "Werk Voldaan bij met het nieuwe rentepercentage, of kies een eerdere dag."
        ) from None


def _keep(
    client: Client, account: Account, case: _Case, dossier: Dossier, *, on: date, at: datetime, by: str
) -> None:
    """Write the hand-over, its invoices and the event that names the dossier by its digest."""
    row = HandOver.objects.create(
        client=client,
        account=account,
        on=on,
        confirmed_by=client.authorised_person,
        confirmed_at=at,
        dossier_sha256=dossier.json_sha256,
    )
    HandOverInvoice.objects.bulk_create(
        HandOverInvoice(
            client=client, handover=row, invoice_id=one.invoice.id, open_cents=one.invoice.open_cents
        )
        for one in case.claim.invoices
    )
    Invoice.objects.filter(pk__in=case.ids).update(handed_over_on=on)
    data = {
        "handover": row.pk,
        "invoices": [[one.invoice.id, one.invoice.open_cents] for one in case.claim.invoices],
        "cents": case.claim.principal_cents,
        "dossier": dossier.json_sha256,
        "pdf": dossier.pdf_sha256,
    }
    gone = events.NewEvent(
        kind="invoice.handed_over", on=on, at=at, actor=by, account_id=account.pk, data=data
    )
    events.append(client, gone)


def _sent_on(message: LastMessage) -> date:
    return message.on


def _day(day: date) -> str:
    return format_day(day, "nl")
