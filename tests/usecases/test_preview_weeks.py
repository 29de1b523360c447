"""The coming weeks as today's book would have them."""

from datetime import date, timedelta

import pytest

from tests.builders import a_client, after, an_account, an_agency, an_engagement, an_invoice, bank_known_until
from tests.usecases.small_book import small_book
from voldaan.domain.strategy.choosing import Strategies
from voldaan.domain.strategy.language import read_strategy
from voldaan.records.models import Account, Client, Departure, Dispute, Event, Hold, Invoice, Message, Promise
from voldaan.records.scope import rows_of
from voldaan.usecases.known_strategies import strategy_text
from voldaan.usecases.preview_weeks import Ahead, CannotPreview, as_json, preview_weeks

pytestmark = pytest.mark.django_db(transaction=True)
ON = after(3)


@pytest.fixture
def client() -> Client:
    made = a_client()
    bank_known_until(made, ON)
    return made


@pytest.fixture
def account(client: Client) -> Account:
    return an_account(client)


@pytest.fixture
def invoice(account: Account) -> Invoice:
    return an_invoice(account)


def told(ahead: Ahead) -> list[tuple[int, str]]:
    """Return the day, counted from the first, and the stage of each coming message, by debtor number."""
    return [((sent.on - ahead.on).days, sent.stage) for one in ahead.accounts for sent in one.messages]


def acts(ahead: Ahead) -> list[tuple[int, str, str]]:
    return [((row.on - ahead.on).days, row.act, row.because) for row in ahead.acts]


def test_each_message_comes_on_its_day_until_the_end_of_the_strategy(
    client: Client, invoice: Invoice
) -> None:
    ahead = preview_weeks(client, on=ON, days=60)
    assert told(ahead) == [(0, "FIRST_REMINDER"), (11, "SECOND_REMINDER"), (25, "PRE_COLLECTION")]
    assert acts(ahead) == [(39, "HAND_OVER", "READY_FOR_HAND_OVER")]
    assert [(row.stage, row.channel, row.messages, row.invoices, row.cents) for row in ahead.messages] == [
        ("FIRST_REMINDER", "EMAIL", 1, 1, 12_500),
        ("SECOND_REMINDER", "EMAIL", 1, 1, 12_500),
        ("PRE_COLLECTION", "EMAIL", 1, 1, 12_500),
    ]
    assert (ahead.count, ahead.count_of("FIRST_REMINDER"), ahead.count_of("FIRST_REMINDER", "POST")) == (
        3,
        1,
        0,
    )


def test_it_is_what_running_every_day_sends() -> None:
    """Nobody pays and nobody answers: the days that are run give the messages that were told ahead."""
    book = small_book()
    for number, due in (("D1", date(2026, 9, 1)), ("D2", date(2026, 9, 7)), ("D3", date(2026, 9, 29))):
        book.debtor(number)
        book.invoice(f"{number}-a", debtor=number, due=due)
        book.invoice(f"{number}-b", debtor=number, due=due + timedelta(days=6), cents=300)
    first = date(2026, 9, 3)
    book.statement(first)
    ahead = preview_weeks(book.client, on=first, days=28)
    for day in range(28):
        book.run(first + timedelta(days=day))
    with rows_of(book.client):
        sent = list(
            Message.objects.order_by("account__number", "pk").values_list(
                "account__number", "sent_on", "stage"
            )
        )
    assert sent == [(one.debtor, m.on, m.stage) for one in ahead.accounts for m in one.messages]
    assert len(sent) == 5


def test_nothing_is_kept(client: Client, invoice: Invoice) -> None:
    with rows_of(client):
        before = (Event.objects.count(), Message.objects.count())
    preview_weeks(client, on=ON)
    with rows_of(client):
        assert (Event.objects.count(), Message.objects.count()) == before


def test_other_strategies_stand_in_for_those_of_the_client(client: Client, invoice: Invoice) -> None:
    slower = read_strategy(strategy_text("standard").replace("days = 14", "days = 21", 1))
    ahead = preview_weeks(client, on=ON, days=20, strategies=Strategies([slower]))
    assert told(ahead) == [(0, "FIRST_REMINDER"), (18, "SECOND_REMINDER")]


@pytest.mark.parametrize(
    ("last", "first_message"),
    [(after(4), after(7)), (after(5), after(8))],
    ids=["its payment may be two days under way", "and one day later"],
)
def test_a_promise_ends_as_it_is_dated(
    client: Client, account: Account, invoice: Invoice, last: date, first_message: date
) -> None:
    with rows_of(client):
        Promise.objects.create(client=client, account=account, invoice=invoice, promised_on=ON, last_day=last)
    assert told(preview_weeks(client, on=ON, days=10)) == [((first_message - ON).days, "FIRST_REMINDER")]


