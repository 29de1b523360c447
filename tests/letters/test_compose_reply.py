"""What a message that asks for nothing says: its texts pass the guard, and what would ask does not."""

from dataclasses import replace
from datetime import date

import pytest

from tests.letters.reply_samples import every_reply, reply
from tests.letters.samples import message
from voldaan.domain.wording.facts import REPLY_TOPICS, Language, MessageFacts, ReplyFacts
from voldaan.domain.wording.guard import check
from voldaan.letters.compose_reply import compose_reply, own_sentences
from voldaan.letters.render import render, render_reply
from voldaan.letters.style import HouseStyle
from voldaan.letters.text_of import links_of_html, text_of_html

STYLE = HouseStyle(name="Groothandel De Linde")


def rules(facts: MessageFacts) -> list[str]:
    """Return what the guard says of the e-mail, its HTML and its links."""
    made = render_reply(facts, STYLE)
    html = f"{made.subject}\n{text_of_html(made.html)}\n{links_of_html(made.html)}"
    return [one.rule for text in (f"{made.subject}\n{made.text}", html) for one in check(facts, text)]


def said(facts: MessageFacts) -> str:
    return render_reply(facts, STYLE).text


def test_every_text_of_every_kind_passes_the_guard() -> None:
    assert [(one.stage, one.reply, rules(one)) for one in every_reply() if rules(one)] == []


@pytest.mark.parametrize(("footer", "last"), [
    ("{name} · KvK {coc_number} · IBAN {iban}", "Groothandel De Linde B.V. · KvK 12345678"),
    ("{name}, KvK {coc_number} op {iban}", "KvK 12345678\nwww.delinde.example"),
    ("IBAN {iban}", "KvK 12345678\nwww.delinde.example"),
])  # fmt: skip
def test_a_style_that_names_the_account_leaves_it_out_of_what_asks_for_nothing(
    footer: str, last: str
) -> None:
    made = render_reply(reply("THANKS"), HouseStyle(footer=(footer,)))
    assert "IBAN" not in made.text
    assert last in made.text
    assert made.text.count("KvK") == 1
    assert check(reply("THANKS"), made.text) == ()


def test_a_name_with_a_full_stop_ends_its_sentence() -> None:
    texts = [said(one) for one in every_reply()]
    assert any("samen met Groothandel De Linde B.V.\n" in text for text in texts)
    assert [text for text in texts if ".." in text] == []


def test_what_belongs_together_stands_together() -> None:
    html = render_reply(reply("THANKS"), STYLE).html
    assert "3512\u00a0AB Utrecht" in html
    assert "margin:24px 0 16px" in html
    assert "margin:24px 0 0" in render(message(), STYLE).html


def test_nothing_of_a_reminder_is_left_in_it() -> None:
    facts = reply("THANKS")
    made = render_reply(facts, STYLE)
    for words in ("Te betalen", "Rekening", "Wat kunt u doen?", "Wat gebeurt er daarna?", "€"):
        assert words not in made.text
        assert words not in text_of_html(made.html)
    assert (made.pdf, made.images) == (b"", ())


def test_a_promise_is_confirmed_with_its_day() -> None:
    text = said(reply(topic="PROMISE"))
    assert "U liet ons weten dat u uiterlijk vrijdag 4 december 2026 betaalt." in text
    assert "herinneren wij u niet aan factuur 2026-118" in text
    assert "Sanne Bos" in text


@pytest.mark.parametrize(("count", "named"), [
    (1, "factuur 2026-118"), (2, "de facturen 2026-118 en 2026-119"),
    (3, "de facturen 2026-118, 2026-119 en 2026-120"), (7, "de 7 facturen"),
])  # fmt: skip
def test_a_few_invoices_are_named_and_many_are_counted(count: int, named: str) -> None:
    assert f"niet aan {named}." in said(reply(invoices=count))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_copy_is_said_to_be_there_only_where_it_is(language: Language) -> None:
    along = {"nl": "als bijlage bij deze e-mail", "en": "attached to this e-mail"}[language]
    assert along in said(reply(topic="COPY_WANTED", language=language, copies=True))
    assert along not in said(reply(topic="COPY_WANTED", language=language))


def test_the_subject_is_that_of_the_thread() -> None:
    def subject(answered: str) -> str:
        facts = reply()
        assert facts.reply is not None
        return compose_reply(
            replace(facts, reply=replace(facts.reply, answers_subject=answered)), STYLE
        ).subject

    assert subject("Uw factuur") == "Re: Uw factuur"
    assert subject("RE: Uw  factuur") == "RE: Uw factuur"
    assert subject("") == "Uw toezegging over factuur 2026-118"


