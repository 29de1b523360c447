"""The rules behind one decision, in the order in which they are looked at: what each looked at, what it answered, and
the first day on which the calendar lets it answer otherwise. In Dutch or English, one list for every door.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final, NamedTuple

from voldaan.domain.money import format_euro
from voldaan.domain.strategy.choosing import Strategies, why_not
from voldaan.domain.strategy.decide import decide, in_order, looks_of, looks_without_strategy, matter_of
from voldaan.domain.strategy.facts import AccountFacts, DayFacts, Decision, InvoiceFacts
from voldaan.domain.strategy.looks import Look
from voldaan.domain.strategy.rules import MONTH_DAYS, RULES, Matter, Stop, block_of, mend_of, unwritten
from voldaan.domain.strategy.strategy import SPOKEN, Strategy
from voldaan.domain.strategy.words import (
    channel_words,
    condition_words,
    hold_words,
    reason_words,
    stage_words,
)
from voldaan.domain.workdays import format_day


class Step(NamedTuple):
    """One rule: its question, what it looked at, what it answered, and whether that decided."""

    rule: str
    """The code of its answer, or of the rule where it had nothing to say."""
    question: str
    looked_at: str
    found: str
    until: date | None
    """The first day on which the calendar alone can give another answer."""
    decided: bool


def steps(
    account: AccountFacts,
    strategies: Strategies,
    day: DayFacts,
    numbers: Mapping[int, str],
    *,
    language: str = "nl",
) -> tuple[Step, ...]:
    """Return each rule for this account on this day, in order; the one that decided is marked.

    `numbers` are the numbers of its invoices by id.
    """
    account = in_order(account)
    decision = decide(account, strategies, day)
    strategy = strategies.for_account(account, day.on, day.client)
    if strategy is None:
        looks = looks_without_strategy(account, strategies, day)
        of_account = _without_strategy(account, language)
    else:
        looks = looks_of(account, strategy, day)
        of_account = _account_steps(matter_of(account, strategy, day, looks), language)
    of_invoices = [_invoice_step(look, numbers, language) for look in looks]
    marks = _decided(decision, looks, of_invoices, of_account)
    found = [_which_strategy(account, strategies, day, strategy, language), *of_invoices, *of_account]
    return tuple(step._replace(decided=mark) for step, mark in zip(found, [False, *marks], strict=True))


def _decided(
    decision: Decision, looks: list[Look], of_invoices: list[Step], of_account: list[Step]
) -> list[bool]:
    """Return of each step whether it decided: the rule of the account that stopped, else what the act is about.

    Where the act is about no invoice in particular, each that gives its reason decided.
    """
    rules = [step.rule == decision.because for step in of_account]
    if any(rules) and not decision.invoices:
        return [False] * len(of_invoices) + rules
    meant = decision.invoices or tuple(look.invoice.id for look in looks)
    mine = [
        look.invoice.id in meant and step.rule == decision.because
        for look, step in zip(looks, of_invoices, strict=True)
    ]
    return mine + [False] * len(of_account)


def _which_strategy(
    account: AccountFacts, strategies: Strategies, day: DayFacts, strategy: Strategy | None, language: str
) -> Step:
    english = language == "en"
    lacks_chosen = strategies.lacks_chosen(account)
    if account.strategy is not None:
        looked_at = f"a person chose {account.strategy}" if english else f"iemand koos {account.strategy}"
    else:
        passed = []
        for one in strategies.ordered:
            because = why_not(one.for_whom, account, day.on, day.client)
            if because is None:
                break
            passed.append(f"{one.name} ({condition_words(because, language)})")
        listed = ", ".join(passed)
        not_for = f"not: {listed}" if english else f"niet: {listed}"
        first = "the first of the list" if english else "de eerste van de lijst"
        looked_at = not_for if passed else first
    if lacks_chosen:
        none = reason_words("CHOSEN_STRATEGY_UNUSABLE", language)
    else:
        none = "none fits" if english else "geen enkele past"
    question = "Which strategy does the account follow?" if english else "Welke strategie volgt de debiteur?"
    return Step(
        "STRATEGY" if strategy else "CHOSEN_STRATEGY_UNUSABLE" if lacks_chosen else "NO_STRATEGY_FITS",
        question,
        looked_at,
        f"{strategy.name} (version {strategy.version})" if strategy and english
        else f"{strategy.name} (versie {strategy.version})" if strategy
        else none,
        strategies.another_from(account, day.on),
        decided=False,
    )  # fmt: skip


def _invoice_step(look: Look, numbers: Mapping[int, str], language: str) -> Step:
    invoice, english = look.invoice, language == "en"
    number = numbers.get(invoice.id, str(invoice.id))
    question = f"What does invoice {number} want?" if english else f"Waar is factuur {number} aan toe?"
    found = reason_words(look.because, language, invoice.hold)
    if look.act == "REMIND" and look.stage is not None:
        found = f"{found}: {stage_words(look.stage.key, language)}"
    return Step(look.because, question, _invoice_facts(invoice, language), found, look.until, decided=False)


def _invoice_facts(invoice: InvoiceFacts, language: str) -> str:
    english = language == "en"
    due = _told(invoice.due_date, language)
    parts = [f"due on {due}" if english else f"vervallen op {due}"]
    if invoice.reminded_on is None:
        parts.append("no message yet" if english else "nog geen bericht")
    else:
        sent = _told(invoice.reminded_on, language)
        parts.append(
            f"{stage_words(invoice.stage or '', language)} {'on' if english else 'op'} {sent}".strip()
        )
    if invoice.pay_by is not None:
        term = _told(invoice.pay_by, language)
        parts.append(f"term until {term}" if english else f"termijn tot en met {term}")
    if invoice.hold:
        parts.append(hold_words(invoice.hold, language))
    if invoice.incident is not None and invoice.incident_on is not None:
        parts.append(f"{reason_words(invoice.incident, language)} ({_told(invoice.incident_on, language)})")
    parts += [f"{_DEADLINES[one.kind][english]} {_told(one.day, language)}" for one in invoice.deadlines]
    for stage in invoice.skips:
        passed = stage_words(stage, language)
        parts.append(f"a person lets it pass {passed}" if english else f"iemand slaat over: {passed}")
    if invoice.sooner is not None:
        sooner = _told(invoice.sooner, language)
        parts.append(
            f"a person lets it come from {sooner}" if english else f"mag van iemand al vanaf {sooner}"
        )
    return ", ".join(parts)


_DEADLINES: Final = {
    "INSURER": ("de kredietverzekeraar moet het weten vóór", "the credit insurer must hear of it by"),
    "TIME_BAR": ("verjaart op", "time-barred from"),
}


def _account_steps(matter: Matter, language: str) -> list[Step]:
    return [
        _rule_step(
            rule.name,
            rule.stops(matter),
            _QUESTIONS[rule.name][1](matter, language),
            matter.account,
            language,
        )
        for rule in RULES
    ]


def _without_strategy(account: AccountFacts, language: str) -> list[Step]:
    """Return the rules of an account that follows no strategy."""
    return [
        _rule_step("BLOCKED", block_of(account), _account_block(None, language), account, language),
        _rule_step("TO_MEND", mend_of(account), _mend(None, language), account, language),
    ]


def _rule_step(name: str, stop: Stop | None, looked_at: str, account: AccountFacts, language: str) -> Step:
    english = language == "en"
    hold = account.hold if name == "BLOCKED" else None
    return Step(
        stop.because if stop else name,
        _QUESTIONS[name][0][english],
        looked_at,
        reason_words(stop.because, language, hold) if stop else _NOTHING[name][english],
        stop.until if stop else None,
        decided=False,
    )


def _account_block(_matter: Matter | None, language: str) -> str:
    english = language == "en"
    return "holds and money of the debtor" if english else "blokkades en tegoed van de debiteur"


def _pauses(matter: Matter, language: str) -> str:
    return "disputes, promises and payment plans" if language == "en" else (
        "betwistingen, toezeggingen en betalingsregelingen"
    )  # fmt: skip


def _truth(matter: Matter, language: str) -> str:
    until, english = matter.day.truth_until, language == "en"
    if until is None:
        return "nothing is known of payments" if english else "van betalingen is niets bekend"
    if until == date.max:
        return "the client tells of payments itself" if english else "de opdrachtgever meldt betalingen zelf"
    known = _told(until, language)
    return f"payments known up to {known}" if english else f"betalingen bekend tot en met {known}"


def _complaint(matter: Matter, language: str) -> str:
    on, english = matter.account.complained_on, language == "en"
    if on is None:
        return "no complaint" if english else "geen klacht"
    return f"complaint on {_told(on, language)}" if english else f"klacht op {_told(on, language)}"


def _last(matter: Matter, language: str) -> str:
    last, english = matter.account.last_reminder_on, language == "en"
    days = matter.strategy.manners.days_between_reminders
    if last is None:
        return "never reminded yet" if english else "nog nooit herinnerd"
    told = _told(last, language)
    if english:
        return f"last reminded on {told}; {days} days lie between two"
    return f"laatst herinnerd op {told}; er zitten {days} dagen tussen"


def _month(matter: Matter, language: str) -> str:
    most, english = matter.strategy.manners.reminders_a_month, language == "en"
    if most is None:
        return "no limit" if english else "geen grens"
    count = len(matter.account.recent_reminders)
    if english:
        return f"{count} in {MONTH_DAYS} days; at most {most}"
    return f"{count} in {MONTH_DAYS} dagen; hoogstens {most}"


def _amount(matter: Matter, language: str) -> str:
    if matter.stage is None:
        return "nothing is due for a message" if language == "en" else "niets is aan een bericht toe"
    due, least = (
        format_euro(cents, "en" if language == "en" else "nl")
        for cents in (matter.due_cents, matter.strategy.manners.minimum_cents)
    )
    return (
        f"due for it: {due}; at least {least}"
        if language == "en"
        else f"aan de beurt: {due}; ten minste {least}"
    )


def _weekday(matter: Matter, language: str) -> str:
    return _told(matter.day.on, language)


def _mend(_matter: Matter | None, language: str) -> str:
    return "the last message, the addresses, what the law asks" if language == "en" else (
        "het vorige bericht, de adressen, wat de wet vraagt"
    )  # fmt: skip


def _contact(matter: Matter, language: str) -> str:
    english = language == "en"
    if matter.day.by_agency and matter.account.is_person:
        return "agency and natural person" if english else "incassobureau en natuurlijk persoon"
    return "no agency, or no natural person" if english else "geen incassobureau, of geen natuurlijk persoon"


def _ways(matter: Matter, language: str) -> str:
    """Return by which ways there is an address, and why not by telephone where that waits for something in writing."""
    english, ways = language == "en", _addresses(matter, language)
    by_phone = matter.stage is not None and any(channel in SPOKEN for channel in matter.stage.channels)
    count = len(unwritten(matter.leading, matter.account, matter.day))
    if not (by_phone or matter.account.channel in SPOKEN) or not count:
        return ways
    if english:
        which = "one invoice" if count == 1 else f"{count} invoices"
        return f"{ways}; not by telephone yet: {which} must be described in writing first (art. 3.1 Bki)"
    which = "één factuur moet" if count == 1 else f"{count} facturen moeten"
    return f"{ways}; nog niet per telefoon: {which} eerst op schrift worden beschreven (art. 3.1 Bki)"


def _addresses(matter: Matter, language: str) -> str:
    listed = ", ".join(channel_words(channel, language) for channel in matter.account.channels)
    ways = listed or ("no way at all" if language == "en" else "op geen enkele manier")
    only = matter.account.channel
    if only is None:
        return ways
    chosen = channel_words(only, language)
    return (
        f"{ways}; a person lets it be {chosen} only"
        if language == "en"
        else f"{ways}; van iemand alleen {chosen}"
    )


Looked = Callable[[Matter, str], str]

_QUESTIONS: Final[dict[str, tuple[tuple[str, str], Looked]]] = {
    "BLOCKED": (("Is er een blokkade, of geld dat nog geen plaats heeft?",
                 "Is there a hold, or money without a place?"), _account_block),
    "PAUSED": (("Legt iets van één factuur de hele debiteur stil?",
                "Does something about one invoice pause the whole debtor?"), _pauses),
    "PAYMENT_TRUTH_STALE": (("Is vers genoeg bekend wat er is betaald?",
                             "Is it known freshly enough what was paid?"), _truth),
    "COMPLAINED_RECENTLY": (("Was er kort geleden een klacht?",
                             "Was there a complaint a short while ago?"), _complaint),
    "REMINDED_RECENTLY": (("Is er kort geleden al herinnerd?", "Was there a reminder a short while ago?"), _last),
    "ENOUGH_THIS_MONTH": (("Kreeg de debiteur deze maand al genoeg berichten?",
                           "Has the debtor had enough messages this month?"), _month),
    "TOO_SMALL": (("Is het bedrag groot genoeg om over te schrijven?",
                   "Is the amount large enough to write about?"), _amount),
    "NOT_ON_THIS_DAY": (("Gaan op deze dag berichten uit?", "Do messages go out on this day?"), _weekday),
    "TO_MEND": (("Moet iemand eerst iets herstellen?", "Must somebody mend something first?"), _mend),
    "OUTSIDE_CONTACT_DAYS": (("Mag op deze dag contact worden gezocht?",
                              "Is this a day on which contact is allowed?"), _contact),
    "NO_ADDRESS": (("Hoe is de debiteur te bereiken?", "How can the debtor be reached?"), _ways),
}  # fmt: skip
"""By rule: its question, and what it looks at in words."""

_NOTHING: Final[dict[str, tuple[str, str]]] = {
    "BLOCKED": ("nee", "no"),
    "PAUSED": ("nee", "no"),
    "PAYMENT_TRUTH_STALE": ("ja", "yes"),
    "COMPLAINED_RECENTLY": ("nee", "no"),
    "REMINDED_RECENTLY": ("nee", "no"),
    "ENOUGH_THIS_MONTH": ("nee", "no"),
    "TOO_SMALL": ("ja", "yes"),
    "NOT_ON_THIS_DAY": ("ja", "yes"),
    "TO_MEND": ("nee", "no"),
    "OUTSIDE_CONTACT_DAYS": ("ja", "yes"),
    "NO_ADDRESS": ("bereikbaar", "it can be"),
}
"""By rule: its answer where it stops nothing."""


def _told(day: date, language: str) -> str:
    return format_day(day, "en" if language == "en" else "nl", long=False)
