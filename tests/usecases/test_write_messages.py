"""A message for every reminder that was decided: written from facts, read by the guard, withdrawn when overtaken."""

from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from tests.builders import (
    DUE,
    IBAN,
    OTHER_IBAN,
    a_client,
    after,
    an_account,
    an_agency,
    an_engagement,
    an_invoice,
    bank_known_until,
    ten_o_clock,
)
from voldaan.records import archive
from voldaan.records.models import Agency, Client, ClientIban, Contact, Invoice, Message, MessageInvoice
from voldaan.records.scope import rows_of
from voldaan.usecases.approve_messages import approve_messages
from voldaan.usecases.list_messages import message_parts
from voldaan.usecases.place_hold import place_hold
from voldaan.usecases.plan_day import plan_day
from voldaan.usecases.resolve_message import resolve_message
from voldaan.usecases.run_day import run_day
from voldaan.usecases.verify_book import verify_book
from voldaan.usecases.write_messages import Written, write_messages

pytestmark = pytest.mark.django_db(transaction=True)
ON = after(3)


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(settings, "VOLDAAN_HOME", tmp_path)
    return tmp_path


@pytest.fixture
def client() -> Client:
    made = a_client()
    bank_known_until(made, ON)
    return made


def write(client: Client, on: date = ON) -> Written:
    plan_day(client, on=on, at=ten_o_clock(on), by="test")
    return write_messages(client, on=on, at=ten_o_clock(on), by="test")


def messages(client: Client) -> list[Message]:
    with rows_of(client):
        return list(Message.objects.order_by("pk"))


def states(client: Client) -> list[str]:
    return [message.state for message in messages(client)]


def text(client: Client) -> str:
    """Return the words of the newest message, on one line."""
    newest = messages(client)[-1]
    return " ".join(message_parts(client, str(newest.uuid))["message.txt"].decode().split())


def test_a_message_is_kept_with_its_facts_parts_and_lines(client: Client) -> None:
    invoice = an_invoice(an_account(client))
    assert write(client).written == 1
    (message,) = messages(client)
    assert (message.state, message.stage, message.channel) == ("WRITTEN", "FIRST_REMINDER", "EMAIL")
    assert (message.recipient, message.on, message.pay_by) == ("d1@klant.example", ON, after(10))
    parts = message_parts(client, str(message.uuid))
    assert set(parts) == {"message.txt", "message.html", "letter.pdf", "message.eml"}
    assert parts["letter.pdf"].startswith(b"%PDF")
    assert archive.fetch(message.mail_sha256) == parts["message.eml"]
    with rows_of(client):
        line = MessageInvoice.objects.get()
    assert (line.invoice_id, line.stage, line.open_cents) == (invoice.pk, "FIRST_REMINDER", 12_500)
    assert list(verify_book([client])) == []


def test_writing_again_adds_nothing(client: Client) -> None:
    an_invoice(an_account(client))
    write(client)
    assert write(client).written == 0
    assert len(messages(client)) == 1


def test_nothing_is_written_for_who_is_left_in_peace(client: Client) -> None:
    an_invoice(an_account(client), due_date=after(30))
    assert (write(client).written, messages(client)) == (0, [])


def test_what_is_overtaken_is_withdrawn_and_written_anew(client: Client) -> None:
    account = an_account(client)
    an_invoice(account)
    write(client)
    an_invoice(account, "2026-0002", cents=5_000)
    done = write(client)
    assert (done.withdrawn, done.written, states(client)) == (1, 1, ["WITHDRAWN", "WRITTEN"])
    assert "2026-0002" in text(client)
    assert messages(client)[0].because == "De beslissing is inmiddels een andere."


def test_an_approved_message_is_withdrawn_too(client: Client) -> None:
    an_invoice(an_account(client))
    write(client)
    approve_messages(client, on=ON, at=ten_o_clock(ON), by="Sanne")
    place_hold(client, "D1", reason="PERSON_ASKED", on=ON, at=ten_o_clock(ON), by="test")
    assert write(client).withdrawn == 1
    assert states(client) == ["WITHDRAWN"]


def test_one_message_for_two_invoices_at_different_stages(client: Client) -> None:
    account = an_account(client)
    an_invoice(account)
    an_invoice(account, "2026-0002", cents=5_000, due_date=after(-1))
    an_invoice(account, "2026-0003", cents=700, due_date=after(1))
    assert write(client).written == 1
    with rows_of(client):
        lines = dict(MessageInvoice.objects.values_list("invoice__number", "stage"))
    assert lines == {"2026-0001": "FIRST_REMINDER", "2026-0002": "FIRST_REMINDER", "2026-0003": ""}
    assert "€ 182,00" in text(client)
    assert "Ook nog open" in text(client)


@pytest.mark.parametrize(("language", "says"), [("nl", "Te betalen"), ("en", "To pay")])
def test_the_language_of_the_debtor(client: Client, language: str, says: str) -> None:
    an_invoice(an_account(client, language=language))
    write(client)
    assert messages(client)[0].language == language
    assert says in text(client)


def test_a_named_person_is_greeted(client: Client) -> None:
    account = an_account(client)
    an_invoice(account)
    with rows_of(client):
        Contact.objects.create(
            client=client, debtor=account.debtor, role="ACCOUNTS_PAYABLE", name="Kim de Boer"
        )
    write(client)
    assert "Beste Kim de Boer" in text(client)


