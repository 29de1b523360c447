"""Look once more at the calls that were approved: what was paid or stopped since is called about no more (P1, P2)."""

from datetime import datetime
from typing import NamedTuple

from voldaan.domain.strategy.language import StrategyError
from voldaan.records import events
from voldaan.records.models import Client, Message
from voldaan.records.pending import payments_not_looked_at
from voldaan.records.scope import one_transaction
from voldaan.usecases.look_again import overtaken
from voldaan.usecases.plan_day import Day, day_of, decided
from voldaan.usecases.sending_hours import outside_hours, unlawful_hour
from voldaan.usecases.sending_run import SendingRun
from voldaan.usecases.write_messages import withdraw


class Standing(NamedTuple):
    """Whether a call is still right: why not any more, and why not at this moment; empty where nothing is wrong."""

    overtaken: str = ""
    later: str = ""


def standing(message: Message, day: Day, at: datetime) -> Standing:
    """Return how an approved call stands at this moment, with its account decided anew. Needs the client's rows."""
    facts, decision = next(decided(day, message.account_id), (None, None))
    if because := overtaken(message, facts, decision, day):
        return Standing(overtaken=because)
    if payments_not_looked_at():
        return Standing(later="Er is zojuist betaald; eerst wordt gekeken waarvoor.")
    later = unlawful_hour(message, at)
    if not later and facts is not None:
        later = outside_hours(message, facts, day, at)
    return Standing(later=later)


def approved_calls() -> list[Message]:
    """Return the calls that a person approved, oldest first. Needs an open scope."""
    found = Message.objects.filter(state="APPROVED", channel="CALL")
    return list(found.select_related("client", "account__debtor", "decision").order_by("written_at", "pk"))


def withdraw_calls(run: SendingRun, client: Client) -> None:
    """Withdraw the approved calls of a client that are no longer right, each in a transaction of its own."""
    for message in approved_calls():
        with one_transaction():
            events.hold_still(client)
            fresh = Message.objects.select_related("client", "account__debtor", "decision").get(pk=message.pk)
            if fresh.state != "APPROVED":
                continue
            try:
                because = standing(fresh, day_of(client, run.on), run.at).overtaken
            except StrategyError as error:
                # What one client follows keeps no other client's messages here.
                run.stays(fresh, str(error))
                continue
            if because:
                withdraw(fresh, because, on=run.on, at=run.at, by=run.by)
                run.done.withdrawn += 1
                run.done.remarks.append(f"{fresh.account.number}: {because}")
            else:
                run.done.to_call += 1
