"""What a person means with an exception: checked, with the stage that is coming and the strategy that is followed."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, Literal, get_args

from voldaan.domain.strategy.coming import coming_stage, next_message
from voldaan.domain.strategy.facts import AccountFacts
from voldaan.domain.strategy.strategy import INCIDENTS, STAGE_KEYS, Channel, Strategy
from voldaan.domain.workdays import format_day
from voldaan.records.models import Account, Client, Invoice
from voldaan.records.models.departure import DEPARTURE_KINDS
from voldaan.usecases.known_strategies import known_strategy
from voldaan.usecases.plan_day import Day, day_of, decided

CHANNELS: Final = get_args(Channel)
SKIPPED: Final = (*STAGE_KEYS, *INCIDENTS)
"""What a person can let pass: a stage, or the first text or the question after an incident."""
REASON_LENGTH_MAX: Final = 500
ONE_DAY: Final = timedelta(days=1)
Remark = Literal["NO_SUCH_ADDRESS", "NO_SUCH_STAGE", "SENT_ALREADY"]
REMARKS: Final[dict[Remark, tuple[str, str]]] = {
    "NO_SUCH_ADDRESS": (
        "Langs die weg is deze debiteur niet te bereiken: er gaat niets uit tot er een adres is.",
        "This debtor cannot be reached that way: nothing goes out until there is an address.",
    ),
    "NO_SUCH_STAGE": (
        "De strategie die nu geldt, heeft deze stap niet.",
        "The strategy that counts now has no such stage.",
    ),
    "SENT_ALREADY": (
        "Deze stap is bij deze factuur al geweest of voorbij: er verandert niets.",
        "This invoice has had this stage already, or is past it: nothing changes.",
    ),
}


class CannotMakeException(Exception):
    """The exception makes no sense, with a Dutch sentence that says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a person asks for."""

    kind: str
    reason: str
    value: str = ""
    """The stage, channel or strategy; of SKIP it may be empty: what comes next."""
    first_day: date | None = None
    """None: from today on."""
    last_day: date | None = None
    """None: until somebody ends it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """An exception that is about to be written."""

    wish: Wish
    value: str
    invoice: Invoice | None = None
    first_day: date
    strategy: Strategy | None = None
    remark: Remark | None = None


def checked(wish: Wish, on: date) -> Wish:
    """Return what a person asks for on a day, checked as far as that can be done without the book.

    Raises:
        StrategyError: there is no strategy of that name.
        CannotMakeException: it makes no sense, and why.
    """
    kind, value, reason = wish.kind, wish.value.strip(), wish.reason.strip()
    first_day = wish.first_day or on
    if kind not in DEPARTURE_KINDS:
        raise CannotMakeException(
            f"{kind!r} is geen uitzondering die wij kennen. Kies uit: {', '.join(DEPARTURE_KINDS)}."
        )
    if not reason:
        raise CannotMakeException("Een uitzondering heeft een reden: schrijf op waarom zij wordt gemaakt.")
    if len(reason) > REASON_LENGTH_MAX:
        raise CannotMakeException(
            f"De reden is langer dan {REASON_LENGTH_MAX} tekens. Schrijf haar korter op."
        )
    if wish.last_day is not None and wish.last_day < max(first_day, on):
        told, first = (format_day(day, "nl", long=False) for day in (wish.last_day, max(first_day, on)))
        raise CannotMakeException(
            f"De laatste dag ({told}) ligt voor {first}: de uitzondering zou nooit gelden. Kies een latere dag."
        )
    if kind in ("SKIP", "CHANNEL"):
        value = value.upper()
    return replace(wish, value=_known(kind, value), reason=reason, first_day=first_day)


def _known(kind: str, value: str) -> str:
    """Return what an exception names, where it is something that we know."""
    if kind == "SKIP" and value and value not in SKIPPED:
        raise CannotMakeException(f"{value!r} is geen stap die wij kennen. Kies uit: {', '.join(SKIPPED)}.")
    if kind == "CHANNEL" and value not in CHANNELS:
        raise CannotMakeException(f"Noem het kanaal: {' of '.join(CHANNELS)}.")
    if kind == "STRATEGY":
        if not value:
            raise CannotMakeException("Noem de strategie die moet gelden.")
        known_strategy(value)
    if kind in ("HOLD", "SOONER") and value:
        raise CannotMakeException(f"Bij deze uitzondering hoort geen keuze; laat {value!r} weg.")
    return value


def must_be_for(kind: str, debtor: str | None, invoice: str | None) -> None:
    """Check that an exception of this kind can be for what it is asked for.

    Raises:
        CannotMakeException: it cannot, and why.
    """
    if kind == "HOLD" and (debtor or invoice):
        raise CannotMakeException(
            "Eén debiteur of factuur laat u met rust met een blokkade; deze uitzondering geldt voor de hele "
            "opdrachtgever. In een terminal: voldaan hold."
        )
    if invoice and kind not in ("SKIP", "SOONER"):
        raise CannotMakeException(
            "Een ander kanaal of een andere strategie geldt voor een hele debiteur, niet voor één factuur: er gaat "
            "één bericht uit over alles samen."
        )


