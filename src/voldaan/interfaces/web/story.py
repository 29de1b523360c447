"""One thing that happened with an account, in words: what, the rest of it, and who did it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from voldaan.domain.answers.words import answer_words, mail_kind_words
from voldaan.domain.money import format_euro
from voldaan.domain.strategy.call_words import call_words
from voldaan.domain.strategy.words import exception_words, until_words
from voldaan.domain.workdays import format_day
from voldaan.interfaces.web.sentences import Language, listed
from voldaan.interfaces.web.words import words
from voldaan.records.desk_timeline import Happening

_MESSAGE = {
    "message.written": ("Bericht geschreven", "Message written"),
    "message.refused": ("Tekst afgekeurd", "Text refused"),
    "message.approved": ("Bericht goedgekeurd", "Message approved"),
    "message.first_approved": ("Eerste akkoord", "First approval"),
    "message.sending": ("Verzending begonnen", "Sending began"),
    "message.sent": ("Bericht verzonden", "Message sent"),
    "message.printed": ("Brief in een printbestand gezet", "Letter put in a print file"),
    "message.failed": ("Bericht niet bezorgd", "Message not delivered"),
    "message.not_taken": ("Nog niet aangenomen door het kanaal", "Not yet taken by the channel"),
    "message.ambiguous": ("Niet zeker of het bericht weg is", "Not certain that the message left"),
    "message.withdrawn": ("Bericht ingetrokken", "Message withdrawn"),
    "message.bounced": ("Bericht teruggekomen", "Message bounced"),
    "message.set_aside": ("Bericht opzijgelegd", "Message set aside"),
    "message.not_sent": ("Vastgesteld: niet verzonden", "Found: not sent"),
}
_OTHER = {
    "invoice": ("Factuur", "Invoice"),
    "credit_note": ("Creditnota", "Credit note"),
    "hold.placed": ("Blokkade geplaatst", "Hold placed"),
    "hold.lifted": ("Blokkade opgeheven", "Hold lifted"),
    "dispute.opened": ("Betwist", "Disputed"),
    "dispute.closed": ("Betwisting afgesloten", "Dispute closed"),
    "promise.made": ("Betaling toegezegd", "Payment promised"),
    "payment_plan.agreed": ("Betalingsregeling afgesproken", "Payment plan agreed"),
    "payment_plan.ended": ("Betalingsregeling beëindigd", "Payment plan ended"),
    "client.asked": ("Opdrachtgever gevraagd of dit klopt", "Client asked whether this is right"),
    "client.answered": ("Antwoord van de opdrachtgever", "Answer of the client"),
    "question.asked": ("Vraag gesteld", "Question asked"),
    "debtor.merged": ("Samengevoegd met een andere debiteur", "Merged with another debtor"),
    "debtor.unmerged": ("Samenvoeging ongedaan gemaakt", "Merge undone"),
    "question.parked": ("Vraag geparkeerd", "Question parked"),
    "question.unparked": ("Vraag teruggehaald", "Question brought back"),
    "payment.undone": ("Afletteren ongedaan gemaakt", "Match undone"),
    "payment.redone": ("Opnieuw afgeletterd", "Matched again"),
    "question.answered": ("Vraag beantwoord", "Question answered"),
    "exception.made": ("Uitzondering gemaakt", "Exception made"),
    "exception.ended": ("Uitzondering beëindigd", "Exception ended"),
    "deadline.insurer": ("Dag voor de kredietverzekeraar", "Day for the credit insurer"),
    "deadline.insurer_told": ("Kredietverzekeraar ingelicht", "Credit insurer told"),
    "deadline.time_bar": ("Verjaring vastgelegd", "Limitation written down"),
    "direct_debit.ended": ("Automatische incasso mislukt", "Direct debit failed"),
    "account.tagged": ("Labels gewijzigd", "Tags changed"),
    "call.recorded": ("Gebeld", "Called"),
    "mail.taken": ("Mail ontvangen", "Mail received"),
    "mail.placed": ("Mail bij deze debiteur geplaatst", "Mail placed with this debtor"),
    "mail.taken_back": ("Mail hoort niet bij deze debiteur", "Mail is not of this debtor"),
    "mail.decided": ("Mail behandeld", "Mail decided"),
    "invoice.written_off": ("Afgeboekt", "Written off"),
    "invoice.write_off_undone": ("Afboeking teruggenomen", "Write-off taken back"),
}
_ALLOCATED = {
    "PAYMENT": ("Betaling", "Payment"),
    "CREDIT_NOTE": ("Creditnota verrekend", "Credit note allocated"),
    "LEDGER": ("Volgens de openstaandepostenlijst", "According to the open-item list"),
    "CLIENT_WORD": ("Volgens de opdrachtgever voldaan", "Paid, says the client"),
    "DIFFERENCE": ("Verschil losgelaten", "Difference let go"),
}
_CODES = {"hold": "hold", "client": "client_says", "payment_plan": "plan_outcome"}
"""By the first word of an event: what kind its code is, where it is not about a question."""
_IN = ("invoice", "credit_note", "allocation", "mail.taken", "mail.placed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the timeline."""

    side: str
    """ "in", "out" or "own": whether it came in, went out, or was done here."""
    what: str
    rest: str
    amount: str
    by: str
    message: str
    payment: int | None = None
    """The payment that it is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOfLines:
    """What happened on one day."""

    day: str
    lines: tuple[Line, ...]


def message_words(kind: str, language: Language) -> str:
    """Return what an event about a message says."""
    return _MESSAGE[kind][language == "en"]


def story(happenings: Iterable[Happening], language: Language) -> tuple[DayOfLines, ...]:
    """Return a timeline in words, a day at a time."""
    return tuple(
        DayOfLines(
            day=format_day(day, language, long=False), lines=tuple(line_of(one, language) for one in group)
        )
        for day, group in groupby(happenings, key=lambda one: one.on)
    )


def line_of(one: Happening, language: Language) -> Line:
    """Return one happening in words."""
    english = language == "en"
    if one.kind == "decision":
        what, rest = _decision(one, language)
    elif one.kind == "allocation":
        what, rest = (
            _ALLOCATED.get(one.code, ("Afgeletterd", "Allocated"))[english],
            _to_invoice(one, language),
        )
    elif one.kind.startswith("message."):
        what = _MESSAGE.get(one.kind, (one.kind, one.kind))[english]
        rest = listed((words("stage", one.code, language), words("channel", one.channel, language)))
    else:
        what = _OTHER.get(one.kind, (one.kind, one.kind))[english]
        rest = _rest(one, language)
    return Line(
        side="in" if one.kind in _IN else "out" if one.kind == "message.sent" else "own",
        what=what,
        rest=rest,
        amount="" if one.cents is None or one.kind == "decision" else format_euro(one.cents, language),
        by=f"{'strategy' if english else 'strategie'} {one.by}" if one.kind == "decision" else one.by,
        message=one.message,
        payment=one.payment,
    )


def _decision(one: Happening, language: Language) -> tuple[str, str]:
    english = language == "en"
    act = words("act", one.act, language)
    stage = f" ({words('stage', one.text, language)})" if one.text else ""
    until = f" ({until_words(one.until, language)})" if one.until else ""
    return f"{'Decision' if english else 'Besluit'}: {act}{stage}", words(
        "reason", one.code, language
    ) + until


def _to_invoice(one: Happening, language: Language) -> str:
    word = "factuur" if language == "nl" else "invoice"
    quoted = f"“{one.text}”" if one.text else ""
    why = words("difference", one.because, language) if one.because else ""
    return listed((f"{word} {one.invoices[0]}" if one.invoices else "", why, quoted, one.evidence))


def _rest(one: Happening, language: Language) -> str:
    if one.kind == "invoice":
        due = ("vervalt" if language == "nl" else "due") + f" {_day(one.until, language)}"
        return listed((one.invoices[0], due, one.text))
    if one.kind == "credit_note":
        return listed((one.text, *one.invoices))
    if one.kind.startswith("exception."):
        return listed((exception_words(one.act, one.text, language), *one.invoices)) + _until(
            one.until, language
        )
    if one.kind.startswith("deadline."):
        reason = words("barred", one.code, language) if one.code else ""
        return listed((*one.invoices, _day(one.until, language), reason))
    if one.kind == "call.recorded":
        return call_words(one.code, language)
    if one.kind.startswith("mail."):
        return (
            (answer_words if one.kind == "mail.decided" else mail_kind_words)(one.code, language)
            if one.code
            else ""
        )
    if one.kind == "invoice.written_off":
        return listed((*one.invoices, f"“{one.evidence}”" if one.evidence else ""))
    kind = _CODES.get(one.kind.partition(".")[0], "question")
    reason = words(kind, one.code, language) if one.code else ""
    return listed((reason, *one.invoices)) + _until(one.until, language)


def _until(day: date | None, language: Language) -> str:
    return f" ({'tot en met' if language == 'nl' else 'until'} {_day(day, language)})" if day else ""


def _day(day: date | None, language: Language) -> str:
    return format_day(day, language, long=False) if day else ""
