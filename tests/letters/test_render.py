"""Each stage in each language, from whom and to whom: it renders, the guard lets it go, and it is what it says."""

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest

from tests.letters.samples import (
    FRIENDLY,
    every_friendly_message,
    every_message,
    every_notice,
    invoice,
    long_names,
    many_invoices,
    message,
    on_two_accounts,
    pay_to,
)
from voldaan.domain.money import NO_BREAK_SPACE, format_euro
from voldaan.domain.wording.facts import Language, MessageFacts, MessageKind
from voldaan.domain.wording.guard import check
from voldaan.domain.workdays import format_day
from voldaan.letters.render import inline_images, letter_text, render, render_email, render_letter
from voldaan.letters.style import HouseStyle
from voldaan.letters.text_of import text_of_html

STYLE = HouseStyle()
EVERY = (*every_message(), on_two_accounts(), many_invoices(), long_names())
LAST = ("PRE_COLLECTION", "SECOND_PRE_COLLECTION", "LAST_REMINDER")
"""The texts that name what follows where the client has ordered it."""
VOID = {"meta", "br", "img", "hr"}


def named(facts: MessageFacts) -> str:
    by = "agency" if facts.on_behalf else "own"
    to = "person" if facts.addressee.is_person else "organisation"
    told = f"-{facts.notice.by}-{facts.notice.vat_cents}" if facts.notice else ""
    return f"{facts.stage}-{facts.language}-{by}-{to}-{len(facts.invoices)}{told}"


@pytest.mark.parametrize("facts", EVERY, ids=named)
def test_the_guard_lets_every_message_go(facts: MessageFacts) -> None:
    rendered = render(facts, STYLE)
    assert check(facts, f"{rendered.subject}\n{rendered.text}") == ()
    assert check(facts, text_of_html(rendered.html)) == ()
    assert check(facts, rendered.letter_text) == ()
    assert rendered.pdf.startswith(b"%PDF-1.7")


@pytest.mark.parametrize("facts", every_message(), ids=named)
def test_every_message_says_the_three_things(facts: MessageFacts) -> None:
    text = render_email(facts, STYLE)[2]
    headings = {"nl": ("Te betalen", "Wat kunt u doen?", "Wat gebeurt er daarna?"),
                "en": ("To pay", "What can you do?", "What happens next?")}[facts.language]  # fmt: skip
    places = [text.index(heading) for heading in headings]
    assert places == sorted(places)


@pytest.mark.parametrize("facts", every_message(), ids=named)
def test_sentences_are_short(facts: MessageFacts) -> None:
    text = render_email(facts, STYLE)[2].split("-- \n")[0]
    text = text.replace(facts.creditor.name, "Bedrijf").replace(facts.sender.name, "Bureau")
    words = [len(sentence.split()) for sentence in re.split(r"(?<=[.?!])\s|\n", text) if sentence.strip()]
    assert max(words) <= 22
    assert sum(words) / len(words) <= 12


@pytest.mark.parametrize("facts", every_friendly_message(), ids=named)
def test_the_subject_names_the_last_day(facts: MessageFacts) -> None:
    day = "2 november 2026" if facts.stage == "COURTESY_NOTICE" else "4 december 2026"
    assert day in render_email(facts, STYLE)[0].lower()


@pytest.mark.parametrize("facts", EVERY, ids=named)
def test_a_name_that_ends_in_a_full_stop_doubles_none(facts: MessageFacts) -> None:
    without_phone = replace(facts, creditor=replace(facts.creditor, phone=None))
    for one in (facts, without_phone):
        subject, html, text = render_email(one, STYLE)
        assert ".." not in subject + html + text + letter_text(one, STYLE)
        assert "  " not in text.replace("\n  ", "\n")


@pytest.mark.parametrize(("count", "expected"), [
    (1, "Factuur 2026-118 staat nog open."),
    (2, "Er staan nog 2 facturen open."),
    (3, "Er staan nog 3 facturen open."),
])  # fmt: skip
def test_one_invoice_and_more_are_said_differently(count: int, expected: str) -> None:
    assert expected in render_email(message(invoices=count), STYLE)[2]


