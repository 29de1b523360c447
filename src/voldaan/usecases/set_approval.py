"""Say who agrees to a client's messages before they leave, or to those of one stage."""

from datetime import date, datetime
from typing import Final, cast

from voldaan.domain.strategy.strategy import INCIDENTS, STAGE_KEYS
from voldaan.domain.strategy.words import ASK_NOTHING
from voldaan.records import events
from voldaan.records.approvals import PEOPLE, Approval, Approvals, approvals_of
from voldaan.records.models import Client, StageApproval
from voldaan.records.scope import one_transaction, rows_of

STAGES: Final[tuple[str, ...]] = (*STAGE_KEYS, *INCIDENTS, *ASK_NOTHING)
"""The stages of which a client can say who agrees, and the messages that are no reminder."""


class CannotSetApproval(Exception):
    """What was asked cannot be, with a Dutch sentence that says why."""


def show_approvals(client: Client) -> Approvals:
    """Return who agrees to the messages of a client."""
    with rows_of(client):
        return approvals_of(client)


def set_approval(
    client: Client, approval: str, *, stage: str = "", on: date, at: datetime, by: str
) -> Approvals:
    """Set who agrees to the messages of a client, or to those of `stage`; empty for a stage: as for the others.

    Messages that were approved by fewer people and have not left yet are taken out when they are about to.

    Raises:
        CannotSetApproval: there is no such stage, or no such way.
    """
    if stage and stage not in STAGES:
        raise CannotSetApproval(f"Er is geen fase {stage!r}. De fasen zijn: {', '.join(STAGES)}.")
    if approval not in PEOPLE and not (stage and not approval):
        raise CannotSetApproval(
            f"{approval!r} is geen manier van goedkeuren. Kies AUTOMATIC (volgens de regel), BATCH (één persoon) of "
            "FOUR_EYES (twee personen)."
        )
    with rows_of(client), one_transaction():
        events.hold_still(client)
        if not _changed(client, cast(Approval, approval), stage):
            return approvals_of(client)
        data = {"stage": stage, "approval": approval}
        event = events.NewEvent(kind="client.approval_set", on=on, at=at, actor=by[:100], data=data)
        events.append(client, event)
        return approvals_of(client)


def _changed(client: Client, approval: Approval, stage: str) -> bool:
    """Write it down. False: it stood so already."""
    standing = approvals_of(client)
    if not stage:
        return bool(Client.objects.filter(pk=client.pk).exclude(approval=approval).update(approval=approval))
    if standing.of_stages.get(stage, "") == approval:
        return False
    StageApproval.objects.filter(client=client, stage=stage).delete()
    if approval:
        StageApproval.objects.create(client=client, stage=stage, approval=approval)
    return True
