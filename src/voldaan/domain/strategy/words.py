"""Acts, reasons and stages in words that a debtor could read."""

from datetime import date
from typing import Final

from voldaan.domain.law.stops import stop_of
from voldaan.domain.strategy.strategy import INCIDENTS
from voldaan.domain.workdays import format_day

REASONS: Final[dict[str, tuple[str, str]]] = {
    "CONSUMER_ABROAD": (
        "consument in het buitenland: die krijgt van ons geen herinnering",
        "consumer abroad: we send no reminder there",
    ),
    "PUBLIC_LAW_DEBT": (
        "publiekrechtelijke schuld: die heeft eigen regels, wij herinneren daar niet aan",
        "a debt of public law has rules of its own: we send no reminder for it",
    ),
    "PUBLIC_LAW_UNCLEAR": (
        "factuur van een overheidslichaam: is dit een gewone factuur, of een aanslag, leges of boete?",
        "invoice of a public body: is it an ordinary one, or a tax, a levy or a fine?",
    ),
    "DISPUTED": ("betwist: wij wachten tot dit is uitgezocht", "disputed: we wait until this is settled"),
    "PROMISED": ("toegezegd: de debiteur betaalt binnenkort", "promised: the debtor will pay soon"),
    "ON_HOLD": ("aangehouden", "on hold"),
    "ON_PAYMENT_PLAN": ("loopt in een betalingsregeling", "on a payment plan"),
    "DIRECT_DEBIT_RUNNING": (
        "wordt geïncasseerd via automatische incasso",
        "is being collected by direct debit",
    ),
    "HANDED_OVER": ("overgedragen aan incasso", "handed over for collection"),
    "MONEY_TO_PLACE": (
        "er is geld ontvangen dat hierbij kan horen; dat zoekt iemand eerst uit",
        "money came in that may belong here; a person looks first",
    ),
    "PAYMENT_TRUTH_STALE": (
        "wacht op bank: wij weten niet zeker of er al betaald is",
        "waits for the bank: we are not sure whether it was paid",
    ),
    "DUE_DAY_NOT_COVERED": (
        "wacht op bank: de vervaldag zelf is nog niet verwerkt",
        "waits for the bank: the due day itself is not processed yet",
    ),
    "EARLIER_DAYS_NOT_COVERED": (
        "wacht op bank: de afschriften beginnen pas na de dag waarop de factuur is aangeleverd",
        "waits for the bank: the statements begin after the day on which the invoice was handed in",
    ),
    "HELD_BY_CLIENT": (
        "de hele opdrachtgever is aangehouden",
        "the whole client is on hold",
    ),
    "CLIENT_TO_ASK": (
        "eerst vragen wij de opdrachtgever of dit nog klopt",
        "we first ask the client whether this is still right",
    ),
    "CLIENT_TO_CONFIRM": (
        "de opdrachtgever kan nog zeggen of dit klopt",
        "the client can still say whether this is right",
    ),
    "CLIENT_SILENT": (
        "de opdrachtgever heeft niet gezegd dat dit klopt",
        "the client has not said that this is right",
    ),
    "SETTLED": ("voldaan", "settled"),
    "NOT_YET_DUE": ("nog niet vervallen", "not yet due"),
    "STAGE_NOT_REACHED": (
        "te laat, maar nog niet aan een herinnering toe",
        "late, but not yet up for a reminder",
    ),
    "REMINDED_RECENTLY": ("kort geleden nog herinnerd", "reminded a short while ago"),
    "TERM_RUNNING": (
        "de termijn uit het vorige bericht loopt nog",
        "the term of the last message is still running",
    ),
    "TOO_SMALL": ("te klein bedrag om nu over te schrijven", "too small an amount to write about now"),
    "COMPLAINED_RECENTLY": (
        "kort na een klacht gaat er geen herinnering uit",
        "no reminder goes out shortly after a complaint",
    ),
    "ENOUGH_THIS_MONTH": (
        "deze maand al genoeg herinneringen gehad",
        "has had enough reminders this month",
    ),
    "NOT_ON_THIS_DAY": (
        "op deze dag van de week gaan geen berichten uit",
        "no messages go out on this day of the week",
    ),
    "NO_STRATEGY_FITS": (
        "geen enkele strategie is voor deze debiteur: kies er een",
        "no strategy is for this debtor: choose one",
    ),
    "CHOSEN_STRATEGY_UNUSABLE": (
        "de strategie die voor deze debiteur is gekozen is er niet of mag niet worden gebruikt: kies een andere",
        "the strategy that was chosen for this debtor is not there or may not be used: choose another",
    ),
    "READY_FOR_WRITE_OFF": (
        "de laatste termijn is voorbij: afboeken?",
        "the last term has passed: write it off?",
    ),
    "INSURER_MUST_HEAR": (
        "de kredietverzekeraar moet hier binnenkort van weten",
        "the credit insurer must soon hear of this",
    ),
    "TIME_BAR_NEAR": (
        "de vordering verjaart binnenkort",
        "the claim will soon be time-barred",
    ),
    "BROKEN_PROMISE": (
        "de toegezegde dag is voorbij zonder betaling",
        "the promised day passed without payment",
    ),
    "FAILED_PLAN": (
        "de betalingsregeling is beëindigd omdat termijnen uitbleven",
        "the payment plan was ended because instalments stayed out",
    ),
    "RETURNED_DEBIT": (
        "de automatische incasso is mislukt of teruggeboekt",
        "the direct debit failed or was taken back",
    ),
    "NO_ADDRESS": ("geen bruikbaar e-mailadres of postadres", "no usable e-mail or postal address"),
    "MESSAGE_AMBIGUOUS": (
        "van het vorige bericht is niet zeker of het weg is",
        "it is not certain whether the last message left",
    ),
    "MESSAGE_FAILED": (
        "het vorige bericht kon niet worden bezorgd",
        "the last message could not be delivered",
    ),
    "CLAIM_FACTS_MISSING": (
        "er ontbreekt een gegeven dat de wet van een incassobureau vraagt",
        "a fact is missing that the law asks of an agency",
    ),
    "OUTSIDE_CONTACT_DAYS": (
        "op zondag en feestdagen benadert een incassobureau niemand",
        "an agency approaches nobody on a Sunday or holiday",
    ),
    "DEBTOR_ABROAD": (
        "bedrijf in het buitenland: iemand beslist of het herinnerd wordt",
        "business abroad: a person decides whether it is reminded",
    ),
    "MESSAGE_REFUSED": (
        "de tekst van het bericht klopt niet met de regels",
        "the text of the message breaks a rule",
    ),
    "LAST_TERM_PASSED": ("de laatste termijn is voorbij: wat nu?", "the last term has passed: what next?"),
    "DIRECT_DEBIT_NOT_SEEN": (
        "de automatische incasso is voorbij en niet teruggekomen; is zij gelukt?",
        "the direct debit is over and did not come back; did it succeed?",
    ),
    "ANSWER_OVERDUE": (
        "betwist, en de dag waarop er een antwoord zou zijn is voorbij",
        "disputed, and the day by which it would be answered has passed",
    ),
    "INSTALMENT_MISSED": (
        "een termijn van de betalingsregeling is niet betaald",
        "an instalment of the payment plan was not paid",
    ),
    "HOLD_ENDED": (
        "een blokkade is voorbij: beslis of er weer herinnerd mag worden",
        "a hold is over: decide whether reminders may start again",
    ),
    "STAGE_REACHED": ("aan de beurt", "due for it"),
    "ALSO_OPEN": (
        "staat in het bericht onder “ook nog open”",
        "stands in the message under “also still open”",
    ),
    "READY_FOR_HAND_OVER": (
        "de laatste termijn is voorbij zonder betaling: klaar voor overdracht",
        "the last term passed without payment: ready to be handed over",
    ),
}
ACTS: Final[dict[str, tuple[str, str]]] = {
    "REMIND": ("herinneren", "remind"),
    "WAIT": ("wachten", "wait"),
    "HOLD": ("met rust laten", "leave in peace"),
    "ASK": ("vraag", "question"),
    "HAND_OVER": ("overdragen", "hand over"),
}
STAGES: Final[dict[str, tuple[str, str]]] = {
    "COURTESY_NOTICE": ("vooraankondiging", "courtesy notice"),
    "FIRST_REMINDER": ("eerste herinnering", "first reminder"),
    "SECOND_REMINDER": ("tweede herinnering", "second reminder"),
    "PRE_COLLECTION": ("pré-incassobrief", "pre-collection letter"),
    "SECOND_PRE_COLLECTION": ("tweede pré-incassobrief", "second pre-collection letter"),
    "FOURTEEN_DAY_NOTICE": ("veertiendagenbrief", "fourteen-day notice"),
    "BROKEN_PROMISE": ("bericht na een toezegging", "message after a promise"),
    "FAILED_PLAN": ("bericht na een betalingsregeling", "message after a payment plan"),
    "RETURNED_DEBIT": ("bericht na een automatische incasso", "message after a direct debit"),
}


