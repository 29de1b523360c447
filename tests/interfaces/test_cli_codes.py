"""`voldaan code`: whose a code is, and taking one out of use."""

import re

from tests.interfaces.command import Command


def printed(voldaan: Command) -> str:
    """Return the code in the text of the only message."""
    row = voldaan("message", "list", "--client", "zon", "--json").row
    out = voldaan.file("here", b"").parent / "message"
    voldaan("message", "show", row["uuid"], "--client", "zon", "--out", out)
    found = re.search(r"Uw code: (\S+)", (out / "message.txt").read_text(encoding="utf-8"))
    assert found is not None
    return found[1]


def test_whose_a_code_is_until_it_is_revoked(sent: Command) -> None:
    code = printed(sent)
    row = sent("code", "find", code.lower(), "--json").row
    assert (row["kind"], row["code"], row["client"]) == ("code", code, "zon")
    assert f"{code}: {row['name']}, debiteur {row['debtor']} van " in sent("code", "find", code).out
    assert "ingetrokken." in sent("code", "revoke", code).out
    again = sent("code", "revoke", code)
    assert (again.code, "Geen debiteur heeft nu code" in again.err) == (1, True)


def test_a_slip_gets_a_sentence(sent: Command) -> None:
    code = printed(sent)
    wrong = code[:-1] + ("2" if code[-1] != "2" else "3")
    said = sent("code", "find", wrong)
    assert (said.code, "kan geen code zijn" in said.err) == (1, True)
