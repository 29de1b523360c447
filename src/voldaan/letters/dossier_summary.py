"""The first page of a dossier: who, how much, and the facts that a bailiff asks for first."""

from voldaan.domain.strategy.words import stage_words
from voldaan.letters.dossier_words import (
    CAPACITIES,
    CHANNELS,
    INTEREST_KINDS,
    Json,
    euro,
    long_day,
    moment,
    row,
)
from voldaan.letters.figures import iban_in_groups


def parties(creditor: Json, agency: Json | None, debtor: Json) -> list[Json]:
    """Return who is owed, who acted for it and who owes, as they stand beside each other."""
    acted = [("Namens de schuldeiser", agency, _agency_lines(agency))] if agency else []
    columns = [
        ("Schuldeiser", creditor, _creditor_lines(creditor)),
        *acted,
        ("Debiteur", debtor, _debtor_lines(debtor)),
    ]
    return [{"role": role, "name": party["name"], "lines": lines} for role, party, lines in columns]


def _creditor_lines(creditor: Json) -> list[str]:
    ibans = [f"IBAN {iban_in_groups(iban)}" for iban in creditor["bank_ibans"]]
    return [*_address(creditor["address"]), *_known(creditor, KvK="coc_number", btw="vat_number"), *ibans,
            *_known(creditor, tel="phone"), *_bare(creditor, "email")]  # fmt: skip


def _agency_lines(agency: Json) -> list[str]:
    return [
        *_address(agency["address"]),
        *_known(agency, KvK="coc_number", Registratie="registration_mark", tel="phone"),
        *_bare(agency, "email"),
    ]


def _debtor_lines(debtor: Json) -> list[str]:
    addresses = [line for address in debtor["addresses"] for line in _address(address)]
    contacts = [f"t.a.v. {contact['name']}" for contact in debtor["contacts"]]
    return [*addresses, f"Hoedanigheid: {CAPACITIES[debtor['capacity']]}", *contacts,
            *_known(debtor, KvK="coc_number", btw="vat_number", tel="phone"), *_bare(debtor, "email")]  # fmt: skip


def opening(dossier: Json) -> str:
    """Return in two sentences what is owed and what was done about it."""
    debtor, creditor, claim = dossier["parties"]["debtor"], dossier["parties"]["creditor"], dossier["claim"]
    count = len(dossier["invoices"])
    sent = _sent_reminders(dossier)
    last_term = max((message["pay_by"] for message in sent), default=None)
    reminded = (
        f" Na {len(sent)} {'bericht' if len(sent) == 1 else 'berichten'} zonder kosten verliep de laatste termijn op "
        f"{long_day(last_term)}."
        if last_term
        else ""
    )
    return (
        f"{debtor['name']} heeft {count} {'factuur' if count == 1 else 'facturen'} van {creditor['name']} niet of niet "
        f"helemaal betaald. Daarvan staat nog {euro(claim['principal_cents'])} open.{reminded}"
    )


def sums(dossier: Json) -> list[Json]:
    """Return the parts of the total: principal, interest and costs."""
    claim = dossier["claim"]
    kind = INTEREST_KINDS[claim["interest_kind"]]
    return [
        row("Hoofdsom, nog open", euro(claim["principal_cents"])),
        row(
            f"{kind[0].upper()}{kind[1:]} tot en met {long_day(dossier['on'])}", euro(claim["interest_cents"])
        ),
        row("Incassokosten, exclusief btw", euro(claim["costs_cents"])),
    ]


def brief(dossier: Json) -> list[Json]:
    """Return the facts that decide whether the claim holds."""
    oldest = min(invoice["due_date"] for invoice in dossier["invoices"])
    sent = _sent_reminders(dossier)
    last = [row("Laatste bericht", _last_message(sent[-1]))] if sent else []
    known = dossier["payments_until"]
    return [
        row("Oudste vervaldatum", long_day(oldest)),
        row("Verzuim", _default_inbrief(dossier["invoices"])),
        row("Incassokosten", dossier["claim"]["costs_sentence"]),
        *last,
        row("Betwistingen", _disputes_inbrief(dossier["disputes"])),
        row("Betalingen verwerkt", f"tot en met {long_day(known)}" if known else "niet bekend tot wanneer"),
        row("Overdracht bevestigd", f"door {dossier['confirmed_by']} op {moment(dossier['confirmed_at'])}"),
    ]


def _sent_reminders(dossier: Json) -> list[Json]:
    """Return the reminders that were sent: a thank-you, a reply and a statement give no term."""
    reminders = (message for message in dossier["messages"] if message["kind"] in ("REMINDER", "NOTICE"))
    return [message for message in reminders if message["state"] == "SENT"]


def _last_message(message: Json) -> str:
    stage, channel = stage_words(message["stage"], "nl"), CHANNELS[message["channel"]]
    sent_on, pay_by = long_day(message["sent_on"]), long_day(message["pay_by"])
    return f"{stage} {channel}, verzonden op {sent_on}, te betalen tot en met {pay_by}"


def _default_inbrief(invoices: list[Json]) -> str:
    days = [invoice["default"]["first_day"] for invoice in invoices]
    known = sorted(day for day in days if day)
    if not known:
        return "staat niet vast; zie bij de facturen"
    words = (
        f"vanaf {long_day(known[0])}"
        if known[0] == known[-1]
        else f"vanaf {long_day(known[0])} of later, per factuur"
    )
    return words if len(known) == len(days) else f"{words}; niet bij elke factuur staat het vast"


def _disputes_inbrief(disputes: list[Json]) -> str:
    if not disputes:
        return "geen"
    is_open = sum(1 for dispute in disputes if not dispute["closed_on"])
    return f"{len(disputes)}, waarvan {is_open or 'geen'} nog open; zie hoofdstuk 4"


def _known(party: Json, **fields: str) -> list[str]:
    """Return a line for each of these fields that is known: its name and its value."""
    return [f"{name} {party[field]}" for name, field in fields.items() if party[field]]


def _bare(party: Json, field: str) -> list[str]:
    return [party[field]] if party[field] else []


def _address(address: Json) -> list[str]:
    town = " ".join(part for part in (address["postcode"], address["city"]) if part)
    country = "" if address["country"] == "NL" else address["country"]
    return [line for line in (address["street"], town, country) if line]
