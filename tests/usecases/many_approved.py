"""Many approved messages at little cost: one is written by the product, the others are copies of it.

For what is about how messages leave, and not about how they are set.
"""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from tests.builders import DUE, a_client, an_account, an_invoice, bank_known_until, ten_o_clock
from voldaan.domain.wording.facts import MessageFacts
from voldaan.records import archive
from voldaan.records.message_facts import addressee_of
from voldaan.records.models import Account, Client, Debtor, Invoice, Message, MessageInvoice
from voldaan.records.pending import reminders_without_message
from voldaan.records.scope import rows_of
from voldaan.usecases.approve_messages import approve_messages
from voldaan.usecases.plan_day import plan_day
from voldaan.usecases.write_messages import write_messages

CENTS = 12_500


def many_approved(messages: int, *, on: date) -> Client:
    """Return a client with so many messages to as many debtors, approved on this day."""
    client = a_client()
    when: dict[str, Any] = {"on": on, "at": ten_o_clock(on), "by": "Sanne"}
    first = an_invoice(an_account(client), cents=CENTS)
    bank_known_until(client, on)
    plan_day(client, **when)
    write_messages(client, **when)
    approve_messages(client, **when)
    _more_debtors(client, first, range(2, messages + 1))
    plan_day(client, **when)
    _copies(client)
    return client


def _more_debtors(client: Client, first: Invoice, numbers: range) -> None:
    with rows_of(client), transaction.atomic():
        debtors = Debtor.objects.bulk_create(
            Debtor(
                client=client, name=f"Klant {n} B.V.", capacity="LEGAL_PERSON", email=f"d{n}@klant.example"
            )
            for n in numbers
        )
        accounts = Account.objects.bulk_create(
            Account(client=client, debtor=debtor, number=f"D{n}")
            for n, debtor in zip(numbers, debtors, strict=True)
        )
        Invoice.objects.bulk_create(
            Invoice(
                client=client, account=account, number=f"2026-{n:05}", issue_date=first.issue_date, due_date=DUE,
                due_date_basis="AGREED", total_cents=CENTS, asked_cents=CENTS, open_cents=CENTS,
                subject=first.subject, known_from=DUE - timedelta(days=30),
            )
            for n, account in zip(numbers, accounts, strict=True)
        )  # fmt: skip


def _copies(client: Client) -> None:
    """Write for each reminder that has no message a copy of the one that is there."""
    with rows_of(client), transaction.atomic():
        first = Message.objects.get()
        mail, facts = archive.fetch(first.mail_sha256), MessageFacts.from_json(first.facts)
        invoices = dict(Invoice.objects.values_list("account_id", "pk"))
        fields = {
            one.attname: getattr(first, one.attname)
            for one in Message._meta.concrete_fields
            if not one.primary_key
        }
        made = []
        for number, decision in enumerate(reminders_without_message(client), start=1):
            uuid = UUID(int=number)
            own = {
                "uuid": uuid,
                "account_id": decision.account_id,
                "decision_id": decision.pk,
                "recipient": f"{decision.account.number.lower()}@klant.example",
                "facts": replace(facts, addressee=addressee_of(decision.account)).as_json(),
                "mail_sha256": archive.keep(mail.replace(str(first.uuid).encode(), str(uuid).encode())),
            }
            made.append(Message(**fields | own))
        Message.objects.bulk_create(made, batch_size=500)
        MessageInvoice.objects.bulk_create(
            MessageInvoice(
                client=client, message=message, invoice_id=invoices[message.account_id], stage=message.stage,
                open_cents=CENTS,
            )
            for message in made
        )  # fmt: skip
