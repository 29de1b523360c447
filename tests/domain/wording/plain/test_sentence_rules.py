"""What makes a sentence hard: each rule with the sentence that breaks it, and its neighbour that does not."""

import pytest

from voldaan.domain.wording.plain.finding import Code
from voldaan.domain.wording.plain.sentence_rules import RULES
from voldaan.domain.wording.plain.sentences import sentences

TWENTY = "Wij " + "en u " * 9 + "samen"


def codes(text: str) -> list[Code]:
    """Return what the rules say of one sentence."""
    (sentence,) = sentences(text)
    return [finding.code for rule in RULES for finding in rule(sentence)]


@pytest.mark.parametrize(
    ("broken", "kept", "code"),
    [
        (f"{TWENTY} nu.", f"{TWENTY}.", "sentence.long"),
        (
            "Wij zagen dat u belde omdat de brief die wij stuurden, waarin een fout stond, te laat was.",
            "Wij zagen dat u belde omdat de brief te laat was.",
            "sentence.clauses",
        ),
        ("De factuur wordt morgen verstuurd.", "Wij versturen de factuur morgen.", "sentence.passive"),
        ("Uw brief is door ons gelezen.", "Wij hebben uw brief gelezen.", "sentence.passive"),
        ("Uw betaling zal worden verwerkt.", "Uw betaling wordt hoger.", "sentence.passive"),
        (
            "Wij hebben de factuur van vorige maand op uw eigen verzoek aan uw zoon gestuurd.",
            "Wij hebben de factuur op uw verzoek aan uw zoon gestuurd.",
            "sentence.apart",
        ),
        ("De door u gestuurde brief is er.", "De brief van u is er.", "sentence.apart"),
        ("Het versturen van de brief kost tijd.", "Het einde van de maand is er.", "sentence.nominal"),
        (
            "De verwerking en de beoordeling hangen af van de volledigheid.",
            "De verwerking en de betaling zijn klaar.",
            "sentence.nominal",
        ),
        ("Het is niet onmogelijk.", "Het is niet klaar.", "sentence.negation"),
        ("U betaalt niet zonder factuur.", "Betaal niet, en laat niets liggen.", "sentence.negation"),
        (
            "U betaalt € 1,00, € 2,00, € 3,00 en € 4,00.",
            "U betaalt € 1,00, € 2,00 en € 3,00.",
            "sentence.numbers",
        ),
    ],
)
def test_a_rule_and_its_neighbour(broken: str, kept: str, code: Code) -> None:
    assert code in codes(broken)
    assert code not in codes(kept)


def test_an_own_noun_is_no_verb_made_noun() -> None:
    assert codes("Bij deze herinnering staat de rekening voor uw betaling.") == []


def test_a_finding_says_where_it_stands() -> None:
    text = "Dag. De factuur wordt door ons morgen verstuurd."
    sentence = sentences(text)[1]
    (finding,) = [one for rule in RULES for one in rule(sentence) if one.code == "sentence.passive"]
    assert text[slice(*finding.place)] == "wordt door ons morgen verstuurd"
    assert finding.found == "wordt … verstuurd"
