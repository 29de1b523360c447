"""An open-item list into the book: what it names becomes known; what it says of payments depends on the truth.

Where the ledger is the payment truth, a complete list is the truth up to its as-of day. Elsewhere, and when a
list is partial, it brings invoices and closes nothing. A list may be long: it is checked whole, then taken a part
at a time.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import islice, pairwise

from voldaan.domain.money import format_euro
from voldaan.formats.values import OpenItem, OpenItemList, Problem, Refusal
from voldaan.records import asking
from voldaan.records.accounts import AccountsOfFile
from voldaan.records.allocating import NewAllocation, allocate, lift_allocations
from voldaan.records.chunks import chunked
from voldaan.records.lists import (
    count_until,
    invoices_by_number,
    known_credit_notes,
    look_again_at,
    look_again_since,
    mark_counted,
    missing_from_list,
    pairs_across,
    show_unused,
)
from voldaan.records.models import Client, ClientIban, CreditNote, ImportedFile, Invoice
from voldaan.records.new_invoices import add_invoices
from voldaan.usecases.count_open_items import Listed, count_open_items, question_about
from voldaan.usecases.import_invoices import NUMBER_LENGTH_MAX, STATUTORY_TERM_DAYS, details_of
from voldaan.usecases.import_statements import clean
from voldaan.usecases.place_credit_notes import place_credit_notes


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenList:
    """A list on its way into the book: what it is of, and what it may do."""

    client: Client
    file: ImportedFile
    items: Sequence[OpenItem]
    as_of: date
    is_truth: bool
    """It is complete, and the ledger is the client's payment truth."""
    ledger_until: date | None
    """The newest complete list, this one included, where the ledger is the truth."""
    day_is_stated: bool
    on: date
    at: datetime
    by: str


def take_open_items(
    client: Client,
    file: ImportedFile,
    read: OpenItemList,
    accounts: AccountsOfFile,
    *,
    is_ledger: bool,
    ledger_until: date | None,
    on: date,
    at: datetime,
    by: str,
) -> tuple[int, int]:
    """Add what a list names; return how many items were new and how many known.

    `ledger_until` is the newest complete list that was taken before this one.

    Raises:
        Refusal: the list is older than what is known, of a day to come, or cannot be believed.
    """
    is_truth = is_ledger and read.complete
    as_of = read.as_of or on
    newest = max(filter(None, (ledger_until, as_of if is_truth else None)), default=None)
    taken = TakenList(
        client=client, file=file, items=read.items, as_of=as_of, is_truth=is_truth,
        ledger_until=newest if is_ledger else None, day_is_stated=read.as_of is not None, on=on, at=at, by=by,
    )  # fmt: skip
    _refuse_problems(taken, accounts, ledger_until)
    if is_truth:
        _take_pairs_apart(taken)
    done = _Done()
    for part in in_parts(read.items):
        _take_part(taken, part, accounts, done)
    _finish(taken, done)
    place_credit_notes(client, ledger_until=taken.ledger_until, on=on, at=at, by=by)
    return done.new, len(read.items) - done.new


def _take_pairs_apart(taken: TakenList) -> None:
    """Let payments that were taken back after the list's day be decided beside it, with what took them back."""
    payments = pairs_across(taken.as_of)
    said = f"tussen betaling en terugboeking ligt de openstaandepostenlijst van {taken.as_of}"
    lift_allocations(taken.client, payments=payments, at=taken.at, evidence=said)
    look_again_at(payments)


ITEMS_AT_A_TIME = 2000

PROBLEMS_MAX = 50
"""A list with more problems has one cause; the rest would bury it."""


def in_parts(items: Iterable[OpenItem]) -> Iterator[list[OpenItem]]:
    """Yield the items of a list in parts of a size that a transaction takes in one bite."""
    rows = iter(items)
    while part := list(islice(rows, ITEMS_AT_A_TIME)):
        yield part


