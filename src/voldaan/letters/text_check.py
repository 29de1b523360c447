"""What texts must be before they are used: whole, with words that are known, and without a fact typed by hand.

A value is a sentence, a list of sentences, or a choice: a table whose keys are all sides of one axis (own or agency,
one or many …). A sentence says no amount, day, account, telephone number or address of its own: those are facts of
each message (P8), and come in between braces.
"""

import re
import string
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from voldaan.domain.text import amounts, days
from voldaan.domain.wording import scan_contacts, scan_references
from voldaan.domain.wording.facts import TEXT_KEYS
from voldaan.domain.wording.words import HELP_SITES
from voldaan.letters.text_problems import TextProblem
from voldaan.letters.text_sections import REPLY_SECTIONS, SPOKEN_SECTIONS, TABLES, Place, place_of
from voldaan.letters.text_trees import node_at

AXES: Final[tuple[frozenset[str], ...]] = (
    frozenset({"own", "agency"}),
    frozenset({"one", "many"}),
    frozenset({"letter", "email"}),
    frozenset({"single", "several"}),
    frozenset({"qr", "no_qr"}),
    frozenset({"NONE", "COLLECTION"}),
    frozenset({"LAST", "MORE"}),
    frozenset({"callable", "not_callable"}),
    frozenset({"by_both", "by_phone", "by_mail", "by_paper"}),
    frozenset({"named", "person", "organisation"}),
)
SIDES: Final = frozenset().union(*AXES)
STAGES: Final = TEXT_KEYS
POINTS: Final = ("pay", "later", "unable", "arrange", "paid", "wrong", "help", "genuine")
STAGE_TEXTS: Final = ("subject", "title", "opening", "points", "next")
LISTS: Final = re.compile(
    r"figures\.(?:months|weekdays)(?:\.|$)|stages\.\w+\.(?:opening|points|next)(?:\.|$)"
    r"|(?:thanks|statement_mail|confirmation\.\w+)\.opening(?:\.|$)|call\.\w+_lines$"
)
"""The texts that are several sentences."""
WORDS: Final = frozenset(
    "account_name also_count amount boxes count creditor creditor_phone debtor due due_weekday email iban index issue "
    "notice_consequence notice_term notice_total notice_vat number page pages pay_by pay_by_weekday payment_reference "
    "payments_until person phone signer".split()
)
_OF_AN_AMOUNT: Final = frozenset({"amount", "currency"})
_OF_A_DAY: Final = frozenset({"day", "month", "weekday", "year"})
FIGURE_WORDS: Final[Mapping[str, frozenset[str]]] = {
    "amount": _OF_AN_AMOUNT, "amount_other": _OF_AN_AMOUNT, "date": _OF_A_DAY, "date_weekday": _OF_A_DAY,
}  # fmt: skip
LABELS: Final = frozenset(
    "to_pay to_pay_part by iban blocked_iban account_name payment_reference invoice invoices_counted invoice_of due "
    "subject part_paid processed qr_caption qr_alt points_heading next_heading overview also_open column_invoice "
    "column_issued column_due column_subject column_open line_dates total our_reference debtor_number coc mark "
    "phone email page claim_heading claim_intro claim_creditor claim_debtor claim_agency claim_term claim_term_value "
    "claim_extended claim_extended_value notice_term "
    "code code_use enclosure claim_principal claim_interest claim_costs claim_costs_now on_behalf".split()
)
GREETING: Final = frozenset("name closing also_open enclosed blocked_part".split())
FIGURES: Final = frozenset("thousands decimal amount amount_other months weekdays date date_weekday".split())
LANGUAGE: Final = frozenset({"nl", "en"})
"""What a language is called in Dutch and in English."""
SECTIONS: Final = frozenset({"language", "figures", "labels", "greeting", "points", "stages"})
SUBJECT_CHARACTERS_MAX: Final = 150
"""With its {words} as they are written. A mail program shows far less."""
SENTENCE_CHARACTERS_MAX: Final = 600
_NO_NAME = re.compile(r"[^\w \-]")
_LONG_NAME = re.compile(r".{27,}")
_MARKUP = re.compile(r"<[a-z/!][^>]*>?|&(?:[a-z]+|#\d+);|\]\(|\*\*|^\s*#", re.IGNORECASE)


