"""A signature over the bytes that leave, by the key of our own domain (RFC 6376, RSA-SHA256, relaxed/simple).

It is made of the mail, the key and the moment: the same three give the same bytes.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import dkim
from dkim.crypto import UnparsableKeyError, parse_pem_private_key

_SIGNED_TOO = (b"auto-submitted", b"content-language")
_ONCE = (b"from", b"date", b"subject", b"to", b"reply-to", b"message-id", b"mime-version", b"content-type")
"""Signed once more than they are there, so that nobody adds a second one."""
_SELECTOR = re.compile(r"[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*")


class CannotSign(ValueError):
    """The settings name a key that cannot be used, with a sentence that says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningKey:
    """Whose signature, under which name its public half stands in the DNS, and the key as PEM."""

    domain: str
    selector: str
    pem: bytes


def signing_key(*, domain: str, selector: str, key_file: str) -> SigningKey | None:
    """Return the key that the settings name, or None where they name neither a selector nor a file.

    Raises:
        CannotSign: one of the two is missing or unusable, the file cannot be read, or it holds no RSA key.
    """
    if not selector and not key_file:
        return None
    if not selector or not key_file:
        raise CannotSign(
            "Voor een DKIM-handtekening zijn beide nodig: VOLDAAN_DKIM_SELECTOR en VOLDAAN_DKIM_KEY_FILE. Vul de "
            "andere ook in, of laat beide leeg."
        )
    if not _SELECTOR.fullmatch(selector):
        raise CannotSign(
            f"{selector!r} is geen selector: schrijf VOLDAAN_DKIM_SELECTOR als de naam voor ._domainkey in de DNS, "
            "zoals maart2026."
        )
    try:
        # The library looks for lines that end as on Unix.
        pem = Path(key_file).read_bytes().replace(b"\r\n", b"\n")
        parse_pem_private_key(pem)
    except OSError as error:
        raise CannotSign(
            f"De DKIM-sleutel {key_file} is niet te lezen: {error.strerror}. Kijk naar VOLDAAN_DKIM_KEY_FILE."
        ) from None
    except (UnparsableKeyError, ValueError, TypeError, IndexError):
        raise CannotSign(
            f"{key_file} bevat geen RSA-sleutel in PEM-vorm. Maak er een met: openssl genrsa -out dkim.pem 2048"
        ) from None
    return SigningKey(domain=domain, selector=selector, pem=pem)


def signed(mail: bytes, key: SigningKey, at: datetime) -> bytes:
    """Return the mail with its signature above it. Its Date stands in it already."""
    signer = _Signer(mail)
    signer.moment = at
    signer.should_sign.update(_SIGNED_TOO)
    signer.add_frozen(_ONCE)
    header: bytes = signer.sign(key.selector.encode("ascii"), key.domain.encode("idna"), key.pem)
    return header + mail


class _Signer(dkim.DKIM):  # type: ignore[misc]  # dkimpy has no types
    """Signs with the moment that it is told, in the place of that of the machine."""

    moment: datetime

    def gen_header(self, fields: list[tuple[bytes, bytes]], *others: Any, **named: Any) -> Any:
        stamp = str(int(self.moment.timestamp())).encode("ascii")
        stamped = [(name, stamp if name == b"t" else value) for name, value in fields]
        return super().gen_header(stamped, *others, **named)
