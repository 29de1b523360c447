"""What a payment is for: exact, or a question. A tie is never broken by order.

Linked is only what a payment reference or a whole invoice number says and the amount confirms. Everything
else with a clue becomes a question with the accounts it could concern, and holds their reminders.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from voldaan.domain.identifiers import compact_iban, squeeze
from voldaan.domain.matching.book import Ids, OpenBook
from voldaan.domain.matching.facts import (
    IS_CALLED_RANK,
    NAMED_RANK,
    PAYS_FROM_RANK,
    SAME_AMOUNT_RANK,
    Because,
    Candidate,
    OpenInvoice,
    PaymentFacts,
    Verdict,
)
from voldaan.domain.matching.names import plain_name
from voldaan.domain.matching.remittance import found_in, is_weak, reference_key

PART_PAYMENT_NUMBER_LENGTH_MIN = 5
AMOUNT_CANDIDATES_MAX = 25
"""An amount that more invoices share is a common price, and no clue."""

UNEXPLAINED = ("IN_LEDGER", "SETTLED_BY_WORD")
"""Set aside as paid elsewhere: when such a payment is taken back, a person says what reopens."""


class Clue(NamedTuple):
    """A payment reference or an invoice number that the payer gave, and the invoices that bear it."""

    ids: Ids
    text: str
    is_reference: bool
    weak: bool


def decide(payment: PaymentFacts, book: OpenBook) -> Verdict:
    """Return what a movement is for, with the evidence. All branching is here, the order is the policy."""
    if payment.amount_cents < 0:
        return _outgoing(payment, book)
    clues = clues_of(payment, book)
    linked = _exact(payment, book, clues) or _part(payment, book, clues) or _by_word(payment, book, clues)
    if linked:
        return linked
    behind = _named_and_open_in_the_list(payment, book, clues)
    if behind:
        return _question(payment, book, clues, because="LEDGER_BEHIND")
    if book.ledger_until is not None and payment.booking_date <= book.ledger_until:
        return _in_ledger(book.ledger_until)
    return _question(payment, book, clues)


def _in_ledger(until: date) -> Verdict:
    evidence = (f"geboekt tot en met de peildatum {until.isoformat()} van de openstaandepostenlijst",)
    return Verdict("unmatched", "IN_LEDGER", evidence, set_aside="IN_LEDGER")


def clues_of(payment: PaymentFacts, book: OpenBook) -> list[Clue]:
    """Return the references and numbers that the payer gave and the book knows, each once."""
    keys: dict[str, None] = {}
    given = payment.payment_reference
    for key in (reference_key(given), squeeze(given)) if given else ():
        if key in book.by_key:
            keys[key] = None
    wrote = found_in(payment.remittance, book.by_key, longest=book.longest_key, firsts=book.key_firsts)
    keys.update(dict.fromkeys(wrote))
    return [_clue(key, book) for key in keys]


def _clue(key: str, book: OpenBook) -> Clue:
    is_reference = key in book.references
    return Clue(book.by_key[key], key, is_reference, weak=is_weak(key))


def _exact(payment: PaymentFacts, book: OpenBook, clues: list[Clue]) -> Verdict | None:
    """Return the link to invoices of one account of which exactly this amount is open."""
    strong = [clue for clue in clues if not clue.weak]
    for chosen in ([strong] if strong else []) + ([clues] if len(clues) > len(strong) else []):
        invoices = _one_each(payment, book, chosen)
        if not invoices or len({invoice.account_id for invoice in invoices}) > 1:
            continue
        rooms = {invoice.id: invoice.room(payment.booking_date) for invoice in invoices}
        if sum(rooms.values()) != payment.amount_cents:
            continue
        if chosen is not strong and not _payer_fits(payment, book, invoices[0].account_id):
            continue
        because: Because = "REFERENCE_AND_AMOUNT" if chosen[0].is_reference else "NUMBER_AND_AMOUNT"
        evidence = (*_said(chosen), "het bedrag is precies wat openstaat")
        return Verdict(
            "linked", because, evidence, tuple((key, cents) for key, cents in rooms.items() if cents)
        )
    return None


def _part(payment: PaymentFacts, book: OpenBook, clues: list[Clue]) -> Verdict | None:
    """Return the link of a smaller amount to the one invoice that was named by a long number or a reference."""
    strong = [clue for clue in clues if not clue.weak]
    invoices = _one_each(payment, book, strong)
    if len(invoices) != 1 or not any(_names_alone(clue) for clue in strong):
        return None
    if not 0 < payment.amount_cents < invoices[0].room(payment.booking_date):
        return None
    evidence = (*_said(strong), "het bedrag is minder dan wat openstaat")
    return Verdict("linked", "PART_PAYMENT", evidence, ((invoices[0].id, payment.amount_cents),))


def _names_alone(clue: Clue) -> bool:
    return clue.is_reference or len(clue.text) >= PART_PAYMENT_NUMBER_LENGTH_MIN


def _by_word(payment: PaymentFacts, book: OpenBook, clues: list[Clue]) -> Verdict | None:
    """Return the link to invoices that the client already said were paid, for the same amount."""
    invoices = _one_each(payment, book, [clue for clue in clues if not clue.weak])
    if not invoices or any(invoice.open_cents for invoice in invoices):
        return None
    if sum(invoice.word_cents for invoice in invoices) != payment.amount_cents:
        return None
    evidence = (*_said(clues), "de opdrachtgever meldde dit bedrag al als betaald")
    return Verdict("linked", "SETTLED_BY_WORD", evidence, set_aside="SETTLED_BY_WORD")


def _one_each(payment: PaymentFacts, book: OpenBook, clues: list[Clue]) -> list[OpenInvoice]:
    """Return the one invoice of each clue, or nothing when a clue fits more than one.

    Where a reference belongs to several invoices (one for each debtor, say), another clue or the amount can
    point to a single one of them; their order cannot.
    """
    single = {clue.ids[0] for clue in clues if len(clue.ids) == 1}
    chosen = dict.fromkeys(clue.ids[0] for clue in clues if len(clue.ids) == 1)
    for clue in clues:
        if len(clue.ids) == 1 or single & set(clue.ids):
            continue
        same = [
            key for key in clue.ids if book.invoices[key].room(payment.booking_date) == payment.amount_cents
        ]
        if len(same) != 1 or len(clues) > 1:
            return []
        chosen[same[0]] = None
    return [book.invoices[key] for key in chosen]


def _payer_fits(payment: PaymentFacts, book: OpenBook, account_id: int) -> bool:
    """Test if the payer bears the debtor's name or pays from its known account."""
    by_iban = book.accounts_by_iban.get(compact_iban(payment.counterparty_iban), ())
    by_name = book.accounts_by_name.get(plain_name(payment.counterparty_name), ())
    return account_id in by_iban or account_id in by_name