def problems_of(tree: Mapping[str, Any]) -> Iterator[TextProblem]:
    """Yield everything that must be mended in the texts of a language."""
    apart = frozenset().union(*(part for part in (SPOKEN_SECTIONS, REPLY_SECTIONS) if part & tree.keys()))
    yield from _names("", tree, SECTIONS | apart)
    yield from _names("language", tree.get("language", {}), LANGUAGE)
    yield from _names("figures", tree.get("figures", {}), FIGURES)
    yield from _names("labels", tree.get("labels", {}), LABELS)
    yield from _names("greeting", tree.get("greeting", {}), GREETING)
    yield from _names("points", tree.get("points", {}), frozenset(POINTS))
    yield from _names("stages", tree.get("stages", {}), frozenset(STAGES))
    for name, point in _known(tree, "points", POINTS):
        yield from _names(f"points.{name}", point, frozenset({"lead", "text"}))
    for name, stage in _known(tree, "stages", STAGES):
        yield from _names(f"stages.{name}", stage, frozenset(STAGE_TEXTS))
        yield from _unknown_points(name, stage.get("points", []) if isinstance(stage, Mapping) else [])
    yield from _lengths(tree)
    yield from _leaves(tree)
    for table, expected in TABLES.items():
        if table.partition(".")[0] in tree:
            yield from _apart(table, node_at(tree, table), expected)


def is_list(path: str) -> bool:
    """Test if the text at this path is several sentences."""
    return LISTS.match(path) is not None


