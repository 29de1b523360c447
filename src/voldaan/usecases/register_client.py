"""Clients, their bank accounts, the agency that works for them, and from which day."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from voldaan.domain.identifiers import compact_iban, compact_kvk, is_valid_email, is_valid_kvk
from voldaan.domain.wording.facts import Sender
from voldaan.letters.text_problems import TextsError
from voldaan.records import events
from voldaan.records.message_facts import agency_sender, client_sender
from voldaan.records.models import Agency, Client, ClientIban, Engagement
from voldaan.records.models.client import PAYMENT_TRUTHS
from voldaan.records.models.engagement import PAY_TO
from voldaan.records.scope import clients, one_transaction, rows_of
from voldaan.usecases.choose_strategies import CannotFollow, usable_list
from voldaan.usecases.choose_style import CannotWear, check_style
from voldaan.usecases.choose_texts import check_usable

_KEY = re.compile(r"[-a-zA-Z0-9_]{1,40}")
_BOUNDS = {
    "link_from_points": (50, 500, "Het aantal punten waarop zonder medewerker wordt afgeletterd"),
    "tolerance_cents": (0, 1000, "Het verschil in centen waarbij een factuur toch voldaan is"),
    "answer_days": (1, 30, "Het aantal werkdagen dat een opdrachtgever heeft om te antwoorden"),
}
_BANK_ACCOUNT = re.compile(r"[A-Z0-9/]{5,34}")


class CannotRegister(Exception):
    """Something that was given cannot be used, with a Dutch sentence that says what and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientDetails:
    """What is given of a client. None: not given, and what is known stays."""

    coc_number: str | None = None
    vat_number: str | None = None
    street: str | None = None
    postcode: str | None = None
    city: str | None = None
    country: str | None = None
    signer: str | None = None
    phone: str | None = None
    email: str | None = None
    website: str | None = None
    truth_days_max: int | None = None
    link_from_points: int | None = None
    """How much must speak for a match before it counts without a person."""
    tolerance_cents: int | None = None
    """How much too little still closes an invoice."""
    strategy: str | None = None
    """The keys of its strategies, with commas, in the order in which they are tried."""
    text_set: str | None = None
    """The key of the texts in which it writes."""
    approval: str | None = None
    """AUTOMATIC, BATCH or FOUR_EYES."""
    thanks: bool | None = None
    """Who pays after a reminder is thanked."""
    statements: str | None = None
    """When business debtors get a statement of account: ON_REQUEST or MONTHLY."""
    authorised_person: str | None = None
    next_step_collection: bool | None = None
    private_law_only: bool | None = None
    """A public body's word that its invoices are of private law but where the words show otherwise."""
    style_colour: str | None = None
    house_style: str | None = None
    """The key of its house style; empty: its name in its colour."""
    asks_first: bool | None = None
    """The client is asked before its debtors are reminded ("klopt dit nog?"). An engagement has its own."""
    silence_goes: bool | None = None
    """What it says nothing about may be reminded after the days to answer."""
    answer_days: int | None = None
    """How many working days it has to answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyDetails:
    """What is given of an agency. None: not given, and what is known stays."""

    registered_name: str | None = None
    registration_mark: str | None = None
    registered_until: date | None = None
    """The last day of the registration. A suspension is told by the day before it."""
    coc_number: str | None = None
    vat_number: str | None = None
    street: str | None = None
    postcode: str | None = None
    city: str | None = None
    country: str | None = None
    signer: str | None = None
    phone: str | None = None
    email: str | None = None
    website: str | None = None
    complaints: str | None = None
    iban: str | None = None
    iban_name: str | None = None
    text_set: str | None = None
    style_colour: str | None = None
    house_style: str | None = None
    """The key of its house style; empty: its name in its colour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EngagementTerms:
    """What an agency does for a client, from which day and for what price."""

    first_day: date
    price_cents: int
    """Per invoice, excluding VAT."""
    last_day: date | None = None
    strategy: str = "standard"
    payment_truth: str = "BANK"
    pay_to: str = "CLIENT"
    every_message_is_charged: bool = False
    asks_first: bool = False
    """The client is asked before its debtors are reminded ("klopt dit nog?")."""
    silence_goes: bool = False
    """What it says nothing about may be reminded after the days to answer."""
    answer_days: int = 2
    """How many working days it has to answer."""


def add_client(
    key: str,
    *,
    name: str | None = None,
    ibans: Iterable[str] = (),
    payment_truth: str | None = None,
    details: ClientDetails | None = None,
    on: date,
    at: datetime,
    by: str,
) -> Client:
    """Add a client, or to a known one the bank accounts and the fields that are given.

    Raises:
        CannotRegister: the key, a bank account or a field cannot be used, or a new client has no name.
    """
    given = _given(details) | {"name": name, "payment_truth": (payment_truth or "").upper() or None}
    given = {field: value for field, value in given.items() if value is not None}
    accounts = _valid_ibans(ibans)
    _check_client(key, given)
    with one_transaction():
        client = Client.objects.filter(key=key).first()
        if client is None:
            return _new_client(key, given, accounts, on=on, at=at, by=by)
        return _changed_client(client, given, accounts, on=on, at=at, by=by)


