"""Facts to plain values and back, and what is said where they cannot be read."""

import json
import re
from typing import Any

import pytest

from tests.domain.wording.whole_letters import NOTICE, NOTICE_VAT, OWN
from tests.letters.samples import every_message, on_two_accounts
from voldaan.domain.wording.facts import MessageFacts


@pytest.mark.parametrize("facts", [*every_message(), on_two_accounts(), NOTICE, NOTICE_VAT])
def test_facts_come_back_as_they_went(facts: MessageFacts) -> None:
    assert MessageFacts.from_json(json.loads(json.dumps(facts.as_json()))) == facts


def test_facts_from_before_there_was_a_natural_person_count_as_one() -> None:
    values = OWN.as_json()
    del values["addressee"]["is_natural_person"]
    assert MessageFacts.from_json(values).addressee.is_natural_person


@pytest.mark.parametrize(("path", "value", "told"), [
    (("stage",), "THIRD", "stage: 'THIRD' is not one of COURTESY_NOTICE"),
    (("pay_by",), "4 december", "pay_by: '4 december' is not a day. Write it as 2026-12-04."),
    (("pay_by",), 20261204, "pay_by: expected a day such as"),
    (("total_cents",), "12", "total_cents: expected a whole number, found '12'."),
    (("total_cents",), True, "total_cents: expected a whole number, found True."),
    (("on_behalf",), 1, "on_behalf: expected true or false, found 1."),
    (("invoices",), "2026-118", "invoices: expected a list"),
    (("invoices", 0, "number"), None, "invoices[0].number: expected text between quotes, found None."),
    (("sender",), None, "Sender: expected an object with named values, found None."),
    (("sender", "fax"), "1", "Sender: fax is none of the facts of a message."),
    (("addressee", "person"), 3, "addressee.person: expected text between quotes, found 3."),
])  # fmt: skip
def test_what_cannot_be_read_is_named_by_its_path(path: tuple[Any, ...], value: Any, told: str) -> None:
    values: Any = OWN.as_json()
    inner = values
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    with pytest.raises(ValueError, match=f"^{re.escape(told)}"):
        MessageFacts.from_json(values)


def test_what_is_missing_is_named() -> None:
    values = OWN.as_json()
    del values["pay_by"], values["sender"]
    with pytest.raises(ValueError, match=r"^The facts: pay_by, sender is missing. Add it.$"):
        MessageFacts.from_json(values)
