"""The fourteen-day notice: the guard lets a correct one go, and names each reason why another gives no costs."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.domain.wording.whole_letters import (
    NOTICE,
    NOTICE_TEXT,
    NOTICE_VAT,
    NOTICE_VAT_TEXT,
    OWN,
    notice_facts,
)
from tests.letters.samples import on_two_accounts
from voldaan.domain.law.citation import Ruling
from voldaan.domain.law.notice import notice_amounts, notice_sentences
from voldaan.domain.wording.facts import MessageFacts
from voldaan.domain.wording.guard import check
from voldaan.domain.wording.notice_rules import (
    notice_amounts_are_exact,
    notice_gives_fourteen_days,
    notice_may_go,
    notice_names_costs,
    notice_names_nothing_else,
    notice_stands,
)
from voldaan.domain.wording.reading import read


def rules(facts: MessageFacts, text: str) -> set[str]:
    return {finding.rule for finding in check(facts, text)}


@pytest.mark.parametrize(("changed", "rule"), [
    ({"capacity": "SOLE_TRADER"}, "notice.not_needed"),
    ({"capacity": "LEGAL_PERSON"}, "notice.not_needed"),
    ({"in_default_from": None}, "notice.before_default"),
    ({"in_default_from": date(2026, 11, 24)}, "notice.before_default"),
    ({"in_default_from": date(2026, 11, 23)}, "notice.before_default"),
    ({"costs_cents": 18_519}, "notice.costs"),
    ({"costs_cents": 18_517}, "notice.costs"),
    ({"principals_cents": (123_450, 100)}, "notice.principal"),
    ({"principals_cents": ()}, "notice.principal"),
    ({"vat_cents": 3_889}, "notice.vat"),
    ({"vat_percent": "21", "vat_cents": 3_888}, "notice.vat"),
    ({"vat_percent": "veel", "vat_cents": 3_889}, "notice.vat"),
    ({"delivery_days": 6}, "notice.last_day"),
    ({"delivery_days": 400}, "notice.last_day"),
])  # fmt: skip
def test_facts_that_give_no_costs_are_named(changed: dict[str, Any], rule: str) -> None:
    assert rule in rules(notice_facts(**changed), NOTICE_TEXT)


@pytest.mark.parametrize("capacity", ["CONSUMER", "UNKNOWN"])
def test_who_is_unknown_gets_the_notice_of_a_consumer(capacity: str) -> None:
    assert check(notice_facts(capacity=capacity), NOTICE_TEXT) == ()


def test_in_default_since_the_day_before_is_in_time() -> None:
    assert check(notice_facts(in_default_from=date(2026, 11, 22)), NOTICE_TEXT) == ()


def test_a_term_counted_from_the_letter_is_named_with_the_ruling() -> None:
    text = NOTICE_TEXT.replace("vanaf de dag nadat deze brief bij u is bezorgd", "na de datum van deze brief")
    (finding,) = check(NOTICE, text)
    assert finding.rule == "notice.term_words"
    assert isinstance(finding.citation, Ruling)
    assert "ECLI:NL:HR:2016:2704" in finding.basis


def test_the_sentences_of_the_law_pass_as_they_are() -> None:
    for facts, vat in ((NOTICE, None), (NOTICE_VAT, Decimal(21))):
        amounts = notice_amounts((123_450,), vat_percent=vat)
        sentences = notice_sentences(amounts, "nl", creditor="Groothandel De Linde B.V.").all
        head = NOTICE_TEXT.split("Betaalt u €")[0]
        text = head + " ".join(sentences) + NOTICE_TEXT.split("alleen € 1.234,50.")[1]
        assert check(facts, text) == ()


def test_two_accounts_are_refused() -> None:
    two = on_two_accounts()
    facts = replace(
        NOTICE, pay_to=two.pay_to, invoices=two.invoices, also_open=two.also_open, total_cents=two.total_cents
    )
    assert "notice.accounts" in rules(facts, NOTICE_TEXT)


def test_a_friendly_message_may_not_pretend_to_be_a_notice() -> None:
    friendly = replace(NOTICE, stage="SECOND_REMINDER", notice=None)
    assert {"costs.named", "term.relative"} <= rules(friendly, NOTICE_TEXT)


@pytest.mark.parametrize("facts", [NOTICE, OWN])
def test_a_notice_always_has_its_facts_and_no_other_message_has(facts: MessageFacts) -> None:
    stage = "SECOND_REMINDER" if facts.notice else "FOURTEEN_DAY_NOTICE"
    with pytest.raises(ValueError, match="Only a fourteen-day notice has them"):
        replace(facts, stage=stage)


def test_each_rule_of_the_notice_is_silent_for_a_good_one() -> None:
    reading, notice = read(NOTICE, NOTICE_TEXT), NOTICE.notice
    assert notice is not None
    assert not list(notice_may_go(NOTICE, notice))
    assert not list(notice_amounts_are_exact(NOTICE, notice, notice_amounts((123_450,))))
    assert not list(notice_gives_fourteen_days(reading, notice))
    assert not list(notice_names_costs(reading, notice))
    assert not list(notice_names_nothing_else(reading))
    assert not list(notice_stands(reading))
    assert check(NOTICE_VAT, NOTICE_VAT_TEXT) == ()
