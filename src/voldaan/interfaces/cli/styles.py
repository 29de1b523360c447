"""House styles: which there are, what they say, whether a text can be used, their versions, and how one looks."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from voldaan.interfaces.cli.answer import Refused, give, note, say, table
from voldaan.interfaces.cli.arguments import Add, person, with_json
from voldaan.interfaces.cli.clock import DUTCH_TIME, now, today

if TYPE_CHECKING:
    from voldaan.letters.style_text import StyleProblem
    from voldaan.usecases.judge_style import JudgedStyle
    from voldaan.usecases.show_styles import ListedStyle

BYTES_MAX = 1_000_000
PICTURES = ("logo", "signature")


def register(add: Add) -> None:
    """Add `style` with `list`, `show`, `check`, `set` and `versions`."""
    style = add("style", says="house styles: list, show, check, set, versions").add_subparsers(
        metavar="WHAT", required=True
    )
    listing = add("list", says="every house style, and who writes in it", under=style)
    with_json(listing)
    listing.set_defaults(run=run_list)
    show = add("show", says="the text of a house style, and an example letter in it", under=style)
    show.add_argument("key", metavar="KEY")
    show.add_argument("--version", type=int, metavar="N", help="an earlier version (default: what is in use)")
    show.add_argument(
        "--letter", type=Path, metavar="FILE", help="write an example letter as PDF to this file"
    )
    show.add_argument(
        "--mail", type=Path, metavar="FILE", help="write an example e-mail as HTML to this file"
    )
    show.add_argument(
        "--language", default="nl", metavar="CODE", help="of the example: one that there are texts in"
    )
    with_json(show)
    show.set_defaults(run=run_show)
    check = add("check", says="whether a text can be used, and what to write instead", under=style)
    check.add_argument("file", metavar="FILE", type=Path)
    with_json(check)
    check.set_defaults(run=run_check)
    keep = add("set", says="keep a text as the next version of a house style", under=style)
    keep.add_argument("key", metavar="KEY", help="letters, digits, dashes and underscores, as molen")
    keep.add_argument("file", metavar="FILE", type=Path)
    keep.add_argument("--logo", type=Path, metavar="FILE", help="the logo, as SVG or PNG")
    keep.add_argument("--signature", type=Path, metavar="FILE", help="a written signature, as SVG or PNG")
    keep.add_argument("--note", required=True, help="what you change, and why")
    keep.add_argument(
        "--from", dest="made_from", type=int, metavar="N",
        help="the version that the text was made from: refused when another came after it",
    )  # fmt: skip
    keep.set_defaults(run=run_set)
    versions = add("versions", says="the versions of a house style, and what each changed", under=style)
    versions.add_argument("key", metavar="KEY")
    with_json(versions)
    versions.set_defaults(run=run_versions)


def run_list(arguments: argparse.Namespace) -> None:
    """Print every house style."""
    from voldaan.usecases.show_styles import list_styles, style_json

    found = list_styles()
    if arguments.json:
        give(map(style_json, found))
        return
    table(
        ("sleutel", "naam", "versie", "lettertype", "venster", "gebruikt door"),
        ((one.key, _name(one), str(one.number), *_look(one), _wearers(one)) for one in found),
    )


def run_show(arguments: argparse.Namespace) -> None:
    """Print one house style, or write an example of it."""
    from voldaan.usecases.known_texts import languages
    from voldaan.usecases.preview_style import preview_style
    from voldaan.usecases.show_styles import show_style, style_json

    shown = show_style(arguments.key, arguments.version)
    if arguments.letter or arguments.mail:
        if arguments.language not in languages():
            raise Refused(
                f"In de taal {arguments.language!r} zijn er geen teksten. Kies uit: {', '.join(languages())}."
            )
        wearer = next(iter(shown.listed.wearers), None)
        seen = preview_style(shown.judged, wearer, on=today(), language=arguments.language)
        for path, content in ((arguments.letter, seen.pdf), (arguments.mail, seen.html.encode())):
            if path:
                _write(path, content)
                say(f"Geschreven: {path}")
    elif arguments.json:
        give([{**style_json(shown.listed), "shown_version": arguments.version, "text": shown.judged.text}])
    else:
        say(shown.judged.text.rstrip("\n"))


def run_check(arguments: argparse.Namespace) -> int:
    """Print what is wrong with a text: exit code 1 where it cannot be used."""
    from voldaan.usecases.judge_style import judged_style

    found = judged_style(_text(arguments.file))
    if arguments.json:
        give(_problem(one) for one in found.wrong)
        return 0 if found.style is not None else 1
    for one in found.wrong:
        say(one.told("nl"))
    if found.told is None or found.style is None:
        raise Refused(f"{arguments.file} kan zo niet worden gebruikt.")
    say(f"Huisstijl “{found.told.name}” kan worden gebruikt.")
    return 0


def run_set(arguments: argparse.Namespace) -> None:
    """Keep a text as the next version."""
    from voldaan.usecases.change_style import save_style
    from voldaan.usecases.known_styles import wearers

    files = {name: _bytes(path) for name in PICTURES if (path := getattr(arguments, name)) is not None}
    saved = save_style(
        arguments.key,
        _text(arguments.file),
        note=arguments.note,
        files=files,
        made_from=arguments.made_from,
        on=today(),
        at=now(),
        by=person(),
    )
    if not saved.is_new:
        say(f"{arguments.key}: niets bewaard, de tekst zegt hetzelfde als wat al geldt.")
        return
    say(f"{arguments.key}: bewaard als versie {saved.number}.")
    if not wearers().get(arguments.key):
        note(
            f"Niemand schrijft er nog in. Kies hem voor een opdrachtgever: voldaan client add … --style {arguments.key}"
        )


def run_versions(arguments: argparse.Namespace) -> None:
    """Print the versions of a house style, the newest first."""
    from voldaan.usecases.show_styles import show_style, style_version_json

    versions = show_style(arguments.key).versions
    if arguments.json:
        give(style_version_json(arguments.key, one) for one in versions)
        return
    for one in versions:
        say(f"{one.number}  {one.made_at.astimezone(DUTCH_TIME):%Y-%m-%d %H:%M}  {one.made_by}: {one.note}")
        for line in one.changed:
            say(f"   {line.sign} {line.text}".rstrip())


def _text(path: Path) -> str:
    """Return the text in a file, or refuse what cannot be one."""
    try:
        return _bytes(path).decode("utf-8")
    except UnicodeDecodeError:
        raise Refused(f"{path} is geen tekst in UTF-8. Bewaar het bestand als UTF-8.") from None


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > BYTES_MAX:
            raise Refused(
                f"{path} is groter dan {BYTES_MAX // 1_000_000} MB: dat hoort niet in een huisstijl."
            )
        return path.read_bytes()
    except OSError as error:
        raise Refused(f"{path} kan niet worden gelezen: {error.strerror}.") from None


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise Refused(f"{path} kan niet worden geschreven: {error.strerror}.") from None


def _name(listed: "ListedStyle") -> str:
    return listed.name if listed.judged.style is not None else f"{listed.name} (kan zo niet worden gebruikt)"


def _look(listed: "ListedStyle") -> tuple[str, str]:
    judged: JudgedStyle = listed.judged
    if judged.told is None:
        return "", ""
    return judged.told.typeface, {"left": "links", "right": "rechts"}[judged.told.window]


def _wearers(listed: "ListedStyle") -> str:
    return ", ".join(f"{one.key} (bureau)" if one.is_agency else one.key for one in listed.wearers)


def _problem(problem: "StyleProblem") -> dict[str, Any]:
    return {"kind": "style_problem", "line": problem.line, "key": problem.key or None, "says": problem.nl}
