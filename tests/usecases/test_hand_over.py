"""The end of pre-collection: what may be handed over, what the dossier claims, and the silence afterwards."""

import hashlib
import json
from datetime import date, timedelta
from typing import Any

import pytest

from tests.usecases.small_book import (
    LAST_TERM,
    READY,
    SmallBook,
    at,
    small_book,
    to_the_last_term,
    with_agency,
)
from voldaan.domain.law.capacity import Capacity
from voldaan.domain.law.default import DueDateBasis
from voldaan.domain.law.interest import Payment
from voldaan.records import archive, events
from voldaan.records.closing import sums_that_do_not_close
from voldaan.records.dossier_rows import Allocated, ClaimedInvoice
from voldaan.records.finding import NotFound
from voldaan.records.models import Event, HandOver, HandOverInvoice, Message, MessageInvoice
from voldaan.records.scope import rows_of
from voldaan.usecases.agree_payment_plan import agree_payment_plan
from voldaan.usecases.hand_over import CannotHandOver, Dossier, dossier_files, hand_over, propose
from voldaan.usecases.open_dispute import open_dispute
from voldaan.usecases.place_hold import place_hold
from voldaan.usecases.plan_day import day_of, decided, plan_day
from voldaan.usecases.record_promise import record_promise
from voldaan.usecases.resolve_message import resolve_message
from voldaan.usecases.write_dossier import claim_on, payments_that_stood
from voldaan.usecases.write_messages import write_messages

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


@pytest.fixture
def book() -> SmallBook:
    """Return a book with one invoice of which the last term has been given."""
    book = small_book()
    book.debtor()
    book.invoice()
    to_the_last_term(book)
    return book


def handed(book: SmallBook, on: date = READY, by: str = "Sanne Bos") -> Dossier:
    return hand_over(book.client, "D-1042", confirmed_by=by, on=on, at=at(on), by="tests")


def refusal(book: SmallBook, on: date = READY, by: str = "Sanne Bos") -> str:
    with pytest.raises(CannotHandOver) as refused:
        handed(book, on, by)
    with rows_of(book.client):
        assert not HandOver.objects.exists() or "Al overgedragen" in str(refused.value)
    return str(refused.value)


# ---- when ------------------------------------------------------------------------------------------------------


def test_not_on_the_day_before_the_term_is_over(book: SmallBook) -> None:
    book.statement(READY)
    assert "termijn uit het vorige bericht loopt nog" in refusal(book, READY - DAY)


@pytest.mark.parametrize("on", [READY, READY + DAY])
def test_from_the_day_after_the_term_on(book: SmallBook, on: date) -> None:
    book.statement(on)
    proposal = propose(book.client, "D-1042", on=on)
    assert proposal.invoices == (("2026-118", 123_450),)
    assert (proposal.authorised_person, proposal.last_message.pay_by) == ("Sanne Bos", LAST_TERM)
    with rows_of(book.client):
        assert not HandOver.objects.exists()


@pytest.mark.parametrize(
    ("known_until", "refused"), [(LAST_TERM - DAY, True), (LAST_TERM, False), (LAST_TERM + DAY, False)]
)
def test_payments_are_known_to_the_last_day_of_the_term(
    book: SmallBook, known_until: date, refused: bool
) -> None:
    book.client.truth_days_max = 30
    book.client.save()
    book.statement(known_until)
    if refused:
        assert "nog niet tot die dag bekend" in refusal(book)
    else:
        assert handed(book).claim.principal_cents == 123_450


def test_not_on_a_stale_payment_truth(book: SmallBook) -> None:
    assert "wacht op bank" in refusal(book, READY + DAY)


def test_not_while_a_payment_is_not_looked_at(book: SmallBook) -> None:
    book.statement(READY, (READY, 5_000, "onbekend"), match=False)
    assert "voldaan match" in refusal(book)


