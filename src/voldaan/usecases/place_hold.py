"""Leave an account, or one of its invoices, in peace; and end that again."""

from datetime import date, datetime

from voldaan.records import events
from voldaan.records.finding import account_by_number, invoice_by_number
from voldaan.records.models import Client, Hold
from voldaan.records.models.hold import HOLD_REASONS
from voldaan.records.scope import one_transaction, rows_of


class CannotHold(Exception):
    """The hold makes no sense, with a Dutch sentence that says why."""


def place_hold(
    client: Client,
    debtor: str,
    *,
    reason: str,
    on: date,
    at: datetime,
    by: str,
    invoice: str | None = None,
    last_day: date | None = None,
    note: str = "",
) -> int:
    """Hold every reminder of an account, or of one of its invoices, and return the hold's id.

    Raises:
        NotFound: the client has no such debtor or invoice.
        CannotHold: the reason is not one that we know, or the last day has passed.
    """
    if reason not in HOLD_REASONS:
        raise CannotHold(f"{reason!r} is geen reden die wij kennen. Kies uit: {', '.join(HOLD_REASONS)}.")
    if last_day is not None and last_day < on:
        raise CannotHold(f"De laatste dag {last_day} ligt voor vandaag ({on}).")
    with rows_of(client), one_transaction():
        events.hold_still(client)
        account = account_by_number(client, debtor)
        held = invoice_by_number(client, invoice, account=account) if invoice else None
        hold = Hold.objects.create(
            client=client,
            account=account,
            invoice=held,
            reason=reason,
            note=note[:500],
            first_day=on,
            last_day=last_day,
            made_by=by,
        )
        data = {
            "hold": hold.pk,
            "reason": reason,
            "invoice": held.pk if held else None,
            "until": None if last_day is None else last_day.isoformat(),
        }
        events.append(
            client,
            events.NewEvent(kind="hold.placed", on=on, at=at, actor=by, account_id=account.pk, data=data),
        )
    return hold.pk


def lift_hold(client: Client, hold_id: int, *, on: date, at: datetime, by: str) -> None:
    """End a hold.

    Raises:
        CannotHold: there is no such hold of this client, or it was lifted before.
    """
    with rows_of(client), one_transaction():
        events.hold_still(client)
        hold = Hold.objects.filter(pk=hold_id, lifted_on__isnull=True).first()
        if hold is None:
            raise CannotHold("Deze blokkade is er niet, of is al opgeheven.")
        hold.lifted_on, hold.lifted_by = on, by
        hold.save(update_fields=["lifted_on", "lifted_by"])
        lifted = events.NewEvent(
            kind="hold.lifted", on=on, at=at, actor=by, account_id=hold.account_id, data={"hold": hold.pk}
        )
        events.append(client, lifted)
