"""Money that leaves: what it takes back, whom it refunds, or that it concerns no debtor."""

from collections.abc import Iterable, Mapping

from voldaan.domain.matching.book import OpenBook
from voldaan.domain.matching.facts import (
    NAMED_RANK,
    Because,
    Candidate,
    EarlierPayment,
    OpenInvoice,
    PaymentFacts,
    Verdict,
)
from voldaan.domain.matching.weights import NUMBER
from voldaan.domain.matching.written.mentions import Mention, named
from voldaan.domain.matching.written.remittance import read_remittance

IN_LEDGER = "IN_LEDGER"
UNEXPLAINED = (IN_LEDGER, "SETTLED_BY_WORD")
"""Set aside as paid elsewhere: when such a payment is taken back, a person says what reopens."""


def outgoing(payment: PaymentFacts, book: OpenBook) -> Verdict:
    """Return what a movement away from the client takes back, refunds, asks, or has nothing to do with."""
    earlier = _taken_back_by(payment, book)
    in_ledger = in_the_ledger(payment, book)
    if len(earlier) == 1 and not payment.by_person:
        counted_both = in_ledger is not None and earlier[0].set_aside == IN_LEDGER
        if counted_both or not _is_unexplained(earlier[0]):
            return _takes_back(earlier[0])
    part = _line_taken_back(payment, book)
    if part is not None and not payment.by_person:
        return part
    if in_ledger is not None:
        return in_ledger
    if earlier or payment.reversal:
        because: Because = "TAKES_BACK_UNPLACED" if len(earlier) == 1 else "TAKES_BACK_UNKNOWN"
        return _question(payment, book, earlier, because)
    return _refund(payment, book) or Verdict(
        "unmatched", "NOT_FROM_A_DEBTOR", ("een betaling van de opdrachtgever zelf",),
        set_aside="NOT_FROM_A_DEBTOR",
    )  # fmt: skip


def takes_back_what_stands(payment: PaymentFacts, book: OpenBook) -> Verdict | None:
    """Return the verdict on a movement that takes back one payment of which it is known what it paid; else None."""
    if payment.by_person:
        return None
    earlier = _taken_back_by(payment, book)
    return _takes_back(earlier[0]) if len(earlier) == 1 and earlier[0].placed else None


def coming_back(
    leaving: Iterable[PaymentFacts], payments: Iterable[PaymentFacts], book: OpenBook
) -> dict[int, int]:
    """Return which of the leaving movements takes back which payment, whatever that is placed on.

    By a reference, a mandate or, of these payments, the invoices that both name. What leaves has to be in its order:
    of several movements that could take back one payment the first does.
    """
    received = {payment.id: payment for payment in payments if payment.amount_cents > 0}
    found: dict[int, int] = {}
    taken: set[int] = set()
    for payment in leaving:
        if payment.by_person:
            continue
        earlier = [one.id for one in _by_reference(payment, book) if one.id not in taken]
        if not earlier and payment.reversal:
            earlier = [key for key in _that_name_the_same(payment, book, received) if key not in taken]
        if len(earlier) == 1:
            taken.add(earlier[0])
            found[payment.id] = earlier[0]
    return found


def _that_name_the_same(
    payment: PaymentFacts, book: OpenBook, received: Mapping[int, PaymentFacts]
) -> list[int]:
    """Return the payments of the same amount that name exactly the invoices that this movement names."""
    invoices = {key for mention in _named(payment, book) for key in mention.ids}
    equal = _standing(payment, book, book.earlier_with(-payment.amount_cents, "")) if invoices else []
    same = (received[one.id] for one in equal if one.id in received)
    return [one.id for one in same if {key for m in _named(one, book) for key in m.ids} == invoices]


def in_the_ledger(payment: PaymentFacts, book: OpenBook) -> Verdict | None:
    """Return that an open-item list already counts a movement of this day; None where none does."""
    if book.ledger_until is None or payment.booking_date > book.ledger_until:
        return None
    said = f"geboekt tot en met de peildatum {book.ledger_until.isoformat()} van de openstaandepostenlijst"
    return Verdict("unmatched", "IN_LEDGER", (said,), set_aside="IN_LEDGER")


def _is_unexplained(earlier: EarlierPayment) -> bool:
    """Test if a payment was set aside as paid elsewhere, so that nobody knows which invoice it paid."""
    return not earlier.placed and earlier.set_aside in UNEXPLAINED


def _taken_back_by(payment: PaymentFacts, book: OpenBook) -> list[EarlierPayment]:
    """Return the payments of the same amount that this movement takes back by a reference, a mandate or a number."""
    known = book.coming_back.get(payment.id)
    if known is not None:
        return [book.earlier[known]]
    found = [one for one in _by_reference(payment, book) if one.id not in book.fleeting]
    if found or not payment.reversal:
        return found
    invoices = {key for mention in _named(payment, book) for key in mention.ids}
    equal = _standing(payment, book, book.earlier_with(-payment.amount_cents, ""))
    return [
        one
        for one in equal
        if invoices and one.id not in book.fleeting and {key for key, _ in one.placed} == invoices
    ]


