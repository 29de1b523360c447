"""The example book: everything in it was really run, and it says of each debtor what the story says."""

import os
import subprocess
import sys
from collections import Counter, defaultdict
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from pytest_django import Settings

from voldaan.domain.identifiers import is_valid_iban
from voldaan.domain.workdays import is_working_day
from voldaan.formats import detect, values
from voldaan.formats.bank import camt_write
from voldaan.formats.source import Source
from voldaan.interfaces.cli.demo import make_demo_book
from voldaan.records.models import (
    Account,
    BankStatement,
    Client,
    Decision,
    Dispute,
    Fee,
    HandOver,
    Invoice,
    Message,
    PaymentPlan,
    Question,
    Reminded,
)
from voldaan.records.scope import clients, rows_of
from voldaan.records.truth import payment_truth
from voldaan.usecases.demo.bank import BankAccount, Movement
from voldaan.usecases.demo.bills import bills_of
from voldaan.usecases.demo.conduct import Pays, after_message, at_issue, credited_cents, instalments
from voldaan.usecases.demo.paper import invoice_file
from voldaan.usecases.demo.tell import AWAY_FROM, HOUSES, tell, working_days
from voldaan.usecases.demo.wholesaler import WHOLESALER
from voldaan.usecases.demo.world import FIRST_DAY, LAST_DAY, PUNCTUAL, Bill, House, chance, iban_of
from voldaan.usecases.import_files import import_file
from voldaan.usecases.register_client import add_client
from voldaan.usecases.run_day import run_day
from voldaan.usecases.verify_book import verify_book

THREE_WEEKS = date(2026, 6, 5)
FIRST, SECOND, LETTER = "FIRST_REMINDER", "SECOND_REMINDER", "PRE_COLLECTION"
REMINDED_BY_HABIT: dict[str, list[str]] = {
    "AFTER_FIRST": [FIRST],
    "AFTER_SECOND": [FIRST, SECOND],
    "AFTER_LETTER": [FIRST, SECOND, LETTER],
    "IN_TWO_PARTS": [FIRST, SECOND],
    "DISPUTES": [FIRST],
    "PROMISES_AND_PAYS": [FIRST],
    "PROMISES_AND_FORGETS": [FIRST, SECOND],
    "BY_PLAN": [FIRST, SECOND],
    "DEBIT_COMES_BACK": [FIRST],
    "CROSSES_THE_MESSAGE": [],
    "NEVER": [FIRST, SECOND, LETTER],
}
"""How often each way of paying is reminded before it is paid."""


def all_bills() -> dict[tuple[str, str], Bill]:
    return {(house.key, bill.number): bill for house in HOUSES for bill in bills_of(house)}


def bill_of(habit: str, house: House = WHOLESALER) -> Bill:
    return next(bill for bill in bills_of(house) if bill.habit == habit)


def paid_by(bill: Bill) -> list[Movement]:
    return [one.movement for one in at_issue(bill) if isinstance(one, Pays)]


# The people


def test_some_sixty_debtors_of_four_clients() -> None:
    debtors = [debtor for house in HOUSES for debtor in house.debtors]
    assert (len(HOUSES), len(debtors)) == (4, 63)
    assert [house.payment_truth for house in HOUSES] == ["BANK", "BANK", "LEDGER", "CLIENT_WORD"]
    assert len({debtor.number for debtor in debtors}) == len({debtor.name for debtor in debtors}) == 63
    assert all(debtor.mail.endswith(".example") for debtor in debtors if debtor.mail)


def test_bank_accounts_are_valid_and_of_no_bank() -> None:
    ibans = [iban for house in HOUSES for iban in house.ibans]
    ibans += [debtor.iban for house in HOUSES for debtor in house.debtors]
    assert len(set(ibans)) == len(ibans)
    assert all(is_valid_iban(iban) and iban[4:8] == "TEST" for iban in ibans)
    assert iban_of("0260518001") == "NL12TEST0260518001"


def test_chance_is_always_the_same_and_keeps_its_bounds() -> None:
    drawn = {chance(f"name {place}", 3, 5) for place in range(60)}
    assert drawn == {3, 4, 5}
    assert chance("DM26-0001", 0, 10**6) == chance("DM26-0001", 0, 10**6)


