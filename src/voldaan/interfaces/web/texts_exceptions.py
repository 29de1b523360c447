"""The fixed texts about what people decide otherwise, and the facts around it."""

from typing import Final

EXCEPTION_TEXTS: Final[dict[str, tuple[str, str]]] = {
    "exceptions": ("Uitzonderingen", "Exceptions"),
    "exceptions_none": ("Deze debiteur volgt zijn strategie.", "This debtor follows its strategy."),
    "exceptions_whole": ("Voor de hele opdrachtgever", "For the whole client"),
    "exceptions_whole_none": (
        "Voor de opdrachtgever als geheel gelden de strategieën.",
        "For the client as a whole the strategies count.",
    ),
    "exceptions_of_debtors": ("Voor één debiteur", "For one debtor"),
    "exceptions_of_debtors_none": (
        "Elke debiteur volgt zijn strategie. Een uitzondering maakt u bij de debiteur zelf.",
        "Every debtor follows its strategy. An exception is made with the debtor itself.",
    ),
    "exceptions_sentence": (
        "Wat bij {client} anders gaat dan de strategie zegt",
        "What goes otherwise at {client} than the strategy says",
    ),
    "exception_group_hold": ("Alles met rust laten", "Leave all in peace"),
    "exception_client": ("hele opdrachtgever", "whole client"),
    "exception_to_come": ("gaat nog in", "still to begin"),
    "exception_until_ended": ("tot iemand haar beëindigt", "until somebody ends it"),
    "exception_end": ("Beëindig", "End"),
    "exception_new": ("Maak een uitzondering", "Make an exception"),
    "exception_what": ("Wat gebeurt er anders", "What happens otherwise"),
    "exception_about": ("Voor", "For"),
    "exception_all": ("de hele debiteur", "the whole debtor"),
    "exception_last_day": (
        "Tot en met (leeg: tot u haar beëindigt)",
        "Up to and including (empty: until you end it)",
    ),
    "exception_why": ("Reden", "Reason"),
    "exception_make": ("Maak de uitzondering", "Make the exception"),
    "exception_group_skip": ("Een stap overslaan", "Let a stage pass"),
    "exception_group_sooner": ("Eerder", "Sooner"),
    "exception_group_channel": ("Een ander kanaal", "Another channel"),
    "exception_group_strategy": ("Een andere strategie", "Another strategy"),
    "exception_skip_next": ("sla over wat nu komt", "let pass what comes next"),
    "exception_made": (
        "De uitzondering geldt vanaf {day}: {what}.",
        "The exception counts from {day}: {what}.",
    ),
    "exception_follows": (
        "De debiteur volgt nu de strategie {name}.",
        "The debtor now follows the strategy {name}.",
    ),
    "exception_ended": (
        "De uitzondering is beëindigd; de strategie geldt weer.",
        "The exception was ended; the strategy counts again.",
    ),
    "excepted_both": (
        "Uitzonderingen van na de samenvoeging gelden nu voor beide.",
        "Exceptions since the merge now count for both.",
    ),
    "today_exceptions": ("Uitzonderingen voor een hele opdrachtgever", "Exceptions for a whole client"),
    # tags
    "tags": ("Labels", "Tags"),
    "tag_add": ("Voeg toe", "Add"),
    "tag_new": ("Nieuw label", "New tag"),
    "tag_remove": ("Haal weg", "Remove"),
    "tagged": ("De labels zijn bijgewerkt.", "The tags were changed."),
    # deadlines
    "insurer_stands": ("Kredietverzekeraar", "Credit insurer"),
    "insurer_by": ("moet het weten uiterlijk", "must hear of it by"),
    "insurer_told_on": ("ingelicht op", "told on"),
    "time_bar_stands": ("Verjaring", "Limitation"),
    "time_barred_from": ("verjaard vanaf", "time-barred from"),
    "note_insurer": (
        "Leg vast wanneer een kredietverzekeraar het moet weten",
        "Write down when a credit insurer must hear of it",
    ),
    "insurer_set": (
        "De dag voor de kredietverzekeraar is vastgelegd.",
        "The day for the credit insurer was written down.",
    ),
    "insurer_told": (
        "Vastgelegd: de kredietverzekeraar weet het.",
        "Written down: the credit insurer knows.",
    ),
    "time_bar_set": (
        "Factuur {invoice} verjaart nu op {day}.",
        "Invoice {invoice} is now time-barred from {day}.",
    ),
    # write-off
    "note_write_off": ("Boek af wat openstaat", "Write off what is open"),
    "invoice_written_off": (
        "Factuur {invoice} is afgeboekt: {cents}.",
        "Invoice {invoice} was written off: {cents}.",
    ),
    "write_off_undone": (
        "Van factuur {invoice} staat weer {cents} open.",
        "Of invoice {invoice} {cents} is open again.",
    ),
    # payment plans
    "plan_end": ("Beëindig de regeling", "End the plan"),
    "plan_outcome": ("Afloop van de regeling", "Outcome of the plan"),
    "plan_ended": ("De betalingsregeling is beëindigd.", "The payment plan was ended."),
    # answers to a question of the day
    "what_now": ("Wat nu?", "What now?"),
    "now_incident": (
        "Laat de stappen doorgaan, leg een nieuwe toezegging vast of laat de debiteur met rust.",
        "Let the stages go on, write down a new promise or leave the debtor in peace.",
    ),
    "now_INSURER_MUST_HEAR": (
        "Meld de factuur bij de kredietverzekeraar en leg hier vast wanneer dat is gebeurd.",
        "Tell the credit insurer of the invoice, and write down here when that was done.",
    ),
    "now_TIME_BAR_NEAR": (
        "Stuit de verjaring met een schriftelijke aanmaning of een voorbehoud, en leg de dag vast waarop die aankwam.",
        "Interrupt limitation by a written demand or a reservation, and write down the day on which it arrived.",
    ),
    "now_write_off": (
        "Boek af wat openstaat, of geef de debiteur een andere strategie.",
        "Write off what is open, or give the debtor another strategy.",
    ),
    "now_INSTALMENT_MISSED": (
        "Bel de debiteur, of beëindig de regeling: dan gelden de stappen weer.",
        "Call the debtor, or end the plan: then the stages count again.",
    ),
    "go_on": ("Laat de stappen doorgaan", "Let the stages go on"),
    "tell_insurer": ("Gemeld op", "Told on"),
    "tell_insurer_do": ("Leg de melding vast", "Write down the telling"),
    "interrupted_on": ("Gestuit op", "Interrupted on"),
    "interrupted_by": ("Door", "By"),
    "interrupt_do": ("Leg de stuiting vast", "Write down the interruption"),
    "write_off_do": ("Boek af", "Write off"),
    "new_promise": ("Nieuwe toezegging: betaalt uiterlijk", "New promise: pays by"),
}
