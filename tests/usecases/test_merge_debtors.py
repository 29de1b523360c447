"""Two accounts of one debtor come together and apart again, and nothing gets lost between them."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import DUE, a_client, after, an_account, an_invoice, bank_known_until, ten_o_clock
from voldaan.domain.matching.facts import Candidate
from voldaan.formats.values import OpenItem, OpenItemList, Party
from voldaan.records import asking, events
from voldaan.records.accounts import AccountsOfFile
from voldaan.records.desk_timeline import timeline
from voldaan.records.finding import account_by_number
from voldaan.records.models import (
    Account,
    BankStatement,
    Client,
    CreditNote,
    Debtor,
    Decision,
    Departure,
    Event,
    Hold,
    ImportedFile,
    Invoice,
    Message,
    MessageInvoice,
    Payment,
    PaymentPlan,
    Promise,
    Question,
    QuestionCandidate,
)
from voldaan.records.scope import one_transaction, rows_of
from voldaan.usecases.agree_payment_plan import agree_payment_plan, end_payment_plan
from voldaan.usecases.answer_same_debtor import CannotAnswer, answer_same_debtor
from voldaan.usecases.import_open_items import take_open_items
from voldaan.usecases.make_exception import Wish, make_exception
from voldaan.usecases.match_payments import match_payments
from voldaan.usecases.merge_debtors import CannotMerge, Merged, NotFound, merge_debtors
from voldaan.usecases.open_dispute import open_dispute
from voldaan.usecases.place_hold import place_hold
from voldaan.usecases.plan_day import plan_day
from voldaan.usecases.record_promise import record_promise
from voldaan.usecases.tag_account import tag_account
from voldaan.usecases.unmerge_debtor import CannotUnmerge, unmerge_debtor
from voldaan.usecases.verify_book import verify_book

pytestmark = pytest.mark.django_db

DAY = after(10)
MOVED = (Invoice, CreditNote, Hold, Departure, Promise, PaymentPlan, QuestionCandidate)

WHOSE = ("pk", "account__number", "merged_from")


def when(on: date = DAY) -> dict[str, Any]:
    return {"on": on, "at": ten_o_clock(on), "by": "Sanne Bos"}


@pytest.fixture
def client() -> Client:
    """Return a client with three debtors, of whom each owes one invoice."""
    client = a_client()
    for number in ("D1", "D2", "D3"):
        an_invoice(an_account(client, number, name="Hotel Zeezicht B.V."), f"F-{number}")
    bank_known_until(client, DAY)
    return client


def merge(client: Client, keep: str = "D1", other: str = "D2", on: date = DAY) -> Merged:
    return merge_debtors(client, keep, other, because="zelfde telefoon", **when(on))


def unmerge(client: Client, other: str = "D2", on: date = DAY) -> Any:
    return unmerge_debtor(client, other, **when(on))


def where_everything_is(client: Client) -> dict[str, list[tuple[Any, ...]]]:
    """Return of each row that can change hands whose it is, and of each account its tags."""
    with rows_of(client):
        rows = {
            model.__name__: list(model._default_manager.order_by("pk").values_list(*WHOSE)) for model in MOVED
        }
        return rows | {"tags": list(Account.objects.order_by("pk").values_list("number", "tags"))}


def except_from(client: Client, kind: str, value: str = "", **of: str) -> None:
    make_exception(client, Wish(kind=kind, value=value, reason="zo afgesproken"), **of, **when())


def owners(client: Client) -> dict[str, str]:
    """Return by invoice the number of its account."""
    with rows_of(client):
        return dict(Invoice.objects.values_list("number", "account__number"))


def decisions(client: Client, on: date = DAY) -> dict[str, tuple[str, str, int]]:
    """Plan a day and return the decision that stands for each account."""
    plan_day(client, **when(on))
    with rows_of(client):
        rows = Decision.objects.order_by("pk").values_list("account__number", "act", "because", "open_cents")
        return {number: (act, because, cents) for number, act, because, cents in rows}


def a_message(client: Client, debtor: str, *invoices: str, on: date = DAY, state: str = "SENT") -> Message:
    """Write a message as sending leaves it behind."""
    decisions(client, on)
    number = f"{on:%m%d}{debtor[1:]}"
    with rows_of(client):
        account = Account.objects.get(number=debtor)
        decision = Decision.objects.filter(account=account).latest("pk")
        message = Message.objects.create(
            client=client,
            account=account,
            decision=decision,
            uuid=f"00000000-0000-4000-8000-{number:>012}",
            stage="FIRST_REMINDER",
            channel="EMAIL",
            language="nl",
            recipient="x@klant.example",
            facts={},
            state=state,
            on=on,
            pay_by=on + timedelta(days=7),
            written_at=ten_o_clock(on),
            approved_at=None if state in ("WRITTEN", "REFUSED") else ten_o_clock(on),
            finished_at=ten_o_clock(on) if state == "SENT" else None,
            sent_on=on if state in ("SENT", "AMBIGUOUS", "SENDING") else None,
        )
        for row in Invoice.objects.filter(number__in=invoices):
            MessageInvoice.objects.create(
                client=client, message=message, invoice=row, stage="FIRST_REMINDER", open_cents=row.open_cents
            )
    return message


def a_payment(client: Client, cents: int, name: str) -> None:
    with rows_of(client):
        Payment.objects.create(
            client=client, statement=BankStatement.objects.latest("pk"), bank_iban="NL91ABNA0417164300",
            booking_date=DAY, amount_cents=cents, waiting_cents=cents, currency="EUR", counterparty_name=name,
            remittance="bedankt", digest=f"{cents} of {name}",
        )  # fmt: skip


def a_list(client: Client, *debtors: tuple[str, Party]) -> None:
    """Take a partial open-item list that names an invoice of each debtor."""
    items = tuple(
        OpenItem(
            number=number, debtor=party, issue_date=DUE, due_date=DUE + timedelta(days=5), currency="EUR",
            total_cents=5_000, open_cents=5_000,
        )
        for number, party in debtors
    )  # fmt: skip
    with rows_of(client), one_transaction():
        file = ImportedFile.objects.create(
            client=client, name="lijst.csv", sha256=events.digest(*(n for n, _ in debtors)), format="csv",
            imported_at=ten_o_clock(DAY), new=0, known=0,
        )  # fmt: skip
        read = OpenItemList(format="csv", complete=False, as_of=None, items=items)
        take_open_items(
            client, file, read, AccountsOfFile(client, **when()), is_ledger=False, ledger_until=None, **when()
        )


class TestTogether:
    def test_there_is_one_decision_about_all_that_is_owed(self, client: Client) -> None:
        assert decisions(client)["D2"][0] == "REMIND"
        merge(client)
        decided = decisions(client)
        assert decided["D1"] == ("REMIND", "STAGE_REACHED", 25_000)
        assert decided["D2"] == ("WAIT", "SETTLED", 0)

    def test_what_holds_the_one_holds_both(self, client: Client) -> None:
        place_hold(client, "D2", reason="DEBT_COUNSELLING", **when())
        merge(client)
        assert decisions(client)["D1"][:2] == ("HOLD", "ON_HOLD")

    def test_disputes_promises_and_payment_plans_come_along(self, client: Client) -> None:
        an_invoice(account(client, "D2"), "F-2b")
        an_invoice(account(client, "D2"), "F-2c")
        open_dispute(client, "F-D2", owner="Kim", answer_by=after(30), **when())
        record_promise(client, "D2", invoice="F-2b", last_day=after(20), **when())
        agree_payment_plan(client, "D2", invoices=["F-2c"], instalments=[(after(20), 12_500)], **when())
        merge(client)
        plan_day(client, **when())
        with rows_of(client):
            decision = Decision.objects.filter(account__number="D1").latest("pk")
            reasons = {part.split(":")[1] for part in decision.others.split(";")}
            assert [i.number for i in Invoice.objects.filter(pk__in=decision.invoices.split(","))] == ["F-D1"]
        assert reasons == {"DISPUTED", "PROMISED", "ON_PAYMENT_PLAN"}

    def test_a_reminder_of_the_one_counts_for_the_spacing_of_both(self, client: Client) -> None:
        a_message(client, "D2", "F-D2", on=after(9))
        merge(client)
        assert decisions(client)["D1"][:2] == ("WAIT", "REMINDED_RECENTLY")

    @pytest.mark.parametrize("state", ["AMBIGUOUS", "SENDING"])
    def test_a_message_that_may_have_left_asks_about_both(self, client: Client, state: str) -> None:
        a_message(client, "D2", "F-D2", on=after(2), state=state)
        merge(client)
        assert decisions(client)["D1"][:2] == ("ASK", "MESSAGE_AMBIGUOUS")

    @pytest.mark.parametrize("state", ["WRITTEN", "APPROVED", "REFUSED"])
    def test_messages_under_way_are_withdrawn(self, client: Client, state: str) -> None:
        messages = [a_message(client, number, f"F-{number}", state=state) for number in ("D1", "D2")]
        assert merge(client).withdrawn == 2
        with rows_of(client):
            assert {Message.objects.get(pk=one.pk).state for one in messages} == {"WITHDRAWN"}

    def test_the_other_number_stays_known(self, client: Client) -> None:
        merge(client)
        place_hold(client, "D2", reason="PERSON_ASKED", **when())
        assert decisions(client)["D1"][0] == "HOLD"
        a_list(client, ("F-9", Party(name="Hotel Zeezicht B.V.", number="D2")))
        assert owners(client)["F-9"] == "D1"

    def test_a_payer_of_the_others_name_could_mean_the_kept_account(self, client: Client) -> None:
        with rows_of(client):
            Debtor.objects.filter(accounts__number="D2").update(name="Pension De Duinen")
        merge(client)
        a_payment(client, 7_700, "Pension De Duinen")
        match_payments(client, **when())
        with rows_of(client):
            assert {one.account.number for one in QuestionCandidate.objects.all()} == {"D1"}
        assert decisions(client)["D1"][:2] == ("HOLD", "MONEY_TO_PLACE")

    def test_an_open_question_about_the_one_holds_both(self, client: Client) -> None:
        a_payment(client, 7_700, "onbekend")
        with rows_of(client), one_transaction():
            candidate = Candidate(account(client, "D2").pk, None, None, 1, "naam")
            new = asking.NewQuestion("PAYER_KNOWN", (candidate,), payment_id=Payment.objects.get().pk)
            asking.ask(client, [new], **when())
        merge(client)
        assert decisions(client)["D1"][:2] == ("HOLD", "MONEY_TO_PLACE")

    def test_the_timeline_of_the_kept_account_tells_what_happened_to_both(self, client: Client) -> None:
        place_hold(client, "D2", reason="PERSON_ASKED", **when())
        merge(client)
        with rows_of(client):
            kinds = [one.kind for one in timeline(account(client, "D1"))]
        assert kinds.count("invoice") == 2
        assert {"hold.placed", "debtor.merged"} <= set(kinds)
        assert kinds.count("debtor.merged") == 1

    def test_money_stays_where_it_was_allocated_and_every_sum_closes(self, client: Client) -> None:
        with rows_of(client):
            Invoice.objects.filter(number="F-D2").update(number="2026-0012")
        a_payment(client, 12_500, "Hotel Zeezicht B.V.")
        with rows_of(client):
            Payment.objects.update(remittance="2026-0012")
        match_payments(client, **when())
        merge(client)
        unmerge(client)
        with rows_of(client):
            assert Invoice.objects.get(number="2026-0012").open_cents == 0
        assert list(verify_book([client])) == []


class TestApart:
    def test_each_gets_its_own_back(self, client: Client) -> None:
        place_hold(client, "D2", reason="PERSON_ASKED", **when())
        record_promise(client, "D2", invoice="F-D2", last_day=after(20), **when())
        agree_payment_plan(client, "D3", invoices=["F-D3"], instalments=[(after(20), 12_500)], **when())
        before = where_everything_is(client)
        merge(client)
        merge(client, "D1", "D3")
        assert set(owners(client).values()) == {"D1"}
        unmerge(client, "D2", after(11))
        unmerge(client, "D3", after(11))
        assert where_everything_is(client) == before

    def test_what_came_in_for_the_other_meanwhile_goes_along(self, client: Client) -> None:
        merge(client)
        zeezicht = Party(name="Hotel Zeezicht B.V.", number="D2")
        a_list(client, ("F-9", zeezicht), ("F-8", Party(name="Hotel Zeezicht B.V.", number="D1")))
        place_hold(client, "D1", invoice="F-9", reason="PERSON_ASKED", **when())
        record_promise(client, "D1", invoice="F-D2", last_day=after(20), **when())
        agree_payment_plan(client, "D1", invoices=["F-9"], instalments=[(after(20), 5_000)], **when())
        unmerge(client)
        assert owners(client) == {"F-D1": "D1", "F-8": "D1", "F-D2": "D2", "F-9": "D2", "F-D3": "D3"}
        with rows_of(client):
            found = [Hold.objects.get(), Promise.objects.get(), PaymentPlan.objects.get()]
        assert [row.account.number for row in found] == ["D2", "D2", "D2"]

    def test_what_holds_the_account_since_the_merge_holds_both(self, client: Client) -> None:
        merge(client)
        place_hold(client, "D1", reason="DEBT_COUNSELLING", **when())
        assert unmerge(client).held_both == 1
        decided = decisions(client)
        assert (decided["D1"][0], decided["D2"][0]) == ("HOLD", "HOLD")

    def test_exceptions_come_along_and_go_back(self, client: Client) -> None:
        for debtor, invoice in (("D1", "F-D1"), ("D2", "F-D2")):
            except_from(client, "SKIP", invoice=invoice, value="FIRST_REMINDER")
            except_from(client, "CHANNEL", debtor=debtor, value="POST")
        before = where_everything_is(client)
        merge(client)
        with rows_of(client):
            assert set(Departure.objects.values_list("account__number", flat=True)) == {"D1"}
        assert unmerge(client).excepted_both == 0
        assert where_everything_is(client) == before

    def test_an_exception_since_the_merge_goes_where_its_invoice_goes(self, client: Client) -> None:
        merge(client)
        except_from(client, "SKIP", invoice="F-D2")
        unmerge(client)
        with rows_of(client):
            assert Departure.objects.get().account.number == "D2"

    @pytest.mark.parametrize(("kind", "value", "both"), [("CHANNEL", "POST", 1), ("SOONER", "", 0)])
    def test_an_exception_for_the_account_since_the_merge_counts_for_both_unless_it_hurries(
        self, client: Client, kind: str, value: str, both: int
    ) -> None:
        merge(client)
        with rows_of(client):
            Invoice.objects.update(due_date=DAY)
        except_from(client, kind, debtor="D2", value=value)
        assert unmerge(client).excepted_both == both
        with rows_of(client):
            found = Departure.objects.order_by("pk").values_list("account__number", flat=True)
            assert list(found) == ["D1", "D2"][: both + 1]

    def test_money_that_may_be_for_the_account_holds_both_until_it_is_looked_at(self, client: Client) -> None:
        merge(client)
        a_payment(client, 7_700, "Hotel Zeezicht B.V.")
        match_payments(client, **when())
        unmerge(client)
        decided = decisions(client)
        assert (decided["D1"][1], decided["D2"][1]) == ("MONEY_TO_PLACE", "MONEY_TO_PLACE")

    def test_a_reminder_to_the_kept_account_counts_for_the_other_whose_invoice_it_named(
        self, client: Client
    ) -> None:
        merge(client)
        a_message(client, "D1", "F-D1", "F-D2", on=after(9))
        unmerge(client)
        decided = decisions(client)
        assert decided["D2"][:2] == ("WAIT", "REMINDED_RECENTLY")

    def test_by_way_of_another(self, client: Client) -> None:
        before = where_everything_is(client)
        merge(client, "D2", "D3")
        merge(client, "D1", "D2")
        assert set(owners(client).values()) == {"D1"}
        unmerge(client, "D2")
        assert owners(client) == {"F-D1": "D1", "F-D2": "D2", "F-D3": "D2"}
        unmerge(client, "D3")
        assert where_everything_is(client) == before

    def test_not_while_a_payment_plan_covers_invoices_of_both(self, client: Client) -> None:
        merge(client)
        plan = agree_payment_plan(
            client, "D1", invoices=["F-D1", "F-D2"], instalments=[(after(20), 25_000)], **when()
        )
        with pytest.raises(CannotUnmerge, match="Beëindig die eerst"):
            unmerge(client)
        end_payment_plan(client, plan, outcome="WITHDRAWN", **when())
        unmerge(client)
        assert owners(client)["F-D2"] == "D2"


class TestRefused:
    def test_one_account_is_not_merged_into_itself(self, client: Client) -> None:
        with pytest.raises(CannotMerge, match="dezelfde"):
            merge(client, "D1", "D1")

    def test_one_that_was_merged_is_not_merged_again(self, client: Client) -> None:
        merge(client)
        with pytest.raises(CannotMerge, match="al samengevoegd"):
            merge(client, "D3", "D2")

    def test_two_are_not_merged_into_each_other(self, client: Client) -> None:
        merge(client)
        with pytest.raises(CannotMerge, match="dezelfde"):
            merge(client, "D2", "D1")

    def test_a_consumer_is_not_merged_with_a_company(self, client: Client) -> None:
        an_account(client, "D4", capacity="CONSUMER")
        with pytest.raises(CannotMerge, match="hoedanigheid"):
            merge(client, "D1", "D4")

    def test_one_that_was_not_merged_is_not_taken_apart(self, client: Client) -> None:
        with pytest.raises(CannotUnmerge, match="met geen andere"):
            unmerge(client)

    def test_not_another_clients_debtor(self, client: Client) -> None:
        an_account(a_client("hovenier"), "T9")
        with pytest.raises(NotFound):
            merge(client, "D1", "T9")


MERGES = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=5)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pairs=MERGES, order=st.randoms(use_true_random=False))
def test_whatever_was_merged_undoing_it_in_any_order_puts_every_row_back(
    db: None, pairs: Sequence[tuple[int, int]], order: Any
) -> None:
    client = a_client(f"k{Client.objects.count()}")
    for n in range(4):
        an_invoice(an_account(client, f"D{n}"), f"F-{n}")
        place_hold(client, f"D{n}", reason="PERSON_ASKED", **when())
        tag_account(client, f"D{n}", add=[f"van-{n}", f"van-{n // 2}-en-meer"], **when())
    before, merged = where_everything_is(client), []
    for keep, other in pairs:
        try:
            merged.append(merge(client, f"D{keep}", f"D{other}").merged)
        except CannotMerge:
            continue
    with rows_of(client):
        for number in merged:
            assert account_by_number(client, number).number not in merged
    order.shuffle(merged)
    for number in merged:
        unmerge(client, number, after(12))
    assert where_everything_is(client) == before
    assert list(verify_book([client])) == []


def account(client: Client, number: str) -> Account:
    with rows_of(client):
        return Account.objects.select_related("debtor", "client").get(number=number)


class TestTheQuestion:
    def test_a_doubtful_debtor_is_a_new_account_and_a_question(self, client: Client) -> None:
        a_list(client, ("F-9", Party(name="Hotel Zeezicht")))
        with rows_of(client):
            question = Question.objects.get()
            assert question.because == "SAME_DEBTOR"
            assert question.account == Invoice.objects.get(number="F-9").account
            told = {one.account.number: one.evidence for one in question.candidates.all()}
        assert told == dict.fromkeys(("D1", "D2", "D3"), "Gelijk: naam.")

    def test_it_holds_nobodys_reminders(self, client: Client) -> None:
        a_list(client, ("F-9", Party(name="Hotel Zeezicht")))
        assert {act for act, _, _ in decisions(client).values()} == {"REMIND", "ASK"}
        assert decisions(client)["D1"][0] == "REMIND"

    def test_it_is_asked_once(self, client: Client) -> None:
        for number in ("F-7", "F-8", "F-9"):
            a_list(client, (number, Party(name="Hotel Zeezicht")))
        with rows_of(client):
            assert Question.objects.count() == 1
            assert Account.objects.count() == 4

    def test_the_same_merges(self, client: Client) -> None:
        a_list(client, ("F-9", Party(name="Hotel Zeezicht")))
        with rows_of(client):
            question = Question.objects.get().pk
        with pytest.raises(CannotAnswer, match="D1, D2, D3"):
            answer_same_debtor(client, question, answer="SAME", **when())
        merged = answer_same_debtor(client, question, answer="SAME", debtor="D3", **when())
        assert merged is not None
        assert (merged.kept, owners(client)["F-9"]) == ("D3", "D3")
        a_list(client, ("F-10", Party(name="Hotel Zeezicht")))
        assert owners(client)["F-10"] == "D3"

    def test_another_is_never_asked_again(self, client: Client) -> None:
        a_list(client, ("F-9", Party(name="Hotel Zeezicht")))
        with rows_of(client):
            question = Question.objects.get().pk
        assert answer_same_debtor(client, question, answer="DIFFERENT", **when()) is None
        a_list(client, ("F-10", Party(name="Hotel Zeezicht")))
        with rows_of(client):
            assert not Question.objects.filter(answered_at__isnull=True).exists()
            assert Event.objects.filter(kind="question.answered").count() == 1

    def test_merging_answers_it(self, client: Client) -> None:
        an_account(client, "D5", name="Pension Duin", with_address=False)
        a_list(client, ("F-9", Party(name="Pension Duin")))
        with rows_of(client):
            question = Question.objects.get()
            number = question.account.number if question.account else ""
        merge(client, "D5", number)
        with rows_of(client):
            assert Question.objects.get().answer == "SAME"
        unmerge(client, number)
        a_list(client, ("F-10", Party(name="Pension Duin")))
        with rows_of(client):
            assert not Question.objects.filter(answered_at__isnull=True).exists()

    def test_a_number_that_was_used_again_makes_a_new_account(self, client: Client) -> None:
        garage = Party(name="Garage Pietersen", number="D1", email="info@pietersen.example")
        a_list(client, ("F-9", garage))
        a_list(client, ("F-10", garage))
        assert owners(client)["F-9"] == owners(client)["F-10"] != "D1"
        with rows_of(client):
            (candidate,) = Question.objects.get().candidates.all()
        assert (candidate.account.number, candidate.evidence) == (
            "D1",
            "Gelijk: debiteurnummer. Anders: e-mailadres, naam.",
        )