ASK_NOTHING: Final[dict[str, tuple[str, str]]] = {
    "THANKS": ("bedankje", "thank-you"),
    "CONFIRMATION": ("bevestiging", "confirmation"),
    "REPLY": ("antwoord", "reply"),
    "STATEMENT": ("rekeningoverzicht", "statement of account"),
}
"""The messages that are no reminder: what stands in the place of their stage."""


PERSON_FIRST: Final[dict[str, tuple[str, str]]] = {
    "STAGE": (
        "eerst een mens: zo staat het bij deze fase",
        "a person first: the strategy says so of this stage",
    ),
    "AMOUNT": ("eerst een mens: hoog bedrag", "a person first: large amount"),
    "TAG": ("eerst een mens: label van de debiteur", "a person first: tag of the debtor"),
    "NEW_CUSTOMER": ("eerst een mens: nieuwe klant", "a person first: new customer"),
}
"""Why a person looks at a message first."""


EXCEPTIONS: Final[dict[str, tuple[str, str]]] = {
    "HOLD": ("niemand krijgt een bericht", "nobody gets a message"),
    "SKIP": ("slaat over: {value}", "lets pass: {value}"),
    "SOONER": ("de volgende stap mag eerder", "the next stage may come sooner"),
    "CHANNEL": ("alleen per {value}", "by {value} only"),
    "STRATEGY": ("volgt de strategie {value}", "follows the strategy {value}"),
}
"""What an exception does, by its kind."""
MESSAGE_STATES: Final[dict[str, tuple[str, str]]] = {
    "WRITTEN": ("na te kijken", "to be read"),
    "REFUSED": ("tekst afgekeurd", "text refused"),
    "APPROVED": ("goedgekeurd", "approved"),
    "SENDING": ("wordt verzonden", "being sent"),
    "SENT": ("verzonden", "sent"),
    "FAILED": ("niet bezorgd", "not delivered"),
    "AMBIGUOUS": ("niet zeker of het weg is", "not certain that it left"),
    "BOUNCED": ("teruggekomen", "bounced"),
    "WITHDRAWN": ("ingetrokken", "withdrawn"),
}
"""How far a message has come. In a sentence between quotation marks: not each of them is an adjective."""
PLAN_OUTCOMES: Final[dict[str, tuple[str, str]]] = {
    "KEPT": ("nagekomen", "kept"),
    "BROKEN": ("niet nagekomen", "broken"),
    "WITHDRAWN": ("ingetrokken", "withdrawn"),
}
"""How a payment plan ended. BROKEN is what a strategy looks at."""
CONDITIONS: Final[dict[str, tuple[str, str]]] = {
    "debtor": ("voor andere debiteuren", "for other debtors"),
    "clients": ("voor andere opdrachtgevers", "for other clients"),
    "open_from_cents": ("er staat te weinig open", "too little is open"),
    "open_below_cents": ("er staat te veel open", "too much is open"),
    "late_from_days": ("nog niet zo lang te laat", "not late for so long"),
    "late_below_days": ("al te lang te laat", "late for too long"),
    "languages": ("voor een andere taal", "for another language"),
    "tags": ("zonder dit label", "without this tag"),
    "history": ("met een ander betaalverleden", "with another payment history"),
    "new_customer": ("kijkt of iemand een nieuwe klant is", "looks whether somebody is a new customer"),
}
"""By condition of a strategy: why it is not for an account."""


