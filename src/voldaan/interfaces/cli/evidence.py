"""What proves the messages to a debtor, in a folder."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from voldaan.interfaces.cli.answer import counted, give, say, table
from voldaan.interfaces.cli.arguments import Add, with_client, with_json

if TYPE_CHECKING:
    from voldaan.usecases.show_evidence import Evidence


def register(add: Add) -> None:
    """Add `evidence`."""
    evidence = add("evidence", says="write to a folder what proves the messages that left to a debtor")
    evidence.add_argument("debtor", metavar="DEBTOR")
    evidence.add_argument("--out", type=Path, required=True, metavar="DIR", help="a new or empty folder")
    with_client(evidence)
    with_json(evidence)
    evidence.set_defaults(run=run_evidence)


def run_evidence(arguments: argparse.Namespace) -> int:
    """Write the folder; exit code 1 where something does not agree."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.show_evidence import as_json, write_evidence

    found = write_evidence(client_by_key(arguments.client), arguments.debtor, arguments.out)
    if arguments.json:
        give(map(as_json, found))
    else:
        heads = ("verstuurd", "fase", "kanaal", "staat", "sha-256", "keten", "")
        table(heads, (_row(one) for one in found))
        say(f"{counted(len(found), 'bericht', 'berichten')} in {arguments.out}.")
    return 1 if any(one.differs for one in found) else 0


def _row(one: "Evidence") -> tuple[str, ...]:
    sent = one.sent_on.isoformat() if one.sent_on else "-"
    link = f"schakel {one.links[-1].sequence}" if one.links else "-"
    agrees = one.differs or "bytes, rij en keten zijn het eens"
    return sent, one.stage, one.channel, one.state, f"{one.sha256[:16]}…", link, agrees