@dataclass(slots=True)
class _Done:
    """What was taken of a list so far, and what its end still has to look at."""

    new: int = 0
    listed: "array[int]" = field(default_factory=lambda: array("q"))
    """The invoices that the list names, by their ids."""
    look_again: date = date.max
    """From this day on payments that were set aside have to be looked at again."""


def _refuse_problems(taken: TakenList, accounts: AccountsOfFile, ledger_until: date | None) -> None:
    """Look at every item before anything is written; raise `Refusal` with the first problems found."""
    found = list(_problems_of_list(taken, ledger_until))
    for part in in_parts(taken.items):
        if len(found) >= PROBLEMS_MAX:
            break
        found += _problems_of_items(taken, part, accounts)
    if found:
        raise Refusal(*found[:PROBLEMS_MAX])


def _take_part(taken: TakenList, part: Sequence[OpenItem], accounts: AccountsOfFile, done: _Done) -> None:
    """Take a part of the list: what is new is added, what is known is counted."""
    known = invoices_by_number([_number(item) for item in part])
    fresh = [item for item in part if _number(item) not in known]
    credits_open = [item for item in fresh if item.open_cents < 0]
    done.new += _add_credits(taken, credits_open, accounts)
    show_unused([_number(item) for item in credits_open], taken.as_of)
    rows = _add_invoices(taken, [item for item in fresh if item.open_cents > 0], accounts)
    done.new += len(rows)
    listed = [Listed(known[n], max(0, item.open_cents)) for item in part if (n := _number(item)) in known]
    _count(taken, rows, listed, done)


def _finish(taken: TakenList, done: _Done) -> None:
    """Close what a complete list leaves out, and let payments be looked at again where it reopened anything."""
    if taken.is_truth:
        gone = [Listed(row, 0) for row in missing_from_list(done.listed, taken.as_of)]
        _count_gone(taken, gone)
        count_until(taken.as_of)
    if done.look_again < date.max:
        look_again_since(done.look_again)


def _count_gone(taken: TakenList, gone: Sequence[Listed]) -> None:
    for part in chunked(gone, ITEMS_AT_A_TIME):
        count_open_items(taken.client, part, as_of=taken.as_of, on=taken.on, at=taken.at, by=taken.by)


FIRST_YEAR, LAST_YEAR = 1990, 2100
"""Due dates outside these are a package's word for none, or a slip of the pen."""


def _number(item: OpenItem) -> str:
    return item.number.strip()


def _problems_of_list(taken: TakenList, ledger_until: date | None) -> Iterator[Problem]:
    if taken.as_of > taken.on:
        yield _problem(
            taken, None, f"De peildatum {taken.as_of:%d-%m-%Y} ligt na de dag van inlezen ({taken.on:%d-%m-%Y}).",
            "Wat later wordt betaald kan er niet in staan.", "Verbeter de peildatum.",
        )  # fmt: skip
    if taken.is_truth and ledger_until is not None and taken.as_of < ledger_until:
        yield _problem(
            taken, None,
            f"Deze volledige lijst is van {taken.as_of:%d-%m-%Y}; er is al een van {ledger_until:%d-%m-%Y}.",
            "Een oudere lijst zou facturen heropenen die inmiddels betaald zijn.",
            f"Lever een lijst in van {ledger_until:%d-%m-%Y} of later.",
        )  # fmt: skip
    for number, times in _repeated(map(_number, taken.items), taken.items):
        yield _problem(
            taken, None, f"Post {number} staat {times} keer in de lijst.",
            "Zo is niet bekend wat er van openstaat.", "Zet elke factuur op één regel.",
        )  # fmt: skip


def _repeated(numbers: Iterable[str], items: Sequence[OpenItem]) -> Iterator[tuple[str, int]]:
    """Yield each number that stands in a list more than once, with how often.

    Eight bytes a number are held, sorted; only where two are equal is the list looked at again.
    """
    marks = array("q", map(hash, numbers))
    ordered = sorted(marks)
    twice = {one for one, next_one in pairwise(ordered) if one == next_one}
    if twice:
        again = Counter(number for number in map(_number, items) if hash(number) in twice)
        yield from ((number, times) for number, times in again.items() if times > 1)


