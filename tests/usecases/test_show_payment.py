"""What `voldaan payment show` tells of a payment."""

from datetime import date

import pytest

from tests.usecases.sample_files import (
    DEBTOR,
    WHEN,
    a_client,
    a_movement,
    an_invoice,
    camt,
    hand_in,
    match,
    ubl,
)
from voldaan.formats.values import Party
from voldaan.usecases.show_payment import payment_json
from voldaan.usecases.undo_match import undo_match

pytestmark = pytest.mark.django_db


def test_the_way_that_came_second_is_shown_as_long_as_the_rule_placed_it() -> None:
    client = a_client()
    jansen = Party(name="J. Jansen", email="jansen@jansen.example", country="NL")
    hand_in(client, ubl(an_invoice("2026-0012", 10_000)))
    hand_in(client, ubl(an_invoice("2026-0024", 10_000, debtor=jansen)))
    paid = a_movement(
        10_000, date(2026, 11, 16), "factuur 2026-0012 of 2026-0024", counterparty_name=DEBTOR.name
    )
    hand_in(client, camt(paid))
    (matched,) = match(client)
    shown = payment_json(client, matched.payment_id)
    assert matched.verdict == "linked"
    assert "2026-0024" in matched.runner_up
    assert shown["runner_up"] == matched.runner_up
    undo_match(client, matched.payment_id, **WHEN)
    assert payment_json(client, matched.payment_id)["runner_up"] is None
