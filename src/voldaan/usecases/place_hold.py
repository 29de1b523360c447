"""Leave an account, or one of its invoices, in peace; and end that again."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from voldaan.domain.law.stop_table import HoldKind
from voldaan.domain.law.stops import (
    HOLD_KINDS,
    complaint_confirmed_by,
    effect_sentence,
    last_day_of,
    latest_last_day_of,
    stop_of,
)
from voldaan.domain.workdays import format_day
from voldaan.records import events
from voldaan.records.finding import account_by_number, invoice_by_number
from voldaan.records.models import Client, Hold
from voldaan.records.scope import one_transaction, rows_of

Language = Literal["nl", "en"]


class CannotHold(Exception):
    """The hold makes no sense, with a Dutch sentence that says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A hold as it was placed, and what that means."""

    id: int
    kind: HoldKind
    first_day: date
    last_day: date | None
    """None: until somebody lifts it."""
    by_default: bool
    """Nobody gave a last day: it is the law's, or there is none."""
    widened: bool
    """It was asked for one invoice and stands for the account: by law it counts for all that the debtor owes."""

    def lines(self, language: Language) -> list[str]:
        """Return what the hold does, until when, and what a person has to do now, as lines for people."""
        stop = stop_of(self.kind)
        english = language == "en"
        task = stop.task_en if english else stop.task_nl
        if self.kind == "COMPLAINT":
            day = format_day(complaint_confirmed_by(self.first_day), language, long=False)
            task += f" That is {day}." if english else f" Dat is {day}."
        told = [self._until(language), effect_sentence(self.kind, language), task]
        if self.widened:
            told.append(
                "The whole account is on hold, not the invoice alone."
                if english
                else "De hele debiteurkaart is aangehouden, niet alleen de factuur."
            )
        latest = latest_last_day_of(self.kind, self.first_day)
        if latest is not None and self.last_day is not None and self.last_day > latest:
            day = format_day(latest, language, long=False)
            told.append(
                f"The law gives this at most until {day}; this hold stands longer."
                if english
                else f"De wet geeft hiervoor ten hoogste tot en met {day}; deze blokkade duurt langer."
            )
        return told

    def _until(self, language: Language) -> str:
        if self.last_day is None:
            return "Until somebody lifts it." if language == "en" else "Tot iemand de blokkade opheft."
        day = format_day(self.last_day, language, long=False)
        if language == "en":
            return f"Up to and including {day}{', the usual time' if self.by_default else ''}."
        return f"Tot en met {day}{', de gebruikelijke duur' if self.by_default else ''}."


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
) -> Placed:
    """Hold every reminder of an account, or of one of its invoices, and return the hold.

    Without a last day it stands as long as the law gives it; where the law gives no time, until it is lifted. What
    protects the debtor as a whole is placed on the account, also where an invoice is named.

    Raises:
        NotFound: the client has no such debtor or invoice.
        CannotHold: the reason is not one that we know, or the last day has passed.
    """
    kind = _kind(reason)
    if last_day is not None and last_day < on:
        raise CannotHold(f"De laatste dag {last_day} ligt voor vandaag ({on}).")
    widened = invoice is not None and stop_of(kind).whole_debtor
    until = last_day or last_day_of(kind, on)
    with rows_of(client), one_transaction():
        events.hold_still(client)
        account = account_by_number(client, debtor)
        named = invoice_by_number(client, invoice, account=account) if invoice else None
        held = None if widened else named
        hold = Hold.objects.create(
            client=client,
            account=account,
            invoice=held,
            reason=kind,
            note=note[:500],
            first_day=on,
            last_day=until,
            made_by=by,
        )
        data = {
            "hold": hold.pk,
            "reason": kind,
            "invoice": held.pk if held else None,
            "until": None if until is None else until.isoformat(),
        }
        events.append(
            client,
            events.NewEvent(kind="hold.placed", on=on, at=at, actor=by, account_id=account.pk, data=data),
        )
    return Placed(
        id=hold.pk, kind=kind, first_day=on, last_day=until, by_default=last_day is None, widened=widened
    )


def _kind(reason: str) -> HoldKind:
    for kind in HOLD_KINDS:
        if kind == reason:
            return kind
    raise CannotHold(f"{reason!r} is geen reden die wij kennen. Kies uit: {', '.join(HOLD_KINDS)}.")


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
