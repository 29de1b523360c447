"""Mail that came in: fetch or take it, read it, say what it is, and place what nobody could place."""

import argparse
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from voldaan.domain.answers.words import answer_words, mail_kind_words
from voldaan.interfaces.cli.answer import Refused, counted, give, note, say
from voldaan.interfaces.cli.arguments import Add, day, person, with_client, with_day, with_json
from voldaan.interfaces.cli.clock import moment, today

if TYPE_CHECKING:
    from voldaan.usecases.show_mails import MailRow
    from voldaan.usecases.take_mail import Taken


def register(add: Add) -> None:
    """Add `mail` with what can be done to one."""
    mail = add(
        "mail", says="mail that came in: fetch, take, list, show, decide, reply, place, set-aside, take-back"
    )
    below = mail.add_subparsers(metavar="WHAT", required=True)
    fetch = add("fetch", says="take what waits in the mailbox of VOLDAAN_MAIL_IN_URL", under=below)
    fetch.add_argument("--url", default="", metavar="URL", help="another mailbox: imaps://… or folder:/path")
    with_json(fetch)
    fetch.set_defaults(run=run_fetch)
    take = add("take", says="take mails from files", under=below)
    take.add_argument("files", nargs="+", type=Path, metavar="FILE")
    with_day(take)
    with_json(take)
    take.set_defaults(run=run_take)
    listing = add("list", says="the mails that wait, and what nobody could place", under=below)
    with_client(listing, required=False)
    listing.add_argument("--all", action="store_true", help="also what was decided before")
    with_json(listing)
    listing.set_defaults(run=run_list)
    show = add("show", says="one mail whole, with what was quoted in it", under=below)
    show.add_argument("mail", type=int, metavar="ID")
    with_client(show)
    show.set_defaults(run=run_show)
    _register_decide(add, below)
    _register_reply(add, below)
    _register_placing(add, below)


def _register_decide(add: Add, below: object) -> None:
    decide = add("decide", says="say what an answer is; what follows on it is done", under=below)
    decide.add_argument("mail", type=int, metavar="ID")
    decide.add_argument("says", metavar="KIND", help="as already_paid, promise, dispute, deceased, nothing")
    decide.add_argument(
        "--day", type=day, metavar="DATE", help="promised, left alone until, or our answer by"
    )
    decide.add_argument("--invoice", action="append", default=[], metavar="N", help="that is disputed")
    decide.add_argument("--note", default="", metavar="TEXT")
    decide.add_argument("--confirm", action="store_true", help="write a confirmation to whoever answered")
    decide.add_argument("--add", default="", metavar="TEXT", help="what the confirmation says besides")
    decide.add_argument("--to", default="", metavar="ADDRESS", help="where the confirmation goes instead")
    with_client(decide)
    with_day(decide)
    decide.set_defaults(run=run_decide)


def _register_reply(add: Add, below: object) -> None:
    reply = add("reply", says="answer a mail: confirm what was decided, or in own words", under=below)
    reply.add_argument("mail", type=int, metavar="ID")
    reply.add_argument("--text", default="", metavar="TEXT", help="own words; an empty line parts paragraphs")
    reply.add_argument("--file", type=Path, metavar="FILE", help="own words out of a file")
    reply.add_argument(
        "--topic", default="", metavar="KIND", help="what to confirm, where it differs from what was decided"
    )
    reply.add_argument("--to", default="", metavar="ADDRESS", help="another address than the sender's")
    reply.add_argument("--copies", action="store_true", help="copies of the invoices go along")
    reply.add_argument("--show", action="store_true", help="only show what would be written")
    reply.add_argument("--approve", action="store_true", help="it may leave with the next sending")
    with_client(reply)
    with_day(reply)
    reply.set_defaults(run=run_reply)


def _register_placing(add: Add, below: object) -> None:
    place = add("place", says="say whose a mail is that nobody could place", under=below)
    place.add_argument("mail", type=int, metavar="ID")
    place.add_argument("--debtor", required=True, metavar="N")
    with_client(place)
    with_day(place)
    place.set_defaults(run=run_place)
    aside = add("set-aside", says="say that a mail that nobody could place is of nobody here", under=below)
    aside.add_argument("mail", type=int, metavar="ID")
    aside.set_defaults(run=run_set_aside)
    back = add("take-back", says="say that a mail is not of this debtor: it can be placed anew", under=below)
    back.add_argument("mail", type=int, metavar="ID")
    with_client(back)
    with_day(back)
    back.set_defaults(run=run_take_back)