def test_own_words_stand_in_the_place_of_the_texts_own() -> None:
    facts = reply(own_words=("Wat fijn dat u belde.", "Tot vrijdag 4 december 2026."))
    assert "Wat fijn dat u belde.\nTot vrijdag 4 december 2026." in said(facts)
    assert "herinneren wij u niet" not in said(facts)
    assert rules(facts) == []


def test_what_a_person_can_change_is_the_texts_own_sentences() -> None:
    assert own_sentences(reply())[0].startswith(
        "U liet ons weten dat u uiterlijk vrijdag 4 december 2026 betaalt."
    )
    assert own_sentences(reply("REPLY")) == ()


@pytest.mark.parametrize(("words", "rule"), [
    ("Wilt u de rest ook betalen?", "reply.asks"),
    ("Graag voor vrijdag 4 december 2026 overmaken.", "reply.asks"),
    ("Betaal nu.", "reply.asks"),
    ("U krijgt € 77,00 korting.", "amount.foreign"),
    ("Dat spraken wij af op 9 oktober 2026.", "date.foreign"),
    ("Anders schakelen wij een deurwaarder in.", "threat.not_planned"),
    ("U bent in gebreke.", "tone.forbidden"),
    ("Er komen € 40,00 incassokosten bij.", "costs.named"),
    ("Maak het over naar NL02ABNA0123456789.", "iban.foreign"),
    ("Het gaat om factuur 2026-811.", "reference.foreign"),
])  # fmt: skip
def test_own_words_are_held_to_the_facts_and_to_kindness(words: str, rule: str) -> None:
    assert rule in rules(reply(own_words=("Dank voor uw bericht.", words)))


@pytest.mark.parametrize("words", [
    "Kunt u ons het betaalbewijs sturen?",
    "Lukt het toch niet om dan te betalen? Laat het ons weten.",
    "Kunt u op die dag niet betalen? Dan spreken wij een andere dag af.",
    "U betaalt uiterlijk vrijdag 4 december 2026. Dat is goed.",
])  # fmt: skip
def test_what_asks_for_no_money_may_be_said(words: str) -> None:
    assert rules(reply(own_words=(words,))) == []


def test_who_answers_a_question_may_say_how_to_pay() -> None:
    words = "U kunt € 1.234,50 overmaken op NL91 ABNA 0417 1643 00."
    assert rules(replace(reply("REPLY", own_words=(words,)), pay_to=message().pay_to)) == []
    assert "reply.asks" in rules(replace(reply(own_words=(words,)), pay_to=message().pay_to))


def test_what_the_debtor_wrote_may_be_named_again() -> None:
    words = "U schreef dat u op 9 oktober 2026 € 77,00 hebt betaald, met nummer PO-99817."
    facts = reply("REPLY", own_words=(words,))
    assert facts.reply is not None
    told = replace(facts.reply, days=(date(2026, 10, 9),), amounts_cents=(7700,), references=("PO-99817",))
    assert rules(facts) != []
    assert rules(replace(facts, reply=told)) == []


def test_a_reply_has_its_facts_and_nothing_else_has_them() -> None:
    with pytest.raises(ValueError, match="has no facts of a reply"):
        message("THANKS")
    with pytest.raises(ValueError, match="has facts of a reply"):
        replace(message(), reply=ReplyFacts())
    facts = reply()
    assert MessageFacts.from_json(facts.as_json()) == facts


def test_a_confirmation_says_what_it_confirms() -> None:
    with pytest.raises(ValueError, match="Give it a topic"):
        compose_reply(reply(topic=None), STYLE)
    assert len(REPLY_TOPICS) == 14


def test_one_invoice_goes_along_and_several_go_along() -> None:
    def told(count: int) -> str:
        return " ".join(own_sentences(reply(topic="PAID_IN_RUN", invoices=count))).replace("\xa0", " ")

    assert "meegaat" in told(1)
    assert "meegaan" in told(3)


@pytest.mark.parametrize("subject", ["x" * 5_000, "Re: " + "x" * 5_000])
def test_an_endless_subject_is_answered_in_a_short_one(subject: str) -> None:
    facts = reply()
    assert facts.reply is not None
    answered = replace(facts, reply=replace(facts.reply, answers_subject=subject))
    assert len(compose_reply(answered, HouseStyle()).subject) == 200