def _problems_of_items(
    taken: TakenList, items: Sequence[OpenItem], accounts: AccountsOfFile
) -> Iterator[Problem]:
    nameless = [_number(item) for item in items if not _has_debtor(item, accounts)]
    known = invoices_by_number(nameless) if nameless else {}
    for item in items:
        number = _number(item)
        if item.currency != "EUR":
            yield _problem(
                taken, item, f"Post {number} is in {item.currency}.", "Het boek wordt in euro's gehouden.",
                "Lever alleen posten in euro's in.",
            )  # fmt: skip
        if not number or len(number) > NUMBER_LENGTH_MAX:
            yield _problem(
                taken, item, "Het factuurnummer is leeg of langer dan 60 tekens.",
                "Daarop wordt een betaling herkend.", "Vul het factuurnummer in.",
            )  # fmt: skip
        if item.total_cents is not None and 0 < item.total_cents < item.open_cents:
            total, left = format_euro(item.total_cents, "nl"), format_euro(item.open_cents, "nl")
            yield _problem(
                taken, item, f"Van post {number} staat meer open dan het totaal.",
                f"Open is {left}, het totaal is {total}.", "Verbeter het bedrag; kosten horen niet bij de factuur.",
            )  # fmt: skip
        if item.due_date is not None and not FIRST_YEAR <= item.due_date.year <= LAST_YEAR:
            yield _problem(
                taken, item, f"De vervaldatum {item.due_date:%d-%m-%Y} van post {number} kan niet kloppen.",
                f"Zij ligt buiten de jaren {FIRST_YEAR} tot {LAST_YEAR}.", "Verbeter de datum, of laat haar leeg.",
            )  # fmt: skip
        if not _has_debtor(item, accounts) and number not in known:
            yield _problem(
                taken, item, f"Post {number} noemt geen debiteur die bekend is.",
                "Zonder naam is niet bekend wie moet betalen.", "Neem de kolom met de naam van de debiteur op.",
            )  # fmt: skip


def _has_debtor(item: OpenItem, accounts: AccountsOfFile) -> bool:
    return bool((item.debtor.name or "").strip()) or accounts.known_number((item.debtor.number or "").strip())


def _problem(taken: TakenList, item: OpenItem | None, what: str, why: str, how_to_fix: str) -> Problem:
    line = item.line if item else None
    return Problem(file=taken.file.name, what=what, why=why, how_to_fix=how_to_fix, line=line)


def _add_credits(taken: TakenList, items: Sequence[OpenItem], accounts: AccountsOfFile) -> int:
    """Add credits that stand open in the ledger. They wait: the list does not say for which invoice they are."""
    known = known_credit_notes([_number(item) for item in items])
    fresh = [item for item in items if _number(item) not in known]
    rows = [
        CreditNote(
            client=taken.client,
            number=_number(item),
            issue_date=item.issue_date or taken.as_of,
            total_cents=-item.open_cents,
            waiting_cents=-item.open_cents,
            file=taken.file,
        )
        for item in fresh
    ]
    for row, item in zip(rows, fresh, strict=True):
        accounts.put(row, details_of(item.debtor))
    accounts.save()
    return len(CreditNote.objects.bulk_create(rows, batch_size=200))


def _add_invoices(taken: TakenList, items: Sequence[OpenItem], accounts: AccountsOfFile) -> list[Listed]:
    iban = ClientIban.objects.order_by("pk").values_list("iban", flat=True).first() or ""
    rows = [_row(taken, item, iban) for item in items]
    for row, item in zip(rows, items, strict=True):
        accounts.put(row, details_of(item.debtor))
    accounts.save()
    add_invoices(taken.client, rows)
    return [Listed(row, item.open_cents) for row, item in zip(rows, items, strict=True)]