def run_fetch(arguments: argparse.Namespace) -> int:
    """Fetch what waits and take it; exit code 1 where something had to stay in the mailbox."""
    from django.conf import settings

    from voldaan.channels.incoming.source import source_from
    from voldaan.usecases.fetch_mail import fetch_mail

    url = arguments.url or settings.INSTALLATION.mail_in_url
    if not url:
        raise Refused(
            "er is geen postbus ingesteld. Zet VOLDAAN_MAIL_IN_URL, zoals imaps://gebruiker:wachtwoord@host/INBOX, of "
            "noem er een met --url."
        )
    on = today()
    done = fetch_mail(source_from(url), on=on, at=moment(on), by=person())
    for sentence in done.left:
        note(f"voldaan: {sentence}")
    if arguments.json:
        give(taken_json(one) for one in done.taken)
        return int(bool(done.left))
    kinds = ", ".join(
        f"{count} {mail_kind_words(kind, 'nl')}" for kind, count in sorted(done.kinds.items()) if count
    )
    say(
        f"{counted(len(done.taken), 'mail', 'mails')} opgehaald, {done.new} nieuw{f': {kinds}' if kinds else ''}."
    )
    if done.strays:
        say(f"Van {done.strays} is niet bekend bij wie ze horen: voldaan mail list")
    return int(bool(done.left))


def run_take(arguments: argparse.Namespace) -> int:
    """Take mails from files; exit code 1 where one could not be read from disk."""
    from voldaan.usecases.take_mail import take_mail

    on, refused = arguments.on or today(), 0
    for path in arguments.files:
        try:
            data = path.read_bytes()
        except OSError as error:
            note(f"voldaan: {path} kan niet worden gelezen: {error.strerror}. Geef een bestand met een mail.")
            refused = 1
            continue
        taken = take_mail(data, on=on, at=moment(on), by=person())
        if arguments.json:
            give([{"file": str(path), **taken_json(taken)}])
        else:
            say(f"{path.name}: {taken_words(taken)}")
    return refused


def run_list(arguments: argparse.Namespace) -> None:
    """Print the mails that wait."""
    from voldaan.records.scope import clients
    from voldaan.usecases.show_mails import as_json, show_inbox, show_mails

    chosen = clients([arguments.client] if arguments.client else None)
    rows = show_mails(chosen, waiting_only=not arguments.all)
    strays = () if arguments.client else show_inbox(chosen).strays
    if arguments.json:
        give(as_json(row) for row in (*rows, *strays))
        return
    if not rows and not strays:
        say("Er wacht geen mail.")
    for row in rows:
        say(f"mail {row.id}, {row.client}, debiteur {row.debtor} ({row.debtor_name}): {_standing(row)}")
    for row in strays:
        say(f"mail {row.id}, bij niemand geplaatst, van {row.sender or 'onbekend'}: {_standing(row)}")
        say(f"  Plaatsen: voldaan mail place {row.id} --client KEY --debtor NUMMER")


def run_show(arguments: argparse.Namespace) -> None:
    """Print one mail."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.show_mails import show_mail

    shown = show_mail(client_by_key(arguments.client), arguments.mail)
    row = shown.row
    say(f"Van {row.sender_name or row.sender} <{row.sender}>, {row.taken_on}: {row.subject}")
    say(f"{_standing(row)}")
    say()
    say(shown.all_words)
    if shown.attachments:
        say()
        say(f"Bijlagen: {', '.join(shown.attachments)}")


def run_decide(arguments: argparse.Namespace) -> None:
    """Say what an answer is."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.decide_mail import decide_mail

    on = arguments.on or today()
    decided = decide_mail(
        client_by_key(arguments.client),
        arguments.mail,
        says=arguments.says.upper().replace("-", "_"),
        day=arguments.day,
        invoices=arguments.invoice,
        note=arguments.note,
        on=on,
        at=moment(on),
        by=person(),
    )
    say(f"Debiteur {decided.debtor}: {decided.sentence('nl')}")
    if arguments.confirm:
        _confirm(arguments, on)