def meant_by(
    client: Client, wish: Wish, account: Account | None, invoice: Invoice | None, on: date
) -> list[Meant]:
    """Return what is to be written: with the stage that is meant, and what a person should know of it.

    Needs the client's rows open.

    Raises:
        CannotMakeException: there is nothing that it could change.
    """
    if account is None:
        if wish.kind == "SKIP" and not wish.value:
            raise CannotMakeException(
                "Elke debiteur is ergens anders: noem de stap die voor de hele opdrachtgever vervalt."
            )
        remark = _stage_remark(wish, day_of(client, on).strategies.ordered)
        return [Meant(wish=wish, value=wish.value, first_day=wish.first_day or on, remark=remark)]
    day = day_of(client, on)
    facts = next((facts for facts, _ in decided(day, account.pk)), None)
    strategy = day.strategy_of(facts) if facts else None
    if wish.kind == "SKIP" and (invoice is not None or not wish.value):
        return _skips(wish, day, facts, strategy, invoice)
    first_day = wish.first_day or on
    if wish.kind == "SOONER":
        first_day = _soonest(first_day, facts, strategy, day, invoice)
    remark = _stage_remark(wish, () if strategy is None else (strategy,))
    if wish.kind == "CHANNEL" and facts is not None and wish.value not in facts.channels:
        remark = "NO_SUCH_ADDRESS"
    return [
        Meant(
            wish=wish,
            value=wish.value,
            invoice=invoice,
            first_day=first_day,
            strategy=strategy,
            remark=remark,
        )
    ]


def _stage_remark(wish: Wish, strategies: tuple[Strategy, ...]) -> Remark | None:
    if wish.kind != "SKIP" or wish.value in INCIDENTS:
        return None
    has = any(stage.key == wish.value for strategy in strategies for stage in strategy.stages)
    return None if has else "NO_SUCH_STAGE"


def _sent_remark(stage: str, invoice: Invoice, strategy: Strategy, facts: AccountFacts) -> Remark | None:
    """Return that an invoice has had a stage already, or one after it: nothing is left to pass over."""
    sent = next((one.stage for one in facts.invoices if one.id == invoice.pk), None)
    if stage in INCIDENTS or sent is None:
        return None
    return "SENT_ALREADY" if strategy.positions[sent] >= strategy.positions[stage] else None


def _skips(
    wish: Wish, day: Day, facts: AccountFacts | None, strategy: Strategy | None, invoice: Invoice | None
) -> list[Meant]:
    """Return what lets pass a stage of an invoice, or what the next message of the account would be about."""
    if facts is None or strategy is None or (invoice is not None and not invoice.open_cents):
        raise CannotMakeException(
            "Er staat niets open waarvoor een stap komt: er is niets over te slaan."
            if facts is None or strategy is not None
            else "Geen enkele strategie is voor deze debiteur, dus er komt geen stap. Kies eerst een strategie."
        )
    if invoice is None:
        coming = next_message(facts, strategy, day.facts)
    else:
        own = (one for one in facts.invoices if one.id == invoice.pk)
        found = (coming_stage(one, strategy, day.facts) for one in own)
        coming = tuple(one for one in found if one is not None)
    if wish.value in INCIDENTS and [one.stage for one in coming] != [wish.value]:
        raise CannotMakeException("Bij deze factuur is er nu niets van dien aard dat over te slaan is.")
    if not coming and not wish.value:
        raise CannotMakeException(
            f"Volgens de strategie {strategy.name} komt er geen stap meer: er is niets over te slaan."
        )
    if wish.value and invoice is not None:
        return [_skip(wish, wish.value, invoice, strategy, facts)]
    rows = {row.pk: row for row in Invoice.objects.filter(pk__in=[one.invoice_id for one in coming])}
    return [_skip(wish, one.stage, rows[one.invoice_id], strategy, facts) for one in coming]


def _skip(wish: Wish, stage: str, invoice: Invoice, strategy: Strategy, facts: AccountFacts) -> Meant:
    """Return what lets an invoice pass a stage; what went wrong with it was clear before that."""
    days = [day for day in (wish.first_day, _incident_on(facts, invoice)) if day is not None]
    remark = _stage_remark(replace(wish, value=stage), (strategy,)) or _sent_remark(
        stage, invoice, strategy, facts
    )
    return Meant(
        wish=wish, value=stage, invoice=invoice, first_day=max(days), strategy=strategy, remark=remark
    )


def _incident_on(facts: AccountFacts, invoice: Invoice) -> date | None:
    return next((one.incident_on for one in facts.invoices if one.id == invoice.pk), None)


def _soonest(
    first_day: date, facts: AccountFacts | None, strategy: Strategy | None, day: Day, invoice: Invoice | None
) -> date:
    """Return from which day the next stage may come: never the day of a message that has gone already.

    Where the strategy itself comes no later, there is nothing to bring forward.

    Raises:
        CannotMakeException: nothing comes that could come sooner.
    """
    if facts is None or strategy is None:
        return first_day
    invoices = [one for one in facts.invoices if invoice is None or one.id == invoice.pk]
    last = max((one.reminded_on for one in invoices if one.reminded_on), default=None)
    first_day = max(first_day, last + ONE_DAY) if last else first_day
    stages = [
        coming
        for one in invoices
        if (coming := coming_stage(one._replace(sooner=None), strategy, day.facts)) is not None
    ]
    if not stages:
        raise CannotMakeException(
            f"Volgens de strategie {strategy.name} komt er geen stap meer die eerder kan komen."
        )
    if all(one.day <= first_day for one in stages):
        told = format_day(max(one.day for one in stages), "nl", long=False)
        raise CannotMakeException(
            f"De volgende stap mag zonder uitzondering al op {told}: er is niets naar voren te halen."
        )
    return first_day
