"""The fixed texts about asking a client first ("klopt dit nog?"), in Dutch and English."""

from typing import Final

CLIENT_CHECK_TEXTS: Final[dict[str, tuple[str, str]]] = {
    # the lists
    "client_checks": ("Navraag", "To confirm"),
    "checks_sentence": (
        "Voldaan verstuurt deze lijsten niet. Geef ze zelf aan de opdrachtgever, en verwerk hier wat die zegt.",
        "Voldaan does not send these lists. Give them to the client yourself, and take in here what it says.",
    ),
    "checks_none": ("Er is nog geen navraag gedaan.", "No client was asked anything yet."),
    "checks_how": (
        "Laat een opdrachtgever eerst nakijken wat er herinnerd gaat worden. Elke dag die u draait maakt dan een lijst "
        "en elke herinnering wacht op het antwoord. Bij een bureau staat dit in de opdracht: voldaan engagement start.",
        "Let a client look first at what is about to be reminded of. Then each day that you run makes a list, and each "
        "reminder waits for the answer. For an agency it stands in the engagement (voldaan engagement start).",
    ),
    "check_list": ("Lijst", "List"),
    "check_answer_by": ("Antwoord uiterlijk", "Answer by"),
    "check_standing": ("Stand", "Standing"),
    "check_invoices": ("Facturen", "Invoices"),
    "check_all": ("Alle lijsten", "All lists"),
    # one list
    "check_title": ("Klopt dit nog?", "Is this still right?"),
    "check_back": ("Alle navraag", "All lists"),
    "check_file": ("Download als CSV", "Download as CSV"),
    "check_print": (
        "Deze bladzijde drukt ook goed af: de keuzes blijven dan leeg om aan te kruisen.",
        "This page prints well too: the choices then stay empty, to be ticked.",
    ),
    "check_says": ("Wat zegt de opdrachtgever?", "What does the client say?"),
    "check_due": ("Vervallen", "Due"),
    "says_GO": ("Klopt", "Right"),
    "says_PAID": ("Betaald", "Paid"),
    "says_LEAVE": ("Met rust laten", "Leave it"),
    "says_CREDIT_COMING": ("Creditnota komt", "Credit coming"),
    "check_does": (
        "Klopt: mag herinnerd worden. Betaald: voldaan, op het woord van de opdrachtgever. Met rust laten: geblokkeerd "
        "tot iemand dat opheft. Creditnota komt: veertien dagen geblokkeerd.",
        "Right: may be reminded of. Paid: settled, on the client's word. Leave it: on hold until somebody lifts it. "
        "Credit coming: on hold for fourteen days.",
    ),
    "check_settled": ("inmiddels voldaan", "settled since"),
    "check_withdrawn": ("inmiddels ingetrokken", "withdrawn since"),
    "check_handed_over": ("inmiddels overgedragen", "handed over since"),
    "check_answered_by": ("Wie antwoordt namens de opdrachtgever?", "Who answers for the client?"),
    "check_answered_by_help": (
        "De naam staat straks bij elk antwoord",
        "The name will stand with each answer",
    ),
    "check_note": ("Wat zei die erbij?", "What was said with it?"),
    "check_note_help": (
        "Komt bij wat betaald is, met rust blijft of gecrediteerd wordt",
        "Goes with what is paid, left alone or to be credited",
    ),
    "check_take_one": ("Verwerk deze factuur", "Take in this invoice"),
    "check_take": ("Verwerk deze {count} facturen", "Take in these {count} invoices"),
    "check_change": ("Wijzig wat de opdrachtgever zei", "Change what the client said"),
    "key_says": ("kies een antwoord", "choose an answer"),
    # what was done
    "check_done_none": ("Er is niets gewijzigd.", "Nothing was changed."),
    "check_done_MAY_GO": ("{count} te herinneren", "{count} to be reminded of"),
    "check_done_SETTLED": ("{count} voldaan", "{count} settled"),
    "check_done_HELD": ("{count} met rust", "{count} left alone"),
    "check_done_HELD_FOR_CREDIT": (
        "{count} in afwachting van een creditnota",
        "{count} waiting for a credit note",
    ),
    "check_done": (
        "Verwerkt: {what}. De eerstvolgende dag die u draait, houdt er rekening mee.",
        "Taken in: {what}. The next day that you run heeds it.",
    ),
    "see_check": ("Bekijk de navraag", "See the list"),
    "see_checks": ("Bekijk alle navraag", "See all lists"),
}
