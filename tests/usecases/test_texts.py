"""Text sets in use: who writes in which, in what language, kept in versions, and looked at with real debtors."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from tests.builders import (
    a_client,
    after,
    an_account,
    an_agency,
    an_engagement,
    an_invoice,
    bank_known_until,
    ten_o_clock,
)
from tests.letters.third_language import CODE, a_third_language
from voldaan.letters.text_problems import TextsError
from voldaan.records.models import Client, Event, Message, TextSetVersion
from voldaan.records.scope import rows_of
from voldaan.usecases.change_debtor import CannotChange, DebtorChange, change_debtor
from voldaan.usecases.change_texts import NotAccepted, save_texts
from voldaan.usecases.choose_texts import CannotWriteIn, choose_texts
from voldaan.usecases.judge_texts import judged_texts
from voldaan.usecases.keep_version import ChangedSince, NotSaved
from voldaan.usecases.known_texts import known_keys, language_name, languages, set_text, written_in
from voldaan.usecases.list_messages import message_parts
from voldaan.usecases.register_client import (
    AgencyDetails,
    CannotRegister,
    ClientDetails,
    add_agency,
    add_client,
)
from voldaan.usecases.run_day import run_day
from voldaan.usecases.send_messages import send_messages
from voldaan.usecases.show_texts import list_texts, show_texts, text_of_version
from voldaan.usecases.try_texts import try_texts

pytestmark = pytest.mark.django_db(transaction=True)
ON = after(5)
OWN = """name = "Bakkerij"
base = "informal"