def _confirm(arguments: argparse.Namespace, on: date) -> None:
    """Write the confirmation of what was just decided; the decision stands also where it cannot be written."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.write_reply import Asked, CannotReply, propose_reply, write_reply

    client, asked = client_by_key(arguments.client), Asked(mail_id=arguments.mail, to=arguments.to)
    try:
        proposed = propose_reply(client, asked, on=on)
        words = "\n\n".join(filter(None, (proposed.words, arguments.add)))
        if not words:
            raise CannotReply("Hierop antwoordt een mens in eigen woorden: voldaan mail reply … --text")
        written = write_reply(client, replace(asked, words=words), on=on, at=moment(on), by=person())
    except CannotReply as refusal:
        raise Refused(f"vastgelegd, maar niet bevestigd. {refusal}") from None
    say(f"Bevestiging aan {written.to} geschreven: {written.subject}")
    say(f"Goedkeuren: voldaan message approve {written.uuid} --client {arguments.client}")


def run_reply(arguments: argparse.Namespace) -> None:
    """Answer a mail, or show what would be answered."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.write_reply import Asked, propose_reply, write_reply

    on, client = arguments.on or today(), client_by_key(arguments.client)
    words = _own_words(arguments)
    asked = Asked(
        mail_id=arguments.mail,
        topic=(arguments.topic or ("REPLY" if words else "")).upper().replace("-", "_"),
        words=words,
        to=arguments.to,
        copies=arguments.copies,
    )
    if arguments.show:
        told = propose_reply(client, asked, on=on)
        say(
            f"Aan {told.to}{'' if told.is_known else ' (geen bekend adres van deze debiteur)'}: {told.subject}"
        )
        say()
        say(words or told.words or "Hierop antwoordt een mens in eigen woorden.")
        return
    written = write_reply(client, asked, approve=arguments.approve, on=on, at=moment(on), by=person())
    say(f"Antwoord aan {written.to} geschreven: {written.subject}")
    if not written.approved:
        say(f"Goedkeuren: voldaan message approve {written.uuid} --client {arguments.client}")


def _own_words(arguments: argparse.Namespace) -> str:
    if arguments.file is None:
        return str(arguments.text)
    try:
        return str(arguments.file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise Refused(
            f"{arguments.file} kan niet worden gelezen ({error}). Geef een bestand met tekst in UTF-8."
        ) from None


def run_place(arguments: argparse.Namespace) -> None:
    """Place a mail with an account."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.place_mail import place_mail

    on = arguments.on or today()
    client = client_by_key(arguments.client)
    row = place_mail(arguments.mail, client, arguments.debtor, on=on, at=moment(on), by=person())
    say(f"Geplaatst bij debiteur {row.account.number} als mail {row.pk}.")


def run_set_aside(arguments: argparse.Namespace) -> None:
    """Set a mail aside."""
    from voldaan.usecases.place_mail import set_mail_aside

    set_mail_aside(arguments.mail, at=moment(today()), by=person())
    say(f"Mail {arguments.mail} is opzijgelegd.")


def run_take_back(arguments: argparse.Namespace) -> None:
    """Take a mail from an account that it is not of."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.place_mail import take_mail_back

    on = arguments.on or today()
    stray = take_mail_back(client_by_key(arguments.client), arguments.mail, on=on, at=moment(on), by=person())
    say(
        f"De mail hoort niet bij deze debiteur; zij wacht nu als mail {stray.pk} bij wat niemand kon plaatsen."
    )


def taken_json(taken: "Taken") -> dict[str, Any]:
    """Return what became of a mail as JSON prints it."""
    return {
        "kind": "mail_taken",
        "mail_kind": taken.kind,
        "new": taken.is_new,
        "client": taken.client or None,
        "debtor": taken.debtor or None,
        "found_by": taken.found_by or None,
        "did": list(taken.did),
        "proposed": taken.proposed or None,
        "because": taken.because or None,
    }


_DID = {
    "HELD": "de debiteur wordt met rust gelaten tot iemand dit heeft gelezen",
    "BOUNCED": "het bericht is niet bezorgd",
    "ARRIVED": "het bericht is toch vertrokken",
}


def taken_words(taken: "Taken") -> str:
    """Return what became of a mail, in a sentence."""
    if not taken.is_new:
        return "was al bekend; er verandert niets."
    what = mail_kind_words(taken.kind, "nl")
    if not taken.client:
        return f"{what}; niemand weet nog bij wie dit hoort: voldaan mail list"
    did = "".join(f"; {_DID[one]}" for one in taken.did)
    seems = f" ({answer_words(taken.proposed, 'nl')}?)" if taken.proposed else ""
    return f"{what}{seems} van debiteur {taken.debtor} bij {taken.client}{did}."


def _standing(row: "MailRow") -> str:
    if row.decided:
        return f"{answer_words(row.decided, 'nl')} ({row.decided_by})"
    seems = f", {answer_words(row.proposed, 'nl')}? “{row.because}”" if row.proposed else ""
    return f"{mail_kind_words(row.kind, 'nl')}{seems}"