def _said(clues: Iterable[Clue]) -> tuple[str, ...]:
    return tuple(
        f"betalingskenmerk {clue.text}"
        if clue.is_reference
        else f"factuurnummer {clue.text} in de omschrijving"
        for clue in clues
    )


def _named_and_open_in_the_list(payment: PaymentFacts, book: OpenBook, clues: list[Clue]) -> bool:
    """Test if a list of a later day still shows open what this payment names."""
    named = (book.invoices[key] for clue in clues if not clue.weak for key in clue.ids)
    return any(
        invoice.open_cents
        and invoice.counted_until is not None
        and payment.booking_date <= invoice.counted_until
        for invoice in named
    )


def _question(
    payment: PaymentFacts, book: OpenBook, clues: list[Clue], *, because: Because | None = None
) -> Verdict:
    """Return the question with everybody whom this money could concern."""
    named = _named(payment, book, clues)
    payers = _payers(payment, book)
    candidates = _without_repeats([*named, *payers])
    if not candidates:
        candidates = _by_amount(payment, book)
    why = because or _why(payment, book, clues, candidates)
    evidence = tuple(dict.fromkeys(candidate.evidence for candidate in candidates))
    return Verdict("suggested" if candidates else "unmatched", why, evidence, candidates=tuple(candidates))


def _why(payment: PaymentFacts, book: OpenBook, clues: list[Clue], candidates: list[Candidate]) -> Because:
    if not candidates:
        return "NO_CLUE"
    if not clues:
        return "AMOUNT_ONLY" if candidates[0].rank == SAME_AMOUNT_RANK else "PAYER_KNOWN"
    invoices = [book.invoices[key] for clue in clues for key in clue.ids]
    open_cents = sum({invoice.id: invoice.open_cents for invoice in invoices}.values())
    if any(len(clue.ids) > 1 for clue in clues):
        return "SAME_NUMBER_TWICE"
    if len({invoice.account_id for invoice in invoices}) > 1:
        return "TWO_ACCOUNTS"
    if not open_cents:
        return "ALREADY_PAID"
    if payment.amount_cents > open_cents:
        return "MORE_THAN_OPEN"
    return "ANOTHER_SUM" if len(invoices) > 1 else "NUMBER_TOO_SHORT"


def _named(payment: PaymentFacts, book: OpenBook, clues: list[Clue]) -> list[Candidate]:
    found = []
    for clue, said in zip(clues, _said(clues), strict=True):
        for key in clue.ids:
            invoice = book.invoices[key]
            cents = min(abs(payment.amount_cents), invoice.open_cents) or None
            found.append(Candidate(invoice.account_id, key, cents, NAMED_RANK, said))
    return found


def _payers(payment: PaymentFacts, book: OpenBook) -> list[Candidate]:
    """Return the accounts whose debtor is known to pay from this bank account, or bears this name."""
    by_iban = book.accounts_by_iban.get(compact_iban(payment.counterparty_iban), ())
    by_name = book.accounts_by_name.get(plain_name(payment.counterparty_name), ())
    return [
        *(
            one
            for key in by_iban
            for one in _of_account(payment, book, key, PAYS_FROM_RANK, "bekend rekeningnummer")
        ),
        *(
            one
            for key in by_name
            for one in _of_account(payment, book, key, IS_CALLED_RANK, "naam van de betaler")
        ),
    ]


