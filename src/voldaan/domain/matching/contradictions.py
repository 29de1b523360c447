"""What speaks against a way: numbers that it does not pay, an invoice that fits better, a payer who owes this."""

import re
from collections.abc import Iterator, Sequence

from voldaan.domain.matching.book import OpenBook
from voldaan.domain.matching.way import Reading, Said, Way, asked, in_words
from voldaan.domain.matching.weights import (
    ANOTHER_END,
    ANOTHER_FITS_EXACTLY,
    ANOTHERS_NUMBER,
    ANOTHERS_NUMBER_AND_AMOUNT,
    LEFT_OUT,
    NUMBER,
    OWN_NUMBER_NOT_PAID,
    OWN_NUMBER_OF_OTHER_AMOUNT,
    PAID_IN_ADVANCE,
    PAYER_IS_ANOTHER_BUT_EXACT,
    SLIP_AND_ANOTHERS_NUMBER,
    UNKNOWN_NUMBER,
)
from voldaan.domain.matching.written.mentions import Mention
from voldaan.domain.matching.written.number_endings import called_an_end
from voldaan.domain.matching.written.number_index import key_of, shape_of

_NUMBER = re.compile(r"[0-9](?:[-./ ]?[0-9])*")
GROUPS = re.compile(r"[0-9]+")
_SEPARATORS = str.maketrans("", "", "-./ ")
DIGITS_MIN = 5
_IN_ADVANCE = re.compile(
    r"\b(?:AANBETALING|VOORSCHOT|OFFERTE|VOORUITBETALING|RESERVERING|BORG|DEPOSIT|DONATIE|GIFT)\b"
)


def unknown_number(reading: Reading, book: OpenBook) -> str:
    """Return a number in the text that looks like one of our invoices and is none that we know; else nothing."""
    if not reading.written.digits:
        return ""
    text = reading.written.text
    told = " ".join(mention.text for mention in reading.mentions)
    for found in _NUMBER.finditer(text):
        digits = found[0].translate(_SEPARATORS)
        if len(digits) < DIGITS_MIN or found[0] in told:
            continue
        key = digits.lstrip("0")
        if len(key) not in book.index.lengths or key in book.index.bearing or key in book.index.debtors:
            continue
        if not any(
            one.start < found.end() and found.start() < one.end for one in reading.written.otherwise()
        ):
            return found[0]
    return ""


def _is_next_number(way: Way, unknown: str, book: OpenBook) -> bool:
    """Test if a way takes an unknown number for a slip where it can be the next one, or that of another year."""
    if unknown not in way.texts or len(way.allocations) != 1:
        return False
    written, number = key_of(unknown), key_of(book.invoices[way.allocations[0][0]].number)
    return len(written) == len(number) and (written[:-1] == number[:-1] or written[4:] == number[4:])


def _meant_otherwise(way: Way, reading: Reading, unknown: str, book: OpenBook) -> Iterator[Said]:
    """Yield what speaks against a way that nothing written names: it was written for something else."""
    numbers = [shape_of(book.invoices[key].number).digits for key, _ in way.allocations]
    excepted = "".join(shape_of(book.invoices[key].number).digits for key in reading.excepted)
    told = {group for mention in reading.mentions for group in GROUPS.findall(mention.text)}
    told |= {group for group in reading.written.digits if group in excepted}
    for end in called_an_end(reading.written, told):
        if not any(number.endswith(end) for number in numbers):
            yield f"er staat {end} bij, en zo eindigt deze factuur niet", ANOTHER_END
            break
    if unknown:
        yield f"het nummer {unknown} kennen we niet", UNKNOWN_NUMBER
    if word := word_for_advance(reading.written.text):
        yield f"er staat {word} bij", PAID_IN_ADVANCE


def word_for_advance(text: str) -> str:
    """Return the word in a text in capitals that says that this is no payment of an invoice yet; else nothing."""
    found = _IN_ADVANCE.search(text)
    return found[0].lower() if found else ""


def with_contradictions(ways: Sequence[Way], reading: Reading, book: OpenBook) -> Iterator[Way]:
    """Yield the ways less what contradicts them: a number that they do not pay, a payer who owes this."""
    unknown = unknown_number(reading, book)
    strong = [mention for mention in reading.mentions if mention.points >= NUMBER]
    exact_accounts = {account for way in ways if way.exact for account in way.accounts}
    payers = {words for way in ways for words, points in way.payer if points < 0}
    for way in ways:
        said = (*way.said, *_numbers_not_paid(way, strong, reading, book))
        if unknown and _is_next_number(way, unknown, book):
            said = (*said, (f"het nummer {unknown} kennen we niet", UNKNOWN_NUMBER))
        if way.allocations and not way.texts:
            said = (*said, *_meant_otherwise(way, reading, unknown, book))
        if way.named and way.allocations and not way.exact and exact_accounts & set(way.accounts):
            said = (*said, ("een andere factuur vraagt precies dit bedrag", ANOTHER_FITS_EXACTLY))
        if way.exact and way.named and not exact_accounts - set(way.accounts):
            said = tuple(
                (words, max(points, PAYER_IS_ANOTHER_BUT_EXACT) if words in payers else points)
                for words, points in said
            )
        yield way if said == way.said else way._replace(said=said, points=sum(points for _, points in said))


def _numbers_not_paid(
    way: Way, strong: Sequence[Mention], reading: Reading, book: OpenBook
) -> Iterator[Said]:
    """Yield what speaks against a way in the numbers that were written and that it does not pay."""
    if way.because == "ALREADY_PAID":
        return
    paid = {key for key, _ in way.allocations} | {one.invoice_id for one in way.netted}
    pays_some = any(paid & set(mention.ids) for mention in strong)
    for mention in strong:
        bearers = [book.invoices[key] for key in mention.ids]
        if paid & set(mention.ids):
            continue
        if mention.text in way.texts:
            if any(one.room(reading.payment.booking_date) == reading.payment.amount_cents for one in bearers):
                yield f"{in_words(mention)} bestaat ook, voor hetzelfde bedrag", SLIP_AND_ANOTHERS_NUMBER
            continue
        if pays_some:
            yield f"{in_words(mention)} wordt zo niet betaald", LEFT_OUT
        elif any(one.account_id in way.accounts for one in bearers):
            amount = reading.payment.amount_cents
            fits = any(amount in (asked(one), one.room(reading.payment.booking_date)) for one in bearers)
            points = OWN_NUMBER_NOT_PAID if fits else OWN_NUMBER_OF_OTHER_AMOUNT
            yield f"{in_words(mention)} van deze debiteur wordt zo niet betaald", points
        elif any(rooms := [one.room(reading.payment.booking_date) for one in bearers]):
            fits = reading.payment.amount_cents in rooms
            yield (
                f"{in_words(mention)} is van een ander",
                ANOTHERS_NUMBER_AND_AMOUNT if fits else ANOTHERS_NUMBER,
            )
