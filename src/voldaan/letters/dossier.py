"""The dossier of a claim as an accessible PDF (PDF/A-2a and PDF/UA-1), set from the dossier's JSON.

Sober and in Dutch: a summary on the first page, for a bailiff who has a minute, and behind it what it rests on.
The same dossier gives the same bytes.
"""

import json
from datetime import date
from typing import Final

from voldaan.domain.strategy.words import act_words, plan_outcome_words, reason_words, stage_words
from voldaan.letters.dossier_summary import brief, opening, parties, sums
from voldaan.letters.dossier_words import (
    ALLOCATION_KINDS,
    CHANNELS,
    DUE_DATE_BASES,
    HOLD_REASONS,
    INTEREST_KINDS,
    STATES,
    STOP_NAMES,
    Json,
    euro,
    long_day,
    moment,
    row,
    short_day,
)
from voldaan.letters.figures import iban_in_groups
from voldaan.letters.letter import LetterRefused
from voldaan.letters.typesetting import CannotSet, pdf_from

LEFT: Final = ("SENT", "BOUNCED", "AMBIGUOUS", "FAILED", "SENDING")


def pdf_of_dossier(dossier: Json, *, json_sha256: str, day: date) -> bytes:
    """Return the dossier as PDF bytes, dated `day`, which names the digest of the JSON that it was set from.

    Raises:
        LetterRefused: a name or text holds a character that the fonts of the letters lack.
    """
    content = json.dumps(drawn(dossier, json_sha256, day), ensure_ascii=False)
    try:
        return pdf_from("dossier.typ", content, day=day)
    except CannotSet as error:
        raise LetterRefused(_refusal(dossier, str(error))) from None


def _refusal(dossier: Json, message: str) -> str:
    return (
        f"Het dossier van debiteur {dossier['debtor']} kan niet als PDF worden gemaakt: {message}. "
        "Staat er in een naam of tekst een teken buiten het Latijnse, Griekse of Cyrillische schrift? "
        "Schrijf het dan in een van die schriften."
    )


def drawn(dossier: Json, json_sha256: str, day: date) -> Json:
    """Return every text of the dossier, in the order of its pages."""
    debtor, creditor = dossier["parties"]["debtor"], dossier["parties"]["creditor"]
    agency = dossier["parties"]["agency"]
    return {
        "title": f"Overdrachtsdossier {debtor['name']}",
        "author": (agency or creditor)["name"],
        "day": {"year": day.year, "month": day.month, "day": day.day},
        "footer": f"Overdrachtsdossier debiteur {dossier['debtor']} · {creditor['name']} · {long_day(dossier['on'])}",
        "subtitle": f"Debiteur {dossier['debtor']} van {creditor['name']} · overgedragen op {long_day(dossier['on'])}",
        "parties": parties(creditor, agency, debtor),
        "opening": opening(dossier),
        "sums": sums(dossier),
        "total": {
            "label": f"Totaal op {long_day(dossier['on'])}",
            "value": euro(dossier["claim"]["total_cents"]),
        },
        "brief": brief(dossier),
        "invoices": [_invoice(invoice) for invoice in dossier["invoices"]],
        "invoices_total": {"label": "Samen nog open", "value": euro(dossier["claim"]["principal_cents"])},
        "law": _law(dossier),
        "messages_opening": _messagesopening(dossier),
        "messages": [_message(message) for message in _left(dossier)],
        "messages_closing": _messages_closing(dossier),
        "exceptions": _exceptions(dossier),
        "decisions": [_decision(decision) for decision in dossier["decisions"]],
        "origin": _origin(dossier),
        "digests": [
            row("Dossier in JSON", json_sha256),
            row("Laatste gebeurtenis", dossier["events"]["hash"]),
        ],
    }


def _invoice(invoice: Json) -> Json:
    found = invoice["interest"]
    return {
        "number": invoice["number"],
        "issued": short_day(invoice["issue_date"]),
        "due": short_day(invoice["due_date"]),
        "subject": invoice["subject"] or "",
        "asked": euro(invoice["asked_cents"]),
        "open": euro(invoice["open_cents"]),
        "heading": f"Factuur {invoice['number']}",
        "rows": _invoice_rows(invoice),
        "allocations": [
            [short_day(row["on"]), ALLOCATION_KINDS[row["kind"]], euro(row["cents"])]
            for row in invoice["allocations"]
        ],
        "segments": [_segment(segment) for segment in found["segments"]] if found else [],
        "interest_total": {"label": "Rente", "value": euro(found["interest_cents"] if found else 0)},
        "notes": [
            *_resting_notes(invoice["resting"]),
            *(_payment_notes(found["payments"]) if found else []),
        ],
    }