def add_agency(key: str, *, details: AgencyDetails, on: date, at: datetime, by: str) -> Agency:
    """Add an agency, or change the fields of a known one that are given. Its clients' chains tell of a change.

    Raises:
        CannotRegister: the key or the bank account cannot be used, or a new agency has no registered name.
    """
    given = _given(details)
    _check_key(key)
    _check_email(given)
    _check_texts(given)
    if given.get("iban"):
        (given["iban"],) = _valid_ibans([given["iban"]])
    with one_transaction():
        known = Agency.objects.filter(key=key).first()
        agency = known or Agency(key=key)
        if not (given.get("registered_name") or agency.registered_name):
            raise CannotRegister(f"Bureau {key} is nieuw: geef de naam waaronder het in het register staat.")
        changed = sorted(field for field, value in given.items() if getattr(agency, field) != value)
        for field in changed:
            setattr(agency, field, given[field])
        if known is None or changed:
            _check_style(agency.house_style, agency_sender(agency))
            agency.save()
        _tell_its_clients(agency, changed, on=on, at=at, by=by)
    return agency


def start_engagement(
    client: Client, agency: Agency, *, terms: EngagementTerms, on: date, at: datetime, by: str
) -> Engagement:
    """Start an agency's engagement for a client.

    Raises:
        CannotRegister: the terms make no sense, or another engagement runs on one of its days.
    """
    _check_terms(terms)
    with rows_of(client), one_transaction():
        events.hold_still(client)
        for other in Engagement.objects.select_related("agency").order_by("first_day"):
            if _overlap(other, terms):
                until = f"{other.last_day:%d-%m-%Y}" if other.last_day else "een onbepaalde dag"
                raise CannotRegister(
                    f"Voor {client.name} loopt al een opdracht van {other.agency} van {other.first_day:%d-%m-%Y} "
                    f"tot en met {until}. Beëindig die eerst, of laat de nieuwe later beginnen."
                )
        values = {field.name: getattr(terms, field.name) for field in fields(terms)}
        values["strategy"] = _usable_list(terms.strategy, by_agency=True)
        engagement = Engagement.objects.create(client=client, agency=agency, **values)
        data = {"engagement": engagement.pk, "agency": agency.pk, "price_cents": terms.price_cents}
        _tell(client, "engagement.started", data, on=on, at=at, by=by)
    return engagement


def end_engagement(client: Client, *, last_day: date, on: date, at: datetime, by: str) -> Engagement:
    """End the engagement that runs on a day; that day is its last.

    Raises:
        CannotRegister: no engagement runs on that day.
    """
    with rows_of(client), one_transaction():
        events.hold_still(client)
        running = [one for one in Engagement.objects.order_by("-first_day") if _runs_on(one, last_day)]
        if not running:
            raise CannotRegister(f"Op {last_day:%d-%m-%Y} loopt voor {client.name} geen opdracht.")
        engagement = running[0]
        engagement.last_day = last_day
        engagement.save(update_fields=["last_day"])
        data = {"engagement": engagement.pk, "last_day": last_day.isoformat()}
        _tell(client, "engagement.ended", data, on=on, at=at, by=by)
    return engagement


def _given(details: ClientDetails | AgencyDetails | None) -> dict[str, Any]:
    """Return the fields that were given."""
    if details is None:
        return {}
    found = {field.name: getattr(details, field.name) for field in fields(details)}
    return {name: value for name, value in found.items() if value is not None}


def _valid_ibans(ibans: Iterable[str]) -> list[str]:
    """Return bank accounts as they are kept, each once, or refuse the first that cannot be one.

    An account whose check digits are wrong is taken as given: statements of old account numbers and of test
    banks carry such. Whoever asks for it is told; a message asks to pay to it only because it was given here.
    """
    found: dict[str, None] = {}
    for iban in ibans:
        compact = compact_iban(iban)
        if not _BANK_ACCOUNT.fullmatch(compact):
            raise CannotRegister(
                f"{iban!r} is geen rekeningnummer: dat heeft 5 tot 34 letters en cijfers. Neem het over van een "
                "bankafschrift."
            )
        found[compact] = None
    return list(found)


def _check_key(key: str) -> None:
    if not _KEY.fullmatch(key):
        raise CannotRegister(
            f"{key!r} kan geen sleutel zijn: gebruik 1 tot 40 letters zonder accent, cijfers, streepjes en lage "
            "strepen, zonder spaties."
        )


def _check_client(key: str, given: dict[str, Any]) -> None:
    _check_key(key)
    truth = given.get("payment_truth")
    if truth is not None and truth not in PAYMENT_TRUTHS:
        known = ", ".join(PAYMENT_TRUTHS).lower()
        raise CannotRegister(f"{truth.lower()!r} is geen bron voor betalingen. Kies uit: {known}.")
    coc = given.get("coc_number")
    if coc and given.get("country", "NL") == "NL":
        if not is_valid_kvk(coc):
            raise CannotRegister(f"{coc!r} is geen KvK-nummer: dat heeft acht cijfers.")
        given["coc_number"] = compact_kvk(coc)
    _check_email(given)
    if "strategy" in given:
        given["strategy"] = _usable_list(given["strategy"], by_agency=False)
    _check_texts(given)
    _check_bounds(given)
    for field, value in given.items():
        most = getattr(Client._meta.get_field(field), "max_length", None)
        if most and isinstance(value, str) and len(value) > most:
            raise CannotRegister(f"{field} is langer dan {most} tekens. Kort het in.")