def test_a_dispute_asks_when_its_answer_is_late(client: Client, invoice: Invoice) -> None:
    with rows_of(client):
        Dispute.objects.create(
            client=client, invoice=invoice, amount_cents=100, owner="Kim", opened_on=ON, answer_by=after(5)
        )
    ahead = preview_weeks(client, on=ON)
    assert (told(ahead), acts(ahead)) == ([], [(3, "ASK", "ANSWER_OVERDUE")])


@pytest.mark.parametrize(
    ("reason", "expected"),
    [("PERSON_ASKED", [(4, "FIRST_REMINDER")]), ("DECEASED", [])],
    ids=["one of a person is over", "one of the law asks a person"],
)
def test_a_hold_ends_as_it_is_dated(
    client: Client, account: Account, invoice: Invoice, reason: str, expected: list[tuple[int, str]]
) -> None:
    with rows_of(client):
        Hold.objects.create(
            client=client, account=account, reason=reason, first_day=ON, last_day=after(6), made_by="Kim"
        )
    ahead = preview_weeks(client, on=ON, days=10)
    assert told(ahead) == expected
    assert acts(ahead) == ([] if expected else [(4, "ASK", "HOLD_ENDED")])


def test_an_exception_counts_on_its_own_days(client: Client, invoice: Invoice) -> None:
    with rows_of(client):
        Departure.objects.create(
            client=client, kind="HOLD", reason="vakantie", first_day=after(10), last_day=after(20),
            made_by="Kim", made_at="2026-03-01T10:00:00Z",
        )  # fmt: skip
    assert told(preview_weeks(client, on=ON)) == [(0, "FIRST_REMINDER"), (18, "SECOND_REMINDER")]


def test_a_debtor_about_whom_the_same_is_asked_again_is_counted_once(
    client: Client, account: Account, invoice: Invoice
) -> None:
    an_invoice(account, "2026-0002", due_date=after(10))
    an_invoice(an_account(client, "D2"), "2026-0003")
    own = strategy_text("standard").replace("[manners]", '[for_whom]\ntags = ["niemand"]\n[manners]')
    ahead = preview_weeks(client, on=ON, strategies=Strategies([read_strategy(own)]))
    assert acts(ahead) == [(0, "ASK", "NO_STRATEGY_FITS"), (8, "ASK", "NO_STRATEGY_FITS")]
    assert [row.accounts for row in ahead.acts] == [2, 1]
    assert ahead.others == (("ASK", "NO_STRATEGY_FITS", 2),)


def test_an_agency_leaves_people_alone_on_sunday_and_nobody_is_asked_about_that(client: Client) -> None:
    an_engagement(client, an_agency())
    an_invoice(an_account(client, "D2", capacity="CONSUMER"), due_date=after(3))
    ahead = preview_weeks(client, on=ON, days=7)
    assert (told(ahead), acts(ahead)) == ([(4, "FIRST_REMINDER")], [])


@pytest.mark.parametrize(
    ("silence_goes", "expected"), [(True, [(5, "FIRST_REMINDER")]), (False, [])], ids=["goes", "holds"]
)
def test_a_client_who_is_asked_first_is_taken_to_be_silent(
    client: Client, invoice: Invoice, silence_goes: bool, expected: list[tuple[int, str]]
) -> None:
    """Asked on Thursday, two working days to answer: the silence counts from Tuesday on."""
    Client.objects.update(asks_first=True, silence_goes=silence_goes)
    client.refresh_from_db()
    assert told(preview_weeks(client, on=ON, days=10)) == expected


@pytest.mark.parametrize("days", [0, 367])
def test_a_period_that_makes_no_sense_is_refused(client: Client, days: int) -> None:
    with pytest.raises(CannotPreview, match=f"niet over {days}"):
        preview_weeks(client, on=ON, days=days)


def test_as_json_names_debtors_and_invoices(client: Client, invoice: Invoice) -> None:
    printed = list(as_json(preview_weeks(client, on=ON, days=1), client))
    assert [row["kind"] for row in printed] == ["preview", "preview_messages", "preview_message"]
    assert printed[-1] == {
        "kind": "preview_message", "client": "bakkerij", "debtor": "D1", "on": "2026-03-05",
        "stage": "FIRST_REMINDER", "channel": "EMAIL", "invoices": ["2026-0001"], "cents": 12_500, "currency": "EUR",
    }  # fmt: skip
