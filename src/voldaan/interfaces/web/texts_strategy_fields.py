"""What the form for a strategy calls each value, one line about it, and its choices, in Dutch and English."""

from typing import Final

STRATEGY_FIELD_TEXTS: Final[dict[str, tuple[str, str]]] = {
    # the head
    "strategy_head_name": ("Naam", "Name"),
    "strategy_head_name_help": (
        "Zo heet de strategie op elke bladzijde.",
        "What the strategy is called on every page.",
    ),
    "strategy_head_about": ("Waar is zij voor", "What it is for"),
    "strategy_head_about_help": (
        "Een zin of twee voor wie haar leest.",
        "A sentence or two for whoever reads it.",
    ),
    # manners
    "strategy_manners_days_between_reminders": ("Dagen tussen twee berichten", "Days between two messages"),
    "strategy_manners_days_between_reminders_help": (
        "Zo lang laten wij een debiteur ten minste met rust na een bericht.",
        "For at least so long a debtor is left in peace after a message.",
    ),
    "strategy_manners_minimum_cents": ("Kleinste bedrag", "Smallest amount"),
    "strategy_manners_minimum_cents_help": (
        "In euro's. Staat er minder open, dan wachten wij tot er meer bij komt.",
        "In euros. Where less is open, we wait until more is added.",
    ),
    "strategy_manners_days_after_term": ("Dagen voor een betaling onderweg", "Days for a payment under way"),
    "strategy_manners_days_after_term_help": (
        "Zo lang wachten wij nog na de laatste dag van een termijn.",
        "So long we still wait after the last day of a term.",
    ),
    "strategy_manners_reminders_a_month": ("Hoogstens per 30 dagen", "At most in 30 days"),
    "strategy_manners_reminders_a_month_help": (
        "Berichten aan één debiteur, over alle opdrachtgevers. Leeg: geen grens.",
        "Messages to one debtor, over all clients. Empty: no limit.",
    ),
    "strategy_manners_days_after_complaint": ("Dagen rust na een klacht", "Days of peace after a complaint"),
    "strategy_manners_days_after_complaint_help": (
        "Zo lang gaat er niets uit nadat iemand heeft geklaagd.",
        "For so long nothing goes out after somebody has complained.",
    ),
    "strategy_manners_hours": ("Verzenden tussen", "Sending between"),
    "strategy_manners_hours_help": (
        "Van en tot. Leeg: op elk uur dat de wet toestaat.",
        "From and until. Empty: at any hour that the law allows.",
    ),
    "strategy_manners_hours_until": ("Verzenden tot", "Sending until"),
    "strategy_manners_weekdays": ("Verzenden op", "Sending on"),
    "strategy_manners_weekdays_help": (
        "Op andere dagen wacht een bericht.",
        "On other days a message waits.",
    ),
    # stages
    "strategy_stages_enabled": ("Deze fase gebruiken", "Use this stage"),
    "strategy_stages_days": ("Dagen na de vervaldatum", "Days after the due date"),
    "strategy_stages_days_help": ("Niet eerder dan deze dag.", "No sooner than this day."),
    "strategy_stages_days_COURTESY_NOTICE": ("Dagen vóór de vervaldatum", "Days before the due date"),
    "strategy_stages_term_days": ("Dagen om te betalen", "Days to pay"),
    "strategy_stages_term_days_help": ("De termijn in het bericht.", "The term in the message."),
    "strategy_stages_channels": ("Langs welke weg", "By which way"),
    "strategy_stages_channels_help": ("De eerste die hem bereikt.", "The first that reaches the debtor."),
    "strategy_stages_counted": ("Dagen na de vervaldatum zijn", "Days after the due date are"),
    "strategy_stages_counted_help": ("Hoe die dagen worden geteld.", "How those days are counted."),
    "strategy_stages_term_counted": ("Dagen om te betalen zijn", "Days to pay are"),
    "strategy_stages_term_counted_help": ("Hoe de termijn wordt geteld.", "How the term is counted."),
    "strategy_stages_days_after_previous": (
        "Dagen na het vorige bericht",
        "Days after the message before it",
    ),
    "strategy_stages_days_after_previous_help": (
        "Ten minste, over dezelfde factuur. 0: alleen de rust hierboven.",
        "At least, about the same invoice. 0: only the peace above.",
    ),
    "strategy_stages_text": ("Tekst", "Text"),
    "strategy_stages_text_help": (
        "De tekst van een andere fase kan ook.",
        "The text of another stage can do too.",
    ),
    "strategy_stages_text_none": ("de eigen tekst van deze fase", "this stage's own text"),
    "strategy_stages_signed_by": ("Ondertekenaar", "Signer"),
    "strategy_stages_signed_by_help": (
        "Leeg: wie anders ook ondertekent.",
        "Empty: who signs the others too.",
    ),
    # after an incident
    "strategy_after_act": ("Wat er dan gebeurt", "What happens then"),
    "strategy_after_act_help": ("Op de dag waarop het blijkt.", "On the day on which it becomes clear."),
    "strategy_after_days": ("Na hoeveel dagen", "After how many days"),
    "strategy_after_days_help": ("Alleen bij een eigen bericht.", "Only with a message of its own."),
    "strategy_after_term_days": ("Dagen om te betalen", "Days to pay"),
    "strategy_after_term_days_help": ("Alleen bij een eigen bericht.", "Only with a message of its own."),
    "strategy_after_channels": ("Langs welke weg", "By which way"),
    "strategy_after_channels_help": ("Alleen bij een eigen bericht.", "Only with a message of its own."),
    "strategy_after_counted": ("Die dagen zijn", "Those days are"),
    "strategy_after_counted_help": ("Hoe die dagen worden geteld.", "How those days are counted."),
    "strategy_after_term_counted": ("Dagen om te betalen zijn", "Days to pay are"),
    "strategy_after_term_counted_help": ("Hoe de termijn wordt geteld.", "How the term is counted."),
    "strategy_after_signed_by": ("Ondertekenaar", "Signer"),
    "strategy_after_signed_by_help": (
        "Leeg: wie anders ook ondertekent.",
        "Empty: who signs the others too.",
    ),
    # the end
    "strategy_end_act": ("Na de laatste fase", "After the last stage"),
    "strategy_end_act_help": (
        "Een mens bevestigt het altijd; niets gaat vanzelf.",
        "A person always confirms it; nothing goes by itself.",
    ),
    "strategy_end_days_after_term": ("Dagen na de laatste termijn", "Days after the last term"),
    "strategy_end_days_after_term_help": ("Zo lang wachten wij dan nog.", "So long we still wait then."),
    "strategy_end_write_off_below_cents": ("Afboeken onder", "Write off below"),
    "strategy_end_write_off_below_cents_help": (
        "In euro's. Wat dan nog minder is, stellen wij voor af te boeken. 0,00: nooit.",
        "In euros. What is less by then, we propose to write off. 0.00: never.",
    ),
    "strategy_end_with_costs": ("Incassokosten gaan mee over", "Collection costs go along"),
    "strategy_end_with_costs_help": (
        "Een consument moet daarvoor eerst een veertiendagenbrief hebben gehad.",
        "A consumer must have had a fourteen-day notice first.",
    ),
    # pauses
    "strategy_pauses_days_after_promise": ("Dagen na een toezegging", "Days after a promise"),
    "strategy_pauses_days_after_promise_help": (
        "Zo lang mag een toegezegde betaling onderweg zijn.",
        "So long a promised payment may be under way.",
    ),
    "strategy_pauses_dispute": ("Een betwisting laat met rust", "A dispute leaves alone"),
    "strategy_pauses_dispute_help": ("Waarover dan niets uitgaat.", "About what nothing goes out then."),
    "strategy_pauses_promise": ("Een toezegging laat met rust", "A promise leaves alone"),
    "strategy_pauses_promise_help": ("Waarover dan niets uitgaat.", "About what nothing goes out then."),
    "strategy_pauses_payment_plan": (
        "Een betalingsregeling laat met rust",
        "A payment plan leaves alone",
    ),
    "strategy_pauses_payment_plan_help": ("Waarover dan niets uitgaat.", "About what nothing goes out then."),
    # a person first
    "strategy_person_first_open_from_cents": ("Vanaf dit bedrag", "From this amount"),
    "strategy_person_first_open_from_cents_help": (
        "In euro's, van wat openstaat. Leeg: om het bedrag kijkt niemand mee.",
        "In euros, of what is open. Empty: nobody looks because of the amount.",
    ),
    "strategy_person_first_stages": ("Bij deze berichten", "For these messages"),
    "strategy_person_first_stages_help": (
        "Een medewerker leest ze voordat ze weggaan.",
        "A person reads them before they leave.",
    ),
    "strategy_person_first_tags": ("Bij deze labels", "For these tags"),
    "strategy_person_first_tags_help": (
        "Met komma's ertussen, zoals: gevoelig, pers",
        "With commas between them, as: sensitive, press",
    ),
    "strategy_person_first_new_customer": ("Bij een nieuwe klant", "For a new customer"),
    "strategy_person_first_new_customer_help": (
        "De eerste factuur kwam minder dan 90 dagen geleden.",
        "The first invoice came in less than 90 days ago.",
    ),
    # deadlines of others
    "strategy_asks_days_before_insurer": (
        "Dagen voor de kredietverzekeraar",
        "Days before the credit insurer",
    ),
    "strategy_asks_days_before_insurer_help": (
        "Zo lang voor die dag vragen wij wat u wilt.",
        "So long before that day we ask what you want.",
    ),
    "strategy_asks_days_before_time_bar": ("Dagen voor de verjaring", "Days before the time bar"),
    "strategy_asks_days_before_time_bar_help": (
        "Zo lang voor die dag vragen wij wat u wilt.",
        "So long before that day we ask what you want.",
    ),
    # for whom
    "strategy_for_whom_debtor": ("Soort debiteur", "Kind of debtor"),
    "strategy_for_whom_debtor_help": ("Niets gekozen: voor iedereen.", "Nothing chosen: for everybody."),
    "strategy_for_whom_clients": ("Alleen bij deze opdrachtgevers", "Only with these clients"),
    "strategy_for_whom_clients_help": (
        "Hun sleutels, met komma's ertussen. Leeg: bij elke.",
        "Their keys, with commas between them. Empty: with any.",
    ),
    "strategy_for_whom_open_from_cents": ("Openstaand vanaf", "Open from"),
    "strategy_for_whom_open_from_cents_help": (
        "In euro's, van de hele debiteurkaart.",
        "In euros, of the whole account.",
    ),
    "strategy_for_whom_open_below_cents": ("Openstaand minder dan", "Open less than"),
    "strategy_for_whom_open_below_cents_help": (
        "In euro's. Leeg: geen bovengrens.",
        "In euros. Empty: no upper limit.",
    ),
    "strategy_for_whom_late_from_days": ("Dagen te laat vanaf", "Days late from"),
    "strategy_for_whom_late_from_days_help": (
        "Van de oudste factuur die te laat is.",
        "Of the oldest invoice that is late.",
    ),
    "strategy_for_whom_late_below_days": ("Dagen te laat minder dan", "Days late less than"),
    "strategy_for_whom_late_below_days_help": ("Leeg: geen bovengrens.", "Empty: no upper limit."),
    "strategy_for_whom_languages": ("Taal", "Language"),
    "strategy_for_whom_languages_help": ("Niets gekozen: elke taal.", "Nothing chosen: any language."),
    "strategy_for_whom_tags": ("Met een van deze labels", "With one of these tags"),
    "strategy_for_whom_tags_help": (
        "Met komma's ertussen. Leeg: met of zonder label.",
        "With commas between them. Empty: with or without a tag.",
    ),
    "strategy_for_whom_history": ("Betaalverleden", "Payment history"),
    "strategy_for_whom_history_help": ("Niets gekozen: elk verleden.", "Nothing chosen: any history."),
    "strategy_for_whom_new_customer": ("Nieuwe klant", "New customer"),
    "strategy_for_whom_new_customer_help": (
        "De eerste factuur kwam minder dan 90 dagen geleden.",
        "The first invoice came in less than 90 days ago.",
    ),
    "strategy_for_whom_new_customer_none": ("maakt niet uit", "all the same"),
    # what a field says when it cannot be read
    "strategy_fill_in": (
        "Vul dit in: een strategie kan er niet buiten.",
        "Fill this in: a strategy needs it.",
    ),
    "strategy_fill_in_so": ("Vul hier {what} in.", "Fill in {what} here."),
    "strategy_what_cents": ("een bedrag in euro's, zoals 12,50,", "an amount in euros, such as 12.50,"),
    "strategy_what_hours": (
        "twee tijden, een vroege en een latere, zoals 08:00 en 18:30,",
        "two times, an early and a later one, such as 08:00 and 18:30,",
    ),
    "strategy_days_before": (
        "Vul een heel getal van 1 tot en met 60 in: zoveel dagen vóór de vervaldatum.",
        "Fill in a whole number from 1 to 60: so many days before the due date.",
    ),
    "strategy_choose_one": (
        "Kies ten minste een van de mogelijkheden.",
        "Choose at least one of the possibilities.",
    ),
}

