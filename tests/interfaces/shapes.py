"""What the command line promises to print for programs: keys and types. A shape may grow, and never breaks."""

from collections.abc import Mapping
from typing import Any

TEXT, NUMBER, YES_NO, LIST, PARTY = (str,), (int,), (bool,), (list,), (dict,)
MAYBE_TEXT, MAYBE_NUMBER, MAYBE_YES_NO = (str, type(None)), (int, type(None)), (bool, type(None))

STATEMENT = dict.fromkeys(["format", "bank_iban", "currency"], TEXT) | {
    "number": MAYBE_TEXT, "opening_cents": MAYBE_NUMBER, "closing_cents": MAYBE_NUMBER, "opening_date": MAYBE_TEXT,
    "closing_date": MAYBE_TEXT, "entries": NUMBER, "balanced": MAYBE_YES_NO,
}  # fmt: skip
TRANSACTION = {
    "bank_iban": TEXT, "booking_date": TEXT, "value_date": MAYBE_TEXT, "amount_cents": NUMBER, "currency": TEXT,
    "counterparty_name": MAYBE_TEXT, "counterparty_iban": MAYBE_TEXT, "remittance": TEXT,
    "payment_reference": MAYBE_TEXT, "end_to_end_id": MAYBE_TEXT, "bank_reference": MAYBE_TEXT, "reversal": YES_NO,
}  # fmt: skip
INVOICE = {
    "format": TEXT, "number": TEXT, "issue_date": TEXT, "due_date": MAYBE_TEXT, "currency": TEXT,
    "total_cents": NUMBER, "payable_cents": NUMBER, "payment_reference": MAYBE_TEXT, "creditor": PARTY, "debtor": PARTY,
}  # fmt: skip
PARTY_FIELDS = dict.fromkeys(["name", "iban", "vat_number", "coc_number", "email"], MAYBE_TEXT)
PROBLEM = {
    "file": TEXT, "line": MAYBE_NUMBER, "path": MAYBE_TEXT, "what": TEXT, "why": TEXT, "how_to_fix": TEXT,
}  # fmt: skip
DECISION = {
    "client": TEXT, "debtor": TEXT, "act": TEXT, "because": TEXT, "until": MAYBE_TEXT, "stage": MAYBE_TEXT,
    "channel": MAYBE_TEXT, "invoices": LIST, "open_cents": NUMBER, "currency": TEXT, "others": LIST,
}  # fmt: skip
OTHER = {"number": TEXT, "because": TEXT, "until": MAYBE_TEXT}
MATCH = {
    "bank_reference": MAYBE_TEXT, "end_to_end_id": MAYBE_TEXT, "booking_date": TEXT, "amount_cents": NUMBER,
    "currency": TEXT, "verdict": TEXT, "invoices": LIST, "evidence": LIST, "because": TEXT,
}  # fmt: skip
IMPORT = {
    "file": TEXT, "format": MAYBE_TEXT, "new": NUMBER, "known": NUMBER, "refused": NUMBER, "problems": LIST,
}  # fmt: skip


def has_shape(row: dict[str, Any], shape: Mapping[str, tuple[type, ...]]) -> bool:
    """Test if a row has every promised key, each of a promised type. A shape may grow."""
    missing = sorted(set(shape) - set(row))
    assert not missing, f"{missing} not in {row}"
    wrong = {key: row[key] for key, types in shape.items() if type(row[key]) not in types}
    assert not wrong, wrong
    return True