@pytest.mark.parametrize(
    ("case", "says"),
    [("dispute", "betwist"), ("promise", "toegezegd"), ("hold", "aangehouden"), ("account", "aangehouden"), ("plan", "regeling")],
)  # fmt: skip
def test_not_while_something_protects_the_debtor(book: SmallBook, case: str, says: str) -> None:
    book.statement(READY)
    common: dict[str, Any] = {"on": READY, "at": at(READY), "by": "tests"}
    client = book.client
    if case == "dispute":
        open_dispute(client, "2026-118", owner="Sanne Bos", answer_by=READY + DAY, **common)
    elif case == "promise":
        record_promise(client, "D-1042", last_day=READY + DAY, **common)
    elif case == "plan":
        agree_payment_plan(
            client, "D-1042", invoices=["2026-118"], instalments=[(READY + DAY, 123_450)], **common
        )
    else:
        place_hold(
            client, "D-1042", reason="COMPLAINT", invoice="2026-118" if case == "hold" else None, **common
        )
    assert says in refusal(book)


def test_not_when_it_was_paid(book: SmallBook) -> None:
    book.statement(READY, (READY, 123_450, "factuur 2026-118"))
    assert refusal(book) == "Bij debiteur D-1042 staat niets open; er is niets over te dragen."


def test_not_when_the_last_message_came_back(book: SmallBook) -> None:
    book.statement(READY)
    with rows_of(book.client):
        uuid = Message.objects.get(stage="PRE_COLLECTION").uuid
    resolve_message(book.client, str(uuid), answer="BOUNCED", on=READY, at=at(READY), by="tests")
    assert "kwam terug en is niet bezorgd" in refusal(book)


@pytest.mark.parametrize("state", ["AMBIGUOUS", "SENDING"])
def test_not_when_the_last_message_is_uncertain(book: SmallBook, state: str) -> None:
    book.statement(READY)
    with rows_of(book.client):
        Message.objects.filter(stage="PRE_COLLECTION").update(state=state)
    assert "geen overdracht" in refusal(book)


def test_not_in_another_currency(book: SmallBook) -> None:
    book.statement(READY)
    with rows_of(book.client):
        book.accounts["D-1042"].invoices.update(currency="USD")
    assert "Factuur 2026-118 is in USD." in refusal(book)


def test_not_while_a_rate_is_not_published(book: SmallBook) -> None:
    on = date(2027, 1, 5)
    book.statement(on)
    assert refusal(book, on).startswith("De rente over 1 januari 2027 is niet bekend")


# ---- who -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["Sanne Bos", "sanne bos", "  SANNE  Bos "])
def test_the_authorised_person_confirms(book: SmallBook, name: str) -> None:
    book.statement(READY)
    assert handed(book, by=name).content["confirmed_by"] == "Sanne Bos"


@pytest.mark.parametrize(
    ("name", "says"),
    [("Piet Smit", "Piet Smit mag voor Groothandel De Linde B.V."), ("Sanne", "Sanne mag"), ("", "Sanne Bos bevestigt namens")],
)  # fmt: skip
def test_nobody_else_confirms(book: SmallBook, name: str, says: str) -> None:
    book.statement(READY)
    assert says in refusal(book, by=name)


@pytest.mark.parametrize("name", ["", "Sanne Bos"])
def test_somebody_must_be_authorised(book: SmallBook, name: str) -> None:
    book.statement(READY)
    book.client.authorised_person = " "
    book.client.save()
    assert "niet vastgelegd wie een overdracht mag bevestigen" in refusal(book, by=name)


def test_a_debtor_of_another_client_is_not_there(book: SmallBook) -> None:
    other = small_book("wilg")
    with pytest.raises(NotFound):
        handed(other)


# ---- what stands afterwards ------------------------------------------------------------------------------------


def test_it_is_written_down_with_the_digest_of_the_dossier(book: SmallBook) -> None:
    book.statement(READY)
    dossier = handed(book)
    with rows_of(book.client):
        row = HandOver.objects.get()
        line = HandOverInvoice.objects.get()
        event = Event.objects.order_by("-sequence")[0]
        assert list(events.breaks(book.client)) == []
    assert (row.on, row.confirmed_by, row.dossier_sha256) == (READY, "Sanne Bos", dossier.json_sha256)
    assert (line.invoice.number, line.open_cents) == ("2026-118", 123_450)
    assert book.fresh(line.invoice).handed_over_on == READY
    assert (event.kind, json.loads(event.data)["dossier"]) == ("invoice.handed_over", dossier.json_sha256)
    assert dossier.content["events"] == {"sequence": event.sequence - 1, "hash": event.previous}
    assert "Bakkerij" not in event.data
    assert archive.fetch(dossier.json_sha256) == dossier.json
    assert archive.fetch(dossier.pdf_sha256) == dossier.pdf
    assert set(dossier.files) == {"dossier-D-1042.json", "dossier-D-1042.pdf"}