[nl.stages.FIRST_REMINDER]
title.one = "Nog even over factuur {number}"
"""


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(settings, "VOLDAAN_HOME", tmp_path)
    monkeypatch.setattr(settings.INSTALLATION, "smtp_url", "")
    return tmp_path


def kept(text: str = OWN, key: str = "bakkerij", **given: Any) -> Any:
    values = {
        "note": "Ons.",
        "on": ON,
        "at": datetime(2026, 3, 12, 9, tzinfo=UTC),
        "by": "Tim de Wit",
    } | given
    return save_texts(key, text, **values)


def written(client: Client) -> tuple[Message, str]:
    bank_known_until(client, ON)
    run_day(client, on=ON, at=ten_o_clock(ON), by="test", approve=True, leaves=False)
    with rows_of(client):
        message = Message.objects.get()
    return message, message_parts(client, str(message.uuid))["message.txt"].decode()


def test_a_message_remembers_its_texts_and_follows_its_client() -> None:
    client = a_client()
    an_invoice(an_account(client))
    kept()
    choose_texts(client, "bakkerij", on=ON, at=ten_o_clock(ON), by="test")
    message, text = written(client)
    assert message.text_version == "bakkerij 1"
    assert "Nog even over factuur 2026-0001" in text
    assert "Wil je uiterlijk" in text


def test_a_client_that_chose_nothing_writes_in_the_standard_texts() -> None:
    client = a_client()
    an_invoice(an_account(client))
    message, text = written(client)
    assert message.text_version == "standard 0"
    assert "Wilt u uiterlijk" in text


def test_a_newer_version_leaves_an_approved_message_as_it_was() -> None:
    client = a_client()
    an_invoice(an_account(client))
    message, _ = written(client)
    kept('name = "Standaard"\nbase = "standard"\n[nl.greeting]\nclosing = "Groet,"\n', key="standard")
    send_messages([client], on=ON, at=ten_o_clock(ON), by="test")
    with rows_of(client):
        message.refresh_from_db()
    assert (message.state, message.text_version) == ("SENT", "standard 0")


def test_under_an_engagement_the_agency_writes_in_its_own() -> None:
    client = a_client(text_set="informal")
    agency = an_agency()
    an_engagement(client, agency)
    an_invoice(an_account(client))
    message, text = written(client)
    assert message.text_version == "standard 0"
    assert "schrijven wij u" in text
    other = a_client("slagerij")
    an_engagement(other, agency)
    assert [one.key for one in choose_texts(client, "informal", on=ON, at=ten_o_clock(ON), by="test")] == [
        "slagerij"
    ]
    agency.refresh_from_db()
    assert agency.text_set == "informal"
    with rows_of(other):
        assert Event.objects.filter(kind="agency.changed").exists()


def test_a_third_language_is_a_folder_in_the_home(home: Path) -> None:
    a_third_language(home / "texts")
    client = a_client()
    account = an_account(client)
    an_invoice(account)
    assert CODE in languages()
    assert language_name(CODE, "nl") == "Proefs"
    change_debtor(
        client, account.number, change=DebtorChange(language=CODE), on=ON, at=ten_o_clock(ON), by="test"
    )
    message, text = written(client)
    assert (message.language, message.state, message.because) == (CODE, "APPROVED", "")
    assert "Reminder: invoyce 2026-0001" in text


def test_a_language_without_texts_is_refused_and_a_debtor_who_reads_it_is_written_in_dutch() -> None:
    client = a_client()
    account = an_account(client, language="zz")
    an_invoice(account)
    with pytest.raises(
        CannotChange, match=r"In de taal 'qq' hebben wij geen teksten. Kies uit: Nederlands \(nl\)"
    ):
        change_debtor(
            client, account.number, change=DebtorChange(language="qq"), on=ON, at=ten_o_clock(ON), by="test"
        )
    bank_known_until(client, ON)
    done = run_day(client, on=ON, at=ten_o_clock(ON), by="test", approve=True, leaves=False)
    assert done.written.written == 1
    assert done.written.otherwise == [
        "D1: de debiteur leest zz, en het bericht is in het Nederlands. In die taal zijn er geen teksten."
    ]


def test_a_language_that_is_not_whole_blocks_the_choice_and_says_what_is_missing(home: Path) -> None:
    folder = a_third_language(home / "texts", words="") / CODE / "texts.toml"
    folder.write_text(folder.read_text().replace('closing = "Kind regards,"', ""))
    client = a_client()
    account = an_account(client)
    with pytest.raises(CannotWriteIn, match=r'"greeting.closing" ontbreekt'):
        choose_texts(client, "informal", on=ON, at=ten_o_clock(ON), by="test")
    with pytest.raises(CannotChange, match=r"kan nog niet worden geschreven. \"greeting.closing\" ontbreekt"):
        change_debtor(
            client, account.number, change=DebtorChange(language=CODE), on=ON, at=ten_o_clock(ON), by="test"
        )
    folder.write_text(folder.read_text().replace("[greeting]", '[greeting]\nclosing = "Kind regards,"'))
    with pytest.raises(CannotWriteIn, match="heeft geen woorden voor de controle"):
        choose_texts(client, "informal", on=ON, at=ten_o_clock(ON), by="test")


def test_a_notice_goes_in_dutch_where_the_law_has_no_words_in_the_language(home: Path) -> None:
    a_third_language(home / "texts")
    assert written_in(CODE) == CODE
    assert written_in(CODE, notice=True) == "nl"
    assert written_in("en", notice=True) == "en"


def test_nobody_chooses_texts_that_are_not_there_or_cannot_be_used(home: Path) -> None:
    client = a_client()
    (home / "texts").mkdir()
    (home / "texts" / "stuk.toml").write_text('name = "Stuk"\n[nl.greeting]\nclosing = "{groet}"\n')
    for key, said in (("zomaar", "Er is geen tekstset 'zomaar'"), ("stuk", r"gebruikt \{groet\}")):
        with pytest.raises(CannotWriteIn, match=said):
            choose_texts(client, key, on=ON, at=ten_o_clock(ON), by="test")
        with pytest.raises(CannotRegister, match=said):
            add_client(client.key, details=ClientDetails(text_set=key), on=ON, at=ten_o_clock(ON), by="test")
        with pytest.raises(CannotRegister, match=said):
            add_agency(
                "x",
                details=AgencyDetails(registered_name="X", text_set=key),
                on=ON,
                at=ten_o_clock(ON),
                by="t",
            )
    assert known_keys() == ["informal", "standard", "stuk"]


def test_texts_that_broke_since_they_were_chosen_refuse_each_message_with_the_reason(home: Path) -> None:
    client = a_client(text_set="weg")
    an_invoice(an_account(client))
    bank_known_until(client, ON)
    done = run_day(client, on=ON, at=ten_o_clock(ON), by="test", approve=True, leaves=False)
    assert done.written.refused == 1
    assert "weg" in done.written.refusals[0]


def test_versions_are_kept_in_order_and_say_what_changed() -> None:
    assert kept().number == 1
    assert not kept().is_new
    assert kept(OWN.replace("Nog even", "Even"), note="Korter.", made_from=1).number == 2
    shown = show_texts("bakkerij", ON)
    assert [one.number for one in shown.versions] == [2, 1]
    assert any(line.sign == "+" and "Even over" in line.text for line in shown.versions[0].changed)
    assert text_of_version("bakkerij", 1) == OWN
    assert set_text("bakkerij") == text_of_version("bakkerij", 2)
    with pytest.raises(TextsError, match="has no version 7"):
        text_of_version("bakkerij", 7)
    with pytest.raises(ChangedSince, match="Tekstset bakkerij is intussen gewijzigd: versie 2"):
        kept(OWN, made_from=1)
    with pytest.raises(NotSaved, match="kan geen sleutel van een tekstset zijn"):
        kept(key="twee woorden")


def test_a_change_is_told_in_the_chain_of_who_writes_in_it() -> None:
    client = a_client(text_set="bakkerij")
    kept()
    with rows_of(client):
        told = json.loads(Event.objects.get(kind="texts.changed").data)
    assert (told["texts"], told["number"]) == ("bakkerij", 1)


@pytest.mark.parametrize(("line", "said"), [
    ('opening.own.one = ["Factuur {nummer} is open."]', "Regel 5: .*gebruikt {nummer}"),
    ('opening.own.one = ["Dit is een aanmaning voor factuur {number}. Betaal uiterlijk {pay_by_weekday}."]',
     "Regel 5: .*verwijt, druk of oude kantoortaal.*tone.forbidden"),
    ('next = ["Betaal op tijd, dan komen er geen kosten bij."]', "Regel 5: .*kosten of rente.*costs.named"),
    ('title = "x"\n[nl.sms.one]\nSECOND_REMINDER = "factuur {invoice} is open, {amount}: dit is de laatste aanmaning."',
     "Regel 7: sms.one.SECOND_REMINDER: .*tone.forbidden"),
    (f'title = "x"\n[nl.sms]\nsigned = "x"\nask_mail = "{"Laat het ons weten. " * 8} Mail {{email}}."',
     r"sms.one.FIRST_REMINDER.*met lange namen en bedragen langer dan 2 sms'en"),
    ('title = "x"\n[nl.call]\nfirst_organisation = "Het gaat om {amount}"', "Regel 7: call: .*call.tells_first"),
    ('title = "x"\n[nl.thanks]\ntitle = "Wilt u de rest ook betalen?"', "Regel 7: thanks: .*reply.asks"),
    ('title = "x"\n[nl.confirmation.PROMISE]\nopening = ["Betaal nu."]', "Regel 7: confirmation.PROMISE: .*reply.asks"),
    ('title = "x"\n[nl.confirmation.PROMISE]\nopening = ["Wilt u nu betalen?"]',
     "Regel 7: confirmation.PROMISE: .*reply.asks"),
    ('title = "x"\n[nl.statement]\nnote = "Anders komt de deurwaarder."', "Regel 7: statement: .*threat"),
])  # fmt: skip
def test_what_the_guard_refuses_of_everybody_is_not_kept(line: str, said: str) -> None:
    with pytest.raises(TextsError) as refused:
        kept(f'name = "x"\nbase = "standard"\n\n[nl.stages.FIRST_REMINDER]\n{line}\n')
    assert re.search(said, " ".join(one.told("nl") for one in refused.value.problems))
    assert not TextSetVersion.objects.exists()


def test_the_shipped_sets_can_be_used_and_are_listed() -> None:
    client = a_client()
    for one in list_texts(ON):
        assert one.judged.may_be_used
        assert (one.source, one.number) == ("SHIPPED", 0)
    assert [one.client for one in list_texts(ON)[1].writers] == [client]


def test_a_text_that_the_guard_refuses_of_some_debtors_only_is_shown_with_them_and_has_to_be_accepted() -> (
    None
):
    """A firm's name typed by hand is right of that firm alone: here of the one in the invented messages."""
    kept()
    client = a_client(text_set="bakkerij")
    an_invoice(an_account(client, "D7"), "2026-0007")
    text = (
        OWN
        + 'opening.own.one = ["Namens Groothandel Voorbeeld B.V.: factuur {number} is open.", "Uiterlijk {pay_by}."]\n'
    )
    assert judged_texts(text).may_be_used
    tried = try_texts("bakkerij", text, on=ON)
    assert tried.looked_at == 1
    assert [(one.debtor, one.rule, one.kind) for one in tried.refused] == [
        ("D7", "name.foreign", "FIRST_REMINDER")
    ]
    with pytest.raises(NotSaved, match="zoals bij debiteur D7 van Bakkerij Zon") as refused:
        kept(text)
    assert "the guard stops 1" in refused.value.en
    assert isinstance(refused.value, NotAccepted)
    assert [one.debtor for one in refused.value.tried.refused] == ["D7"]
    assert kept(text, refusals_accepted=True).number == 2