def _invoice_rows(invoice: Json) -> list[Json]:
    basis = DUE_DATE_BASES[invoice["due_date_basis"]]
    total = invoice["total_cents"]
    pay_to = invoice["pay_to"]
    rows = [
        row("Factuurbedrag", "niet bekend" if total is None else euro(total)),
        row("Vervaldatum", f"{long_day(invoice['due_date'])}, {basis}"),
        row("Verzuim", _default_words(invoice["default"])),
        row("Nog open", euro(invoice["open_cents"])),
    ]
    if invoice["payment_reference"]:
        rows.append(row("Betalingskenmerk", invoice["payment_reference"]))
    if pay_to:
        rows.append(row("Te betalen op", f"{iban_in_groups(pay_to['iban'])} {pay_to['name'] or ''}".strip()))
    if invoice["interest"] is None:
        rows.append(
            row("Rente", "geen: het verzuim is op de dag van de overdracht niet begonnen of staat niet vast")
        )
    return rows


def _default_words(default: Json) -> str:
    articles = ", ".join(citation["article"] for citation in default["citations"])
    first = f"{long_day(default['first_day'])}: " if default["first_day"] else ""
    return f"{first}{default['sentence']} ({articles})"


def _segment(segment: Json) -> list[str]:
    rate = segment["rate"].replace(".", ",")
    return [
        short_day(segment["from"]),
        short_day(segment["to"]),
        str(segment["days"]),
        f"{rate} %",
        euro(segment["base"]),
        euro(segment["cents"]),
    ]


def _resting_notes(resting: list[Json]) -> list[str]:
    return [
        f"Geen rente van {long_day(rest['from'])} tot en met {long_day(rest['to'])}: {STOP_NAMES[rest['because']]}."
        for rest in resting
    ]


def _payment_notes(payments: list[Json]) -> list[str]:
    return [
        f"Van de betaling van {euro(split['cents'])} op {long_day(split['on'])} gaat "
        f"{euro(split['interest_cents'])} naar rente en "
        f"{euro(split['principal_cents'])} naar de hoofdsom (art. 6:44 lid 1 BW)."
        for split in payments
        if split["interest_cents"]
    ]


def _law(dossier: Json) -> list[str]:
    claim = dossier["claim"]
    lines = [f"Incassokosten: {claim['costs_sentence']} ({_articles(claim['costs_citations'])})."]
    if not claim["citations"]:
        return ["Er is geen rente berekend.", *lines]
    kind = INTEREST_KINDS[claim["interest_kind"]]
    return [
        f"Berekend is de {kind}, tot en met de dag van de overdracht ({_articles(claim['citations'])}). Een jaar rente "
        "wordt bij de hoofdsom geteld op de verjaardag van de eerste rentedag. Elk tijdvak is op de cent afgerond.",
        *lines,
        _asked_so_far(dossier),
    ]


def _asked_so_far(dossier: Json) -> str:
    if any(message["kind"] == "NOTICE" for message in _left(dossier)):
        return (
            "In geen enkel bericht aan de debiteur is rente gevraagd. Alleen de veertiendagenbrief noemt kosten, voor "
            "als betaling binnen zijn termijn uitblijft."
        )
    return "In geen enkel bericht aan de debiteur is rente of een bedrag aan kosten gevraagd."


def _messagesopening(dossier: Json) -> str:
    count = len(_left(dossier))
    if not count:
        return "Over deze facturen is niets verzonden."
    return (
        f"Over deze facturen {'is 1 bericht' if count == 1 else f'zijn {count} berichten'} verzonden of aangeboden. "
        "De SHA-256 is die van de bytes zoals zij het huis verlieten; zij liggen onder dat kenmerk in het archief."
    )


def _messages_closing(dossier: Json) -> str:
    rest = len(dossier["messages"]) - len(_left(dossier))
    if not rest:
        return ""
    return (
        f"{'1 ander bericht is' if rest == 1 else f'{rest} andere berichten zijn'} geschreven en niet verzonden; "
        "zie het dossier in JSON."
    )


def _left(dossier: Json) -> list[Json]:
    return [message for message in dossier["messages"] if message["state"] in LEFT]