def condition_words(name: str, language: str) -> str:
    """Return why a strategy is not for an account, in words."""
    return CONDITIONS[name][language == "en"]


def reason_words(code: str, language: str, hold: str | None = None) -> str:
    """Return a reason in words; with the kind of hold that is behind it, where one is."""
    words = REASONS[code][language == "en"]
    return f"{words} ({hold_words(hold, language)})" if hold else words


def hold_words(kind: str, language: str) -> str:
    """Return a kind of hold in words."""
    stop = stop_of(kind)
    return stop.name_en if language == "en" else stop.name_nl


def act_words(code: str, language: str) -> str:
    """Return an act in words."""
    return ACTS[code][language == "en"]


def person_first_words(code: str, language: str) -> str:
    """Return why a person looks at a message first, in words; empty where nobody has to."""
    return PERSON_FIRST[code][language == "en"] if code else ""


def stage_words(code: str, language: str) -> str:
    """Return a stage in words; empty where there is none."""
    return (STAGES | ASK_NOTHING)[code][language == "en"] if code else ""


def the_stage(code: str, language: str) -> str:
    """Return a stage in words with its article, as it stands inside a sentence."""
    article = "the" if language == "en" else "het" if code in INCIDENTS else "de"
    return f"{article} {stage_words(code, language)}"