def _of_account(
    payment: PaymentFacts, book: OpenBook, account_id: int, rank: int, evidence: str
) -> list[Candidate]:
    """Return the invoices of an account for exactly this amount, or else the account as a whole."""
    same = [
        key for key in book.by_account.get(account_id, ())
        if book.invoices[key].open_cents == payment.amount_cents
    ]  # fmt: skip
    if same:
        said = f"{evidence}, zelfde bedrag"
        return [Candidate(account_id, key, payment.amount_cents, rank, said) for key in same]
    return [Candidate(account_id, None, None, rank, evidence)]


def _by_amount(payment: PaymentFacts, book: OpenBook) -> list[Candidate]:
    same = book.open_for(payment.amount_cents)
    if len(same) > AMOUNT_CANDIDATES_MAX:
        return []
    return [
        Candidate(invoice.account_id, invoice.id, payment.amount_cents, SAME_AMOUNT_RANK, "zelfde bedrag")
        for invoice in same
    ]


def _without_repeats(candidates: list[Candidate]) -> list[Candidate]:
    """Return the candidates without accounts and invoices that a better clue already gave."""
    seen: dict[tuple[int, int | None], Candidate] = {}
    accounts: set[int] = set()
    for candidate in candidates:
        key = (candidate.account_id, candidate.invoice_id)
        if key in seen or (candidate.invoice_id is None and candidate.account_id in accounts):
            continue
        seen[key] = candidate
        accounts.add(candidate.account_id)
    return list(seen.values())


def _outgoing(payment: PaymentFacts, book: OpenBook) -> Verdict:
    """Return what a movement away from the client takes back, asks, or has nothing to do with."""
    earlier = _taken_back_by(payment, book)
    if len(earlier) == 1 and not _is_unexplained(book, earlier[0]):
        return _takes_back(payment, book, earlier[0])
    if book.ledger_until is not None and payment.booking_date <= book.ledger_until:
        return _in_ledger(book.ledger_until)
    if not earlier and not payment.reversal:
        return Verdict(
            "unmatched", "NOT_FROM_A_DEBTOR", ("een betaling van de opdrachtgever zelf",),
            set_aside="NOT_FROM_A_DEBTOR",
        )  # fmt: skip
    because: Because = "TAKES_BACK_UNPLACED" if len(earlier) == 1 else "TAKES_BACK_UNKNOWN"
    return _question_of_reversal(payment, book, earlier, because=because)


def _is_unexplained(book: OpenBook, earlier_id: int) -> bool:
    """Test if a payment was set aside as paid elsewhere, so that nobody knows which invoice it paid."""
    earlier = book.earlier[earlier_id]
    return not earlier.placed and earlier.set_aside in UNEXPLAINED


def _taken_back_by(payment: PaymentFacts, book: OpenBook) -> list[int]:
    """Return the payments of the same amount that share a reference with this movement and still stand."""
    texts = (payment.end_to_end_id, payment.bank_reference, payment.payment_reference)
    found = dict.fromkeys(
        key for text in texts if text for key in book.earlier_by_key.get((-payment.amount_cents, text), ())
    )
    standing = [
        key for key in found
        if key not in book.taken_back and book.earlier[key].booking_date <= payment.booking_date
    ]  # fmt: skip
    same_payer = [key for key in standing if book.earlier[key].counterparty_iban == payment.counterparty_iban]
    return same_payer if len(standing) > 1 and same_payer else standing


def _takes_back(payment: PaymentFacts, book: OpenBook, earlier_id: int) -> Verdict:
    earlier = book.earlier[earlier_id]
    day = earlier.booking_date.isoformat()
    back = tuple((key, -cents) for key, cents in earlier.placed)
    return Verdict(
        "linked", "TAKES_BACK", (f"neemt de betaling van {day} terug",), back, takes_back=earlier_id
    )


def _question_of_reversal(
    payment: PaymentFacts, book: OpenBook, earlier: list[int], *, because: Because
) -> Verdict:
    """Return the question which invoices a movement reopens, with those that it could."""
    placed = dict.fromkeys(key for number in earlier for key, _ in book.earlier[number].placed)
    said = "de betaling die wordt teruggenomen"
    candidates = [Candidate(book.invoices[key].account_id, key, None, NAMED_RANK, said) for key in placed]
    named = [candidate._replace(cents=None) for candidate in _named(payment, book, clues_of(payment, book))]
    candidates = _without_repeats([*candidates, *named, *_payers(payment, book)])
    evidence = tuple(dict.fromkeys(candidate.evidence for candidate in candidates))
    return Verdict(
        "suggested" if candidates else "unmatched", because, evidence, candidates=tuple(candidates)
    )