def test_a_courtesy_notice_says_when_the_invoice_is_due() -> None:
    text = render_email(message("COURTESY_NOTICE"), STYLE)[2]
    assert "Factuur 2026-118 moet op maandag 2 november 2026 betaald zijn." in text
    assert "staat nog open" not in text


@pytest.mark.parametrize(
    ("index", "given"), [(0, "Verlengde termijn"), (31, "Verlengde termijn"), (32, None), (33, None)]
)
def test_a_term_is_called_extended_only_where_it_is(index: int, given: str | None) -> None:
    line = invoice(index)
    facts = replace(message("FIRST_REMINDER", on_behalf=True), invoices=(line,), pay_to=(pay_to((line,)),))
    assert (line.due_date < facts.pay_by) is (given is not None)
    assert ("Verlengde termijn" in letter_text(facts, STYLE)) is (given is not None)


@pytest.mark.parametrize("stage", FRIENDLY)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_collection_is_named_only_in_the_last_message_and_only_where_ordered(
    stage: MessageKind, language: Language
) -> None:
    word = {"nl": "overdragen voor incasso", "en": "for collection"}[language]
    for on_behalf in (False, True):
        facts = message(stage, language=language, on_behalf=on_behalf)
        ordered = (
            letter_text(replace(facts, next_step="COLLECTION"), STYLE)
            .replace("aan ons ", "")
            .replace("to us ", "")
        )
        assert ("overdragen" in ordered or "hand the invoice over" in ordered) is (stage in LAST)
        assert (word in ordered) is (stage in LAST)
        assert word not in letter_text(replace(facts, next_step="NONE"), STYLE)


@pytest.mark.parametrize(("stage", "person", "expected"), [
    ("FIRST_REMINDER", True, False),
    ("SECOND_REMINDER", True, True),
    ("PRE_COLLECTION", True, True),
    ("PRE_COLLECTION", False, False),
    ("FAILED_PLAN", True, True),
    ("RETURNED_DEBIT", True, False),
])  # fmt: skip
def test_help_with_money_is_offered_to_people_from_the_second_reminder(
    stage: MessageKind, person: bool, expected: bool
) -> None:
    assert ("geldfit.nl" in render_email(message(stage, person=person), STYLE)[2]) is expected


@pytest.mark.parametrize("facts", every_notice(), ids=named)
def test_a_notice_prints_no_last_day_and_its_term_in_the_accepted_words(facts: MessageFacts) -> None:
    rendered = render(facts, STYLE)
    words = {"nl": ("deze brief bij u is bezorgd", "deze e-mail bij u is bezorgd"),
             "en": ("this letter was delivered to you", "this e-mail was delivered to you")}[facts.language]  # fmt: skip
    for text, said, not_said in ((rendered.letter_text, *words), (rendered.text, *reversed(words))):
        assert text.count(said) >= 2
        assert not_said not in text
        assert format_day(facts.pay_by, facts.language) not in text


@pytest.mark.parametrize("facts", every_notice(), ids=named)
def test_a_notice_asks_one_amount_now_and_names_what_follows_exactly(facts: MessageFacts) -> None:
    told = facts.notice
    assert told is not None
    text = render_email(facts, STYLE)[2]
    asked, follows_after = text.split(
        {"nl": "Wat gebeurt er daarna?", "en": "What happens next?"}[facts.language]
    )
    for cents in (told.costs_cents, told.total_if_unpaid_cents):
        amount = format_euro(cents, facts.language).replace(NO_BREAK_SPACE, " ")
        assert amount in follows_after
        assert amount not in asked
    assert ("btw" in text or "VAT" in text) is (told.vat_cents > 0)


@pytest.mark.parametrize("next_step", ["NONE", "COLLECTION"])
@pytest.mark.parametrize("facts", every_notice(), ids=named)
def test_the_guard_lets_a_notice_go_whatever_truly_follows(facts: MessageFacts, next_step: Any) -> None:
    rendered = render(replace(facts, next_step=next_step), STYLE)
    for text in (f"{rendered.subject}\n{rendered.text}", text_of_html(rendered.html), rendered.letter_text):
        assert check(replace(facts, next_step=next_step), text) == ()
        assert ("overdragen voor incasso" in text or "for collection" in text) is (next_step == "COLLECTION")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_letter_that_another_follows_is_not_called_the_last(language: Language) -> None:
    last = replace(message("PRE_COLLECTION", language=language), next_step="NONE")
    more = replace(last, more_follow=True)
    assert re.search("laatste herinnering|last reminder", letter_text(last, STYLE))
    assert not re.search("laatste|last reminder", letter_text(more, STYLE))
    assert check(more, letter_text(more, STYLE)) == ()


