"""What one payment is for: linked, a question, or set aside. A tie is never broken by order.

Linked is only what enough points speak for, well ahead of every other way. Everything else with a clue becomes a
question with the ways in their order, and holds the reminders of every account that it could concern.
"""

from collections.abc import Sequence

from voldaan.domain.matching.batches import placed_by_lines
from voldaan.domain.matching.book import OpenBook
from voldaan.domain.matching.facts import Because, Candidate, PaymentFacts, Verdict
from voldaan.domain.matching.meant_otherwise import word_for_advance
from voldaan.domain.matching.outgoing import in_the_ledger
from voldaan.domain.matching.payers.told_payer import told_payer
from voldaan.domain.matching.way import Reading, Said, Way, in_words
from voldaan.domain.matching.ways import can_name, read_payment, ways_of
from voldaan.domain.matching.weights import LEAD_POINTS, NUMBER
from voldaan.domain.matching.written.exceptions import says_what_is_not_paid
from voldaan.domain.matching.written.months import months_in

WAYS_SHOWN_MOST = 6
ACCOUNTS_HELD_MOST = 25

NEVER_WITHOUT_A_PERSON = frozenset(("PAYER_KNOWN", "ALREADY_PAID", "ANOTHER_SUM", "BANK_CHARGE"))
"""What is a guess at the debtor's intention, however sure it is who paid."""


def decide_named(payment: PaymentFacts, book: OpenBook, reading: Reading | None = None) -> Verdict | None:
    """Return the verdict that what was written gives by itself: without it, None. Habits are not looked at.

    `reading` is what the payment says, where it was read before.
    """
    if payment.by_person or payment.reversal:
        return None
    if payment.lines:
        return placed_by_lines(payment, book, _decide_line)
    if not can_name(payment, book):
        return None
    reading = reading or read_payment(payment, book, learned=False)
    if not reading.mentions:
        return None
    ways = ways_of(reading, book)
    if ways and ways[0].named and _is_enough(ways, book):
        return _link(ways, book)
    return _by_word(reading, book)


def _decide_line(line: PaymentFacts, book: OpenBook) -> Verdict | None:
    """Return the verdict on one line of a payout, by what is named in it or by all that is known."""
    found = decide_named(line, book) or decide(line, book)
    return found if found.verdict == "linked" else None


def decide(payment: PaymentFacts, book: OpenBook) -> Verdict:
    """Return the verdict on a received payment by all that is known, habits included."""
    in_ledger = in_the_ledger(payment, book)
    reading = read_payment(payment, book, learned=True)
    ways = ways_of(reading, book)
    asks = payment.by_person or payment.reversal
    if not asks and ways and _is_enough(ways, book) and (ways[0].named or in_ledger is None):
        return _link(ways, book)
    if _named_and_open_in_the_list(reading, book):
        return _question(reading, ways, book, "LEDGER_BEHIND")
    if in_ledger is not None:
        return in_ledger
    return _question(reading, ways, book, "UNDONE" if payment.by_person else None)


def decide_by_payer(payment: PaymentFacts, book: OpenBook) -> Verdict | None:
    """Return the link of a payment without any number by its known payer to the only invoice of this amount."""
    account = book.plain.account_of(payment.counterparty_iban)
    if (
        account is None
        or payment.by_person
        or payment.reversal
        or can_name(payment, book)
        or book.ledger_until is not None
    ):
        return None
    text = payment.remittance.upper()
    if months_in(text) or word_for_advance(text) or book.credits_of(account) or payment.mandate_id:
        return None
    if payment.ultimate_name or told_payer(text) or book.payers.is_shared(payment.counterparty_iban, account):
        return None
    if text and (says_what_is_not_paid(text) or _may_name_another(text, payment, account, book)):
        return None
    return book.plain.by_payer(payment, book.rooms_of(account, on=payment.booking_date))


def _may_name_another(text: str, payment: PaymentFacts, account: int, book: OpenBook) -> bool:
    asking = {book.invoices[key].account_id for key in book.asking(payment.amount_cents)}
    return bool(book.payers.others_named(text, (account,), asking=asking))


def _is_enough(ways: Sequence[Way], book: OpenBook) -> bool:
    """Test if the best way counts without a person: enough speaks for it, and it is well ahead."""
    best = ways[0]
    if best.because in NEVER_WITHOUT_A_PERSON or not best.allocations or best.points < book.link_from:
        return False
    if not best.named and (best.rest_cents or not best.exact):
        return False
    return len(ways) == 1 or best.points - ways[1].points >= LEAD_POINTS


def shown(said: Sequence[Said]) -> tuple[str, ...]:
    """Return clues in words with their points: `factuurnummer 2026-0012 (60)`."""
    return tuple(f"{words} ({points})" if points else words for words, points in said)


