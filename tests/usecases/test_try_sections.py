"""Texts beside the reminders, tried on real debtors: who is tried, and what is refused is told with its debtor."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.builders import a_client, after, an_account, an_agency, an_engagement, an_invoice
from tests.letters.third_language import CODE, a_third_language
from tests.usecases.small_book import SmallBook
from tests.usecases.test_write_thanks import PAID_ON, a_book, pays
from voldaan.records.models import TextSetVersion
from voldaan.usecases.change_texts import save_texts
from voldaan.usecases.judge_texts import judged_texts
from voldaan.usecases.keep_version import NotSaved
from voldaan.usecases.try_texts import TriedTexts, try_texts

pytestmark = pytest.mark.django_db(transaction=True)
ON = after(5)
MOBILE = "06 12 34 56 78"
STANDARD = 'name = "Standaard"\nbase = "standard"\n'
FOREIGN = "Namens Groothandel Voorbeeld B.V. bedankt."
"""Right of the firm in the invented messages, and of nobody else."""
LONG_AGENCY = "Incassobureau en Debiteurenbeheer Noordoostelijke Waddenkust en Ommelanden van Groningen"
IN_OTHER_LETTERS = "Бакалия Заря B.V."
"""A text message with one of these letters holds less than half as much."""
LONGER = (
    STANDARD + '[nl.sms]\nask_phone = "Klopt er iets niet of lukt het niet? Wij denken mee. Bel {phone}."\n'
)


def tried(text: str) -> TriedTexts:
    assert judged_texts(text).may_be_used
    return try_texts("standard", text, on=ON)


def kept(text: str, **given: Any) -> Any:
    at = datetime(2026, 3, 7, 9, tzinfo=UTC)
    return save_texts("standard", text, note="Ons.", on=ON, at=at, by="Tim de Wit", **given)


def test_a_text_message_that_is_too_long_with_a_debtors_facts_is_told_with_that_debtor() -> None:
    client = a_client(name=IN_OTHER_LETTERS)
    an_engagement(client, an_agency(registered_name=LONG_AGENCY))
    an_invoice(an_account(client, "D7", phone=MOBILE), "2026-0007")
    an_invoice(an_account(client, "D8"), "2026-0008")
    found = tried(LONGER)
    assert {(one.debtor, one.part, one.rule) for one in found.refused} == {("D7", "sms", "sms.too_long")}
    assert found.refused[0].path == "sms.one.FIRST_REMINDER"
    assert "De sms aan debiteur D7 is langer dan 3 sms'en" in found.refused[0].nl
    with pytest.raises(NotSaved, match="zoals bij debiteur D7 van Бакалия Заря"):
        kept(LONGER)
    assert not TextSetVersion.objects.exists()
    assert kept(LONGER, refusals_accepted=True).number == 1


def test_only_the_stages_that_changed_are_tried_and_only_who_has_a_number() -> None:
    client = a_client()
    for number, phone in (("D1", MOBILE), ("D2", "010 765 43 21"), ("D3", "")):
        an_invoice(an_account(client, number, phone=phone), f"2026-{number}")
    one_stage = '[nl.sms.one]\nSECOND_REMINDER = "factuur {invoice} van {amount} staat nog open."\n'
    assert tried(STANDARD + one_stage).looked_at == 1
    assert tried(STANDARD + '[nl.call]\nask_lines = ["Komt het gelegen?"]\n').looked_at == 2
    assert tried(STANDARD).looked_at == 0


@pytest.mark.parametrize(("section", "path"), [
    ('[nl.confirmation.PROMISE]\nopening = ["{}"]', "confirmation.PROMISE"),
    ('[nl.answer]\ntitle = "{}"', "answer"),
    ('[nl.thanks]\nopening = ["{}"]', "thanks"),
    ('[nl.statement_mail]\nopening = ["{}"]', "statement_mail"),
    ('[nl.call]\nask_lines = ["{}"]', "call"),
])  # fmt: skip
def test_what_asks_for_nothing_and_is_refused_of_one_debtor_is_told_with_that_debtor(
    section: str, path: str
) -> None:
    client = a_client()
    an_invoice(an_account(client, "D7", phone=MOBILE), "2026-0007")
    found = tried(STANDARD + section.format(FOREIGN) + "\n")
    assert (found.looked_at, [(one.debtor, one.path, one.rule) for one in found.refused]) == (
        1, [("D7", path, "name.foreign")],
    )  # fmt: skip


def test_what_all_replies_share_is_tried_in_some_of_each() -> None:
    client = a_client()
    an_invoice(an_account(client, "D7", email=""), "2026-0007")
    shared = STANDARD + f'[nl.replies]\nreach = "{FOREIGN}"\n'
    # Without an address no thank-you and no statement goes: an answer to a mail does.
    assert [one.path for one in tried(shared).refused] == ["confirmation.PROMISE"]


def test_who_is_to_be_thanked_is_tried_though_nothing_is_open() -> None:
    book: SmallBook = a_book()
    pays(book)
    text = STANDARD + f'[nl.thanks]\nopening = ["{FOREIGN}"]\n'
    found = try_texts("standard", text, on=PAID_ON)
    assert [(one.path, one.rule) for one in found.refused] == [("thanks", "name.foreign")]


def test_whose_language_did_not_change_costs_next_to_nothing() -> None:
    client = a_client()
    for number in ("D1", "D2", "D3"):
        an_invoice(an_account(client, number), f"2026-{number}")

    def queries(language: str) -> int:
        with CaptureQueriesContext(connection) as seen:
            tried(f'{STANDARD}[{language}.confirmation.PROMISE]\ntitle = "Noted"\n')
        return len(seen)

    another = queries("en")
    an_invoice(an_account(client, "D4"), "2026-D4")
    assert queries("en") == another < queries("nl")


def test_both_kinds_have_their_own_bound() -> None:
    client = a_client()
    for number in ("D1", "D2", "D3"):
        an_invoice(an_account(client, number), f"2026-{number}")
    text = STANDARD + '[nl.answer]\ntitle = "Ons antwoord"\n'
    found = try_texts("standard", text, on=ON, messages_max=2)
    assert (found.looked_at, found.not_all) == (2, (client,))
    assert try_texts("standard", text, on=ON, messages_max=3).not_all == ()


def test_a_language_that_is_not_whole_keeps_nobody_from_trying_another(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(settings, "VOLDAAN_HOME", tmp_path)
    folder = a_third_language(tmp_path / "texts") / CODE / "texts.toml"
    folder.write_text(folder.read_text().replace('closing = "Kind regards,"', ""))
    client = a_client()
    an_invoice(an_account(client, "D7"), "2026-0007")
    found = tried(STANDARD + f'[nl.thanks]\nopening = ["{FOREIGN}"]\n')
    assert (found.looked_at, [one.debtor for one in found.refused]) == (1, ["D7"])
