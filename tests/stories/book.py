"""The words in which a debtor's life is told by date.

    book.on("1 februari").bills("2026-0001", "125,00", to=BIRD, due="2 maart")
    book.on("5 maart").bank().runs()
    assert bird.got == ["5 maart: eerste herinnering per e-mail"]

Each verb is the real one: files are written by our writers and read by the import, messages leave for the
mailbox on disk and are read back from it. A day is lived at ten in the morning.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from tests.stories import paper
from tests.stories.paper import BAKERY, IBAN, Paid, day, told
from voldaan.domain.strategy.words import stage_words
from voldaan.formats.values import OpenItem, Party
from voldaan.records.models import Client, Fee, Hold, IncomingMail, Invoice, Message, Question
from voldaan.records.scope import rows_of
from voldaan.usecases.answer_question import Answer, answer_question
from voldaan.usecases.approve_messages import approve_messages
from voldaan.usecases.decide_mail import decide_mail
from voldaan.usecases.explain_decision import Explanation, explain_decision
from voldaan.usecases.hand_over import Dossier, hand_over
from voldaan.usecases.import_files import Imported, import_file
from voldaan.usecases.list_messages import message_parts
from voldaan.usecases.make_statement import write_statement
from voldaan.usecases.open_dispute import close_dispute, open_dispute
from voldaan.usecases.place_hold import lift_hold, place_hold
from voldaan.usecases.record_promise import record_promise
from voldaan.usecases.register_client import (
    AgencyDetails,
    ClientDetails,
    EngagementTerms,
    add_agency,
    add_client,
    start_engagement,
)
from voldaan.usecases.resolve_message import resolve_message
from voldaan.usecases.run_day import DayRun, run_day
from voldaan.usecases.send_messages import Sent, send_messages
from voldaan.usecases.settle_invoice import settle_invoice
from voldaan.usecases.take_mail import take_mail
from voldaan.usecases.write_reply import Asked, write_reply

DUTCH_TIME = ZoneInfo("Europe/Amsterdam")
FIRST_DAY = date(2026, 1, 31)
WAYS = {"EMAIL": "per e-mail", "POST": "per post"}


def moment(on: date, at: time = time(10)) -> datetime:
    """Return a moment on a day, in Dutch time."""
    return datetime.combine(on, at, tzinfo=DUTCH_TIME)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One message as it lies in the mailbox on disk."""

    on: date
    stage: str
    channel: str
    text: str
    uuid: str
    sender: str
    """Who it is from; of a letter, unknown."""

    def __str__(self) -> str:
        """Return it as the stories tell it."""
        return f"{told(self.on)}: {stage_words(self.stage, 'nl')} {WAYS[self.channel]}"

    def says(self, *words: str) -> bool:
        """Test if each of these words stands in the message."""
        return all(word in self.text for word in words)


@dataclass(slots=True, kw_only=True)
class Book:
    """The book of a bakery, and what its stories need to remember."""

    client: Client
    home: Path
    known_until: date = FIRST_DAY
    """The last day of the last bank statement."""
    balance: int = 0
    files: int = 0
    runs: list[DayRun] = field(default_factory=list)
    imported: list[Imported] = field(default_factory=list)

    def on(self, text: str, at: time = time(10)) -> "Day":
        """Return a day in which something happens."""
        return Day(book=self, on=day(text), at=moment(day(text), at))

    def open(self) -> dict[str, str]:
        """Return what is open of each invoice, in euros."""
        with rows_of(self.client):
            rows = (
                Invoice.objects.filter(open_cents__gt=0)
                .order_by("number")
                .values_list("number", "open_cents")
            )
            return {number: f"{cents // 100},{cents % 100:02}" for number, cents in rows}

    def questions(self) -> list[str]:
        """Return why a person is asked something, oldest first."""
        with rows_of(self.client):
            asked = Question.objects.filter(answered_at__isnull=True).order_by("pk")
            return list(asked.values_list("because", flat=True))

    def question(self) -> int:
        """Return the number of the only open question."""
        with rows_of(self.client):
            return Question.objects.get(answered_at__isnull=True).pk

    def states(self) -> list[str]:
        """Return how far each message has come, oldest first."""
        with rows_of(self.client):
            return list(Message.objects.order_by("pk").values_list("state", flat=True))

    def because(self) -> str:
        """Return why the last message did not leave, or nothing."""
        with rows_of(self.client):
            return Message.objects.order_by("-pk").values_list("because", flat=True)[0]

    def fees(self) -> list[tuple[str, int]]:
        """Return what the client owes its agency: invoice and cents."""
        with rows_of(self.client):
            return list(Fee.objects.order_by("pk").values_list("invoice__number", "cents"))

    def pieces(self) -> list[Piece]:
        """Return every message that left, by day, as the disk has it."""
        files = [*self.home.glob("mailbox/*/*.eml"), *self.home.glob("post/*/*.pdf")]
        return sorted(map(self._piece, files), key=lambda piece: (piece.on, piece.uuid))

    def account_of(self, piece: Piece) -> str:
        """Return the number of the debtor whom a message was for."""
        with rows_of(self.client):
            return Message.objects.get(uuid=piece.uuid).account.number

    def _piece(self, path: Path) -> Piece:
        with rows_of(self.client):
            message = Message.objects.get(uuid=path.stem)
        text, sender = _text_of_mail(path) if path.suffix == ".eml" else (self._text_of_letter(path), "")
        return Piece(
            on=date.fromisoformat(path.parent.name), stage=message.stage, channel=message.channel, text=text,
            uuid=path.stem, sender=sender,
        )  # fmt: skip

    def _text_of_letter(self, path: Path) -> str:
        parts = message_parts(self.client, path.stem)
        assert path.read_bytes() == parts["letter.pdf"]
        assert parts["letter.pdf"].startswith(b"%PDF")
        return " ".join(parts["message.txt"].decode().split())