def _link(ways: Sequence[Way], book: OpenBook) -> Verdict:
    best = ways[0]
    rest = best.rest_cents
    return Verdict(
        "linked",
        best.because,
        shown(best.said),
        best.allocations,
        candidates=_for_the_rest(best) if rest and not best.set_aside else (),
        set_aside=best.set_aside,
        points=best.points,
        runner_up=_runner_up(ways, book),
        differences=best.differences,
        netted=best.netted,
        rest_cents=rest,
        teaches=best.teaches,
    )


def _for_the_rest(best: Way) -> tuple[Candidate, ...]:
    """Return where the rest of a payment could go: to the account that it came from."""
    return tuple(Candidate(account, None, None, 1, "meer betaald dan openstaat") for account in best.accounts)


def _runner_up(ways: Sequence[Way], book: OpenBook) -> str:
    """Return the next best way in words, with why it lost."""
    if len(ways) < 2:
        return ""
    second = ways[1]
    what = ", ".join(book.invoices[key].number for key, _ in second.allocations)
    who = ", ".join(book.called(account)[1] for account in second.accounts)
    behind = ways[0].points - second.points
    lacks = "even sterk" if not behind else f"{behind} punten zwakker"
    about = f"factuur {what} van {who}" if what else who
    return f"{about} ({second.points}): {lacks}; {'; '.join(shown(second.said))}"


def _by_word(reading: Reading, book: OpenBook) -> Verdict | None:
    """Return the link to invoices that the client already said were paid, for the same amount."""
    strong = [mention for mention in reading.mentions if mention.points >= NUMBER]
    if not strong or any(len(mention.ids) > 1 for mention in strong):
        return None
    invoices = [book.invoices[mention.ids[0]] for mention in strong]
    if any(invoice.open_cents for invoice in invoices):
        return None
    if sum(invoice.word_cents for invoice in invoices) != reading.payment.amount_cents:
        return None
    said = [(in_words(mention), mention.points) for mention in strong]
    evidence = (*shown(said), "de opdrachtgever meldde dit bedrag al als betaald")
    return Verdict("linked", "SETTLED_BY_WORD", evidence, set_aside="SETTLED_BY_WORD")


def _named_and_open_in_the_list(reading: Reading, book: OpenBook) -> bool:
    """Test if a list of a later day still shows open what this payment names."""
    on = reading.payment.booking_date
    named = (
        book.invoices[key] for mention in reading.mentions if mention.points >= NUMBER for key in mention.ids
    )
    return any(invoice.open_cents and invoice.is_counted(on) for invoice in named)


def _question(reading: Reading, ways: Sequence[Way], book: OpenBook, because: Because | None) -> Verdict:
    """Return the question with everybody whom this money could concern, the likeliest first."""
    if not ways:
        why: Because = because or ("PAYOUT" if reading.paying.is_payment_service else "NO_CLUE")
        return Verdict("unmatched", why)
    return Verdict(
        "suggested",
        because or _why(reading, ways, book),
        shown(ways[0].said),
        candidates=_candidates(ways, book),
        points=ways[0].points,
        runner_up=_runner_up(ways, book),
    )


def _candidates(ways: Sequence[Way], book: OpenBook) -> tuple[Candidate, ...]:
    """Return the ways as candidates; of those beyond the first few only the accounts, which wait too."""
    found: list[Candidate] = []
    accounts: dict[int, None] = {}
    for rank, way in enumerate(ways, 1):
        said = "; ".join(shown(way.said))
        if rank <= WAYS_SHOWN_MOST:
            found += _of_way(way, rank, said, book)
            accounts.update(dict.fromkeys(way.accounts))
        else:
            for account in way.accounts:
                if account not in accounts and len(accounts) < ACCOUNTS_HELD_MOST:
                    accounts[account] = None
                    found.append(Candidate(account, None, None, rank, said, way.points))
    return tuple(found)


def _of_way(way: Way, rank: int, said: str, book: OpenBook) -> list[Candidate]:
    if not way.allocations:
        return [Candidate(account, None, None, rank, said, way.points) for account in way.accounts]
    return [
        Candidate(book.invoices[key].account_id, key, cents, rank, said, way.points)
        for key, cents in way.allocations
    ]


def _why(reading: Reading, ways: Sequence[Way], book: OpenBook) -> Because:
    best = ways[0]
    if any(len(mention.ids) > 1 for mention in reading.mentions) and len(ways) > 1:
        if ways[1].points == best.points:
            return "SAME_NUMBER_TWICE"
    elif len({book.invoices[key].account_id for mention in reading.mentions for key in mention.ids}) > 1:
        return "TWO_ACCOUNTS"
    if len(ways) > 1 and ways[1].points == best.points:
        return "TIE"
    if not best.texts and best.because not in ("AMOUNT_ONLY", "ALREADY_PAID"):
        return "PAYER_KNOWN"
    if reading.mentions and all(mention.kind == "SHORT_NUMBER" for mention in reading.mentions):
        return "NUMBER_TOO_SHORT"
    return best.because