def test_every_habit_has_somebody() -> None:
    told = {bill.habit for bill in all_bills().values()}
    assert told == set(REMINDED_BY_HABIT) | PUNCTUAL


def test_invoices_are_made_on_working_days_and_numbered_in_their_order() -> None:
    for house in HOUSES:
        bills = bills_of(house)
        assert all(is_working_day(bill.issued) and bill.issued <= LAST_DAY for bill in bills)
        assert [bill.number for bill in bills] == sorted({bill.number for bill in bills})
        assert [bill.issued for bill in bills] == sorted(bill.issued for bill in bills)


# What they do


@pytest.mark.parametrize(
    ("habit", "earliest", "latest"), [("EARLY", -12, -3), ("ON_THE_DAY", -3, 0), ("JUST_LATE", -2, 2)]
)
def test_the_punctual_pay_before_the_third_day(habit: str, earliest: int, latest: int) -> None:
    bills = [bill for bill in all_bills().values() if bill.habit == habit]
    days = {(movement.day - bill.due).days for bill in bills for movement in paid_by(bill)}
    assert days
    assert earliest <= min(days)
    assert max(days) == latest


def test_too_much_is_ten_euros_that_go_back() -> None:
    bill = bill_of("TOO_MUCH")
    paid, back = paid_by(bill)
    assert (paid.cents, back.cents) == (bill.cents + 1_000, -1_000)
    assert paid.meant_for == ((bill.number, bill.cents),)


def test_a_returned_debit_undoes_the_collection() -> None:
    collected, back = paid_by(bill_of("DEBIT_COMES_BACK"))
    assert collected.cents == -back.cents
    assert collected.end_to_end_id == back.end_to_end_id
    assert back.reversal
    assert back.day > collected.day


def test_a_payment_plan_adds_up_to_the_invoice() -> None:
    bill = bill_of("BY_PLAN")
    parts = instalments(bill, date(2026, 7, 27))
    assert sum(cents for _, cents in parts) == bill.cents
    assert [day for day, _ in parts] == [date(2026, 8, 10), date(2026, 9, 7), date(2026, 10, 5)]


def test_two_halves_are_the_whole_also_of_an_odd_amount() -> None:
    bill = bill_of("IN_TWO_PARTS")
    halves = [
        one.movement.cents
        for stage in (FIRST, SECOND)
        for one in after_message(bill, stage, on=date(2026, 7, 9), message="")
        if isinstance(one, Pays)
    ]
    assert sum(halves) == bill.cents
    assert abs(halves[0] - halves[1]) <= 1


def test_who_disputes_pays_what_is_not_credited() -> None:
    bill = bill_of("DISPUTES")
    follows = list(after_message(bill, FIRST, on=date(2026, 7, 20), message=""))
    (paid,) = [one for one in follows if isinstance(one, Pays)]
    assert paid.movement.cents + credited_cents(bill) == bill.cents


@pytest.mark.parametrize(("stage", "pays"), [(FIRST, False), (SECOND, True), (LETTER, False)])
def test_who_pays_after_the_second_waits_for_it(stage: str, pays: bool) -> None:
    follows = list(after_message(bill_of("AFTER_SECOND"), stage, on=date(2026, 8, 6), message=""))
    assert bool(follows) is pays


def test_an_invoice_reads_back_as_it_was_written() -> None:
    bill = bill_of("DIRECT_DEBIT")
    (read,) = detect.read(Source.of_bytes(invoice_file(bill), "factuur.xml"))
    assert isinstance(read, values.Invoice)
    assert (read.number, read.payable_cents, read.due_date) == (bill.number, bill.cents, bill.due)
    assert read.direct_debit


def test_statements_join_balance_to_balance_and_close_their_days() -> None:
    account = BankAccount(
        iban=iban_of("0260518009"), owner="Demo", balance_cents=100, closed_on=date(2026, 6, 1)
    )
    account.book(Movement(day=date(2026, 6, 2), cents=250, name="A", iban=iban_of("0000000001")))
    account.book(Movement(day=date(2026, 6, 3), cents=-50, name="B", iban=iban_of("0000000002")))
    first, second = account.statement_until(date(2026, 6, 2)), account.statement_until(date(2026, 6, 3))
    assert [one.closing_cents for one in (first, second)] == [350, 300]
    assert second.opening_cents == first.closing_cents
    assert first.balanced
    assert second.balanced
    read = detect.read(Source.of_bytes(camt_write.write([first, second]), "afschriften.xml"))
    assert [one.entries for one in read if isinstance(one, values.Statement)] == [1, 1]
    with pytest.raises(ValueError, match="2026-06-03"):
        account.book(Movement(day=date(2026, 6, 3), cents=1, name="C", iban=iban_of("0000000003")))
    account.book(Movement(day=date(2026, 6, 4), cents=1, name="C", iban=iban_of("0000000003")))