@pytest.mark.parametrize(("kind", "said"), [
    ("BROKEN_PROMISE", "Lukt dat niet? Dan spreken wij graag een andere dag met u af."),
    ("FAILED_PLAN", "Dan maken wij graag een nieuwe afspraak met u."),
    ("RETURNED_DEBIT", "De automatische incasso van factuur 2026-118 is niet gelukt of teruggeboekt."),
    ("SECOND_PRE_COLLECTION", "Vaak is er een oplossing, zoals betalen in delen."),
])  # fmt: skip
def test_what_happened_is_said_without_a_reproach(kind: MessageKind, said: str) -> None:
    assert said in letter_text(message(kind, person=True), STYLE)


def test_an_agency_writes_under_its_own_name_whatever_the_style_says() -> None:
    style = HouseStyle(name="Huisstijl")
    assert "Huisstijl" in letter_text(message(), style)
    assert "Huisstijl" not in letter_text(message(on_behalf=True), style)


def test_the_claim_of_an_agency_is_described() -> None:
    text = letter_text(message("FIRST_REMINDER", on_behalf=True, person=True), STYLE)
    for part in (
        "Debiteur: A. de Vries, Dorpsstraat 21, 7411 EF Deventer",
        "Schuldeiser: Groothandel De Linde B.V., Lindelaan 12, 3512 AB Utrecht",
        "Waterland Incasso B.V., Havenkade 8, 1441 BC Purmerend, KvK 87654321, Registratie incassodienst RID-004711",
        "Factuurdatum 3 oktober 2026, vervaldatum 2 november 2026",
        "Verlengde termijn: tot en met 4 december 2026",
        "Hoofdsom: € 1.234,50",
        "Rente: € 0,00",
        "Incassokosten: € 0,00",
    ):
        assert part in text
    assert "Incassokosten" not in letter_text(message(), STYLE)


def test_greeting() -> None:
    person, firm = message(person=True), message()
    named_person = replace(firm, addressee=replace(firm.addressee, person="meneer Post"))
    assert "Beste heer of mevrouw A. de Vries," in letter_text(person, STYLE)
    assert "Beste medewerker van Bakkerij Korenaar," in letter_text(firm, STYLE)
    assert "Beste meneer Post," in letter_text(named_person, STYLE)
    assert "Dear team at Bakkerij Korenaar," in letter_text(replace(firm, language="en"), STYLE)


@pytest.mark.parametrize(
    ("count", "expected"),
    [(3, "Facturen: 2026-118, 2026-119, 2026-120"), (4, "Facturen: zie het overzicht (4)")],
)
def test_many_numbers_move_to_the_overview(count: int, expected: str) -> None:
    text = letter_text(message(invoices=count), STYLE)
    assert expected in text
    assert "2026-121" in text or count == 3


def test_other_invoices_and_a_part_payment_are_told_apart() -> None:
    text = letter_text(on_two_accounts(), STYLE)
    assert "Ook nog open\n- Factuur 2026-125: € 200,00 (nog open van € 500,00)" in text
    assert "Er staat ook nog een andere factuur open." in text
    assert "Deel 2 van 2: € 200,00" in text


def test_the_same_facts_give_the_same_bytes() -> None:
    facts = message("PRE_COLLECTION", on_behalf=True, invoices=3)
    assert render(facts, STYLE) == render(facts, STYLE)


def test_another_day_gives_other_bytes() -> None:
    facts = message()
    assert render_letter(facts, STYLE) != render_letter(replace(facts, written_on=date(2026, 11, 24)), STYLE)


