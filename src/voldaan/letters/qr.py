"""The SEPA payment QR code (EPC069-12): the payload written by ourselves, drawn as SVG and as PNG."""

import io
import re
from functools import lru_cache
from typing import Final

import segno

from voldaan.domain.wording.facts import MessageFacts, PayTo

NAME_CHARACTERS_MAX: Final = 70
TEXT_CHARACTERS_MAX: Final = 140
AMOUNT_CENTS_MAX: Final = 99_999_999_999
PAYLOAD_BYTES_MAX: Final = 331
QUIET_MODULES: Final = 4
"""The white margin that a scanner needs (ISO/IEC 18004)."""

_STRUCTURED = re.compile(r"RF[0-9]{2}[0-9A-Z]{1,21}")


def epc_payload(pay_to: PayTo) -> str:
    """Return the text inside the QR code: version 002, UTF-8, no BIC, a reference or a text and never both."""
    structured = _structured_reference(pay_to.reference)
    fields = (
        "BCD",
        "002",
        "1",  # character set 1 is UTF-8
        "SCT",
        "",  # no BIC: not needed within the EEA since version 002
        _one_line(pay_to.name)[:NAME_CHARACTERS_MAX].rstrip(),
        pay_to.iban.replace(" ", ""),
        _amount(pay_to.amount_cents),
        "",  # no purpose
        structured or "",
        "" if structured else _free_text(pay_to.reference),
    )
    return _within_bytes("\n".join(fields).rstrip("\n"))


def shown(facts: MessageFacts, pay_to: PayTo) -> bool:
    """Test if a message shows a code for this payment.

    Not where a part of unknown size belongs on a blocked account: a code would send that part elsewhere.
    """
    return fits(pay_to, facts.currency) and not facts.blocked_part_unsaid


def svg(pay_to: PayTo) -> str:
    """Return the QR code as one SVG path, a module a unit, with its white margin."""
    return _svg(epc_payload(pay_to))


def png(pay_to: PayTo) -> bytes:
    """Return the QR code as PNG, for an e-mail."""
    out = io.BytesIO()
    _code(epc_payload(pay_to)).save(out, kind="png", scale=5, border=QUIET_MODULES)
    return out.getvalue()


def fits(pay_to: PayTo, currency: str) -> bool:
    """Test if this payment can stand in a QR code: euros, and within the limits of the standard."""
    if currency != "EUR":
        return False
    try:
        epc_payload(pay_to)
    except ValueError:
        return False
    return True


def _structured_reference(reference: str) -> str | None:
    """Return the reference without spaces where it is a true ISO 11649 one, else None."""
    compact = reference.replace(" ", "").upper()
    if not _STRUCTURED.fullmatch(compact):
        return None
    digits = "".join(str(int(char, 36)) for char in compact[4:] + compact[:4])
    return compact if int(digits) % 97 == 1 else None


def _amount(cents: int) -> str:
    if not 1 <= cents <= AMOUNT_CENTS_MAX:
        raise ValueError(
            f"A payment QR code carries 0.01 to 999999999.99 euro; this payment is {cents} cents. "
            "Send the message without a QR code."
        )
    return f"EUR{cents // 100}.{cents % 100:02d}"


def _free_text(reference: str) -> str:
    text = _one_line(reference)
    if len(text) > TEXT_CHARACTERS_MAX:
        raise ValueError(
            f"A payment QR code carries at most {TEXT_CHARACTERS_MAX} characters of reference; "
            f"this one has {len(text)}. Give the payment a shorter reference."
        )
    return text


def _within_bytes(payload: str) -> str:
    size = len(payload.encode())
    if size > PAYLOAD_BYTES_MAX:
        raise ValueError(
            f"A payment QR code carries at most {PAYLOAD_BYTES_MAX} bytes; this one needs {size}. "
            "Give the payment a shorter name or reference."
        )
    return payload


def _one_line(text: str) -> str:
    return " ".join(text.split())


@lru_cache(maxsize=64)
def _code(payload: str) -> segno.QRCode:
    # A fixed mask: weighing all eight costs more than the rest of the letter together.
    return segno.make_qr(payload, error="m", mask=3, boost_error=False, encoding="utf-8")


@lru_cache(maxsize=64)
def _svg(payload: str) -> str:
    rows = [bytes(row) for row in _code(payload).matrix]
    size = len(rows) + 2 * QUIET_MODULES
    path = "".join(_row_path(row, y) for y, row in enumerate(rows, start=QUIET_MODULES))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" width="{size}" height="{size}">'
        f'<path fill="#fff" d="M0 0h{size}v{size}H0z"/><path stroke="#000" d="{path}"/></svg>'
    )


def _row_path(row: bytes, y: int) -> str:
    """Return the dark modules of a row as strokes, each as high as a module: half the size of as many boxes."""
    parts, gap = [f"M{QUIET_MODULES - 1} {y}.5"], 1
    for run in row.split(b"\0"):
        if run:
            parts.append(f"m{gap} 0h{len(run)}")
            gap = 1
        else:
            gap += 1
    return "".join(parts)
