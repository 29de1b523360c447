"""The ways in which a payment can be explained: which invoices it is for, and what speaks for that.

Each way adds up what was written, who paid and how well the amount fits. What contradicts takes off. Which way
wins is decided in `decide`.
"""

import re
from collections.abc import Iterable
from datetime import date

from voldaan.domain.matching.account_ways import AccountWays
from voldaan.domain.matching.book import OpenBook
from voldaan.domain.matching.contradictions import with_contradictions
from voldaan.domain.matching.facts import PaymentFacts
from voldaan.domain.matching.joint_ways import by_amount_alone, of_several_accounts
from voldaan.domain.matching.payers.told_payer import told_payer
from voldaan.domain.matching.way import Reading, Way
from voldaan.domain.matching.written.exceptions import without_excepted
from voldaan.domain.matching.written.mentions import Mention, named
from voldaan.domain.matching.written.remittance import read_remittance

ACCOUNTS_LOOKED_AT_MOST = 12
NAMED_FIRST_MOST = 6
"""So few accounts that were named are looked at before all that the payer could be."""

_DIGIT = re.compile(r"[0-9]")
_IBAN_LIKE = re.compile(r"[A-Z]{2}[0-9]{2} ?[A-Z]{4}")


def can_name(payment: PaymentFacts, book: OpenBook) -> bool:
    """Test if anything that was written can name an invoice; of most texts without digits this is all that is asked."""
    if payment.payment_reference or book.index.has_words:
        return True
    return bool(_DIGIT.search(payment.remittance) or _DIGIT.search(payment.end_to_end_id))


def read_payment(payment: PaymentFacts, book: OpenBook, *, learned: bool) -> Reading:
    """Return what a payment says of itself. `learned`: also by the habits of accounts."""
    written = read_remittance(payment.remittance, booking_date=payment.booking_date)
    mentions = named(written, payment.payment_reference, book.index)
    if not mentions and payment.end_to_end_id:
        written_in_id = read_remittance(payment.end_to_end_id, booking_date=payment.booking_date)
        mentions = named(written_in_id, "", book.index)
    paid, excepted, unclear = without_excepted(written, mentions)
    payers = book.payers if learned else book.payers_unlearned
    told = "" if payment.ultimate_name else told_payer(written.text)
    paying = payers.paying(
        payment._replace(ultimate_name=told) if told else payment,
        (*written.words, *written.digits),
        ibans=written.ibans if _IBAN_LIKE.search(written.text) else (),
    )
    return Reading(payment, written, paid, excepted, unclear, paying)


def ways_of(reading: Reading, book: OpenBook) -> list[Way]:
    """Return the ways to explain a payment, the likeliest first; equal ones by what they pay, not by arrival."""
    by_account = _by_account(reading, book)
    ways: list[Way] = []
    accounts = _accounts(reading, book, by_account)
    for account_id in accounts[:ACCOUNTS_LOOKED_AT_MOST]:
        ways += AccountWays(reading, book, account_id, by_account.get(account_id, {})).ways()
    beyond = (("een van de vele die het kan zijn", 0),)
    ways += [Way("PAYER_KNOWN", 0, beyond, (account,)) for account in accounts[ACCOUNTS_LOOKED_AT_MOST:]]
    if len(by_account) > 1:
        ways += of_several_accounts(reading, book, by_account)
    if not any(way.exact for way in ways):
        ways += by_amount_alone(reading, book)
    return _best_first(with_contradictions(ways, reading, book), book)


def _by_account(reading: Reading, book: OpenBook) -> dict[int, dict[int, Mention]]:
    """Return the mentions by account and invoice; of several that name one invoice the strongest."""
    found: dict[int, dict[int, Mention]] = {}
    for mention in reading.mentions:
        for key in mention.ids:
            of_account = found.setdefault(book.invoices[key].account_id, {})
            known = of_account.get(key)
            if known is None or known.points < mention.points:
                of_account[key] = mention
    return found


def _accounts(reading: Reading, book: OpenBook, by_account: Iterable[int]) -> list[int]:
    """Return the accounts that the payment could concern by what was written and who paid."""
    paying = [clue.account_id for clue in reading.paying.clues]
    called = [account for account, _, _ in book.debtors_named(reading.written)]
    pointed = set(by_account)
    both = [account for account in (*paying, *called) if account in pointed]
    rest = sorted(pointed, key=lambda account: (book.called(account), account))
    few = rest if len(rest) <= NAMED_FIRST_MOST else []
    excepted = sorted({book.invoices[key].account_id for key in reading.excepted} - pointed)
    found = dict.fromkeys([*both, *few, *paying, *called, *rest, *excepted])
    if not found:
        found = dict.fromkeys(clue.account_id for clue in reading.paying.alike())
    return list(found)


def _best_first(ways: Iterable[Way], book: OpenBook) -> list[Way]:
    """Return each way once, the strongest first; equal ones by the numbers they pay."""
    best: dict[tuple[object, ...], Way] = {}
    for way in ways:
        known = best.get(way.key)
        if known is None or known.points < way.points:
            best[way.key] = way
    return sorted(best.values(), key=lambda way: (-way.points, _place(way, book)))


def _place(way: Way, book: OpenBook) -> tuple[object, ...]:
    """Return where a way stands among equals: oldest debt first, as the law has it, then by number."""
    invoices = [book.invoices[key] for key, _ in way.allocations]
    return (
        not invoices,
        min((one.due_date for one in invoices), default=date.max),
        tuple(sorted(one.number for one in invoices)),
        tuple(book.called(one) for one in way.accounts),
    )