@pytest.mark.parametrize(
    ("last_day", "count"), [(FIRST_DAY - timedelta(days=1), 0), (FIRST_DAY, 1), (date(2026, 5, 26), 6)]
)
def test_the_story_has_working_days_only(last_day: date, count: int) -> None:
    assert len(list(working_days(last_day))) == count


# Three weeks of it


@pytest.fixture
def home(tmp_path: Path, settings: Settings) -> Path:
    settings.VOLDAAN_HOME = tmp_path
    return tmp_path


@pytest.mark.django_db
def test_three_weeks_hold_and_their_files_are_known(home: Path) -> None:
    told = tell(folder=home / "demo-files", last_day=THREE_WEEKS)

    assert told.days == 14
    assert list(verify_book(clients())) == []
    files = sorted(path for path in (home / "demo-files").rglob("*") if path.is_file())
    assert len(files) == told.files
    assert {path.relative_to(home / "demo-files").parts[0] for path in files} == {
        house.key for house in HOUSES
    }
    assert_known_again(files)
    for client in clients():
        with rows_of(client):
            assert not Message.objects.exclude(engagement__isnull=False).exists()
            assert BankStatement.objects.exists() is (client.payment_truth == "BANK")


def assert_known_again(files: list[Path]) -> None:
    by_key = {client.key: client for client in clients()}
    at = datetime(2026, 6, 5, 15, tzinfo=ZoneInfo("Europe/Amsterdam"))
    for path in files:
        client = by_key[path.parent.parent.name]
        done = import_file(client, name=path.name, data=path.read_bytes(), at=at, on=THREE_WEEKS, by="test")
        assert (done.new, done.refused) == (0, 0), path.name


