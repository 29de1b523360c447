"""Look after an installation: is the book whole, is the machine fit for it."""

import argparse

from voldaan.interfaces.cli.answer import give, note, say
from voldaan.interfaces.cli.arguments import Add, with_client, with_json
from voldaan.interfaces.cli.clock import today


def register(add: Add) -> None:
    """Add `verify` and `doctor`."""
    verify = add("verify", says="prove that nothing was changed and that every sum closes")
    with_client(verify, required=False)
    with_json(verify)
    verify.set_defaults(run=run_verify)

    doctor = add("doctor", says="is this machine fit for the book?")
    with_json(doctor)
    doctor.set_defaults(run=run_doctor)


def run_verify(arguments: argparse.Namespace) -> int:
    """Print every break; exit code 1 when there is one."""
    from voldaan.records.scope import clients
    from voldaan.usecases.verify_book import verify_book

    chosen = clients([arguments.client] if arguments.client else None)
    found = list(verify_book(chosen))
    if arguments.json:
        give({"kind": "break", "what": sentence} for sentence in found)
    else:
        for sentence in found:
            note(sentence)
        whole = "De keten van gebeurtenissen is heel en alle bedragen sluiten."
        say(f"{len(chosen)} opdrachtgevers nagekeken. {whole if not found else f'{len(found)} afwijkingen.'}")
    return int(bool(found))


def run_doctor(arguments: argparse.Namespace) -> int:
    """Print what was examined; exit code 1 when something is wrong."""
    from voldaan.usecases.examine_installation import examine_installation

    found = examine_installation(on=today())
    if arguments.json:
        give({"kind": "examined", "what": row.what, "ok": row.ok, "says": row.says} for row in found)
    else:
        for row in found:
            say(f"{'goed ' if row.ok else 'FOUT '} {row.what}: {row.says}")
    return int(not all(row.ok for row in found))
