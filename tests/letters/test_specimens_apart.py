"""Invented messages beside the reminders: every shipped text of them is tried, and the guard lets it go."""

import pytest

from voldaan.domain.text.sms_length import sms_parts
from voldaan.domain.wording.facts import TEXT_KEYS
from voldaan.domain.wording.guard import check, check_document
from voldaan.letters.call import call_script, text_of_script
from voldaan.letters.languages import SHIPPED
from voldaan.letters.phrases import Phrases
from voldaan.letters.render import render_reply
from voldaan.letters.sms import sms_text
from voldaan.letters.specimens_apart import REPLY_PATHS, replies, scripts, statements, text_messages
from voldaan.letters.statement import text_of_statement
from voldaan.letters.style import HouseStyle
from voldaan.letters.text_sections import REPLY_SECTIONS, SPOKEN_STAGES
from voldaan.letters.text_sets import read_text_set, set_phrases
from voldaan.letters.text_trees import leaves

STYLE = HouseStyle()
SETS = [("standard", "nl"), ("informal", "nl"), ("standard", "en")]


def shipped(key: str, language: str) -> Phrases:
    text = SHIPPED.joinpath(f"{key}.toml").read_text(encoding="utf-8")
    return set_phrases(read_text_set(text), language, (SHIPPED,))


@pytest.mark.parametrize(("key", "language"), SETS)
def test_the_guard_lets_every_text_message_go_in_two_parts_with_the_longest_facts(
    key: str, language: str
) -> None:
    texts = shipped(key, language)
    tried = [one for kind in TEXT_KEYS if kind in SPOKEN_STAGES for one in text_messages(kind, language)]
    for one in tried:
        text = sms_text(one.facts, texts)
        assert check(one.facts, text, way="SMS") == (), text
        taken = sms_parts(text)
        assert (taken.alphabet, taken.count <= 2) == ("GSM-7", True), text
    assert {one.path for one in tried} >= {
        f"sms.{n}.{kind}" for n in ("one", "many") for kind in SPOKEN_STAGES
    }


@pytest.mark.parametrize(("key", "language"), SETS)
def test_the_guard_lets_every_script_go(key: str, language: str) -> None:
    texts = shipped(key, language)
    for one in scripts(language):
        text = text_of_script(call_script(one.facts, texts))
        assert check(one.facts, text, way="CALL") == (), text


@pytest.mark.parametrize(("key", "language"), SETS)
def test_the_guard_lets_everything_that_asks_for_nothing_go(key: str, language: str) -> None:
    texts = shipped(key, language)
    for path in REPLY_PATHS:
        for one in replies(path, language):
            made = render_reply(one.facts, STYLE, texts)
            assert check(one.facts, f"{made.subject}\n{made.text}") == (), made.text
    for one in statements(language):
        assert one.balances
        assert check_document(one.facts, text_of_statement(one.facts, one.balances, texts)) == ()


def test_every_text_that_asks_for_nothing_stands_in_some_invented_message() -> None:
    texts = shipped("informal", "nl")
    seen: set[str] = set()

    class Watched(Phrases):
        def _pick(self, path: str, sides: frozenset[str]) -> object:
            node, at = self.tree, path
            for name in path.split("."):
                node = node[name]
            while isinstance(node, dict):
                side = next(iter(sides & node.keys()))
                at, node = f"{at}.{side}", node[side]
            seen.add(at)
            return node

    watched = Watched(language="nl", tree=texts.tree)
    for path in REPLY_PATHS:
        for one in replies(path, "nl"):
            render_reply(one.facts, STYLE, watched)
    every = {path for path, _ in leaves(texts.tree) if path.split(".")[0] in REPLY_SECTIONS - {"statement"}}
    # The number of a debtor stands in a statement; many invoices are counted where nobody reads a row of numbers.
    assert every - seen <= {"replies.debtor_number", "replies.counted"}, every - seen
