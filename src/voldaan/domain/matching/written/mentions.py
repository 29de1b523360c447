"""Which invoices and debtors a payer names, and how much each naming weighs.

Nothing is decided here: a mention is a clue. Several invoices in one mention bear the same number as written.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from voldaan.domain.identifiers import is_valid_rf, squeeze
from voldaan.domain.matching import weights
from voldaan.domain.matching.facts import Ids, OpenInvoice
from voldaan.domain.matching.written.judging import SHARED_MOST, Judge, Judged, plainly_named
from voldaan.domain.matching.written.number_endings import ends_among
from voldaan.domain.matching.written.number_index import NumberIndex, key_of, slips
from voldaan.domain.matching.written.remittance import Written, read_remittance
from voldaan.domain.matching.written.whole_numbers import (
    LONG_FROM,
    Hit,
    MentionKind,
    between,
    hits_in,
    key_inside_reference,
    longest_at,
)

_WORD_RUNS = re.compile(r"[A-Z]+")
_GROUPS = re.compile(r"[0-9]+")
WORDS_JOINED_MOST = 4
_DAY_OR_MONTH = re.compile(
    r"(?:0?[1-9]|1[0-2])[-/ ]20[0-9]{2}|20[0-9]{2}[-/ ](?:0?[1-9]|1[0-2])"
    r"|(?:0?[1-9]|[12][0-9]|3[01])[-/](?:0?[1-9]|1[0-2])"
)
"""`nota 10/2026` can be number 2026-0010, and October; `factuur 26-10` can be of that day."""


class Mention(NamedTuple):
    """Something that the payer wrote and that invoices bear."""

    kind: MentionKind
    text: str
    ids: Ids
    points: int


def can_be_a_day(mention: Mention) -> bool:
    """Test if a number can be a day or a month as well, whatever it was called."""
    return mention.kind == "NUMBER_LIKE_A_DAY" or _DAY_OR_MONTH.fullmatch(mention.text) is not None


def named(written: Written, payment_reference: str, index: NumberIndex) -> tuple[Mention, ...]:
    """Return what a payer names in the reference field and in the text, each set of invoices once."""
    found: list[Mention] = []
    if payment_reference:
        found += _in_reference_field(payment_reference, written, index)
    if written.digits:
        wrote = _in_text(written, index)
        if mended := written.with_zeros_for_letters():
            wrote = max(wrote, _in_text(mended, index), key=_sure_ones)
        found = found + wrote if found else wrote
    if index.has_words:
        found += _in_words(written, index)
    return tuple(found) if len(found) < 2 else tuple(_once(found))


def among(written: Written, invoices: Sequence[OpenInvoice], found: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return the ends of numbers and the typing errors that point to some of a few invoices.

    What `found` holds already is not told again. Meant for the invoices of an account that is known otherwise.
    """
    told = {group for mention in found for group in _GROUPS.findall(mention.text)}
    known = {invoice_id for mention in found for invoice_id in mention.ids}
    left = [invoice for invoice in invoices if invoice.id not in known]
    return tuple(Mention(*end) for end in ends_among(written, left, told))


def debtors_named(written: Written, index: NumberIndex) -> tuple[tuple[int, int, str], ...]:
    """Return the accounts whose debtor number is written, each with points and the number as it stands there."""
    found: dict[int, tuple[int, int, str]] = {}
    place, count = 0, len(written.digits) if index.debtors else 0
    judge: Judge | None = None
    while place < count:
        hit = longest_at(written, place, index.debtors, index.longest_debtor)
        if not hit:
            place += 1
            continue
        judge = judge or Judge(written, [], index)
        for account_id, points in _debtors_at(hit, judge):
            text = written.between(hit.first, hit.end)
            found.setdefault(account_id, (account_id, points, text))
        place = hit.end
    return tuple(found.values())


def neighbours(number: str, index: NumberIndex) -> Iterator[int]:
    """Yield the invoices whose number is one slip away from a number, each once."""
    key = key_of(number)
    seen = set()
    for slip in slips(key):
        other = slip.lstrip("0")
        if other != key and other in index.bearing and other not in seen:
            seen.add(other)
            yield from index.numbered(other)


def _sure_ones(mentions: Sequence[Mention]) -> int:
    return sum(mention.points > weights.NUMBER_IN_DOUBT for mention in mentions)