def test_only_so_many_messages_are_tried_and_that_is_said() -> None:
    client = a_client(text_set="bakkerij")
    for number in ("D1", "D2", "D3"):
        an_invoice(an_account(client, number), f"2026-{number}")
    tried = try_texts("bakkerij", OWN, on=ON, messages_max=2)
    # Of a set that is new everything is: so many reminders, and so many messages beside them.
    assert (tried.looked_at, tried.not_all, tried.refused) == (2 + 2, (client,), ())


def test_clients_that_share_a_set_share_what_is_looked_at() -> None:
    clients = [a_client(key, text_set="bakkerij") for key in ("een", "twee")]
    for client in clients:
        for number in ("D1", "D2", "D3"):
            an_invoice(an_account(client, number), f"2026-{number}")
    tried = try_texts("bakkerij", OWN, on=ON, together_max=4)
    assert (tried.looked_at, set(tried.not_all)) == (2 * (2 + 2), set(clients))


def test_it_never_raises_on_a_text() -> None:
    for text in (
        "",
        "\x00",
        "[",
        'name = "x"\nnl = 3',
        'name = "x"\n[zz.greeting]\nclosing = "x"',
        "x" * 300_000,
        'name = "x"\n[nl]\nfigures = 1',
        'name = "x"\n[nl]\nlabels = 1',
        'name = "x"\n[nl.stages]\nFIRST_REMINDER = ["pay"]',
        'name = "x"\n[nl.points]\npay = "x"',
        'name = "x"\n[nl.stages.FIRST_REMINDER]\npoints = {own = ["pay"], agency = ["nonsense"]}',
        'name = "x"\n[nl.figures]\nweekdays = {own = ["a"], agency = ["b"]}',
        'name = "x"\n[nl.figures]\namount = "€ {amount} {day}"',
        f'name = "x"\n[nl.stages.FIRST_REMINDER.subject{".own" * 3_000}]\nb = "x"',
    ):
        assert not judged_texts(text).may_be_used, text[:80]


@pytest.mark.parametrize("sign", ["\r\n", "\x00", "\u202e", "\u2028", "\u00ad", "\u200b"])
def test_a_sign_that_nobody_sees_is_refused(sign: str) -> None:
    """A new line would end a subject, and what turns or parts words hides them from the guard."""
    said = f"Uw factuur {sign}{{number}}"
    text = f'name = "x"\n[nl.stages.FIRST_REMINDER]\ntitle = {json.dumps(said)}\n'
    (one,) = judged_texts(text).said
    assert "een teken dat niemand ziet" in one.nl
