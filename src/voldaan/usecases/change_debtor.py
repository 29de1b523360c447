"""A person corrects what is known of a debtor: its address, its language, its capacity."""

from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from voldaan.domain.identifiers import is_valid_email
from voldaan.letters.text_problems import TextsError
from voldaan.records import events
from voldaan.records.finding import account_by_number
from voldaan.records.models import Address, Client, Debtor
from voldaan.records.models.debtor import CAPACITIES
from voldaan.records.scope import one_transaction, rows_of
from voldaan.usecases.known_texts import check_language, language_name, languages, texts_in_use


class CannotChange(Exception):
    """What was given cannot be used, with a Dutch sentence that says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DebtorChange:
    """What is given of a debtor. None: not given, and what is known stays."""

    name: str | None = None
    capacity: str | None = None
    language: str | None = None
    country: str | None = None
    remind_abroad: bool | None = None
    """Whether a business abroad gets reminders without costs."""
    email: str | None = None
    phone: str | None = None
    street: str | None = None
    postcode: str | None = None
    city: str | None = None


def change_debtor(
    client: Client, debtor: str, *, change: DebtorChange, on: date, at: datetime, by: str
) -> list[str]:
    """Change what is known of a debtor and return the names of the fields that changed.

    Raises:
        NotFound: the client has no such debtor.
        CannotChange: a field cannot be used.
    """
    given = {f.name: getattr(change, f.name) for f in fields(change) if getattr(change, f.name) is not None}
    _check(given)
    with rows_of(client), one_transaction():
        events.hold_still(client)
        account = account_by_number(client, debtor)
        changed = _change_row(account.debtor, given) + _change_address(account.debtor, given)
        if changed:
            told = events.NewEvent(
                kind="debtor.changed",
                on=on,
                at=at,
                actor=by,
                account_id=account.pk,
                data={"fields": sorted(changed)},
            )
            events.append(client, told)
    return sorted(changed)


def _check(given: dict[str, Any]) -> None:
    if given.get("email") and not is_valid_email(given["email"]):
        raise CannotChange(f"{given['email']!r} is geen e-mailadres. Geef er één, als naam@bedrijf.example.")
    if given.get("capacity", CAPACITIES[0]) not in CAPACITIES:
        raise CannotChange(f"{given['capacity']!r} kennen wij niet. Kies uit: {', '.join(CAPACITIES)}.")
    if "language" in given:
        _check_language(given["language"])
    if len(given.get("country", "NL")) != 2:
        raise CannotChange("Geef het land als twee letters, zoals NL.")


def _check_language(code: str) -> None:
    if code not in languages():
        known = ", ".join(f"{language_name(one, 'nl')} ({one})" for one in languages())
        raise CannotChange(f"In de taal {code!r} hebben wij geen teksten. Kies uit: {known}.")
    try:
        check_language(code, texts_in_use("standard"))
    except TextsError as error:
        raise CannotChange(
            f"In de taal {code!r} kan nog niet worden geschreven. {error.problems[0].nl}"
        ) from None


def _change_row(debtor: Debtor, given: dict[str, Any]) -> list[str]:
    names = ("name", "capacity", "language", "country", "remind_abroad", "email", "phone")
    changed = [name for name in names if name in given and getattr(debtor, name) != given[name]]
    for name in changed:
        setattr(debtor, name, given[name])
    if changed:
        debtor.save(update_fields=changed)
    return changed


def _change_address(debtor: Debtor, given: dict[str, Any]) -> list[str]:
    names: list[str] = [name for name in ("street", "postcode", "city") if name in given]
    if not names:
        return []
    address = Address.objects.filter(debtor=debtor, kind="POSTAL").first()
    address = address or Address(client=debtor.client, debtor=debtor, kind="POSTAL", street="", city="")
    changed: list[str] = [name for name in names if getattr(address, name) != given[name]]
    for name in changed:
        setattr(address, name, given[name])
    if not address.street or not address.city:
        raise CannotChange("Een postadres heeft een straat en een plaats.")
    if changed:
        address.save()
    return changed