def _in_reference_field(reference: str, written: Written, index: NumberIndex) -> list[Mention]:
    """Return what a payment reference names: as a whole, else the number that it carries, else as a text."""
    squeezed = squeeze(reference)
    whole = read_remittance(f"KENMERK {squeezed}", booking_date=written.booking_date)
    found = _in_text(whole, index) if whole.digits else []
    if found:
        return found
    key = key_inside_reference(squeezed)
    if is_valid_rf(squeezed):
        key = key_of(squeezed[4:])
    if len(key) >= LONG_FROM and (ids := index.numbered(key)):
        return [Mention("REFERENCE", squeezed, ids, weights.PLAIN_REFERENCE)]
    spaced = read_remittance(f"KENMERK {reference}", booking_date=written.booking_date)
    return _in_text(spaced, index) if spaced.digits != whole.digits else []


def _in_text(written: Written, index: NumberIndex) -> list[Mention]:
    hits = hits_in(written, index)
    if not hits:
        return []
    judge: Judge | None = None
    judged: list[Judged] = []
    whole_stands = True
    last = len(hits) - 1
    for place, hit in enumerate(hits):
        if hit.how == "CARRIED" and not whole_stands:
            continue
        after_hit = place > 0 and hits[place - 1].end == hit.first
        before_hit = place < last and hits[place + 1].first == hit.end
        beside = (
            after_hit and len(hits[place - 1].key) >= LONG_FROM,
            before_hit and len(hits[place + 1].key) >= LONG_FROM,
        )
        stands = plainly_named(written, hit, index, beside=beside)
        if not stands:
            judge = judge or Judge(written, hits, index)
            stands = judge.judge(hit)
        if hit.how != "CARRIED":
            whole_stands = stands is not None
        if stands:
            if (
                after_hit
                and judged
                and judged[-1].hit.end == hit.first
                and written.gap(hit.first).links == "TO"
            ):
                judged += _of_range(judge or Judge(written, hits, index), judged[-1], stands)
            judged.append(stands)
    return [
        Mention(kind, written.between(hit.first, hit.end), ids, points) for hit, kind, points, ids in judged
    ]


def _of_range(judge: Judge, first: Judged, last: Judged) -> list[Judged]:
    ends = (first.hit._replace(ids=first.ids), last.hit._replace(ids=last.ids))
    return [one for hit in between(*ends, judge.index) if (one := judge.judge(hit))]


def _once(found: list[Mention]) -> Iterator[Mention]:
    """Yield one mention of each set of invoices, the weightiest, in the order in which they are first told."""
    best: dict[Ids, Mention] = {}
    for mention in found:
        there = best.get(mention.ids)
        if there is None or mention.points > there.points:
            best[mention.ids] = mention
    yield from best.values()


def _in_words(written: Written, index: NumberIndex) -> list[Mention]:
    """Return the numbers of letters only that are written: `ABX-KLM`. One plain word is a weak clue."""
    runs = [(run[0], run.start(), run.end()) for run in _WORD_RUNS.finditer(written.text)]
    found: list[Mention] = []
    place = 0
    while place < len(runs):
        joined, end, best = "", place, place
        while end < min(len(runs), place + WORDS_JOINED_MOST):
            joined += runs[end][0]
            end += 1
            if joined in index.lettered and joined in index.bearing:
                best = end
        if best > place:
            text = written.text[runs[place][1] : runs[best - 1][2]]
            called = place > 0 and runs[place - 1][0].startswith(("FACT", "INV", "NOTA", "KENM", "REF"))
            long = best - place > 1 and len(squeeze(text)) >= LONG_FROM
            points = weights.NUMBER if long or (called and len(text) >= LONG_FROM) else weights.SHORT_NUMBER
            kind: MentionKind = "NUMBER" if points == weights.NUMBER else "SHORT_NUMBER"
            ids = index.bearing.all_of(squeeze(text))
            found += [Mention(kind, text, ids, points)] if len(ids) <= SHARED_MOST else []
        place = max(best, place + 1)
    return found


def _debtors_at(hit: Hit, judge: Judge) -> Iterator[tuple[int, int]]:
    """Yield the accounts that a debtor's number names, with points; a day or an amount names nobody."""
    call = judge.call_before(hit.first)
    if call in ("OTHER", "INVOICE", "ORDER"):
        return
    called = call == "DEBTOR"
    if not called and (len(hit.key) < LONG_FROM or judge.reading(hit.first, hit.end) or judge.bound(hit)):
        return
    points = weights.DEBTOR_NUMBER_CALLED if called else weights.DEBTOR_NUMBER
    for account_id, _ in judge.index.debtors[hit.key]:
        yield account_id, points
