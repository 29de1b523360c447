"""What Amazon SES tells by mail through SNS: a notice in JSON."""

import json
from typing import Any

from voldaan.formats.mail.delivery_status import Told, judged, one_line, status_in
from voldaan.formats.mail.values import MailKind, Recipient

KINDS: dict[str, tuple[MailKind, str, str]] = {
    "bounce": ("BOUNCE", "bounce", "bouncedRecipients"),
    "complaint": ("COMPLAINT", "complaint", "complainedRecipients"),
    "delivery": ("DELIVERED", "delivery", "recipients"),
    "deliverydelay": ("DELAYED", "deliveryDelay", "delayedRecipients"),
}
RECIPIENTS_MAX = 200


def amazon_told(text: str) -> tuple[str, Told] | None:
    """Return what a notice of Amazon SES says of whom, or None where a mail is none."""
    if not text.startswith("{") or ("otificationType" not in text[:5000] and "ventType" not in text[:5000]):
        return None
    try:
        notice: Any = json.JSONDecoder(strict=False).raw_decode(text.replace("\n", ""))[0]
        if isinstance(notice.get("Message"), str):
            notice = json.loads(notice["Message"], strict=False)
        name = str(notice.get("notificationType") or notice.get("eventType")).lower()
        kind, member, list_name = KINDS[name]
        told = notice[member]
        entries = [one if isinstance(one, dict) else {"emailAddress": one} for one in told[list_name]]
        permanent = str(told.get("bounceType")).lower() == "permanent"
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return None
    named = tuple(_recipient(one, permanent) for one in entries[:RECIPIENTS_MAX] if one.get("emailAddress"))
    return ("a notice of Amazon SES", (kind, named)) if named else None


def _recipient(entry: dict[str, Any], permanent: bool) -> Recipient:
    said = one_line(str(entry.get("diagnosticCode") or ""))
    address, status = str(entry["emailAddress"]).lower(), status_in(str(entry.get("status") or ""))
    verdict = judged(address, status, said)
    return verdict._replace(is_permanent=permanent and (verdict.is_permanent or not (said or status)))