def test_the_files_can_be_had_again(book: SmallBook) -> None:
    with pytest.raises(NotFound, match="er is nog geen dossier"):
        dossier_files(book.client, "D-1042")
    book.statement(READY)
    dossier = handed(book)
    assert dossier_files(book.client, "D-1042") == dossier.files


def test_nothing_more_is_sent_about_it_and_the_others_go_on(book: SmallBook) -> None:
    book.statement(READY)
    handed(book)
    newer = book.invoice("2026-170", due=READY + DAY)
    for step in range(1, 60):
        book.run(READY + step * DAY)
    with rows_of(book.client):
        later = MessageInvoice.objects.filter(message__on__gt=READY)
        assert {line.invoice_id for line in later} == {newer.pk}
        assert list(later.order_by("pk").values_list("stage", flat=True)) == [
            "FIRST_REMINDER",
            "SECOND_REMINDER",
            "PRE_COLLECTION",
        ]
        _, decision = next(decided(day_of(book.client, READY + 59 * DAY)))
    assert decision.act == "HAND_OVER"
    assert decision.invoices == (newer.pk,)
    assert [reason.because for reason in decision.others] == ["HANDED_OVER"]


def test_not_twice(book: SmallBook) -> None:
    book.statement(READY)
    handed(book)
    said = refusal(book)
    assert (
        said
        == "Bij debiteur D-1042 is niets meer over te dragen. Al overgedragen: 2026-118 op 13 oktober 2026."
    )
    book.invoice("2026-170", due=READY + DAY)
    assert "nog niet vervallen" in refusal(book)
    with rows_of(book.client):
        assert HandOver.objects.count() == 1


def test_money_that_comes_later_is_still_allocated(book: SmallBook) -> None:
    book.statement(READY)
    invoice = book.invoice("2026-171", due=date(2027, 1, 1))
    handed(book)
    book.statement(READY + DAY, (READY + DAY, 123_450, "betaling factuur 2026-118"))
    with rows_of(book.client):
        gone = HandOverInvoice.objects.get().invoice
        assert list(sums_that_do_not_close(book.client)) == []
    assert (gone.open_cents, book.fresh(invoice).open_cents) == (0, 123_450)


def test_a_message_under_way_that_names_it_is_withdrawn(book: SmallBook) -> None:
    book.invoice("2026-160", due=READY - 4 * DAY, cents=9_900)
    before = READY - DAY
    book.statement(READY)
    plan_day(book.client, on=before, at=at(before), by="tests")
    write_messages(book.client, on=before, at=at(before), by="tests")
    open_dispute(
        book.client, "2026-160", owner="Sanne Bos", answer_by=READY, on=READY, at=at(READY), by="tests"
    )
    with rows_of(book.client):
        waiting = Message.objects.get(state="WRITTEN")
        assert set(
            MessageInvoice.objects.filter(message=waiting).values_list("invoice__number", flat=True)
        ) == {"2026-118", "2026-160"}
    dossier = handed(book)
    with rows_of(book.client):
        waiting.refresh_from_db()
        assert Event.objects.filter(kind="message.withdrawn").count() == 1
    assert (waiting.state, waiting.because) == ("WITHDRAWN", "De factuur wordt overgedragen.")
    assert [message["state"] for message in dossier.content["messages"]] == [
        "SENT",
        "SENT",
        "SENT",
        "WITHDRAWN",
    ]
    assert [invoice["number"] for invoice in dossier.content["invoices"]] == ["2026-118"]


# ---- what is claimed -------------------------------------------------------------------------------------------