def _by_reference(payment: PaymentFacts, book: OpenBook) -> list[EarlierPayment]:
    """Return the payments of the same amount with a reference or the mandate of this movement."""
    cents = -payment.amount_cents
    texts = (payment.end_to_end_id, payment.bank_reference, payment.payment_reference)
    found = _standing(
        payment, book, dict.fromkeys(key for text in texts if text for key in book.earlier_with(cents, text))
    )
    if found or not payment.reversal:
        same = [one for one in found if one.counterparty_iban == payment.counterparty_iban]
        return same if len(found) > 1 and same else found
    equal = _standing(payment, book, book.earlier_with(cents, "")) if payment.mandate_id else []
    by_mandate = [one for one in equal if one.mandate_id == payment.mandate_id]
    newest = max((one.booking_date for one in by_mandate), default=None)
    return [one for one in by_mandate if one.booking_date == newest]


def _standing(payment: PaymentFacts, book: OpenBook, keys: Iterable[int]) -> list[EarlierPayment]:
    return [
        one
        for key in keys
        if key not in book.taken_back and (one := book.earlier[key]).booking_date <= payment.booking_date
    ]


def _named(payment: PaymentFacts, book: OpenBook) -> list[Mention]:
    written = read_remittance(payment.remittance, booking_date=payment.booking_date)
    return [one for one in named(written, payment.payment_reference, book.index) if one.points >= NUMBER]


def _takes_back(earlier: EarlierPayment) -> Verdict:
    day = earlier.booking_date.isoformat()
    return Verdict(
        "linked",
        "TAKES_BACK",
        (f"neemt de betaling van {day} terug",),
        tuple((key, -cents) for key, cents in earlier.placed),
        takes_back=earlier.id,
        differences=tuple(one._replace(cents=-one.cents) for one in earlier.differences),
        netted=tuple(one._replace(cents=-one.cents) for one in earlier.netted),
    )


def _line_taken_back(payment: PaymentFacts, book: OpenBook) -> Verdict | None:
    """Return what reopens when one collection of a batch comes back: the invoice that its line paid."""
    if not payment.end_to_end_id:
        return None
    cents = -payment.amount_cents
    lines = [
        (earlier, line)
        for key in book.earlier_with_line(payment.end_to_end_id, cents)
        if (earlier := book.earlier[key]).booking_date <= payment.booking_date
        for line in earlier.lines
        if line.end_to_end_id == payment.end_to_end_id and line.gross_cents == cents
    ]
    if len(lines) != 1:
        return None
    earlier, line = lines[0]
    written = read_remittance(line.text, booking_date=earlier.booking_date)
    wrote = {key for mention in named(written, line.end_to_end_id, book.index) for key in mention.ids}
    paid = [key for key, cents in earlier.placed if cents == line.gross_cents and key in wrote]
    if len(paid) != 1 or not _was_paid(book.invoices[paid[0]], cents):
        return None
    evidence = f"een incasso uit de batch van {earlier.booking_date.isoformat()} komt terug"
    return Verdict("linked", "TAKES_BACK", (evidence,), ((paid[0], payment.amount_cents),))


def _was_paid(invoice: OpenInvoice, cents: int) -> bool:
    """Test if so much of an invoice is settled that this can be taken back from it."""
    return not invoice.asked_cents or invoice.asked_cents - invoice.open_cents >= cents


def _question(
    payment: PaymentFacts, book: OpenBook, earlier: list[EarlierPayment], because: Because
) -> Verdict:
    """Return the question which invoices a movement reopens, with those that it could."""
    said = "de betaling die wordt teruggenomen"
    placed = dict.fromkeys(key for one in earlier for key, _ in one.placed)
    found = {key: Candidate(book.invoices[key].account_id, key, None, NAMED_RANK, said) for key in placed}
    for mention in _named(payment, book):
        for key in mention.ids:
            account = book.invoices[key].account_id
            found.setdefault(key, Candidate(account, key, None, NAMED_RANK, f"factuurnummer {mention.text}"))
    candidates = [*found.values()]
    known = {one.account_id for one in candidates}
    for clue in book.payers.paying(payment).clues:
        if clue.account_id not in known:
            words = "; ".join(clue.evidence)
            candidates.append(Candidate(clue.account_id, None, None, NAMED_RANK + 1, words, clue.points))
    evidence = tuple(dict.fromkeys(one.evidence for one in candidates))
    return Verdict(
        "suggested" if candidates else "unmatched", because, evidence, candidates=tuple(candidates)
    )


def _refund(payment: PaymentFacts, book: OpenBook) -> Verdict | None:
    """Return what a payment to a debtor gives back: the rest of one that was too much, or a question."""
    paying = book.payers.paying(payment)
    if paying.is_intermediary or not paying.clues:
        return None
    same_iban = [
        one
        for key in book.earlier_from(payment.counterparty_iban)
        if (one := book.earlier[key]).id not in book.taken_back
        and one.id not in book.fleeting
        and one.booking_date <= payment.booking_date
        and one.amount_cents - sum(cents for _, cents in one.placed) == -payment.amount_cents
        and not one.set_aside.startswith(("IN_", "SETTLED", "NOT_"))
    ]
    if len(same_iban) == 1 and not payment.by_person:
        day = same_iban[0].booking_date.isoformat()
        said = (f"betaalt terug wat er op {day} te veel kwam",)
        return Verdict("linked", "REFUND", said, takes_back=same_iban[0].id)
    candidates = tuple(
        Candidate(clue.account_id, None, None, NAMED_RANK, "; ".join(clue.evidence), clue.points)
        for clue in paying.clues
    )
    return Verdict("suggested", "REFUND", tuple(one.evidence for one in candidates), candidates=candidates)
