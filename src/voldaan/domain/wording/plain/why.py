"""Why a sentence was named, and what to do: in Dutch for who writes the text, and in English.

>>> hard = PlainFinding(
...     code="word.hard", sentence="Derhalve.", place=(0, 8), found="Derhalve", instead="dus, daarom"
... )
>>> why(hard, "nl")
'Moeilijk woord: «Derhalve». Schrijf liever: dus, daarom.'
"""

from typing import Final

from voldaan.domain.wording.facts import Language
from voldaan.domain.wording.plain.finding import Code, PlainFinding

_WHY: Final[dict[Code, tuple[str, str]]] = {
    "sentence.long": (
        "Deze zin heeft {count} woorden. Boven 20 raken lezers de draad kwijt. Maak er twee zinnen van.",
        "This sentence has {count} words. Above 20, readers lose the thread. Make it two sentences.",
    ),
    "sentence.clauses": (
        "In deze zin zitten nog {count} zinnen ({found}). Vertel één ding per zin.",
        "This sentence holds {count} more ({found}). Say one thing in each.",
    ),
    "sentence.passive": (
        "Hier staat niet wie het doet («{found}»). Schrijf wie het doet: «wij sturen», «u betaalt».",
        "It does not say who does it («{found}»). Name who does: «wij sturen», «u betaalt».",
    ),
    "sentence.apart": (
        "«{found}» horen bij elkaar en staan ver uit elkaar. Zet ze bij elkaar, of knip de zin.",
        "«{found}» belong together and stand far apart. Bring them together, or cut the sentence.",
    ),
    "sentence.nominal": (
        "Wat er gebeurt, staat hier in zelfstandige naamwoorden («{found}»). Gebruik werkwoorden.",
        "What is done is said in nouns («{found}»). Use verbs.",
    ),
    "sentence.negation": (
        "Twee keer een ontkenning («{found}»). Schrijf wat wél zo is.",
        "It says no twice («{found}»). Write what is so.",
    ),
    "sentence.numbers": (
        "Er staan {count} bedragen, dagen of nummers in één zin. Zet ze onder elkaar of in een overzicht.",
        "There are {count} amounts, days or numbers in one sentence. Put them in a list or a table.",
    ),
    "word.hard": (
        "Moeilijk woord: «{found}». Schrijf liever: {instead}.",
        "A hard word: «{found}». Rather write: {instead}.",
    ),
    "word.long": (
        "Lang woord: «{found}». Is er een korter woord, of kunt u het in tweeën zeggen?",
        "A long word: «{found}». Is there a shorter one, or can it be said in two?",
    ),
    "word.short": (
        "Afkorting: «{found}». Schrijf voluit: {instead}.",
        "Written short: «{found}». Write it in full: {instead}.",
    ),
    "text.long_sentences": (
        "De zinnen zijn gemiddeld te lang: {found} woorden. Voor B1 is 12 een goede grens.",
        "The sentences are too long on the mean: {found} words. For B1, 12 is a good limit.",
    ),
    "subject.no_day": (
        "Het onderwerp zegt niet tot wanneer. Zet de laatste dag om te betalen erin.",
        "The subject does not say until when. Put the last day to pay in it.",
    ),
    "tone.refused": (
        "«{found}» mag er niet in: de controle voor verzending weigert het. Zeg het vriendelijk en gewoon.",
        "«{found}» may not be in it: the guard refuses it before sending. Say it kindly and plainly.",
    ),
    "tone.reproach": (
        "«{found}» klinkt als een verwijt. Zeg wat er nu open staat en wat de lezer kan doen.",
        "«{found}» sounds like a reproach. Say what is open now and what the reader can do.",
    ),
    "tone.threat": (
        "«{found}» klinkt als een dreigement. Noem alleen de volgende stap, als die echt komt.",
        "«{found}» sounds like a threat. Name only the next step, where it will really come.",
    ),
    "tone.command": (
        "«{found}» is een bevel zonder reden. Vraag het («Wilt u …?»), of zeg waarom of wat er dan gebeurt.",
        "«{found}» is a command without a reason. Ask («Wilt u …?»), or say why or what happens then.",
    ),
    "tone.moral": (
        "«{found}» doet een beroep op fatsoen. Dat werkt niet en kwetst. Laat het weg.",
        "«{found}» appeals to decency. That does not work, and hurts. Leave it out.",
    ),
    "tone.familiar": (
        "«{found}» doet vriendelijker dan een betaalbericht kan zijn. Zeg het gewoon.",
        "«{found}» is friendlier than a message about money can be. Say it plainly.",
    ),
    "tone.distant": (
        "«{found}» houdt de lezer op afstand. Schrijf «wij» en «u», zoals aan de telefoon.",
        "«{found}» keeps the reader at a distance. Write «wij» and «u», as on the telephone.",
    ),
    "tone.capitals": (
        "Hoofdletters klinken als roepen. Schrijf: {instead}.",
        "Capitals sound like shouting. Write: {instead}.",
    ),
    "tone.exclamation": (
        "Een uitroepteken klinkt als roepen of aandringen. Zet een punt.",
        "An exclamation mark sounds like shouting or pressing. Put a full stop.",
    ),
    "tone.mixed": (
        "De tekst zegt «u» en «je» door elkaar. Kies er één; hier: «{instead}».",
        "The text says both «u» and «je». Choose one; here: «{instead}».",
    ),
}

_WHY_WITH_WORDS: Final[dict[Code, tuple[str, str]]] = {
    "tone.refused": (
        "«{found}» mag er niet in: de controle voor verzending weigert het. Schrijf liever: {instead}.",
        "«{found}» may not be in it: the guard refuses it before sending. Rather write: {instead}.",
    ),
}
"""The same where there are words to write in its place."""


def why(finding: PlainFinding, language: Language) -> str:
    """Return the sentence that says why a sentence was named, and what to do."""
    dutch, english = (_WHY_WITH_WORDS if finding.instead else _WHY).get(finding.code, _WHY[finding.code])
    said = dutch if language == "nl" else english
    return said.format(found=finding.found, instead=finding.instead, count=finding.count)