@pytest.mark.django_db
def test_a_book_with_clients_is_left_as_it_is(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    at = datetime(2026, 5, 18, 9, tzinfo=ZoneInfo("Europe/Amsterdam"))
    add_client("bakkerij-zon", name="Bakkerij Zon", on=FIRST_DAY, at=at, by="test")

    make_demo_book()

    assert "er is niets gemaakt" in capsys.readouterr().out
    assert [client.key for client in clients()] == ["bakkerij-zon"]
    assert list(home.iterdir()) == []


TELL_AND_PRINT = """
import sys
from datetime import date
from pathlib import Path
from voldaan.interfaces.cli.book import open_book
open_book()
from voldaan.records import events
from voldaan.records.scope import clients, rows_of
from voldaan.usecases.demo.tell import tell
tell(folder=Path(sys.argv[1]) / "demo-files", last_day=date(2026, 6, 2))
for client in clients():
    with rows_of(client):
        print(client.key, *events.head(client))
"""


@pytest.mark.many_orders
def test_told_twice_it_is_the_same_to_the_last_hash(tmp_path: Path) -> None:
    first, second = heads_of([tmp_path / "first", tmp_path / "second"])
    assert first == second
    assert [line.split()[0] for line in first] == ["blauwdruk", "de-ketting", "lindehof", "morgenster"]


def heads_of(homes: list[Path]) -> list[list[str]]:
    """Return where the event chains end when other processes tell two weeks, each in an empty home, side by side.

    With one secret: the codes that messages print follow from it.
    """
    running = []
    for home in homes:
        told = {"VOLDAAN_HOME": str(home), "VOLDAAN_DATABASE_URL": "", "VOLDAAN_SECRET_KEY": "of both"}
        environment = os.environ | told | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        command = [sys.executable, "-c", TELL_AND_PRINT, str(home)]
        running.append(
            subprocess.Popen(
                command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
            )
        )
    ended = [process.communicate() for process in running]
    assert [process.returncode for process in running] == [0, 0], ended
    return [out.splitlines() for out, _ in ended]


# The whole half year: told once, and looked at from all sides


@pytest.mark.django_db
def test_the_whole_story(home: Path) -> None:
    if connection.vendor == "postgresql":
        pytest.skip("the whole story is told once, on SQLite; its first three weeks are told here too")
    told = tell(folder=home / "demo-files")

    assert told.days == 134
    assert list(verify_book(clients())) == []
    for client in clients():
        house = next(house for house in HOUSES if house.key == client.key)
        with rows_of(client):
            everybody_was_reminded_as_often_as_told(house)
            nobody_was_reminded_of_what_was_paid()
            fees_are_due_once_an_invoice(house)
    wholesaler, gardener, office, shop = (client_of(house) for house in HOUSES)
    the_wholesaler_tells_its_stories(wholesaler)
    the_others_tell_theirs(gardener, office, shop)
    the_last_day_leaves_work(wholesaler, gardener, office)
    running_the_last_day_again_changes_nothing()
    assert set(told.handed_over) == {
        ("morgenster", "D117"), ("lindehof", "L-210"), ("blauwdruk", "310"), ("de-ketting", "K5"),
    }  # fmt: skip


def client_of(house: House) -> Client:
    return Client.objects.get(key=house.key)


def sent_stages() -> dict[str, list[str]]:
    """Return by invoice the stages of the messages that were sent about it, and did not come back."""
    found: dict[str, list[str]] = defaultdict(list)
    rows = Reminded.objects.filter(message__state="SENT").order_by("pk")
    for number, stage in rows.values_list("invoice__number", "stage"):
        found[number].append(stage)
    return found


def everybody_was_reminded_as_often_as_told(house: House) -> None:
    sent, bills = sent_stages(), {bill.number: bill for bill in bills_of(house)}
    open_now = set(Invoice.objects.filter(open_cents__gt=0).values_list("number", flat=True))
    assert {bills[number].habit for number in sent} & PUNCTUAL == set()
    for number, bill in bills.items():
        expected = REMINDED_BY_HABIT.get(bill.habit, [])
        if number in open_now or bill.debtor.hold or not bill.debtor.city:
            assert sent[number] == expected[: len(sent[number])], number
        elif house.payment_truth != "CLIENT_WORD" or number in sent:
            assert sent[number] == expected, number


def nobody_was_reminded_of_what_was_paid() -> None:
    """Every message left at least a day before the invoice was closed, except where the debtor's money crossed it."""
    for reminded in Reminded.objects.select_related("invoice", "message"):
        booked = list(reminded.invoice.allocations.filter(cents__gt=0).values_list("made_at", "cents"))
        before = sum(cents for made_at, cents in booked if made_at < reminded.message.sending_at)
        taken_back = sum(reminded.invoice.allocations.filter(cents__lt=0).values_list("cents", flat=True))
        assert before + taken_back < reminded.invoice.asked_cents, reminded.invoice.number


def fees_are_due_once_an_invoice(house: House) -> None:
    fees = list(Fee.objects.values_list("invoice_id", "cents"))
    if not house.by_agency:
        assert fees == []
        return
    reminded = set(Reminded.objects.values_list("invoice_id", flat=True))
    assert sorted(fees) == sorted((invoice, house.price_cents) for invoice in reminded)


def messages_of(number: str) -> list[tuple[str, str, str]]:
    rows = Message.objects.filter(account__number=number).order_by("pk")
    return list(rows.values_list("stage", "channel", "state"))


def standing(number: str) -> tuple[str, str]:
    decision = Decision.objects.filter(account__number=number).latest("pk")
    return decision.act, decision.because


def the_wholesaler_tells_its_stories(client: Client) -> None:
    with rows_of(client):
        assert messages_of("D122") == [(FIRST, "EMAIL", "WITHDRAWN")] * 2
        assert messages_of("D123") == messages_of("D120") == messages_of("D106") == messages_of("D112") == []
        assert messages_of("D121")[:2] == [(FIRST, "EMAIL", "BOUNCED"), (FIRST, "POST", "SENT")]
        assert {channel for _, channel, _ in messages_of("D119")} == {"POST"}
        assert set(Message.objects.filter(account__number="D108").values_list("language", flat=True)) == {
            "en"
        }
        disputes = Dispute.objects.filter(invoice__account__number="D111").order_by("opened_on")
        assert list(disputes.values_list("outcome", flat=True)) == ["CREDITED", ""]
        assert list(PaymentPlan.objects.values_list("outcome", flat=True)) == ["KEPT"]
        assert not Invoice.objects.filter(account__number__in=("D106", "D113", "D116"), open_cents__gt=0, due_date__lt=
                                          date(2026, 10, 1)).exists()  # fmt: skip
        answers = Counter(Question.objects.values_list("answer", flat=True))
        assert answers == {"ACCEPT": 1, "NOT_OURS": 2, "SEND_BACK": 1, "": 6}
        until_handed_over(client, "D117")


def until_handed_over(client: Client, debtor: str) -> None:
    """After a hand-over nothing more was sent."""
    account = Account.objects.get(number=debtor)
    last = HandOver.objects.filter(account=account).latest("on")
    assert last.confirmed_by == client.authorised_person
    assert not Message.objects.filter(account=account, sent_on__gt=last.on).exists()
    assert standing(debtor) == ("HOLD", "HANDED_OVER")


def the_others_tell_theirs(gardener: Client, office: Client, shop: Client) -> None:
    with rows_of(gardener):
        assert messages_of("L-214")[:2] == [(FIRST, "EMAIL", "BOUNCED"), (FIRST, "POST", "SENT")]
        assert list(PaymentPlan.objects.values_list("outcome", flat=True)) == ["KEPT"]
        assert Message.objects.filter(approved_by="rule: automatic").exists()
        until_handed_over(gardener, "L-210")
    with rows_of(office):
        assert not BankStatement.objects.exists()
        assert set(Message.objects.exclude(approved_by="").values_list("approved_by", flat=True)) == {"Joris"}
        until_handed_over(office, "310")
    with rows_of(shop):
        settled = Invoice.objects.filter(open_cents=0)
        assert {one.allocations.get().kind for one in settled} == {"CLIENT_WORD"}
        until_handed_over(shop, "K5")


LEFT_ON_THE_DESK = {
    ("Hilde Nauta", ("D116",)),
    ("The Copper Kettle B.V.", ("D108",)),
    ("IJssalon Pinguïn", ("D109",)),
    ("Horeca Beheer Noordhaven B.V.", ("D101", "D104")),
    ("P. de Groot", ("D127", "D128")),
    ("Retourpunt Kratten en Flessen", ()),
}
"""Who paid, and the debtors that wait for an answer: a swapped number, a charge of a bank, a round sum, two debtors
and too little, one amount that two are asked, and a stranger."""


def the_desk_has_something_to_decide() -> None:
    found = set()
    for question in Question.objects.filter(answered_at__isnull=True).select_related("payment"):
        assert question.payment is not None
        candidates = question.candidates.values_list("account__number", flat=True)
        found.add((question.payment.counterparty_name, tuple(sorted(set(candidates)))))
    assert found == LEFT_ON_THE_DESK


def the_last_day_leaves_work(wholesaler: Client, gardener: Client, office: Client) -> None:
    waiting = 0
    for client in (wholesaler, office):
        with rows_of(client):
            written = Message.objects.filter(state="WRITTEN")
            assert all(message.on >= AWAY_FROM for message in written)
            assert all(message.message_invoices.filter(open_cents__gt=0).exists() for message in written)
            waiting += written.count()
    assert waiting == 12
    with rows_of(wholesaler):
        the_desk_has_something_to_decide()
        assert standing("D118") == ("HAND_OVER", "READY_FOR_HAND_OVER")
        assert standing("D120") == ("ASK", "NO_ADDRESS")
        assert standing("D111") == ("HOLD", "DISPUTED")
    with rows_of(gardener):
        truth = payment_truth(gardener, LAST_DAY)
        assert (truth.fresh, truth.until) == (False, date(2026, 11, 12))
        assert standing("L-218") == ("HOLD", "PAYMENT_TRUTH_STALE")


def running_the_last_day_again_changes_nothing() -> None:
    at = datetime(2026, 11, 20, 15, tzinfo=ZoneInfo("Europe/Amsterdam"))
    for client in clients():
        done = run_day(client, on=LAST_DAY, at=at, by="test")
        assert (done.planned.changed, done.written.written, done.sent.sent) == (0, 0, 0)
