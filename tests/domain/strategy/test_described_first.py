"""What an agency may say by telephone: each claim of which it speaks was described in writing before (Bki 3.1)."""

from tests.domain.strategy.any_facts import after
from tests.domain.strategy.tables import FIRST, SECOND, decided, invoice, strategy_of

LATE = after(30)


class TestByTelephone:
    BY_SMS = strategy_of(FIRST, SECOND | {"channels": ["SMS", "POST"]})
    A_PERSON = {
        "channels": ("SMS", "POST"), "is_person": True, "day": {"by_agency": True}, "last_reminder_on": after(4)
    }  # fmt: skip

    def test_what_was_described_in_writing_may_be_spoken_of(self) -> None:
        one = invoice(1, stage="FIRST_REMINDER", reminded_on=after(4), pay_by=after(11))
        assert decided(LATE, one, by=self.BY_SMS, **self.A_PERSON).channel == "SMS"

    def test_each_claim_of_which_it_speaks_was_described(self) -> None:
        """A person let one pass over the reminder in writing: of both together no text message speaks."""
        one = invoice(1, stage="FIRST_REMINDER", reminded_on=after(4), pay_by=after(11))
        passed = invoice(2, skips=("FIRST_REMINDER",))
        decision = decided(LATE, one, passed, by=self.BY_SMS, **self.A_PERSON)
        assert (decision.channel, decision.invoices) == ("POST", (1, 2))
        at_rest = {"is_person": True, "channels": ("SMS", "POST")}
        assert decided(LATE, one, passed, by=self.BY_SMS, **at_rest).channel == "SMS"

    def test_what_was_not_described_does_not_stand_beside_either(self) -> None:
        one = invoice(1, stage="FIRST_REMINDER", reminded_on=after(4), pay_by=after(11))
        fresh = invoice(2, due=after(27))
        decision = decided(LATE, one, fresh, by=self.BY_SMS, **self.A_PERSON)
        assert (decision.channel, decision.invoices) == ("SMS", (1,))
        assert [reason.because for reason in decision.others] != ["ALSO_OPEN"]
        by_post = decided(LATE, one, fresh, by=self.BY_SMS, **self.A_PERSON | {"channels": ("POST",)})
        assert [reason.because for reason in by_post.others] == ["ALSO_OPEN"]
