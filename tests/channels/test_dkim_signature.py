"""The signature over what leaves: it holds, for these bytes only, and is the same each time."""

import base64
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import dkim
import pytest

from voldaan.channels.dkim_signature import CannotSign, SigningKey, signed, signing_key
from voldaan.channels.email_message import EmailParts, dated, email_bytes

KEY_FILE = Path(__file__).with_name("dkim.pem")
AT = datetime(2024, 3, 5, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def key() -> SigningKey:
    found = signing_key(domain="zon.example", selector="maart", key_file=str(KEY_FILE))
    assert found is not None
    return found


@pytest.fixture(scope="module")
def mail() -> bytes:
    parts = EmailParts(
        uuid="8a1c", domain="zon.example", sender_name="Bakkerij Zon B.V.", sender_address="debiteuren@zon.example",
        recipient_name="Café Één", recipient_address="d1@klant.example", subject="Factuur 2026-0001 – wat staat er open",
        language="nl", text="Beste mevrouw,\n\n.een punt vooraan\n\n\n", html="<p>Beste mevrouw</p>",
        enclosures=(("factuur.pdf", b"%PDF-1.7 \x00\xff"),),
    )  # fmt: skip
    return dated(email_bytes(parts), AT)


def in_the_dns(name: bytes, timeout: int = 5) -> bytes:
    """Answer as the DNS would."""
    assert name == b"maart._domainkey.zon.example."
    public = subprocess.run(
        ["openssl", "rsa", "-in", str(KEY_FILE), "-pubout", "-outform", "DER"],
        check=True,
        capture_output=True,
    ).stdout
    return b"v=DKIM1; k=rsa; p=" + base64.b64encode(public)


def holds(mail: bytes) -> bool:
    answer: bool = dkim.verify(mail, dnsfunc=in_the_dns)
    return answer


def test_it_holds_and_nothing_below_it_changed(mail: bytes, key: SigningKey) -> None:
    done = signed(mail, key, AT)
    assert done.endswith(b"\r\n" + mail)
    assert done.startswith(b"DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/simple; d=zon.example;")
    assert holds(done)


@pytest.mark.parametrize(
    ("was", "became"),
    [
        (b"Beste", b"Lieve"), (b"debiteuren@zon.example", b"ander@zon.example"), (b"Factuur", b"Rekening"),
        (b"d1@klant.example", b"d2@klant.example"), (b"auto-generated", b"no"), (b"\r\nTo: ", b"\r\nTo: x@y.example\r\nTo: "),
        (b"\r\nSubject: ", b"\r\nSubject: Gewonnen\r\nSubject: "), (b"09:00:00", b"09:00:01"),
    ],
)  # fmt: skip
def test_it_does_not_hold_for_other_bytes(mail: bytes, key: SigningKey, was: bytes, became: bytes) -> None:
    done = signed(mail, key, AT)
    head, _, rest = done.partition(b"\r\nDate: ")
    changed = head + (b"\r\nDate: " + rest).replace(was, became, 1)
    assert changed != done
    assert not holds(changed)


def test_the_same_moment_gives_the_same_bytes(mail: bytes, key: SigningKey) -> None:
    assert signed(mail, key, AT) == signed(mail, key, AT)
    assert f" t={int(AT.timestamp())};".encode() in signed(mail, key, AT).replace(b"\r\n", b"")


def test_a_key_in_the_other_pem_form_gives_the_same(mail: bytes, key: SigningKey, tmp_path: Path) -> None:
    other = tmp_path / "pkcs8.pem"
    subprocess.run(
        ["openssl", "pkcs8", "-topk8", "-nocrypt", "-in", str(KEY_FILE), "-out", str(other)], check=True
    )
    windows = tmp_path / "crlf.pem"
    windows.write_bytes(other.read_bytes().replace(b"\n", b"\r\n"))
    for file in (other, windows):
        found = signing_key(domain="zon.example", selector="maart", key_file=str(file))
        assert found is not None
        assert signed(mail, found, AT) == signed(mail, key, AT)


def test_without_settings_there_is_no_key() -> None:
    assert signing_key(domain="zon.example", selector="", key_file="") is None


@pytest.mark.parametrize(
    ("selector", "key_file", "says"),
    [
        ("maart", "", "zijn beide nodig"),
        ("", str(KEY_FILE), "zijn beide nodig"),
        ("maart", "/nergens/dkim.pem", "is niet te lezen"),
        ("maart", __file__, "bevat geen RSA-sleutel"),
        ("ma art", str(KEY_FILE), "is geen selector"),
        ("één", str(KEY_FILE), "is geen selector"),
    ],
)
def test_settings_that_cannot_be_used_are_told(selector: str, key_file: str, says: str) -> None:
    with pytest.raises(CannotSign, match=says):
        signing_key(domain="zon.example", selector=selector, key_file=key_file)
