"""Text sets: which there are, what they say, whether one can be used, and their versions."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from voldaan.interfaces.cli.answer import Refused, give, note, say, table
from voldaan.interfaces.cli.arguments import Add, person, with_json
from voldaan.interfaces.cli.clock import DUTCH_TIME, now, today
from voldaan.interfaces.cli.text_reading import Read, advice_as_json, refusal_as_json, say_message

if TYPE_CHECKING:
    from voldaan.usecases.judge_texts import TextSaid
    from voldaan.usecases.show_texts import ListedTexts
    from voldaan.usecases.try_texts import TriedTexts

BYTES_MAX = 1_000_000
SOURCE_WORDS = {"DESK": "gewijzigd", "HOME": "eigen bestand", "SHIPPED": "meegeleverd"}


def register(add: Add) -> None:
    """Add `texts` with `list`, `show`, `check`, `set` and `versions`."""
    texts = add("texts", says="the texts of messages: list, show, check, set, versions").add_subparsers(
        metavar="WHAT", required=True
    )
    listing = add("list", says="every text set, where it comes from, and who writes in it", under=texts)
    with_json(listing)
    listing.set_defaults(run=run_list)
    show = add("show", says="what a text set says otherwise, or all that it says", under=texts)
    show.add_argument("key", metavar="KEY")
    show.add_argument("--version", type=int, metavar="N", help="an earlier version (default: what is in use)")
    show.add_argument(
        "--whole", metavar="LANGUAGE", help="every text in this language, not only what differs"
    )
    show.add_argument(
        "--read",
        metavar="PART",
        help="read one message in it: a stage as FIRST_REMINDER, or a section as sms",
    )
    show.add_argument(
        "--message", metavar="KIND", help="which: the stage of an sms, or what a confirmation confirms"
    )
    show.add_argument(
        "--language", default="nl", metavar="LANGUAGE", help="in which it is read (default: nl)"
    )
    show.add_argument(
        "--to",
        metavar="CLIENT/DEBTOR",
        help="whose message it is (default: the first debtor who reads the set)",
    )
    show.set_defaults(run=run_show)
    check = add("check", says="whether a text set can be used, and what the guard says of it", under=texts)
    check.add_argument("file", metavar="FILE", type=Path)
    check.add_argument(
        "--as", dest="key", metavar="KEY", help="try it on the debtors of who writes in this set"
    )
    with_json(check)
    check.set_defaults(run=run_check)
    keep = add("set", says="keep a text as the next version of a text set", under=texts)
    keep.add_argument("key", metavar="KEY", help="letters, digits, dashes and underscores, as bakkerij")
    keep.add_argument("file", metavar="FILE", type=Path)
    keep.add_argument("--note", required=True, help="what you change, and why")
    keep.add_argument(
        "--from",
        dest="made_from",
        type=int,
        metavar="N",
        help="the version that the text was made from (0: the file): refused when another came after it",
    )
    keep.add_argument(
        "--accept-refusals",
        action="store_true",
        help="keep it although the guard stops it for some debtors: those messages wait for a person",
    )
    keep.set_defaults(run=run_set)
    versions = add("versions", says="the versions of a text set, and what each changed", under=texts)
    versions.add_argument("key", metavar="KEY")
    versions.set_defaults(run=run_versions)


def run_list(arguments: argparse.Namespace) -> None:
    """Print every text set."""
    from voldaan.usecases.known_texts import language_name, languages
    from voldaan.usecases.show_texts import as_json, list_texts

    found = list_texts(today())
    if arguments.json:
        give(map(as_json, found))
        return
    table(
        ("sleutel", "naam", "herkomst", "schrijft ermee"),
        (
            (one.key, _name(one), _source(one), ", ".join(who.client.key for who in one.writers))
            for one in found
        ),
    )
    named = ", ".join(f"{language_name(code, 'nl')} ({code})" for code in languages())
    say(f"Talen: {named}.")


def run_show(arguments: argparse.Namespace) -> None:
    """Print one text set."""
    from voldaan.letters.text_problems import TextsError
    from voldaan.letters.text_set_writing import written
    from voldaan.letters.text_sets import TextSet, read_text_set, whole_texts
    from voldaan.usecases.known_texts import folders, set_text
    from voldaan.usecases.show_texts import text_of_version

    try:
        number = arguments.version
        text = set_text(arguments.key) if number is None else text_of_version(arguments.key, number)
        if arguments.read:
            say_message(
                Read(
                    text_set=read_text_set(text),
                    key=arguments.key,
                    part=arguments.read,
                    kind=arguments.message or "",
                    language=arguments.language,
                    to=arguments.to or "",
                )
            )
            return
        if not arguments.whole:
            say(text.rstrip("\n"))
            return
        own = read_text_set(text)
        whole = {arguments.whole: whole_texts(own, arguments.whole, folders())}
        say(written(TextSet(name=own.name, about=own.about, base=own.base, changes=whole)).rstrip("\n"))
    except TextsError as error:
        raise Refused(_all(error)) from None


def run_check(arguments: argparse.Namespace) -> int:
    """Print what is said of a text set: exit code 1 where it cannot be used."""
    from voldaan.usecases.advise_texts import advise_texts
    from voldaan.usecases.judge_texts import judged_texts
    from voldaan.usecases.try_texts import try_texts

    found = judged_texts(_text(arguments.file))
    advice = list(advise_texts(found.text_set)) if found.text_set and found.may_be_used else []
    if arguments.json:
        give(_finding(one) for one in found.said)
        give(advice_as_json(one) for one in advice)
        if arguments.key and found.may_be_used:
            give(map(refusal_as_json, try_texts(arguments.key, found.text, on=today()).refused))
        return 0 if found.may_be_used else 1
    for one in found.said:
        say(one.told("nl"))
    if found.text_set is None or not found.may_be_used:
        raise Refused(f"{arguments.file} kan zo niet worden gebruikt.")
    for advised in advice:
        say(f"Leesadvies, {advised.path}: “{' '.join(advised.sentence.split())}” {advised.nl}")
    if arguments.key:
        _say_tried(try_texts(arguments.key, found.text, on=today()))
    say(f"Tekstset “{found.text_set.name}” kan worden gebruikt.")
    return 0


def run_set(arguments: argparse.Namespace) -> None:
    """Keep a text as the next version."""
    from voldaan.letters.text_problems import TextsError
    from voldaan.usecases.change_texts import save_texts

    try:
        saved = save_texts(
            arguments.key,
            _text(arguments.file),
            note=arguments.note,
            made_from=arguments.made_from,
            refusals_accepted=arguments.accept_refusals,
            on=today(),
            at=now(),
            by=person(),
        )
    except TextsError as error:
        raise Refused(f"{arguments.file}: niet bewaard. {_all(error)}") from None
    if saved.tried:
        _say_tried(saved.tried)
    if saved.is_new:
        say(f"{arguments.key}: bewaard als versie {saved.number}.")
    else:
        say(f"{arguments.key}: niets bewaard, de tekst zegt hetzelfde als wat al geldt.")


def run_versions(arguments: argparse.Namespace) -> None:
    """Print the versions of a text set, the newest first."""
    from voldaan.letters.text_problems import TextsError
    from voldaan.usecases.show_texts import show_texts

    try:
        versions = show_texts(arguments.key, today()).versions
    except TextsError as error:
        raise Refused(_all(error)) from None
    if not versions:
        say(f"Tekstset {arguments.key} is nog niet gewijzigd: zij is zoals haar bestand.")
    for one in versions:
        say(f"{one.number}  {one.made_at.astimezone(DUTCH_TIME):%Y-%m-%d %H:%M}  {one.made_by}: {one.note}")
        for line in one.changed:
            say(f"   {line.sign} {line.text}".rstrip())


def _say_tried(tried: "TriedTexts") -> None:
    """Say what the guard refuses of real debtors, and of how many messages that is said."""
    for one in tried.refused:
        note(
            f"Let op: {one.client.key}, debiteur {one.debtor} ({one.name}), {one.path}: {one.nl} ({one.rule})"
        )
    for client in tried.not_all:
        note(
            f"Let op: van {client.key} zijn niet alle berichten bekeken, want het zijn er te veel voor één keer."
        )
    for client in tried.left:
        note(f"Let op: {client.key} is niet bekeken.")
    for client, why in tried.cannot:
        note(f"Let op: {client.key} kon niet worden bekeken. {why}")
    say(
        f"Bekeken met echte debiteuren: {tried.looked_at} berichten, waarvan {len(tried.refused)} tegengehouden."
    )


def _text(path: Path) -> str:
    """Return the text in a file, or refuse what cannot be one."""
    try:
        if path.stat().st_size > BYTES_MAX:
            raise Refused(f"{path} is groter dan {BYTES_MAX // 1_000_000} MB: dat is geen tekstset.")
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise Refused(f"{path} is geen tekst in UTF-8. Bewaar het bestand als UTF-8.") from None
    except OSError as error:
        raise Refused(f"{path} kan niet worden gelezen: {error.strerror}.") from None


def _all(error: Exception) -> str:
    from voldaan.letters.text_problems import TextsError

    assert isinstance(error, TextsError)
    return " ".join(one.told("nl") for one in error.problems)


def _name(listed: "ListedTexts") -> str:
    return listed.name if listed.judged.may_be_used else f"{listed.name} (kan zo niet worden gebruikt)"


def _source(listed: "ListedTexts") -> str:
    words = SOURCE_WORDS[listed.source]
    return f"{words}, versie {listed.number}" if listed.number else words


def _finding(said: "TextSaid") -> dict[str, object]:
    return {
        "kind": "text_finding",
        "severity": said.weight,
        "line": said.line,
        "path": said.path,
        "says": said.nl,
    }