def test_a_letter_goes_to_the_address(client: Client) -> None:
    an_invoice(an_account(client, email=""))
    write(client)
    (message,) = messages(client)
    assert (message.channel, message.mail_sha256) == ("POST", "")
    assert message.recipient.splitlines()[:3] == ["Klant D1 B.V.", "Laan 3", "5678 CD Klantdorp"]


def test_a_client_of_which_little_is_known_can_still_write() -> None:
    bare = {
        "coc_number": "",
        "street": "",
        "postcode": "",
        "city": "",
        "signer": "",
        "phone": "",
        "email": "",
    }
    made = a_client("kaal", **bare)
    bank_known_until(made, ON)
    an_invoice(an_account(made))
    assert (write(made).refusals, states(made)) == ([], ["WRITTEN"])


class TestWhereToPay:
    def test_the_account_on_the_invoice(self, client: Client) -> None:
        an_invoice(an_account(client), pay_to_iban="NL02ABNA0123456789", pay_to_name="Factor B.V.")
        write(client)
        assert "NL02 ABNA 0123 4567 89" in text(client)
        assert "Factor B.V." in text(client)

    def test_the_agencys_account_where_that_is_agreed(self, client: Client) -> None:
        an_engagement(client, an_agency(iban=OTHER_IBAN, iban_name="Derdengelden De Brug"), pay_to="AGENCY")
        an_invoice(an_account(client), pay_to_iban=IBAN)
        write(client)
        assert "Derdengelden De Brug" in text(client)

    def test_no_account_at_all_is_a_question(self, client: Client) -> None:
        an_engagement(client, an_agency(iban=""), pay_to="AGENCY")
        an_invoice(an_account(client))
        done = write(client)
        assert (done.refused, states(client)) == (1, ["REFUSED"])
        assert done.refusals == ["D1: Er is geen rekening bekend waarop betaald kan worden. Vul de IBAN in."]

    def test_an_account_with_a_wrong_check_digit_is_a_question(self, client: Client) -> None:
        an_invoice(an_account(client), pay_to_iban="NL92ABNA0417164300")
        assert "controlegetal" in write(client).refusals[0]

    def test_one_that_the_client_gave_itself_is_its_own_affair(self, client: Client) -> None:
        with rows_of(client):
            ClientIban.objects.create(client=client, iban="NL92ABNA0417164300", name="oud")
        bank_known_until(client, ON, iban="NL92ABNA0417164300")
        an_invoice(an_account(client), pay_to_iban="NL92ABNA0417164300")
        assert write(client).refusals == []


class TestTheGuard:
    @pytest.fixture
    def refused(self, client: Client) -> Client:
        an_engagement(client, an_agency(iban=""), pay_to="AGENCY")
        an_invoice(an_account(client))
        assert write(client).refused == 1
        return client

    def test_a_refused_message_is_a_question_the_same_day(self, refused: Client) -> None:
        planned = plan_day(refused, on=ON, at=ten_o_clock(ON), by="test")
        assert planned.acts == {"ASK": 1}

    def test_it_cannot_be_approved(self, refused: Client) -> None:
        assert approve_messages(refused, on=ON, at=ten_o_clock(ON), by="Sanne").approved == 0

    def test_set_aside_it_is_written_again_from_what_was_mended(self, refused: Client) -> None:
        plan_day(refused, on=ON, at=ten_o_clock(ON), by="test")
        Agency.objects.update(iban=OTHER_IBAN, iban_name="Derdengelden De Brug")
        uuid = str(messages(refused)[0].uuid)
        resolve_message(refused, uuid, answer="SET_ASIDE", on=ON, at=ten_o_clock(ON), by="Sanne")
        assert (write(refused).written, states(refused)) == (1, ["WITHDRAWN", "WRITTEN"])


class TestThePreCollectionLetter:
    @pytest.mark.parametrize(("collection", "says"), [(True, True), (False, False)])
    def test_it_names_collection_only_where_the_client_ordered_it(self, collection: bool, says: bool) -> None:
        made = a_client(next_step_collection=collection)
        an_engagement(made, an_agency())
        invoice = an_invoice(an_account(made))
        _reminded_twice(made, invoice)
        bank_known_until(made, after(28))
        assert write(made, after(28)).refusals == []
        assert messages(made)[-1].stage == "PRE_COLLECTION"
        assert ("overdragen voor incasso" in text(made)) is says

    def test_it_names_neither_interest_nor_an_amount_of_costs(self) -> None:
        made = a_client()
        an_engagement(made, an_agency())
        invoice = an_invoice(an_account(made))
        _reminded_twice(made, invoice)
        bank_known_until(made, after(28))
        write(made, after(28))
        assert "zonder extra kosten" in text(made)
        assert "4,50" not in text(made)


def _reminded_twice(client: Client, invoice: Invoice) -> None:
    """Live the first two reminders."""
    for day in (3, 14):
        bank_known_until(client, after(day))
        assert (
            run_day(client, on=after(day), at=ten_o_clock(after(day)), by="test", approve=True).sent.sent == 1
        )
    assert invoice.due_date == DUE