STRATEGY_CHOICES: Final[dict[str, tuple[str, str]]] = {
    "MON": ("maandag", "Monday"),
    "TUE": ("dinsdag", "Tuesday"),
    "WED": ("woensdag", "Wednesday"),
    "THU": ("donderdag", "Thursday"),
    "FRI": ("vrijdag", "Friday"),
    "SAT": ("zaterdag", "Saturday"),
    "SUN": ("zondag", "Sunday"),
    "HAND_OVER": ("overdragen aan incasso", "hand over for collection"),
    "WRITE_OFF": ("voorstellen af te boeken", "propose to write it off"),
    "ASK": ("een medewerker vragen", "ask a person"),
    "REMIND": ("een eigen bericht sturen", "send a message of its own"),
    "CONTINUE": ("niets bijzonders: de fasen gaan door", "nothing special: the stages go on"),
    "CALENDAR": ("kalenderdagen", "calendar days"),
    "WORKING": ("werkdagen", "working days"),
    "INVOICE": ("alleen de factuur", "only the invoice"),
    "ACCOUNT": ("de hele debiteur", "the whole debtor"),
    "EMAIL,POST": ("e-mail, anders post", "e-mail, else post"),
    "POST,EMAIL": ("post, anders e-mail", "post, else e-mail"),
    "EMAIL": ("alleen e-mail", "only e-mail"),
    "POST": ("alleen post", "only post"),
    "SMS,EMAIL": ("sms, anders e-mail", "text message, else e-mail"),
    "SMS,POST": ("sms, anders post", "text message, else post"),
    "CALL,EMAIL": ("bellen, anders e-mail", "call, else e-mail"),
    "CALL,POST": ("bellen, anders post", "call, else post"),
    "PERSON": ("persoon (ook een eenmanszaak)", "person (a sole trader too)"),
    "BUSINESS": ("bedrijf", "business"),
    "PUBLIC_BODY": ("overheid", "public body"),
    "GOOD": ("betaalt op tijd", "pays in time"),
    "MIXED": ("wisselend", "mixed"),
    "POOR": ("betaalt vaak laat", "often pays late"),
    "NONE": ("nog geen", "none yet"),
    "nl": ("Nederlands", "Dutch"),
    "en": ("Engels", "English"),
    "true": ("alleen nieuwe klanten", "only new customers"),
    "false": ("alleen wie dat niet is", "only who is none"),
    "BROKEN_PROMISE": ("bericht na een gebroken toezegging", "message after a broken promise"),
    "FAILED_PLAN": ("bericht na een gestopte regeling", "message after an ended plan"),
    "RETURNED_DEBIT": ("bericht na een mislukte incasso", "message after a failed direct debit"),
}
"""The codes of the language in words."""