def _message(message: Json) -> Json:
    stage = stage_words(message["stage"], "nl")
    numbers = [invoice["number"] for invoice in message["invoices"]]
    when = message["sent_on"] or message["sending_at"] or message["written_at"]
    rows = [
        row("Facturen", ", ".join(numbers)),
        row("Aan", ", ".join(message["recipient"].splitlines())),
        row("Geschreven", moment(message["written_at"])),
        row("Goedgekeurd", f"{moment(message['approved_at'])} door {message['approved_by']}"),
        row("Aangeboden", moment(message["sending_at"]) if message["sending_at"] else "niet bekend"),
        _term(message),
        row("Afloop", STATES[message["state"]]),
    ]
    if message["channel_said"]:
        rows.append(row("Antwoord van het kanaal", message["channel_said"]))
    return {
        "heading": f"{stage[0].upper()}{stage[1:]} {CHANNELS[message['channel']]}, {long_day(when[:10])}",
        "rows": rows,
        "sha256": message["sent_sha256"] or "",
    }


def _term(message: Json) -> Json:
    """Return the last day to pay; of a notice, which names none, the day with which is counted."""
    if message["kind"] == "NOTICE":
        return row(
            "Termijn", f"veertien dagen na bezorging, gerekend tot en met {long_day(message['pay_by'])}"
        )
    if message["kind"] != "REMINDER":
        return row("Betalen tot en met", "dit bericht vraagt niet om betaling")
    return row("Betalen tot en met", long_day(message["pay_by"]))


def _exceptions(dossier: Json) -> list[list[str]]:
    """Return what stood between, in the order in which it began."""
    rows = [
        *((row["opened_on"], "Betwisting", row["invoice"], _dispute(row)) for row in dossier["disputes"]),
        *((row["promised_on"], "Toezegging", row["invoice"], _promise(row)) for row in dossier["promises"]),
        *(
            (row["agreed_on"], "Regeling", ", ".join(row["invoices"]), _plan(row))
            for row in dossier["payment_plans"]
        ),
        *((row["first_day"], "Blokkade", row["invoice"], _hold(row)) for row in dossier["holds"]),
    ]
    return [
        [kind, short_day(day), invoice or "alle", what]
        for day, kind, invoice, what in sorted(rows, key=_first)
    ]


def _first(row: tuple[str, str, str | None, str]) -> str:
    return row[0]


def _dispute(row: Json) -> str:
    ended = f"afgesloten op {short_day(row['closed_on'])}" if row["closed_on"] else "nog open"
    return _sentence(euro(row["cents"]), ended, row["outcome"], row["note"])


def _promise(row: Json) -> str:
    amount = euro(row["cents"]) if row["cents"] else "het openstaande bedrag"
    ended = f"ingetrokken op {short_day(row['cancelled_on'])}" if row["cancelled_on"] else None
    return _sentence(f"{amount} uiterlijk {short_day(row['last_day'])}", ended, row["note"])


def _plan(row: Json) -> str:
    count, total = len(row["instalments"]), sum(part["cents"] for part in row["instalments"])
    ended = f"beëindigd op {short_day(row['ended_on'])}" if row["ended_on"] else "loopt"
    return _sentence(
        f"{count} termijnen, samen {euro(total)}", ended, plan_outcome_words(row["outcome"] or "", "nl")
    )


def _hold(row: Json) -> str:
    until = row["lifted_on"] or row["last_day"]
    ended = (
        f"tot {short_day(until)}"
        if row["lifted_on"]
        else f"tot en met {short_day(until)}"
        if until
        else "loopt"
    )
    return _sentence(HOLD_REASONS[row["reason"]], ended, row["note"])


def _decision(decision: Json) -> list[str]:
    stage = f": {stage_words(decision['stage'], 'nl')}" if decision["stage"] else ""
    by_reason: dict[str, list[str]] = {}
    for invoice in decision["invoices"]:
        by_reason.setdefault(invoice["because"], []).append(invoice["number"])
    reasons = "; ".join(
        f"{', '.join(numbers)}: {reason_words(code, 'nl')}" for code, numbers in by_reason.items()
    )
    return [short_day(decision["on"]), f"{act_words(decision['act'], 'nl')}{stage}", reasons]


def _origin(dossier: Json) -> list[str]:
    return [
        "Dit document is gemaakt uit het dossier in JSON met het kenmerk hieronder. "
        "Dat bestand bevat alles, ook wat hier is ingekort.",
        f"Alles wat er gebeurde staat in een keten van gebeurtenissen. Op het moment van de overdracht was nummer "
        f"{dossier['events']['sequence']} de laatste, met het kenmerk hieronder.",
    ]


def _articles(citations: list[Json]) -> str:
    return ", ".join(citation["article"] for citation in citations)


def _sentence(*parts: str | None) -> str:
    return "; ".join(part for part in parts if part)