def _row(taken: TakenList, item: OpenItem, iban: str) -> Invoice:
    """Return the invoice that an open item tells of: asked is its total where the list says it, else what is open."""
    issue_date = item.issue_date or item.due_date or taken.as_of
    asked = item.total_cents if item.total_cents is not None else item.open_cents
    return Invoice(
        client=taken.client,
        number=_number(item),
        issue_date=issue_date,
        due_date=item.due_date or issue_date + timedelta(days=STATUTORY_TERM_DAYS),
        due_date_basis="UNKNOWN" if item.due_date else "STATUTORY_30",
        total_cents=asked,
        asked_cents=asked,
        open_cents=asked,
        total_is_known=item.total_cents is not None,
        payment_reference=clean(item.payment_reference, 35),
        pay_to_iban=iban,
        pay_to_name=clean(taken.client.name, 70),
        subject=clean(item.subject, 140),
        order_number=clean(item.order_number, 60),
        counted_until=taken.as_of if taken.is_truth else None,
        file=taken.file,
        known_from=taken.on,
    )


def _count(taken: TakenList, new: Sequence[Listed], known: Sequence[Listed], done: _Done) -> None:
    """Bring payments in step with a part of the list, as far as the list may say anything about them."""
    if taken.is_truth:
        _count_truth(taken, new, known, done)
        return
    if taken.ledger_until is not None:
        settled = [one._replace(cents=0) for one in new if _is_before_the_truth(taken, one)]
        count_open_items(
            taken.client, settled, as_of=taken.ledger_until, on=taken.on, at=taken.at, by=taken.by
        )
        done.look_again = min([done.look_again, *(one.invoice.issue_date for one in settled)])
        new = [one for one in new if not _is_before_the_truth(taken, one)]
    _count_new(taken, new)
    less = [one for one in known if one.cents < one.invoice.open_cents]
    asking.ask(
        taken.client, [question_about(one.invoice, "LIST_SAYS_LESS", one.cents) for one in less],
        on=taken.on, at=taken.at, by=taken.by,
    )  # fmt: skip
    agreed = [one.invoice.pk for one in known if one.cents >= one.invoice.open_cents]
    asking.close(taken.client, invoices=agreed, answer="LIST_AGREES", on=taken.on, at=taken.at, by=taken.by)


def _count_truth(taken: TakenList, new: Sequence[Listed], known: Sequence[Listed], done: _Done) -> None:
    """Count a part of a complete list: what it names is open for its amount.

    Of what is new and wholly open nothing was paid, and nothing is known that could say otherwise.
    """
    partly = [one for one in new if one.cents != one.invoice.asked_cents]
    reopened = set(
        count_open_items(
            taken.client, [*partly, *known], as_of=taken.as_of, on=taken.on, at=taken.at, by=taken.by
        )
    )
    done.listed.extend(one.invoice.pk for one in (*new, *known))
    days = [one.invoice.issue_date for one in new]
    days += [one.invoice.issue_date for one in known if one.invoice.pk in reopened]
    done.look_again = min([done.look_again, *days])


def _is_before_the_truth(taken: TakenList, one: Listed) -> bool:
    """Test if a newer complete list, which left this invoice out, has already said that it is settled."""
    until = taken.ledger_until
    return until is not None and taken.as_of <= until and one.invoice.issue_date <= until


def _count_new(taken: TakenList, new: Sequence[Listed]) -> None:
    """Take over what a list says was paid of invoices that the book did not have.

    Payments up to the list's day can be in that: they are held against it. Of an invoice that is wholly open
    none is, and without a stated day nothing can be said.
    """
    paid = [
        NewAllocation(
            one.invoice.pk, "LEDGER", one.invoice.asked_cents - one.cents, taken.as_of,
            evidence=f"openstaandepostenlijst van {taken.as_of}",
        )
        for one in new
    ]  # fmt: skip
    allocate(taken.client, paid, at=taken.at)
    counted = [
        one.invoice.pk
        for one in new
        if taken.ledger_until is not None
        or (taken.day_is_stated and (not one.invoice.total_is_known or one.cents < one.invoice.asked_cents))
    ]
    mark_counted(counted, taken.as_of)
