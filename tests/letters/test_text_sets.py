"""Text sets: what differs is laid over the base, the address is chosen, and everything is looked at before it is used."""

import re

import pytest

from voldaan.domain.strategy.strategy import NOTICE
from voldaan.domain.wording.facts import TEXT_KEYS, MessageKind
from voldaan.domain.wording.guard import check
from voldaan.letters.languages import SHIPPED
from voldaan.letters.phrases import Phrases, phrases
from voldaan.letters.render import letter_text, render_email
from voldaan.letters.specimens import specimens
from voldaan.letters.style import HouseStyle
from voldaan.letters.text_problems import TextsError
from voldaan.letters.text_set_writing import only_other, written
from voldaan.letters.text_sets import TextSet, base_texts, read_text_set, set_phrases, whole_texts
from voldaan.letters.text_trees import leaves

STYLE = HouseStyle()
FOLDERS = (SHIPPED,)
HEAD = 'name = "Bakkerij"\nbase = "standard"\n'


def shipped(key: str) -> TextSet:
    return read_text_set(SHIPPED.joinpath(f"{key}.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", ["nl"])
@pytest.mark.parametrize("key", ["standard", "informal"])
@pytest.mark.parametrize("stage", TEXT_KEYS)
def test_the_guard_lets_every_turn_of_the_shipped_sets_go(
    key: str, language: str, stage: MessageKind
) -> None:
    texts = set_phrases(shipped(key), language, FOLDERS, for_notice=stage == NOTICE)
    for facts in specimens(stage, language):
        subject, _, text = render_email(facts, STYLE, texts)
        for read in (f"{subject}\n{text}", letter_text(facts, STYLE, texts)):
            assert check(facts, read) == (), read


def test_the_specimens_reach_every_text() -> None:
    """Each sentence of the shipped Dutch texts stands in some specimen, so that none is used unseen."""
    texts = set_phrases(shipped("standard"), "nl", FOLDERS)
    seen: set[str] = set()

    class Watched(Phrases):
        def _pick(self, path: str, sides: frozenset[str]) -> object:
            node = self.tree
            for name in path.split("."):
                node = node[name]
            at = path
            while isinstance(node, dict):
                side = next(iter(sides & node.keys()))
                at, node = f"{at}.{side}", node[side]
            seen.add(at)
            return node

    watched = Watched(language="nl", tree=texts.tree)
    for stage in TEXT_KEYS:
        for facts in specimens(stage, "nl"):
            render_email(facts, STYLE, watched)
            letter_text(facts, STYLE, watched)
    unseen = {
        path for path, _ in leaves(texts.tree) if path.split(".")[0] in ("stages", "points", "greeting")
    } - seen
    assert unseen <= {
        # Of a creditor and an agency that cannot be called, nobody says when no number is known.
        *(f"points.{point}.text.{channel}.by_{how}" for point in ("unable", "arrange", "later")
          for channel in ("letter", "email") for how in ("phone", "mail", "paper", "both")),
        "points.pay.text.single.no_qr", "points.pay.text.several.no_qr", "greeting.blocked_part",
        "greeting.also_open.one",
    }  # fmt: skip


def test_the_informal_address_says_no_u() -> None:
    texts = set_phrases(shipped("informal"), "nl", FOLDERS)
    for path, said in leaves(texts.tree):
        if not path.startswith((f"stages.{NOTICE}", "labels.claim")):
            for sentence in said if isinstance(said, list) else [said]:
                assert not re.search(r"\b[Uu]w?\b", sentence), f"{path}: {sentence}"


def test_a_notice_stays_formal_and_takes_what_the_set_says_of_it() -> None:
    own = read_text_set(
        f'name = "x"\nbase = "informal"\n[nl.greeting]\nclosing = "Groetjes,"\n[nl.stages.{NOTICE}]\ntitle = "Brief"\n'
    )
    formal = whole_texts(own, "nl", FOLDERS, for_notice=True)
    assert formal["greeting"]["closing"] == "Met vriendelijke groet,"
    assert formal["labels"]["points_heading"] == "Wat kunt u doen?"
    assert formal["stages"][NOTICE]["title"] == "Brief"
    assert whole_texts(own, "nl", FOLDERS)["greeting"]["closing"] == "Groetjes,"


def test_only_what_differs_is_kept_and_read_back() -> None:
    base = base_texts("standard", "nl", FOLDERS)
    own = read_text_set(
        HEAD + '[nl.stages.FIRST_REMINDER]\nsubject.own.one = "Dag! \\"Factuur\\" {number}"\n'
        'next = ["Eén.", "Twee."]\n[nl.greeting]\nclosing = "Groet,"\n[en.points.help]\nlead = "Worried?"\n'
    )
    assert read_text_set(written(own)) == own
    assert only_other(base, whole_texts(own, "nl", FOLDERS)) == own.changes["nl"]
    assert only_other(base, base) == {}


def test_a_set_says_otherwise_what_is_said_by_telephone_and_what_asks_for_nothing() -> None:
    own = read_text_set(
        HEAD
        + '[nl.sms]\nsigned = "Groetjes, {signer}"\none.FIRST_REMINDER = "factuur {invoice}: {amount}."\n'
        '[nl.call]\nwho = "Wie ben je"\n[nl.confirmation.PROMISE]\ntitle = "Genoteerd!"\n'
        '[nl.replies]\nreach = "Vragen? Bel {phone}."\n[nl.statement]\nnothing_open = "Alles is betaald."\n'
    )
    texts = set_phrases(own, "nl", FOLDERS)
    assert read_text_set(written(own)) == own
    assert texts.tree["sms"]["one"]["FIRST_REMINDER"] == "factuur {invoice}: {amount}."
    assert texts.tree["sms"]["many"] == phrases("nl").tree["sms"]["many"]
    assert texts.one("replies.reach", frozenset(), {"phone": "030"}) == "Vragen? Bel 030."
    assert texts.one("statement.nothing_open", frozenset(), {}) == "Alles is betaald."


def test_another_choice_takes_the_place_of_the_whole() -> None:
    own = read_text_set(HEAD + '[nl.stages.FIRST_REMINDER]\ntitle = "Nog open: {count}"\n')
    assert set_phrases(own, "nl", FOLDERS).one(
        "stages.FIRST_REMINDER.title", frozenset({"one"}), {"count": "1"}
    )
    turned = read_text_set(HEAD + '[nl.stages.FIRST_REMINDER]\ntitle.letter = "a"\ntitle.email = "b"\n')
    title = whole_texts(turned, "nl", FOLDERS)["stages"]["FIRST_REMINDER"]["title"]
    assert title == {"letter": "a", "email": "b"}


@pytest.mark.parametrize(("line", "said"), [
    ('[nl.stages.FIRST_REMINDER]\ntitle.one = "Betaal {bedrag}"', "gebruikt {bedrag}, en dat kennen wij niet"),
    ('[nl.stages.FIRST_REMINDER]\ntitle.one = "Betaal € 12,50"', "noemt zelf een bedrag («€ 12,50»)"),
    ('[nl.stages.FIRST_REMINDER]\ntitle.one = "Vóór 4 december 2026"', "noemt zelf een dag"),
    ('[nl.stages.FIRST_REMINDER]\ntitle.one = "Naar NL91 ABNA 0417 1643 00"', "noemt zelf een rekening"),
    ('[nl.stages.FIRST_REMINDER]\ntitle.one = "Bel 030 123 45 67"', "noemt zelf een telefoonnummer"),
    ('[nl.stages.FIRST_REMINDER]\ntitle.one = "Kijk op https://x.example"', "noemt zelf een webadres"),
    ('[nl.stages.FIRST_REMINDER]\ntitle.one = "<b>Betaal</b>"', "bevat opmaak («<b>»)"),
    ('[nl.stages.FIRST_REMINDER]\ntitle.one = ""', "is leeg"),
    ('[nl.stages.FIRST_REMINDER]\ntitle = { letter = "x" }', "moet alle kanten van één keuze geven (email, letter)"),
    (f'[nl.stages.FIRST_REMINDER]\nsubject.own.one = "{"lang " * 40}"', "tekens, en er passen er 150"),
    ('[nl.stages.FIRST_REMINDERR]\ntitle = "x"', "wordt nergens gebruikt"),
    ('[nl.stages.FIRST_REMINDER]\nnext = "x"', "is een lijst van zinnen"),
    ('[nl.sms]\nsigned = "Groet van {page}"', "gebruikt {page}, en dat kennen wij niet"),
    ('[nl.sms]\nsigned.own = "a"\nsigned.agency = "b"', "is één tekst, zonder kanten"),
    ('[nl.sms.one]\nFOURTEEN_DAY_NOTICE = "x"', "wordt nergens gebruikt"),
    ('[nl.call]\nask = "Vraag {debtor}"', "gebruikt {debtor}, en dat kennen wij niet"),
    ('[nl.call]\nask_lines = "Vraag"', "is een lijst van zinnen"),
    ('[nl.thanks]\nsubject = "U betaalde {amount}"', "gebruikt {amount}, en dat kennen wij niet"),
    ('[nl.confirmation.PROMISE]\nopening = ["Tot 4 december 2026."]', "noemt zelf een dag"),
    ('[nl.confirmation.PROMISED]\ntitle = "x"', "wordt nergens gebruikt"),
    ('[nl.replies]\nreach.letter = "a"\nreach.email = "b"', "moet alle kanten van één keuze geven"),
    ('[nl.statement]\nsheet_open = "Open/dicht"', "wordt de naam van een bestand of blad"),
])  # fmt: skip
def test_what_cannot_be_used_is_told_in_dutch(line: str, said: str) -> None:
    with pytest.raises(TextsError) as refused:
        set_phrases(read_text_set(HEAD + line), "nl", FOLDERS)
    assert said in " ".join(one.nl for one in refused.value.problems)
    assert all(one.en for one in refused.value.problems)


@pytest.mark.parametrize(("text", "said"), [
    ('base = "standard"', "geef de set een naam"),
    ('name = "x"\nbase = "vrolijk"', 'is "standard" (u) of "informal" (je), en niet'),
    ('name = "x"\n[nederlands.greeting]\nclosing = "x"', "is geen taal"),
    ('name = "x', "geen geldige TOML"),
])  # fmt: skip
def test_a_set_that_cannot_be_read_says_why(text: str, said: str) -> None:
    with pytest.raises(TextsError) as refused:
        read_text_set(text)
    assert said in " ".join(one.nl for one in refused.value.problems)


def test_every_problem_is_told_at_once() -> None:
    with pytest.raises(TextsError) as refused:
        read_text_set('base = "x"\nabout = 3\n[zz9.x]\n')
    assert len(refused.value.problems) == 4
