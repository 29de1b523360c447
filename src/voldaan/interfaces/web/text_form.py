"""The form for one part of a text set: a field for each turn of each text, in groups that a person can look over."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.http import QueryDict

from voldaan.domain.answers.words import answer_words
from voldaan.domain.wording.facts import TEXT_KEYS
from voldaan.interfaces.web.page import Language
from voldaan.interfaces.web.texts import texts_in
from voldaan.interfaces.web.words import words
from voldaan.letters.text_check import POINTS, STAGE_TEXTS, is_list
from voldaan.letters.text_sections import SECTIONS
from voldaan.letters.text_trees import leaves, node_at, with_leaf

SHARED: Final = ("points", "greeting", "labels")
"""The parts that every message has in common."""
APART: Final = SECTIONS
"""What is said by telephone, and what asks for nothing."""
PARTS: Final = (*TEXT_KEYS, *SHARED, *APART)
CHARACTERS_MAX: Final = 3000


@dataclass(frozen=True, slots=True, kw_only=True)
class TextEntry:
    """One text, in one turn."""

    name: str
    """Its path below the part."""
    label: str
    value: str
    rows: int
    is_changed: bool
    """It says something else than the base."""
    error: str = ""
    lines: bool = False
    """A sentence on each line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextGroup:
    """The turns of one text."""

    name: str
    label: str
    entries: tuple[TextEntry, ...]
    """Those for whom the preview is."""
    others: tuple[TextEntry, ...]
    """Those of the other capacity: a business for itself, or an agency."""
    picks: tuple[tuple[str, str, bool], ...] = ()
    """Of a choice of blocks: its value, its words, and whether it is chosen."""


def path_of(part: str) -> str:
    """Return where a part stands in the texts of a language."""
    return f"stages.{part}" if part in TEXT_KEYS else part


def filled(tree: Mapping[str, Any], part: str, form: QueryDict) -> dict[str, Any]:
    """Return the texts of a language with what a person typed in the form of one part."""
    whole, at = dict(tree), path_of(part)
    for path, standing in leaves(node_at(tree, at) or {}):
        if path == "points":
            chosen = form.getlist("points")
            whole = with_leaf(whole, f"{at}.points", [one for one in POINTS if one in chosen])
        elif path in form:
            whole = with_leaf(
                whole, f"{at}.{path}", _typed(str(form[path])[:CHARACTERS_MAX], standing, f"{at}.{path}")
            )
    return whole


def groups(
    tree: Mapping[str, Any],
    base: Mapping[str, Any],
    part: str,
    language: Language,
    *,
    by_agency: bool,
    errors: Mapping[str, str],
) -> list[TextGroup]:
    """Return the fields of one part, the turns that the preview does not show apart."""
    at = path_of(part)
    texts = dict(leaves(node_at(tree, at) or {}))
    found: dict[str, list[tuple[str, Any]]] = {}
    for path, said in texts.items():
        found.setdefault(_group(part, path), []).append((path, said))
    order = [one for one in STAGE_TEXTS if one in found] if part in TEXT_KEYS else list(found)
    return [
        _made(name, found[name], base, at, language, by_agency=by_agency, errors=errors)
        if name != "points" or part not in TEXT_KEYS
        else _choice(found[name][0][1], language)
        for name in order
    ]


def _typed(text: str, standing: Any, path: str) -> Any:
    plain = text.replace("\r\n", "\n")
    if is_list(path) or isinstance(standing, list):
        return [" ".join(line.split()) for line in plain.split("\n") if line.strip()] or [""]
    told = " ".join(plain.split())
    return standing if told == " ".join(str(standing).split()) else told


def _group(part: str, path: str) -> str:
    """Return to which group a text belongs: a stage's by its text, a point's by its name, a label alone."""
    return path.split(".", maxsplit=1)[0]


def _made(
    name: str,
    texts: list[tuple[str, Any]],
    base: Mapping[str, Any],
    at: str,
    language: Language,
    *,
    by_agency: bool,
    errors: Mapping[str, str],
) -> TextGroup:
    hidden = "own" if by_agency else "agency"
    entries = [
        _entry(path, said, base, at, language, error=errors.get(f"{at}.{path}", "")) for path, said in texts
    ]
    return TextGroup(
        name=name,
        label=_label(at, name, language),
        entries=tuple(one for one in entries if hidden not in one.name.split(".")),
        others=tuple(one for one in entries if hidden in one.name.split(".")),
    )


def _entry(
    path: str, said: Any, base: Mapping[str, Any], at: str, language: Language, *, error: str
) -> TextEntry:
    lines = isinstance(said, list)
    value = "\n".join(map(str, said)) if lines else str(said)
    return TextEntry(
        name=path,
        label=", ".join(_sides(path, language)) or texts_in(language)["texts_always"],
        value=value,
        rows=max(1, min(12, sum(1 + len(line) // 62 for line in value.split("\n")))),
        is_changed=node_at(base, f"{at}.{path}") != said,
        error=error,
        lines=lines,
    )


def _choice(chosen: Any, language: Language) -> TextGroup:
    texts = texts_in(language)
    picks = tuple((one, texts[f"texts_point_{one}"], one in chosen) for one in POINTS)
    return TextGroup(name="points", label=texts["texts_group_points"], entries=(), others=(), picks=picks)


def _label(at: str, name: str, language: Language) -> str:
    texts = texts_in(language)
    if at == "points":
        return texts[f"texts_point_{name}"]
    if at == "confirmation":
        return answer_words(name, language).capitalize()
    return texts.get(f"texts_{at}_{name}") or texts.get(f"texts_group_{name}", name.replace("_", " "))


def _sides(path: str, language: Language) -> Iterator[str]:
    texts = texts_in(language)
    for side in path.split(".")[1:]:
        named = texts.get(f"texts_side_{side}") or texts.get(f"texts_group_{side}")
        yield named or (words("text_kind", side, language) if side in TEXT_KEYS else side)
