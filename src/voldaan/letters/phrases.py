"""The sentences of one language, read from `texts/<language>/texts.toml` and checked when they are read.

A value is a sentence, a list of sentences, or a choice: a table whose keys are all sides of one axis
(own or agency, one or many …). A missing side or an unknown {word} is refused at once, so that a text
which cannot be filled in never waits for the debtor who would have received it.
"""

import string
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any, Final

from voldaan.domain.wording.facts import TEXT_KEYS

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
STAGES: Final = TEXT_KEYS
POINTS: Final = ("pay", "later", "unable", "arrange", "paid", "wrong", "help", "genuine")
STAGE_TEXTS: Final = frozenset({"subject", "title", "opening", "points", "next"})
WORDS: Final = frozenset(
    "account_name also_count amount boxes count creditor creditor_phone debtor due due_weekday email iban index issue "
    "notice_consequence notice_term notice_total notice_vat number page pages pay_by pay_by_weekday payment_reference "
    "payments_until person phone signer".split()
)
FIGURE_WORDS: Final = frozenset("amount currency day month weekday year".split())
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

Words = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """The checked texts of one language."""

    language: str
    tree: Mapping[str, Any]

    def one(self, path: str, sides: frozenset[str], words: Words) -> str:
        """Return the sentence at `path` for these sides, filled in."""
        return str(self._pick(path, sides)).format_map(words)

    def many(self, path: str, sides: frozenset[str], words: Words) -> tuple[str, ...]:
        """Return the sentences at `path` for these sides, filled in."""
        return tuple(str(text).format_map(words) for text in self._pick(path, sides))

    def _pick(self, path: str, sides: frozenset[str]) -> Any:
        node: Any = self.tree
        for name in path.split("."):
            node = node[name]
        while isinstance(node, dict):
            node = node[next(iter(sides & node.keys()))]
        return node


@lru_cache(maxsize=16)
def phrases(language: str) -> Phrases:
    """Return the texts of a language, read and checked once."""
    source = resources.files("voldaan.letters").joinpath("texts", language, "texts.toml")
    if not source.is_file():
        raise ValueError(
            f'There are no texts for the language "{language}". Add texts/{language}/texts.toml.'
        )
    return read_phrases(language, source.read_text(encoding="utf-8"))


def read_phrases(language: str, toml: str) -> Phrases:
    """Return the texts in `toml`, or raise ValueError with every place that must be mended."""
    try:
        tree = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"The texts for {language} are not valid TOML: {error}.") from None
    wrong = tuple(_problems(tree))
    if wrong:
        raise ValueError(f"The texts for {language} must be mended: " + " ".join(wrong))
    return Phrases(language=language, tree=tree)


def _problems(tree: Mapping[str, Any]) -> Iterator[str]:
    yield from _names("figures", tree.get("figures", {}), FIGURES)
    yield from _names("labels", tree.get("labels", {}), LABELS)
    yield from _names("greeting", tree.get("greeting", {}), GREETING)
    yield from _names("points", tree.get("points", {}), frozenset(POINTS))
    yield from _names("stages", tree.get("stages", {}), frozenset(STAGES))
    for name, point in tree.get("points", {}).items():
        yield from _names(f"points.{name}", point, frozenset({"lead", "text"}))
    for name, stage in tree.get("stages", {}).items():
        yield from _names(f"stages.{name}", stage, STAGE_TEXTS)
        yield from _unknown_points(name, stage.get("points", []))
    yield from _leaves(tree)


def _names(path: str, node: Mapping[str, Any], expected: frozenset[str]) -> Iterator[str]:
    for name in sorted(expected - node.keys()):
        yield f'"{path}.{name}" is missing.'
    for name in sorted(node.keys() - expected):
        yield f'"{path}.{name}" is not used: remove it or correct its name.'


def _unknown_points(stage: str, points: list[str]) -> Iterator[str]:
    for name in points:
        if name not in POINTS:
            yield f'"stages.{stage}.points" names "{name}", which is none of {", ".join(POINTS)}.'


def _leaves(tree: Mapping[str, Any]) -> Iterator[str]:
    for name, node in tree.get("figures", {}).items():
        yield from _texts(f"figures.{name}", node, FIGURE_WORDS)
    for section in ("labels", "greeting"):
        for name, node in tree.get(section, {}).items():
            yield from _texts(f"{section}.{name}", node, WORDS)
    for section in ("points", "stages"):
        for name, texts in tree.get(section, {}).items():
            for key, node in texts.items():
                yield from _texts(f"{section}.{name}.{key}", node, WORDS)


def _texts(path: str, node: Any, words: frozenset[str]) -> Iterator[str]:
    if isinstance(node, dict):
        yield from _choice(path, node, words)
    elif isinstance(node, list) and node:
        for text in node:
            yield from _sentence(path, text, words)
    else:
        yield from _sentence(path, node, words)


def _choice(path: str, node: Mapping[str, Any], words: frozenset[str]) -> Iterator[str]:
    if frozenset(node) not in AXES:
        yield f'"{path}" must give both sides of one choice; it gives {", ".join(sorted(node))}.'
    for side, below in node.items():
        yield from _texts(f"{path}.{side}", below, words)


def _sentence(path: str, text: Any, words: frozenset[str]) -> Iterator[str]:
    if not isinstance(text, str) or not text.strip():
        yield f'"{path}" must be a text that is not empty.'
        return
    try:
        fields = [(name, spec, conversion) for _, name, spec, conversion in string.Formatter().parse(text)]
    except ValueError as error:
        yield f'"{path}" has a brace too many or too few ({error}).'
        return
    for name, spec, conversion in fields:
        if name is not None and (name not in words or spec or conversion):
            yield f'"{path}" uses {{{name}}}, which is not known. Known are: {", ".join(sorted(words))}.'
