"""A million payments against a million open invoices, whole verdicts, beside bare finding: one regex, one dictionary.

Of a hundred payments 80 name one invoice in one of five spellings, two or three name several, ten say nothing but
come from a known account with the exact amount, the rest says nothing at all. Each figure is of its own process, in
seconds of its processor; of two processes together it is the slower that counts.
"""

import multiprocessing
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta

from voldaan.config.entry import collect_rarely
from voldaan.domain.matching.book import OpenBook
from voldaan.domain.matching.facts import OpenInvoice, Payer, PaymentFacts
from voldaan.domain.matching.together import match_all

INVOICES_PER_DEBTOR = 8
FIRST_BOOKED = date(2026, 11, 2)
SPELLINGS = (
    "Factuur 2026-{place:07}",
    "factuur 2026 {place:07}",
    "fact.nr 2026{place:07} bedankt",
    "Betaling nota 2026/{place:07}",
    "2026.{place:07}",
)
NUMBER = re.compile(r"(2026)\D?(\d{7})")


def run(*, sizes: tuple[int, ...]) -> Iterator[str]:
    """Yield per size: the floor, ours in one process and in two, how long the index takes, and the peak memory."""
    for count in sizes:
        floor_index, floor = (float(part) for part in _child("floor", count))
        index, ours, linked, megabytes = _child("ours", count)
        halves, linked_in_two = _child("halves", count)
        same = "same links" if linked_in_two == linked else f"OTHER LINKS: {linked_in_two}"
        yield _line(count, "floor-index", floor_index, floor_index)
        yield _line(count, "index", float(index), floor_index)
        yield _line(count, "floor", floor, floor)
        yield _line(count, "one-process", float(ours), floor, f" (target 5.00; {linked} linked)")
        yield _line(count, "two-processes", float(halves), floor, f" ({same})")
        yield _line(count, "with-index", float(ours) + float(index), floor + floor_index)
        yield f"match-{count}-memory {float(megabytes):.0f} MB {float(megabytes) / 1024:.2f}"


def _line(count: int, name: str, seconds: float, floor: float, remark: str = "") -> str:
    return f"match-{count}-{name} {1_000_000 * seconds / count:.2f} us/line {seconds / floor:.2f}{remark}"


def _child(what: str, count: int) -> list[str]:
    arguments = [sys.executable, "-m", "benchmarks.matching_speed", what, str(count)]
    return subprocess.run(arguments, check=True, capture_output=True, text=True).stdout.split()


def invoices_of(count: int) -> Iterator[OpenInvoice]:
    """Yield this many open invoices, each of another number and amount, eight of a debtor."""
    for place in range(count):
        issued = date(2026, 1, 1) + timedelta(days=place * 280 // count)
        cents = _cents(place)
        yield OpenInvoice(
            id=place,
            account_id=place // INVOICES_PER_DEBTOR,
            number=f"2026-{place:07}",
            open_cents=cents,
            issue_date=issued,
            due_date=issued + timedelta(days=30),
            asked_cents=cents,
        )


def payers_of(count: int) -> Iterator[Payer]:
    """Yield the debtors of this many invoices with what they are known by."""
    for account in range(-(-count // INVOICES_PER_DEBTOR)):
        yield Payer(account, f"Handelshuis {_name(account)} B.V.", _iban(account), f"D{account:06}")


def payments_of(count: int) -> list[PaymentFacts]:
    """Return this many payments for as many invoices."""
    return [
        PaymentFacts(
            id=place,
            amount_cents=cents,
            booking_date=FIRST_BOOKED + timedelta(days=place % 10),
            counterparty_name=name,
            counterparty_iban=iban,
            remittance=text,
            digest=f"{place * 2_654_435_761 % 2**32:08x}",
        )
        for place in range(count)
        for cents, name, iban, text in (_said(place, count),)
    ]


def _said(place: int, count: int) -> tuple[int, str, str, str]:
    """Return amount, name, account and text of the payment of a place.

    One debtor in five is not plain: its first payment names three invoices, four come without a number, and three
    are of strangers, so that no invoice is paid twice.
    """
    account, within = divmod(place, INVOICES_PER_DEBTOR)
    name, iban = f"Handelshuis {_name(account)} B.V.", _iban(account)
    if account % 5:
        return _cents(place), name, iban, SPELLINGS[within % 5].format(place=place)
    if within == 0:
        places = range(place, min(place + 3, count))
        return sum(map(_cents, places)), name, iban, " en ".join(f"2026-{other:07}" for other in places)
    if within < 4:
        return 1_234_567 + place, "Onbekende afzender", _iban(account + count), "zoals besproken"
    return _cents(place), name, iban, "betaling"


def _cents(place: int) -> int:
    return 1_000 + place * 7_907 % 900_000


def _iban(account: int) -> str:
    return f"NL00TEST{account:010}"


def _name(account: int) -> str:
    """Return a name of letters, since names hold no numbers."""
    letters = ""
    for _ in range(5):
        account, at = divmod(account, 20)
        letters += "bcdfghjklmnprstvwxzq"[at] + "aeiou"[at % 5]
    return letters.capitalize()


def _floor(count: int) -> str:
    """Return the seconds of indexing and of finding; a small number is found often, since it takes no time."""
    payments, times = payments_of(count), max(1, 300_000 // count)
    numbers: dict[str, int] = {}
    started = time.process_time()
    for _ in range(times):
        numbers = {f"2026{place:07}": place for place in range(count)}
    indexed = time.process_time()
    for _ in range(times):
        for payment in payments:
            [numbers.get(year + rest) for year, rest in NUMBER.findall(payment.remittance)]
    return f"{(indexed - started) / times} {(time.process_time() - indexed) / times}"


def _book(count: int) -> tuple[OpenBook, float]:
    invoices, payers = list(invoices_of(count)), list(payers_of(count))
    started = time.process_time()
    book = OpenBook(invoices, payers)
    return book, time.process_time() - started


def _linked(payments: list[PaymentFacts], book: OpenBook) -> int:
    return sum(verdict.verdict == "linked" for verdict in match_all(payments, book).values())


def _ours(count: int) -> str:
    payments = payments_of(count)
    book, index = _book(count)
    seconds, linked = _timed(payments, book)
    return f"{index} {seconds} {linked} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}"


def _halves(count: int) -> str:
    """Return the time of the slower of two processes that each match half: no debtor's payments are in both."""
    payments = payments_of(count)
    book, _ = _book(count)
    middle = count // 2 // INVOICES_PER_DEBTOR * INVOICES_PER_DEBTOR
    forked = multiprocessing.get_context("fork")
    answers = forked.SimpleQueue()
    processes = [
        forked.Process(target=lambda half=half: answers.put(_timed(half, book)))
        for half in (payments[:middle], payments[middle:])
    ]
    for process in processes:
        process.start()
    seconds, linked = zip(*(answers.get() for _ in processes), strict=True)
    for process in processes:
        process.join()
    return f"{max(seconds)} {sum(linked)}"


def _timed(payments: list[PaymentFacts], book: OpenBook) -> tuple[float, int]:
    started = time.process_time()
    linked = _linked(payments, book)
    return time.process_time() - started, linked


if __name__ == "__main__":
    collect_rarely()
    print({"floor": _floor, "ours": _ours, "halves": _halves}[sys.argv[1]](int(sys.argv[2])))
