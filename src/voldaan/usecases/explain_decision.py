"""Why an account is reminded, or left in peace, on a day: every rule that was looked at, in order."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from voldaan.domain.law.claim_description import MissingFact
from voldaan.domain.law.stop_table import HoldKind
from voldaan.domain.strategy.facts import AccountFacts, Decision, Reason, hold_behind
from voldaan.domain.strategy.why import Step, steps
from voldaan.domain.strategy.words import act_words, reason_words, stage_words, until_words
from voldaan.records.claim_facts import missing_of_account
from voldaan.records.finding import account_by_number
from voldaan.records.models import Account, Client, Invoice
from voldaan.records.pending import payments_not_looked_at
from voldaan.records.scope import nothing_stays, rows_of
from voldaan.usecases.plan_day import Day, day_of, decided
from voldaan.usecases.preview_day import match_as_on


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A decision for one account with all that it rests on."""

    day: Day
    account: Account
    facts: AccountFacts | None
    """None: nothing is open."""
    decision: Decision | None
    numbers: dict[int, str]
    """Invoice numbers by id."""
    missing: tuple[MissingFact, ...] = ()
    """What the law asks an agency to state and nobody has filled in, where that is the reason."""

    @property
    def hold(self) -> HoldKind | None:
        """Return which hold is behind the decision; None where it is no hold."""
        if self.facts is None or self.decision is None:
            return None
        return hold_behind(self.facts, self.decision.because)

    def hold_of(self, invoice_id: int, because: Reason) -> HoldKind | None:
        """Return which hold is behind the reason of one invoice; None where it is no hold."""
        return None if self.facts is None else hold_behind(self.facts, because, invoice_id)

    def lines(self, language: str) -> list[str]:
        """Return the explanation as lines for people."""
        head = f"{self.account.debtor.name} ({self.account.number}), {self.day.on}. {self.day.truth.because}"
        if self.decision is None:
            return [head, "Er staat niets open."]
        words = f"{act_words(self.decision.act, language)}: {reason_words(self.decision.because, language, self.hold)}"
        stage = f" ({stage_words(self.decision.stage or '', language)})" if self.decision.stage else ""
        told = [head, f"{words}{stage}, {until_words(self.decision.until, language)}."]
        for other in self.decision.others:
            until = until_words(other.until, language)
            reason = reason_words(other.because, language, self.hold_of(other.id, other.because))
            told.append(f"  {self.numbers[other.id]}: {reason}, {until}")
        told.extend(f"  {one.sentence_en if language == 'en' else one.sentence_nl}" for one in self.missing)
        for number, step in enumerate(self.steps(language), start=1):
            mark = "→" if step.decided else " "
            until = f" ({until_words(step.until, language)})" if step.until else ""
            told.append(f"{mark} {number}. {step.question} {step.looked_at}: {step.found}{until}")
        return told

    def steps(self, language: str) -> tuple[Step, ...]:
        """Return each rule that was looked at, in order."""
        if self.facts is None:
            return ()
        return steps(self.facts, self.day.strategies, self.day.facts, self.numbers, language=language)


def explain_decision(client: Client, debtor: str, *, on: date) -> Explanation:
    """Return the decision for one account on a day, with every rule that was looked at. Changes nothing.

    Payments that nobody has looked at are matched first, as the day itself would, and that is taken back.

    Raises:
        NotFound: the client has no such debtor.
    """
    with rows_of(client), nothing_stays():
        if payments_not_looked_at():
            match_as_on(client, on)
        account = account_by_number(client, debtor)
        day = day_of(client, on)
        facts, decision = next(decided(day, account.pk), (None, None))
        numbers = dict(Invoice.objects.filter(account=account).values_list("pk", "number"))
        missing = _missing(day, account, decision)
    return Explanation(
        day=day, account=account, facts=facts, decision=decision, numbers=numbers, missing=missing
    )


def _missing(day: Day, account: Account, decision: Decision | None) -> tuple[MissingFact, ...]:
    if decision is None or decision.because != "CLAIM_FACTS_MISSING" or day.engagement is None:
        return ()
    return missing_of_account(day.client, day.engagement.agency, account, day.on)


def as_json(told: Explanation) -> dict[str, Any]:
    """Return the explanation as `voldaan why --json` prints it."""
    decision = told.decision
    return {
        "kind": "explanation",
        "client": told.day.client.key,
        "debtor": told.account.number,
        "on": told.day.on.isoformat(),
        "act": decision.act if decision else None,
        "because": decision.because if decision else None,
        "until": decision.until.isoformat() if decision and decision.until else None,
        "hold": told.hold,
        "missing": [
            {
                "fact": one.fact,
                "invoice": one.invoice_number,
                "article": one.citation.label,
                "says": one.sentence_nl,
            }
            for one in told.missing
        ],
        "stage": decision.stage if decision else None,
        "steps": [
            step._asdict() | {"until": step.until.isoformat() if step.until else None}
            for step in told.steps("nl")
        ],
        "others": [
            {
                "number": told.numbers[other.id],
                "because": other.because,
                "until": other.until.isoformat() if other.until else None,
            }
            for other in (decision.others if decision else ())
        ],
    }