def _tables(tree: Mapping[str, Any], section: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    below = _table(tree, section)
    yield from ((name, one) for name, one in below.items() if isinstance(one, Mapping))


def _known(tree: Mapping[str, Any], section: str, names: Iterable[str]) -> Iterator[tuple[str, Any]]:
    """Yield what stands under each known name that is there, also where that is no table."""
    below = _table(tree, section)
    yield from ((name, one) for name, one in below.items() if name in names or isinstance(one, Mapping))


def _table(tree: Any, name: str) -> Mapping[str, Any]:
    """Return the table of this name; an empty one where something else stands there, of which `_names` tells."""
    below = tree.get(name) if isinstance(tree, Mapping) else None
    return below if isinstance(below, Mapping) else {}


def _names(path: str, node: Any, expected: frozenset[str]) -> Iterator[TextProblem]:
    if not isinstance(node, Mapping):
        yield TextProblem(
            path, f'"{path}" moet een tabel met teksten zijn.', f'"{path}" must be a table of texts.'
        )
        return
    at = f"{path}." if path else ""
    for name in sorted(expected - node.keys()):
        yield TextProblem(
            f"{at}{name}", f'"{at}{name}" ontbreekt. Vul die tekst in.', f'"{at}{name}" is missing.'
        )
    for name in sorted(node.keys() - expected):
        yield TextProblem(
            f"{at}{name}",
            f'"{at}{name}" wordt nergens gebruikt: haal het weg of verbeter de naam. Bekend zijn: '
            f"{', '.join(sorted(expected))}.",
            f'"{at}{name}" is not used: remove it or correct its name.',
        )


def _unknown_points(stage: str, points: Any) -> Iterator[TextProblem]:
    for below in points.values() if isinstance(points, Mapping) else ():
        yield from _unknown_points(stage, below)
    for name in points if isinstance(points, list) else []:
        if name not in POINTS:
            path, known = f"stages.{stage}.points", ", ".join(POINTS)
            yield TextProblem(
                path,
                f'"{path}" noemt "{name}", en dat is geen van {known}.',
                f'"{path}" names "{name}", which is none of {known}.',
            )


def _lengths(tree: Mapping[str, Any]) -> Iterator[TextProblem]:
    for name, count in (("months", 12), ("weekdays", 7)):
        given = _table(tree, "figures").get(name, [])
        if isinstance(given, list) and len(given) != count and given:
            yield TextProblem(
                f"figures.{name}",
                f'"figures.{name}" heeft {len(given)} namen, en het zijn er {count}.',
                f'"figures.{name}" has {len(given)} names, and there are {count}.',
            )


def _leaves(tree: Mapping[str, Any]) -> Iterator[TextProblem]:
    for name, node in _table(tree, "figures").items():
        if isinstance(node, Mapping):
            at = f"figures.{name}"
            yield TextProblem(at, f'"{at}" is altijd hetzelfde, en geen keuze.', f'"{at}" is no choice.')
        else:
            yield from _texts(f"figures.{name}", node, FIGURE_WORDS.get(name, frozenset()))
    for section in ("labels", "greeting"):
        for name, node in _table(tree, section).items():
            yield from _texts(f"{section}.{name}", node, WORDS)
    for section in ("points", "stages"):
        for name, texts in _tables(tree, section):
            for key, node in texts.items():
                yield from _texts(f"{section}.{name}.{key}", node, WORDS)


def _apart(table: str, node: Any, expected: frozenset[str]) -> Iterator[TextProblem]:
    """Yield what is wrong with a table of what is said by telephone, or of what asks for nothing."""
    yield from _names(table, node, expected)
    for name in sorted(expected & node.keys()) if isinstance(node, Mapping) else ():
        path = f"{table}.{name}"
        if path not in TABLES:
            place = place_of(path)
            yield from _texts(path, node[name], place.words, place.axes)
            yield from _as_name(path, node[name], place)


def _as_name(path: str, text: Any, place: Place) -> Iterator[TextProblem]:
    if (
        place.is_name
        and isinstance(text, str)
        and (found := _NO_NAME.search(text) or _LONG_NAME.search(text))
    ):
        yield TextProblem(
            path,
            f'"{path}" wordt de naam van een bestand of blad. Dat kan niet met «{found.group()}»: neem ten hoogste 26 '
            "letters, cijfers, spaties en streepjes.",
            f'"{path}" becomes the name of a file or a sheet, and cannot with «{found.group()}»: take at most 26 '
            "letters, digits, spaces and dashes.",
        )


def _texts(
    path: str, node: Any, words: frozenset[str], axes: tuple[frozenset[str], ...] = AXES
) -> Iterator[TextProblem]:
    if isinstance(node, dict):
        yield from _choice(path, node, words, axes)
    elif isinstance(node, list) and node and is_list(path):
        for text in node:
            yield from _sentence(path, text, words)
    elif not isinstance(node, list) and is_list(path):
        yield TextProblem(
            path,
            f'"{path}" is een lijst van zinnen: zet die tussen vierkante haken, elke zin tussen aanhalingstekens.',
            f'"{path}" is a list of sentences: put them between square brackets, each between quotes.',
        )
    else:
        yield from _sentence(path, node, words)


def _choice(
    path: str, node: Mapping[str, Any], words: frozenset[str], axes: tuple[frozenset[str], ...]
) -> Iterator[TextProblem]:
    given = ", ".join(sorted(node))
    if not axes:
        yield TextProblem(
            path,
            f'"{path}" is één tekst, zonder kanten; het geeft {given}. Schrijf één zin voor alle berichten.',
            f'"{path}" is one text, without sides; it gives {given}. Write one sentence for all messages.',
        )
        return
    if frozenset(node) not in axes:
        axis = next((one for one in axes if one & node.keys()), None)
        sides = f" ({', '.join(sorted(axis))})" if axis else ""
        yield TextProblem(
            path,
            f'"{path}" moet alle kanten van één keuze geven{sides}; het geeft {given}.',
            f'"{path}" must give both sides of one choice; it gives {given}.',
        )
    for side, below in node.items():
        yield from _texts(f"{path}.{side}", below, words, axes)


def _sentence(path: str, text: Any, words: frozenset[str]) -> Iterator[TextProblem]:
    if not isinstance(text, str) or not text.strip():
        yield TextProblem(
            path, f'"{path}" is leeg. Schrijf er een zin.', f'"{path}" must be a text that is not empty.'
        )
        return
    hidden = next((sign for sign in text if _is_hidden(sign)), "")
    if hidden:
        yield TextProblem(
            path,
            f'"{path}" bevat een teken dat niemand ziet (U+{ord(hidden):04X}), zoals een nieuwe regel of een teken dat '
            "de leesrichting keert. Haal het weg.",
            f'"{path}" holds a character that nobody sees (U+{ord(hidden):04X}), as a new line or one that turns the '
            "direction of reading. Remove it.",
        )
        return
    try:
        fields = [(name, spec, conversion) for _, name, spec, conversion in string.Formatter().parse(text)]
    except ValueError as error:
        yield TextProblem(
            path,
            f'"{path}" heeft een accolade te veel of te weinig. Schrijf een woord dat wordt ingevuld zo: {{number}}.',
            f'"{path}" has a brace too many or too few ({error}).',
        )
        return
    for name, spec, conversion in fields:
        if name is not None and (name not in words or spec or conversion):
            known = ", ".join(sorted(words))
            yield TextProblem(
                path,
                f'"{path}" gebruikt {{{name}}}, en dat kennen wij niet. Bekend zijn: {known}.',
                f'"{path}" uses {{{name}}}, which is not known. Known are: {known}.',
            )
    if not path.startswith("figures."):
        yield from _typed(path, re.sub(r"\{\w*\}", "…", text))
    yield from _too_long(path, text)


def _is_hidden(sign: str) -> bool:
    """Test if a sign is a control: it would end a subject, or read otherwise than the guard does."""
    category = unicodedata.category(sign)
    return category.startswith("C") or category in ("Zl", "Zp")


def _too_long(path: str, text: str) -> Iterator[TextProblem]:
    most = SUBJECT_CHARACTERS_MAX if ".subject" in path else SENTENCE_CHARACTERS_MAX
    if len(text) > most:
        yield TextProblem(
            path,
            f'"{path}" heeft {len(text)} tekens, en er passen er {most}. Kort de zin in.',
            f'"{path}" has {len(text)} characters, and {most} fit. Shorten it.',
        )


def _typed(path: str, text: str) -> Iterator[TextProblem]:
    """Yield each fact that somebody typed by hand, with the word that stands for the one of each message."""
    markup = _MARKUP.search(text)
    if markup:
        yield TextProblem(
            path,
            f'"{path}" bevat opmaak («{markup.group()}»). Schrijf gewone zinnen: de huisstijl doet de opmaak.',
            f'"{path}" holds markup («{markup.group()}»). Write plain sentences: the house style does the looks.',
        )
    for what_nl, what_en, found, instead in _facts_in(text):
        yield TextProblem(
            path,
            f'"{path}" noemt zelf {what_nl} («{found}»). Dat is bij elk bericht anders: schrijf {instead}, of haal het '
            "weg.",
            f'"{path}" names {what_en} itself («{found}»). It differs with each message: write {instead}, or leave it '
            "out.",
        )


def _facts_in(text: str) -> Iterator[tuple[str, str, str, str]]:
    for one in amounts.amounts(text):
        if not (one.is_percentage and one.cents == 100_00):
            yield "een bedrag", "an amount", text[one.start : one.end], "{amount}"
    for day in days.days(text):
        yield "een dag", "a day", text[day.start : day.end], "{pay_by}"
    for token in scan_references.ibans(text):
        yield "een rekening", "an account", text[token.start : token.end], "{iban}"
    for token in scan_contacts.emails(text):
        yield "een e-mailadres", "an e-mail address", text[token.start : token.end], "{email}"
    for token in scan_contacts.links(text):
        if token.value not in HELP_SITES:
            yield "een webadres", "a link", text[token.start : token.end], "{email}"
    for token in scan_contacts.phones(text):
        yield "een telefoonnummer", "a telephone number", text[token.start : token.end], "{phone}"