def test_a_business_owes_commercial_interest_and_costs_to_the_cent(book: SmallBook) -> None:
    book.statement(READY)
    claim = handed(book).content["claim"]
    # 42 days from 2 September up to and including 13 October, 10,40 % of 1.234,50: 14,773.
    # Costs: 15 % of 1.234,50.
    assert (claim["principal_cents"], claim["interest_cents"], claim["costs_cents"]) == (
        123_450,
        1_477,
        18_518,
    )
    assert claim["total_cents"] == 123_450 + 1_477 + 18_518
    assert claim["interest_kind"] == "commercial"


@pytest.mark.parametrize("capacity", ["CONSUMER", "UNKNOWN"])
def test_a_consumer_owes_statutory_interest_and_no_costs(capacity: str) -> None:
    book = small_book()
    book.debtor(capacity=capacity)
    book.invoice(basis="UNILATERAL")
    to_the_last_term(book)
    book.statement(READY)
    dossier = handed(book)
    claim, invoice = dossier.content["claim"], dossier.content["invoices"][0]
    # The first reminder came on 4 September and gave a week; fourteen days are reasonable. 25 days from the 19th on,
    # 4 % of 1.234,50: 3,382.
    assert invoice["default"]["first_day"] == "2026-09-19"
    assert invoice["default"]["because"] == "TERM_OF_REMINDER_PASSED"
    assert (claim["interest_kind"], claim["interest_cents"], claim["costs_cents"]) == ("statutory", 338, 0)
    assert claim["costs_sentence"] == "geen: er is geen geldige veertiendagenbrief verstuurd"
    assert claim["costs_sentence_en"] == "none due: no valid fourteen-day notice"
    assert claim["total_cents"] == 123_450 + 338


def test_part_payments_and_every_sum_close_to_the_cent() -> None:
    book = small_book()
    book.debtor()
    book.invoice()
    book.invoice("2026-140", cents=50_000)
    for day in (date(2026, 9, 4), date(2026, 9, 15)):
        book.run(day)
    book.statement(date(2026, 9, 20), (date(2026, 9, 18), 20_000, "factuur 2026-140"))
    book.run(date(2026, 9, 29))
    book.statement(READY)
    content = handed(book).content
    first, second = content["invoices"]
    # 17 days over 500,00 is 2,42; the payment pays that first (6:44 BW), so that 25 days run over 302,42: 2,15.
    assert [segment["cents"] for segment in second["interest"]["segments"]] == [242, 215]
    assert [segment["base"] for segment in second["interest"]["segments"]] == [50_000, 30_242]
    assert second["allocations"] == [{"on": "2026-09-18", "kind": "PAYMENT", "cents": 20_000}]
    assert (second["open_cents"], second["owed_cents"]) == (30_000, 30_457)
    assert first["open_cents"] + second["open_cents"] == content["claim"]["principal_cents"]
    owed = first["owed_cents"] + second["owed_cents"]
    assert owed + content["claim"]["costs_cents"] == content["claim"]["total_cents"]


def test_each_message_is_there_with_its_proof(book: SmallBook) -> None:
    book.statement(READY)
    messages = handed(book).content["messages"]
    assert [message["stage"] for message in messages] == [
        "FIRST_REMINDER",
        "SECOND_REMINDER",
        "PRE_COLLECTION",
    ]
    for message in messages:
        sent = archive.fetch(message["sent_sha256"])
        assert hashlib.sha256(sent).hexdigest() == message["sent_sha256"]
        assert message["recipient"].encode() in sent
        assert message["channel_said"]
        assert message["state"] == "SENT"


def test_what_stood_between_is_told() -> None:
    book = small_book()
    agency = with_agency(book)
    book.debtor()
    book.invoice()
    book.run(date(2026, 9, 4))
    day = date(2026, 9, 5)
    record_promise(book.client, "D-1042", last_day=day, note="belt terug", on=day, at=at(day), by="tests")
    for day in (date(2026, 9, 15), date(2026, 9, 29)):
        book.run(day)
    book.statement(READY)
    content = handed(book).content
    assert [promise["note"] for promise in content["promises"]] == ["belt terug"]
    assert content["parties"]["agency"]["registration_mark"] == agency.registration_mark
    assert (content["disputes"], content["holds"], content["payment_plans"]) == ([], [], [])
    assert content["decisions"][-1]["because"] == "READY_FOR_HAND_OVER"
    assert content["payments_until"] == READY.isoformat()


