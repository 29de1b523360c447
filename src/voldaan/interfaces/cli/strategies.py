"""Strategies: which there are, what they say, whether a text can be used, and their versions."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from voldaan.interfaces.cli.answer import Refused, give, note, say, table
from voldaan.interfaces.cli.arguments import Add, person, with_json
from voldaan.interfaces.cli.clock import DUTCH_TIME, now, today

if TYPE_CHECKING:
    from voldaan.domain.strategy.strategy import Strategy
    from voldaan.usecases.judge_strategy import Judged, Said
    from voldaan.usecases.show_strategies import ListedStrategy

BYTES_MAX = 1_000_000
SOURCE_WORDS = {"DESK": "gewijzigd", "HOME": "eigen bestand", "SHIPPED": "meegeleverd"}


def register(add: Add) -> None:
    """Add `strategy` with `list`, `show`, `check`, `set` and `versions`."""
    strategy = add("strategy", says="strategies: list, show, check, set, versions").add_subparsers(
        metavar="WHAT", required=True
    )
    listing = add("list", says="every strategy, where it comes from, and who follows it", under=strategy)
    with_json(listing)
    listing.set_defaults(run=run_list)
    show = add("show", says="the text of a strategy, or the strategy in sentences", under=strategy)
    show.add_argument("key", metavar="KEY")
    show.add_argument("--version", type=int, metavar="N", help="an earlier version (default: what is in use)")
    show.add_argument("--aloud", action="store_true", help="in sentences instead of its text")
    show.add_argument("--language", choices=("nl", "en"), default="nl")
    with_json(show)
    show.set_defaults(run=run_show)
    check = add("check", says="whether a text can be used, and what is unwise in it", under=strategy)
    check.add_argument("file", metavar="FILE", type=Path)
    with_json(check)
    check.set_defaults(run=run_check)
    keep = add("set", says="keep a text as the next version of a strategy", under=strategy)
    keep.add_argument("key", metavar="KEY", help="letters, digits, dashes and underscores, as trouwe-klant")
    keep.add_argument("file", metavar="FILE", type=Path)
    keep.add_argument("--note", required=True, help="what you change, and why")
    keep.add_argument(
        "--from",
        dest="made_from",
        type=int,
        metavar="N",
        help="the version that the text was made from (0: the file): refused when another came after it",
    )
    keep.set_defaults(run=run_set)
    versions = add("versions", says="the versions of a strategy, and what each changed", under=strategy)
    versions.add_argument("key", metavar="KEY")
    with_json(versions)
    versions.set_defaults(run=run_versions)


def run_list(arguments: argparse.Namespace) -> None:
    """Print every strategy."""
    from voldaan.usecases.show_strategies import as_json, list_strategies

    found = list_strategies(today())
    if arguments.json:
        give(map(as_json, found))
        return
    table(
        ("sleutel", "naam", "herkomst", "gevolgd door"),
        ((one.key, _name(one), _source(one), _followers(one)) for one in found),
    )


def run_show(arguments: argparse.Namespace) -> None:
    """Print one strategy."""
    from voldaan.usecases.show_strategies import as_json, show_strategy

    shown = show_strategy(arguments.key, today(), arguments.version)
    found = shown.judged
    if arguments.json:
        give([{**as_json(shown.listed), "shown_version": arguments.version, "text": found.text}])
    elif not arguments.aloud:
        say(found.text.rstrip("\n"))
    elif found.strategy is None:
        raise Refused(f"Strategie {arguments.key} kan niet worden gelezen. {_all_wrong(found)}")
    else:
        _say_aloud(found.strategy, arguments.language)


def run_check(arguments: argparse.Namespace) -> int:
    """Print what is said of a text: exit code 1 where it cannot be used."""
    from voldaan.usecases.judge_strategy import judged

    found = judged(_text(arguments.file))
    if arguments.json:
        give(_finding(one) for one in found.said)
        return 0 if found.may_be_used else 1
    for one in found.said:
        say(_told(one))
    if not found.may_be_used:
        raise Refused(f"{arguments.file} kan zo niet worden gebruikt.")
    assert found.strategy is not None
    say(f"Strategie “{found.strategy.name}” kan worden gebruikt.")
    return 0


def run_set(arguments: argparse.Namespace) -> None:
    """Keep a text as the next version."""
    from voldaan.usecases.change_strategy import save_strategy

    saved = save_strategy(
        arguments.key,
        _text(arguments.file),
        note=arguments.note,
        made_from=arguments.made_from,
        on=today(),
        at=now(),
        by=person(),
    )
    for one in saved.judged.unwise:
        note(f"Let op: {_told(one)}")
    if saved.is_new:
        say(f"{arguments.key}: bewaard als versie {saved.number}.")
    else:
        say(f"{arguments.key}: niets bewaard, de tekst zegt hetzelfde als wat al geldt.")


def run_versions(arguments: argparse.Namespace) -> None:
    """Print the versions of a strategy, the newest first."""
    from voldaan.usecases.show_strategies import show_strategy, version_json

    versions = show_strategy(arguments.key, today()).versions
    if arguments.json:
        give(version_json(arguments.key, one) for one in versions)
        return
    if not versions:
        say(f"Strategie {arguments.key} is nog niet gewijzigd: zij is zoals haar bestand.")
    for one in versions:
        say(f"{one.number}  {one.made_at.astimezone(DUTCH_TIME):%Y-%m-%d %H:%M}  {one.made_by}: {one.note}")
        for line in one.changed:
            say(f"   {line.sign} {line.text}".rstrip())


def _text(path: Path) -> str:
    """Return the text in a file, or refuse what cannot be one."""
    try:
        if path.stat().st_size > BYTES_MAX:
            raise Refused(f"{path} is groter dan {BYTES_MAX // 1_000_000} MB: dat is geen strategie.")
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise Refused(f"{path} is geen tekst in UTF-8. Bewaar het bestand als UTF-8.") from None
    except OSError as error:
        raise Refused(f"{path} kan niet worden gelezen: {error.strerror}.") from None


def _say_aloud(strategy: "Strategy", language: str) -> None:
    from voldaan.domain.strategy.aloud import aloud
    from voldaan.usecases.known_texts import language_names

    for number, passage in enumerate(aloud(strategy, language, names=language_names(language))):
        if number:
            say()
        say(passage.heading)
        for sentence in passage.sentences:
            say(f"  {sentence}")


def _name(listed: "ListedStrategy") -> str:
    return listed.name if listed.judged.may_be_used else f"{listed.name} (kan zo niet worden gebruikt)"


def _source(listed: "ListedStrategy") -> str:
    words = SOURCE_WORDS[listed.source]
    return f"{words}, versie {listed.number}" if listed.number else words


def _followers(listed: "ListedStrategy") -> str:
    return ", ".join(
        f"{one.client.key} (nu niet)" if one.by == "LATER" else one.client.key for one in listed.followers
    )


def _told(said: "Said") -> str:
    because = f" ({said.because('nl')})" if said.because("nl") else ""
    words = f"Regel {said.line}: {said.nl}" if said.line else said.told("nl")
    return f"{words}{because}"


def _all_wrong(judged: "Judged") -> str:
    return " ".join(_told(one) for one in judged.wrong)


def _finding(said: "Said") -> dict[str, object]:
    return {
        "kind": "strategy_finding",
        "severity": said.weight,
        "line": said.line,
        "says": said.nl,
        "article": said.citation.label if said.citation else None,
        "rests_on": said.because("nl"),
    }