CHANNELS: Final = {
    "EMAIL": ("e-mail", "e-mail"),
    "POST": ("post", "post"),
    "SMS": ("sms", "text message"),
    "CALL": ("telefoon", "telephone"),
}


def channel_words(code: str, language: str) -> str:
    """Return a channel in words."""
    return CHANNELS[code][language == "en"]


def days_words(count: int, language: str, *, working: bool = False) -> str:
    """Return a number of days in words, counted in calendar or in working days."""
    one, more = (
        (("working day", "working days") if working else ("day", "days"))
        if language == "en"
        else (("werkdag", "werkdagen") if working else ("dag", "dagen"))
    )
    return f"{count} {one if count == 1 else more}"


def until_words(until: date | None, language: str) -> str:
    """Return from which day the calendar can change the answer, in words."""
    if until is None:
        return "until a fact changes" if language == "en" else "tot er iets verandert"
    day = format_day(until, "en" if language == "en" else "nl", long=False)
    return f"until {day}" if language == "en" else f"tot {day}"


def exception_words(kind: str, value: str, language: str) -> str:
    """Return what an exception does, in words; a strategy is called by its key, or its name where that is given."""
    english = language == "en"
    named = {"SKIP": stage_words, "CHANNEL": channel_words}.get(kind)
    shown = named(value, language) if named and value else value
    return EXCEPTIONS[kind][english].format(value=shown).strip()


def plan_outcome_words(outcome: str, language: str) -> str:
    """Return how a payment plan ended, in words; what people once wrote themselves stays as it is."""
    pair = PLAN_OUTCOMES.get(outcome.upper())
    return outcome if pair is None else pair[language == "en"]
