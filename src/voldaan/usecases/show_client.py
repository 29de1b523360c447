"""A client, as plain values."""

from typing import Any

from voldaan.records.models import Client, ClientIban, Engagement
from voldaan.records.scope import rows_of


def client_json(client: Client) -> dict[str, Any]:
    """Return what is known of a client as `voldaan client show --json` prints it."""
    with rows_of(client):
        ibans = list(ClientIban.objects.order_by("pk").values_list("iban", flat=True))
        engagements = list(Engagement.objects.select_related("agency").order_by("first_day"))
    return {
        "kind": "client",
        "key": client.key,
        "name": client.name,
        "ibans": ibans,
        "payment_truth": client.payment_truth.lower(),
        "truth_days": client.truth_days_max,
        "link_from": client.link_from_points,
        "tolerance_cents": client.tolerance_cents,
        "strategy": client.strategy,
        "style": client.house_style,
        "texts": client.text_set,
        "approval": client.approval.lower(),
        "thanks": client.thanks,
        "statements": client.statements.lower(),
        "next_step_collection": client.next_step_collection,
        "asks_first": client.asks_first,
        "silence": _silence(client),
        "answer_days": client.answer_days,
        "coc_number": client.coc_number,
        "vat_number": client.vat_number,
        "street": client.street,
        "postcode": client.postcode,
        "city": client.city,
        "signer": client.signer,
        "phone": client.phone,
        "email": client.email,
        "website": client.website,
        "authorised_person": client.authorised_person,
        "engagements": [
            f"{row.agency} {row.first_day}…{row.last_day or ''} {row.price_cents} cents{_asks(row)}"
            for row in engagements
        ],
    }


def _silence(agreed: Client | Engagement) -> str:
    return "go" if agreed.silence_goes else "hold"


def _asks(engagement: Engagement) -> str:
    """Return that the client is asked first, where it is."""
    if not engagement.asks_first:
        return ""
    return f", asks first ({engagement.answer_days} working days, silence: {_silence(engagement)})"
