"""Mail of others: the share of delivery reports that is right in kind and address, and no ordinary mail among them."""

import base64
import re
from collections import Counter
from pathlib import Path

import pytest

from tests.corpus.corpora import FOLDER
from voldaan.formats.mail.read import read_mail
from voldaan.formats.mail.values import Mail

BOUNCES = FOLDER / "email" / "bounce"
REPLIES = FOLDER / "email" / "replies"
REPORTS = {"BOUNCE", "DELAYED", "DELIVERED"}
SHARES = {"flufl": 97, "sisimai-bsd": 98, "sisimai-dos": 98, "sisimai-mac": 98, "sisimai-mbox": 100}
"""Of a hundred files, how many at least are right; a little less than was reached."""

ADDRESS = rb"[^\s<>\"'(),:;@\[\]\\]+@[\w-][\w.-]*\w"
FIELD = re.compile(
    rb"(?im)^[ \t>]*(?:(?:final|original|x-actual)-recipient|original-rcpt-to):(?:[^\n;]*;)?\s*<?("
    + ADDRESS
    + rb")"
)
FAILED = re.compile(rb"(?im)^x-failed-recipients:([^\n]*(?:\n[ \t][^\n]*)*)")

pytestmark = pytest.mark.skipif(not BOUNCES.is_dir(), reason="The folder with mail of others is not here.")


def files(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*")) if path.is_file() and path.stat().st_size > 3]


def kinds_of(file: Path, data: bytes) -> set[str]:
    """Return the kinds that are right for a file, by the family its collection puts it in."""
    if file.name.startswith("arf-") or b'"notificationType":"Complaint"' in data:
        return {"COMPLAINT"}
    return {"AUTOMATIC"} if file.name.startswith("rfc3834-") else REPORTS


def is_right(read: Mail, file: Path) -> bool:
    data = file.read_bytes().replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    kinds = kinds_of(file, data)
    if read.kind not in kinds:
        return False
    return not kinds & REPORTS or names_whom_the_report_names({one.address for one in read.recipients}, data)


def names_whom_the_report_names(found: set[str], data: bytes) -> bool:
    """Test by the simplest reader: the fields decide, else a header of Exim, else what stands below the headers."""
    plain = data.replace(b"=\n", b"").lower()
    head, _, body = plain.partition(b"\n\n")
    if b"encoding: base64" in head:
        body = base64.b64decode(data.partition(b"\n\n")[2]).lower()
    named = set(FIELD.findall(body)) or set(re.findall(ADDRESS, b" ".join(FAILED.findall(head))))
    if named:
        return bool(found) and found <= {one.decode("latin-1") for one in named}
    sender = set(re.findall(ADDRESS, b" ".join(re.findall(rb"(?m)^(?:from|reply-to|sender):(.*)", head))))
    others = set(re.findall(ADDRESS, body)) - sender
    return bool(found) and found <= {one.decode("latin-1") for one in others}


def test_delivery_reports_are_right_in_kind_and_address() -> None:
    right: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for family in SHARES:
        for file in files(BOUNCES / family):
            every[family] += 1
            right[family] += is_right(read_mail(file.read_bytes()), file)
    print("\n".join(f"  {family:12} {right[family]:4d} of {every[family]:4d}" for family in SHARES))
    assert {
        family: right[family] * 100 >= SHARES[family] * every[family] for family in SHARES
    } == dict.fromkeys(SHARES, True)
    assert right.total() * 100 >= 98 * every.total() > 0


def test_no_ordinary_mail_is_taken_for_a_report() -> None:
    ordinary = [*files(BOUNCES / "sisimai-not-bounce"), *files(REPLIES)]
    assert len(ordinary) > 50
    for file in ordinary:
        data = file.read_bytes()
        wrapped = b"Subject: Re: mail\nFrom: a@b.example\nContent-Type: text/%s; charset=utf-8\n\n" % (
            b"html" if file.suffix == ".html" else b"plain"
        )
        for one in (data, wrapped + data):
            read = read_mail(one)
            assert read.kind not in REPORTS | {"COMPLAINT"}, (file.name, read.because)
            assert not read.recipients


@pytest.mark.parametrize("name", ["gmail", "hotmail", "apple_mail", "iphone", "thunderbird", "sparrow"])
def test_only_the_answer_is_left_of_an_answer(name: str) -> None:
    read = read_mail((REPLIES / "talon" / "standard_replies" / f"{name}.eml").read_bytes())
    assert len(read.words) < 10 <= len(read.all_words)