def _check_bounds(given: dict[str, Any]) -> None:
    for field, (least, highest, says) in _BOUNDS.items():
        if not least <= given.get(field, least) <= highest:
            raise CannotRegister(f"{says} ligt tussen {least} en {highest}.")


def _check_email(given: dict[str, Any]) -> None:
    email = given.get("email")
    if email and not is_valid_email(email):
        raise CannotRegister(f"{email!r} is geen e-mailadres. Geef er één, als naam@bedrijf.example.")


def _check_texts(given: dict[str, Any]) -> None:
    if "text_set" in given:
        try:
            check_usable(given["text_set"])
        except TextsError as error:
            raise CannotRegister(error.problems[0].told("nl")) from None


def _usable_list(keys: str, *, by_agency: bool) -> str:
    try:
        return usable_list(keys, by_agency=by_agency)
    except CannotFollow as error:
        raise CannotRegister(str(error)) from None


def _check_style(key: str, sender: Sender) -> None:
    try:
        check_style(key, sender)
    except CannotWear as error:
        raise CannotRegister(str(error)) from None


def _new_client(
    key: str, given: dict[str, Any], ibans: Sequence[str], *, on: date, at: datetime, by: str
) -> Client:
    if not given.get("name"):
        raise CannotRegister(f"Opdrachtgever {key} is nieuw: geef ook een naam.")
    client = Client(key=key, **given)
    _check_style(client.house_style, client_sender(client))
    client.save()
    with rows_of(client):
        _add_ibans(client, ibans)
        _tell(client, "client.added", {"fields": sorted(given), "ibans": len(ibans)}, on=on, at=at, by=by)
    return client


def _changed_client(
    client: Client, given: dict[str, Any], ibans: Sequence[str], *, on: date, at: datetime, by: str
) -> Client:
    changed = sorted(field for field, value in given.items() if getattr(client, field) != value)
    for field in changed:
        setattr(client, field, given[field])
    if changed:
        _check_style(client.house_style, client_sender(client))
    with rows_of(client):
        events.hold_still(client)
        added = _add_ibans(client, ibans)
        if changed:
            client.save(update_fields=changed)
        if changed or added:
            _tell(client, "client.changed", {"fields": changed, "ibans": added}, on=on, at=at, by=by)
    return client


def _add_ibans(client: Client, ibans: Sequence[str]) -> int:
    """Add the bank accounts that the client has not yet, and return how many."""
    known = set(ClientIban.objects.values_list("iban", flat=True))
    new = [ClientIban(client=client, iban=iban, name=client.name[:70]) for iban in ibans if iban not in known]
    return len(ClientIban.objects.bulk_create(new))


def _tell(client: Client, kind: str, data: dict[str, Any], *, on: date, at: datetime, by: str) -> None:
    events.append(client, events.NewEvent(kind=kind, on=on, at=at, actor=by, data=data))


def _tell_its_clients(agency: Agency, changed: Sequence[str], *, on: date, at: datetime, by: str) -> None:
    """Write a change of the agency in the chain of every client that it is or was engaged by."""
    if not changed:
        return
    for client in clients():
        with rows_of(client):
            if Engagement.objects.filter(agency=agency).exists():
                data = {"agency": agency.pk, "fields": list(changed)}
                _tell(client, "agency.changed", data, on=on, at=at, by=by)


def _check_terms(terms: EngagementTerms) -> None:
    _check_bounds({"answer_days": terms.answer_days})
    if terms.price_cents < 0:
        raise CannotRegister("De prijs per factuur kan niet negatief zijn.")
    if terms.last_day is not None and terms.last_day < terms.first_day:
        raise CannotRegister("De laatste dag van de opdracht ligt voor de eerste.")
    if terms.payment_truth not in PAYMENT_TRUTHS:
        raise CannotRegister(
            f"{terms.payment_truth!r} is geen bron voor betalingen: {', '.join(PAYMENT_TRUTHS)}."
        )
    if terms.pay_to not in PAY_TO:
        raise CannotRegister(f"{terms.pay_to!r} is geen bestemming van het geld: {', '.join(PAY_TO)}.")


def _overlap(other: Engagement, terms: EngagementTerms) -> bool:
    """Test if two engagements share a day."""
    begins_in_time = terms.last_day is None or other.first_day <= terms.last_day
    ends_in_time = other.last_day is None or terms.first_day <= other.last_day
    return begins_in_time and ends_in_time


def _runs_on(engagement: Engagement, day: date) -> bool:
    return engagement.first_day <= day and (engagement.last_day is None or day <= engagement.last_day)