def test_threads_set_the_same_letters() -> None:
    facts = [message(invoices=count) for count in (1, 2, 3, 4)]
    alone = [render_letter(one, STYLE) for one in facts]
    with ThreadPoolExecutor(max_workers=4) as pool:
        assert list(pool.map(lambda one: render_letter(one, STYLE), facts * 3)) == alone * 3


@pytest.mark.parametrize("facts", [message(), on_two_accounts(), many_invoices(), long_names()], ids=named)
def test_the_html_stands_alone(facts: MessageFacts) -> None:
    html = render_email(facts, STYLE)[1]
    assert len(html.encode()) < 100_000
    assert '<html lang="nl" ' in html
    assert "prefers-color-scheme:dark" in html
    assert re.findall(r"url\(|@import|<link|<script|http-equiv", html) == []
    assert set(re.findall(r'src="([a-z]+):', html)) <= {"cid"}
    cids = set(re.findall(r'src="cid:([^"]+)"', html))
    assert cids == {image.cid for image in inline_images(facts, STYLE)}
    assert len(re.findall(r'<img [^>]*alt="QR-code om [^"]+"', html)) == len(cids)
    assert Balance.of(html) == []


def test_markup_in_a_fact_is_shown_and_not_obeyed() -> None:
    evil = '<script>alert("x")</script><img src=x onerror=y>'
    facts = message("PRE_COLLECTION", on_behalf=True)
    lines = (replace(facts.invoices[0], subject=evil, number='2026"><b>'),)
    facts = replace(
        facts,
        addressee=replace(facts.addressee, name=evil),
        creditor=replace(facts.creditor, name=evil),
        sender=replace(facts.sender, signer=evil, phone='0"><i>'),
        invoices=lines,
        pay_to=(replace(pay_to(lines), name=evil, reference="<u>1</u>"),),
    )
    html = render_email(facts, HouseStyle(footer=(evil,)))[1]
    assert re.findall(r"<script|<img src=x|<b>|<i>|<u>", html) == []
    assert "&lt;script&gt;" in html
    assert Balance.of(html) == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_guard_takes_a_blocked_account_for_no_threat(language: Language) -> None:
    facts = message("SECOND_REMINDER", language=language)
    boxes = (facts.pay_to[0], replace(pay_to((invoice(7),), iban="NL02ABNA0123456789"), blocked=True))
    total = sum(box.amount_cents for box in boxes)
    for one in (replace(facts, pay_to=boxes, total_cents=total), replace(facts, blocked_part_unsaid=True)):
        text = letter_text(one, STYLE)
        assert "G-account" in text or "G-rekening" in text
        assert [finding for finding in check(one, text) if finding.rule.startswith("threat")] == []


def test_amounts_in_another_currency_carry_no_qr_code() -> None:
    facts = replace(message(), currency="USD")
    rendered = render(facts, STYLE)
    assert rendered.images == ()
    assert "cid:" not in rendered.html
    assert "USD 1.234,50" in rendered.text
    assert "scan" not in rendered.text
    assert check(facts, rendered.text) == ()


@pytest.mark.parametrize("facts", [replace(message(), invoices=()), replace(message(), pay_to=())])
def test_a_message_about_nothing_is_refused(facts: MessageFacts) -> None:
    with pytest.raises(ValueError, match=r"HR-2026-0042 cannot be written.*at least one of each"):
        render(facts, STYLE)


class Balance(HTMLParser):
    """Finds tags that are not closed in the order in which they were opened."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    @classmethod
    def of(cls, html: str) -> list[str]:
        reader = cls()
        reader.feed(html)
        reader.close()
        return reader.wrong + reader.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


@pytest.mark.parametrize(("phone", "email"), [("", "hulp@klant.example"), ("030 123 45 67", ""), ("", "")])
def test_a_sender_of_whom_little_is_known_leaves_no_holes(phone: str, email: str) -> None:
    facts = message("FIRST_REMINDER")
    facts = replace(facts, sender=replace(facts.sender, phone=phone, email=email))
    rendered = render(facts, STYLE)
    for text in (rendered.text, text_of_html(rendered.html), rendered.letter_text):
        assert check(facts, text) == ()
        assert " . " not in text and ": ." not in text and " · \n" not in text