def _text_of_mail(path: Path) -> tuple[str, str]:
    mail = message_from_bytes(path.read_bytes(), _class=EmailMessage, policy=policy.default)
    body = mail.get_body(("plain",))
    assert body is not None
    return " ".join(str(body.get_content()).split()), str(mail["From"].addresses[0].display_name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Debtor:
    """A debtor, as the mailbox and the decisions show it."""

    book: Book
    party: Party

    @property
    def pieces(self) -> list[Piece]:
        """Return the messages that this debtor got."""
        return [piece for piece in self.book.pieces() if self.book.account_of(piece) == self.party.number]

    @property
    def got(self) -> list[str]:
        """Return the messages that this debtor got, as the stories tell them."""
        return [str(piece) for piece in self.pieces]

    @property
    def last(self) -> Piece:
        """Return the last message that this debtor got."""
        return self.pieces[-1]

    def decision(self, on: str) -> str:
        """Return the decision for a day: the act, why, and until when where the calendar says so."""
        found = self._explained(on).decision
        if found is None:
            return "niets open"
        until = f" tot {told(found.until)}" if found.until and found.act != "REMIND" else ""
        return f"{found.act} {found.because}{until}"

    def others(self, on: str) -> dict[str, str]:
        """Return why each other open invoice is not what the act is about."""
        found = self._explained(on)
        assert found.decision is not None
        return {found.numbers[other.id]: other.because for other in found.decision.others}

    def _explained(self, on: str) -> Explanation:
        number = str(self.party.number)
        return explain_decision(self.book.client, number, on=day(on))


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day of the story. Each verb does what it says and returns the day, so that they can be chained."""

    book: Book
    on: date
    at: datetime

    @property
    def _when(self) -> dict[str, Any]:
        return {"on": self.on, "at": self.at, "by": "story"}

    def bills(self, number: str, euros: str, *, to: Party, due: str, **facts: Any) -> "Day":
        """Hand in an invoice of this day."""
        return self._takes(paper.invoice(number, euros, to, issued=self.on, due=day(due), **facts))

    def credits(self, number: str, euros: str, *, to: Party, of: str) -> "Day":
        """Hand in a credit note of this day."""
        return self._takes(paper.credit_note(number, euros, to, of=of, issued=self.on))

    def bank(self, *movements: Paid, skips: str = "") -> "Day":
        """Hand in the bank statement from the last one until this day; `skips`: it only begins on that day."""
        first = day(skips) if skips else self.book.known_until
        opening = self.book.balance + (100_000 if skips else 0)
        data, closing = paper.statement(movements, first=first, last=self.on, opening=opening)
        self.book.known_until, self.book.balance = self.on, closing
        return self._takes(data)

    def late_statement(self, *movements: Paid, since: str) -> "Day":
        """Hand in a statement until this day that was left out: it joins what stood on `since` to what follows."""
        data, _ = paper.statement(movements, first=day(since), last=self.on, opening=0)
        return self._takes(data)

    def lists(self, *items: OpenItem, as_of: str = "", complete: bool = True) -> "Day":
        """Hand in the bakery's open-item list of this day, or of an earlier one."""
        until = day(as_of) if as_of else self.on
        return self._takes(paper.open_list(items, as_of=until, complete=complete))

    def takes(self, data: bytes) -> "Day":
        """Hand in a file of any other kind."""
        return self._takes(data)

    def _takes(self, data: bytes) -> "Day":
        self.book.files += 1
        done = import_file(self.book.client, name=f"file {self.book.files}", data=data, **self._when)
        assert done.refused == 0, done.problems
        self.book.imported.append(done)
        return self

    def runs(self, *, approve: bool = True) -> DayRun:
        """Live the day: match, decide, write, and where it is approved, send."""
        done = run_day(self.book.client, approve=approve, **self._when)
        self.book.runs.append(done)
        return done

    def approves(self) -> "Day":
        """Let a person agree to what is written."""
        approve_messages(self.book.client, **self._when)
        return self

    def sends(self) -> Sent:
        """Send what is approved."""
        return send_messages([self.book.client], **self._when)

    def disputes(self, number: str, *, answer_by: str) -> "Day":
        """Let the debtor say that an invoice is not right."""
        open_dispute(self.book.client, number, owner="Sanne", answer_by=day(answer_by), **self._when)
        return self

    def settles_dispute(self, number: str) -> "Day":
        """Let the dispute end."""
        close_dispute(self.book.client, number, outcome="uitgelegd", **self._when)
        return self

    def promises(self, debtor: Debtor, *, until: str) -> "Day":
        """Let the debtor say by which day it pays."""
        record_promise(self.book.client, str(debtor.party.number), last_day=day(until), **self._when)
        return self

    def holds(self, debtor: Debtor, kind: str, *, until: str = "", **where: Any) -> "Day":
        """Let a person leave the debtor in peace."""
        last_day = day(until) if until else None
        number = str(debtor.party.number)
        place_hold(self.book.client, number, reason=kind, last_day=last_day, **where, **self._when)
        return self

    def lifts(self, number: int | None = None) -> "Day":
        """Let a person end the hold that was placed as so many, or every one that was not lifted."""
        with rows_of(self.book.client):
            placed = list(Hold.objects.order_by("pk").values_list("pk", "lifted_on"))
        for place, (hold, lifted_on) in enumerate(placed, start=1):
            if lifted_on is None and number in (None, place):
                lift_hold(self.book.client, hold, **self._when)
        return self

    def answers(self, answer: Answer = "ACCEPT", **said: Any) -> "Day":
        """Let a person answer the only open question."""
        answer_question(self.book.client, self.book.question(), answer=answer, **said, **self._when)
        return self

    def hears_paid(self, number: str) -> "Day":
        """Let the client say that an invoice is paid."""
        settle_invoice(self.book.client, number, **self._when)
        return self

    def comes_back(self, piece: Piece) -> "Day":
        """Let a message bounce."""
        resolve_message(self.book.client, piece.uuid, answer="BOUNCED", note="mailbox full", **self._when)
        return self

    def receives(self, mail: bytes) -> "Day":
        """Let a mail come in."""
        take_mail(mail, **self._when)
        return self

    def decides_mail(self, says: str, *, until: str = "") -> "Day":
        """Let a person say what the mail that waits is."""
        with rows_of(self.book.client):
            waiting = IncomingMail.objects.get(decided="").pk
        last = day(until) if until else None
        decide_mail(self.book.client, waiting, says=says, day=last, **self._when)
        return self

    def confirms_mail(self, *, words: str = "") -> "Day":
        """Let a person confirm what they decided that the last mail is, and agree to it."""
        with rows_of(self.book.client):
            last = IncomingMail.objects.latest("pk").pk
        write_reply(self.book.client, Asked(mail_id=last, words=words), approve=True, **self._when)
        return self

    def mails_statement(self, debtor: Debtor) -> "Day":
        """Let a person mail a debtor what is open."""
        number = str(debtor.party.number)
        write_statement(self.book.client, number, last_day=self.on, approve=True, **self._when)
        return self

    def hands_over(self, debtor: Debtor, *, confirmed_by: str = "Sanne Bos") -> Dossier:
        """Hand over to collection what is ready."""
        return hand_over(self.book.client, str(debtor.party.number), confirmed_by=confirmed_by, **self._when)


def new_book(home: Path, *, truth: str = "bank", **details: Any) -> Book:
    """Return the book of a bakery that writes for itself."""
    given = {
        "coc_number": BAKERY.coc_number, "vat_number": BAKERY.vat_number, "street": BAKERY.street,
        "postcode": BAKERY.postcode, "city": BAKERY.city, "signer": "Sanne Bos", "phone": "010 123 45 67",
        "email": "debiteuren@zon.example", "authorised_person": "Sanne Bos",
    } | details  # fmt: skip
    client = add_client(
        "zon", name=BAKERY.name, ibans=[IBAN], payment_truth=truth, details=ClientDetails(**given),
        on=FIRST_DAY, at=moment(FIRST_DAY), by="story",
    )  # fmt: skip
    return Book(client=client, home=home)


def agency_works_for(book: Book, **terms: Any) -> None:
    """Let an agency do the reminding for the bakery, for four euro fifty an invoice."""
    when: dict[str, Any] = {"on": FIRST_DAY, "at": moment(FIRST_DAY), "by": "story"}
    details = AgencyDetails(
        registered_name="Incassohuis De Brug B.V.", registration_mark="WKI-000123", coc_number="54321098",
        street="Brugstraat 2", postcode="4321 BA", city="Brugdorp", signer="Tim de Wit", phone="020 765 43 21",
        email="hulp@debrug.example", complaints="Niet tevreden? Schrijf naar klachten@debrug.example.",
    )  # fmt: skip
    agency = add_agency("de-brug", details=details, **when)
    given: dict[str, Any] = {
        "first_day": FIRST_DAY, "price_cents": 450, "payment_truth": book.client.payment_truth,
    } | terms  # fmt: skip
    start_engagement(book.client, agency, terms=EngagementTerms(**given), **when)
