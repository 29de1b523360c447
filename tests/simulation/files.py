"""What a creditor hands in each morning: late, twice, overlapping, in another order, cut off half way."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from tests.simulation.cast import DEBITED, FIRST_DAY, Bill, luck
from tests.simulation.truth import Credit, Truth
from voldaan.formats.bank import camt_write
from voldaan.formats.invoices import ubl_write
from voldaan.formats.lists import open_items
from voldaan.formats.values import Invoice, OpenItem, OpenItemList, Party

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A file on its way, and what it shows the book when it is taken."""

    name: str
    data: bytes
    arrives: date
    bills: tuple[str, ...] = ()
    days: tuple[tuple[str, date], ...] = ()
    """Bank account and day."""
    list_day: date | None = None
    credit: str = ""

    @property
    def cut(self) -> bytes:
        """Return the file as it looks when the connection breaks half way; a list breaks inside its last row."""
        if self.list_day is None:
            return self.data[: len(self.data) * 2 // 3]
        *before, last = self.data.splitlines(keepends=True)
        return b"".join(before) + last[: len(last) // 3]


@dataclass(slots=True)
class Desk:
    """Where the papers of one creditor are made and lie until they are handed in."""

    seed: int
    truth: Truth
    stated_until: date = FIRST_DAY - DAY
    pile: list[Paper] = field(default_factory=list)
    taken: list[Paper] = field(default_factory=list)

    def due(self, today: date) -> list[Paper]:
        """Return what is handed in today and take it off the pile, in an order that nobody can rely on."""
        now = [paper for paper in self.pile if paper.arrives <= today]
        self.pile = [paper for paper in self.pile if paper.arrives > today]
        drawn = luck(self.seed, self.truth.house.key, "order", today)
        if drawn.random() < 0.3:
            drawn.shuffle(now)
        return now

    def fill(self, today: date) -> None:
        """Make the papers of a working day."""
        for paper in self._made(today):
            self.pile.append(replace(paper, arrives=today + self._delay(paper, today) * DAY))

    def _delay(self, paper: Paper, today: date) -> int:
        drawn = luck(self.seed, self.truth.house.key, "delay", today, paper.name)
        # A complete list that is overtaken by a newer one would be refused, and rightly so.
        likely = 0.0 if paper.list_day else 0.12
        return drawn.randint(1, 8) if drawn.random() < likely else 0

    def _made(self, today: date) -> Iterator[Paper]:
        house, yesterday = self.truth.house, today - DAY
        new = [bill for bill in house.bills if self.stated_until < bill.issued <= yesterday]
        credits_new = [one for one in self.truth.credits if self.stated_until < one.day <= yesterday]
        if house.truth == "LEDGER":
            yield from self._list(today)
        else:
            yield from map(self._invoice, new)
            yield from map(self._credit_note, credits_new)
        if house.truth != "CLIENT_WORD":
            yield from self._statements(self.stated_until + DAY, yesterday)
        self.stated_until = yesterday

    def _statements(self, first: date, last: date) -> Iterator[Paper]:
        """Yield the statements since the last ones; of a ledger only now and then, beside its lists."""
        drawn = luck(self.seed, self.truth.house.key, "statements", last)
        if self.truth.house.truth == "LEDGER" and drawn.random() < 0.6:
            return
        for iban in self.truth.banks:
            yield self._statement(iban, first, last)
            if drawn.random() < 0.1 and first - FIRST_DAY > 4 * DAY:
                yield self._statement(iban, first - 3 * DAY, last)

    def _statement(self, iban: str, first: date, last: date) -> Paper:
        days = tuple((iban, first + n * DAY) for n in range((last - first).days + 1))
        statement = self.truth.banks[iban].statement(first, last, number=f"{last:%Y%m%d}")
        name = f"afschrift-{iban[-4:]}-{first}-{last}.xml"
        return Paper(name=name, data=camt_write.write(statement), arrives=last, days=days)

    def _list(self, today: date) -> Iterator[Paper]:
        """Yield the complete list of the creditor's own bookkeeping, every third working day or so."""
        if luck(self.seed, self.truth.house.key, "list", today).random() < 0.6:
            return
        as_of = today - DAY
        bills = [bill for bill in self.truth.house.bills if bill.issued <= as_of]
        items = tuple(
            _item(bill, owed) for bill in bills if (owed := self.truth.really_owed(bill, as_of)) > 0
        )
        data = open_items.write(OpenItemList(format="csv", complete=True, as_of=as_of, items=items))
        numbers = tuple(item.number for item in items)
        yield Paper(name=f"openstaand-{as_of}.csv", data=data, arrives=as_of, bills=numbers, list_day=as_of)

    def _invoice(self, bill: Bill) -> Paper:
        data = ubl_write.write(self._document(bill, "invoice", bill.number, bill.cents, bill.issued))
        return Paper(name=f"factuur-{bill.number}.xml", data=data, arrives=bill.issued, bills=(bill.number,))

    def _credit_note(self, credit: Credit) -> Paper:
        data = ubl_write.write(
            self._document(credit.bill, "credit_note", credit.number, credit.cents, credit.day)
        )
        return Paper(
            name=f"creditnota-{credit.number}.xml", data=data, arrives=credit.day, credit=credit.number
        )

    def _document(self, bill: Bill, kind: str, number: str, cents: int, on: date) -> Invoice:
        house, asks = self.truth.house, kind == "invoice"
        return Invoice(
            kind=kind,
            format="ubl",
            number=number,
            issue_date=on,
            due_date=bill.due if asks else None,
            currency="EUR",
            total_cents=cents,
            payable_cents=cents,
            payment_reference=bill.reference if asks else None,
            creditor=Party(
                name=house.name,
                iban=house.ibans[0],
                coc_number=house.coc_number,
                vat_number=house.vat_number,
                country="NL",
            ),
            debtor=_party(bill),
            pay_to_iban=house.ibans[0] if asks else None,
            due_date_basis="AGREED" if asks else "UNKNOWN",
            direct_debit=asks and bill.habit in DEBITED,
            subject="Werk in januari",
            invoice_number=None if asks else bill.number,
        )


def _party(bill: Bill) -> Party:
    person = bill.person
    return Party(
        name=person.name,
        number=person.number,
        coc_number=person.coc_number or None,
        email=person.email or None,
        street=person.street or None,
        postcode="1234 AB" if person.street else None,
        city="Zonnedorp" if person.street else None,
        country="NL",
    )


def _item(bill: Bill, owed: int) -> OpenItem:
    return OpenItem(
        number=bill.number,
        debtor=_party(bill),
        issue_date=bill.issued,
        due_date=bill.due,
        currency="EUR",
        total_cents=bill.cents,
        open_cents=owed,
        subject="Werk in januari",
    )


def digest_of(papers: Iterable[Paper]) -> str:
    """Return a digest of files: a seed always makes the same."""
    joined = hashlib.sha256()
    for paper in papers:
        joined.update(paper.name.encode() + paper.data)
    return joined.hexdigest()