def claimed(
    *rows: tuple[int, str, int], open_cents: int = 10_000, basis: DueDateBasis = "AGREED"
) -> ClaimedInvoice:
    """Return an invoice of 100,00, due on 1 September, with allocations (day of September, kind, cents)."""
    return ClaimedInvoice(
        id=1, number="1", subject="", issue_date=date(2026, 8, 1), due_date=date(2026, 9, 1), due_date_basis=basis,
        currency="EUR", total_cents=10_000, asked_cents=10_000, open_cents=open_cents, payment_reference="",
        pay_to_iban="", pay_to_name="", first_reminder_pay_by=None,
        allocations=tuple(Allocated(on=date(2026, 9, day), kind=kind, cents=cents) for day, kind, cents in rows),
    )  # fmt: skip


def test_a_credit_note_lowers_the_claim_from_the_beginning() -> None:
    (with_credit,) = claim_on(
        [claimed((20, "CREDIT_NOTE", 4_000), open_cents=6_000)], "LEGAL_PERSON", on=READY
    ).invoices
    assert with_credit.interest is not None
    assert [segment.base_cents for segment in with_credit.interest.segments] == [6_000]


def test_a_list_that_takes_back_what_a_credit_note_gave_leaves_the_sum_right() -> None:
    rows = ((20, "CREDIT_NOTE", 4_000), (25, "LEDGER", -4_000))
    claim = claim_on([claimed(*rows)], "LEGAL_PERSON", on=READY)
    assert (
        claim.principal_cents,
        claim.invoices[0].interest and claim.invoices[0].interest.segments[0].base_cents,
    ) == (10_000, 10_000)


def test_costs_are_counted_over_what_is_in_default() -> None:
    both = [claimed(open_cents=10_000), claimed(basis="UNKNOWN", open_cents=90_000)]
    claim = claim_on(both, "LEGAL_PERSON", on=READY)
    assert [one.interest is not None for one in claim.invoices] == [True, False]
    assert (claim.principal_cents, claim.costs.cents) == (100_000, 4_000)


@pytest.mark.parametrize(
    ("capacity", "article"),
    [
        ("CONSUMER", "art. 6:119 lid 1 BW"),
        ("SOLE_TRADER", "art. 6:119a lid 1 BW"),
        ("PUBLIC_BODY", "art. 6:119b lid 1 BW"),
    ],
)
def test_each_capacity_owes_interest_by_its_own_article(capacity: Capacity, article: str) -> None:
    book = small_book()
    book.debtor(capacity=capacity)
    book.invoice()
    to_the_last_term(book)
    book.statement(READY)
    citations = handed(book).content["claim"]["citations"]
    articles = [citation["article"] for citation in citations]
    assert articles[0] == article
    assert len(articles) == len(set(articles))
    assert all(citation["follows_nl"] != citation["follows"] for citation in citations)
    assert [bool(one["not_confirmed"]) for one in citations] == [
        bool(one["not_confirmed_nl"]) for one in citations
    ]


@pytest.mark.parametrize(
    ("rows", "stood"),
    [
        ([(1, 100)], [(1, 100)]),
        ([(1, 100), (2, -100)], []),
        ([(1, 100), (2, 50), (3, -60)], [(1, 90)]),
        ([(1, 100), (2, -100), (3, 100)], [(3, 100)]),
        ([(2, 100), (1, -40)], [(2, 60)]),
    ],
)
def test_what_was_taken_back_was_never_paid(
    rows: list[tuple[int, int]], stood: list[tuple[int, int]]
) -> None:
    allocations = [Allocated(on=date(2026, 9, day), kind="PAYMENT", cents=cents) for day, cents in rows]
    assert payments_that_stood(allocations) == tuple(
        Payment(day=date(2026, 9, day), cents=cents) for day, cents in stood
    )
