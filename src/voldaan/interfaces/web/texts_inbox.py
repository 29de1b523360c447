"""The fixed texts about mail that came in, in Dutch and English."""

from typing import Final

INBOX_TEXTS: Final[dict[str, tuple[str, str]]] = {
    "inbox": ("Inbox", "Inbox"),
    "inbox_empty": ("Er wacht geen antwoord op u", "No answer waits for you"),
    "inbox_one": ("Er wacht één antwoord op u", "One answer waits for you"),
    "inbox_many": ("Er wachten {count} antwoorden op u", "{count} answers wait for you"),
    "inbox_rest": (
        "Wie antwoordde, wordt met rust gelaten tot u zegt wat het is.",
        "Who answered is left in peace until you say what it is.",
    ),
    "inbox_how": (
        "Mail komt binnen uit de postbus van VOLDAAN_MAIL_IN_URL (voldaan mail fetch), of uit bestanden "
        "(voldaan mail take).",
        "Mail comes in from the mailbox of VOLDAAN_MAIL_IN_URL (voldaan mail fetch), or from files "
        "(voldaan mail take).",
    ),
    "mail_seems": ("Lijkt te zeggen", "Seems to say"),
    "mail_from": ("Van", "From"),
    "mail_came": ("Binnen op", "Came on"),
    "mail_subject": ("Onderwerp", "Subject"),
    "mail_no_subject": ("(zonder onderwerp)", "(without subject)"),
    "mail_whole": ("Lees de hele mail", "Read the whole mail"),
    "mail_attachments": ("Bijlagen", "Attachments"),
    "mail_message": ("Antwoord op bericht", "Answer to message"),
    "mail_what": ("Wat zegt de debiteur?", "What does the debtor say?"),
    "mail_choose": ("kies", "choose"),
    "mail_day": ("Dag", "Day"),
    "mail_day_help": (
        "De toegezegde dag, tot wanneer u wacht, of wanneer u uiterlijk antwoordt. Leeg: zoals gebruikelijk",
        "The promised day, until when you wait, or by when you answer. Empty: as is usual",
    ),
    "mail_note": ("Toelichting", "Note"),
    "mail_decide": ("Leg vast", "Write down"),
    "mail_not_theirs": ("Dit is niet van deze debiteur", "This is not of this debtor"),
    "mail_taken_back": (
        "De mail wacht nu bij wat niemand kon plaatsen.",
        "The mail now waits with what nobody could place.",
    ),
    "mail_decided": ("Behandeld", "Decided"),
    "strays": ("Van wie niemand weet wie het is", "Of whom nobody knows who it is"),
    "strays_sentence": (
        "Kies bij wie de mail hoort; die wordt dan met rust gelaten. Of leg haar opzij: dan blijft zij bewaard.",
        "Choose whose the mail is, who is then left in peace. Or set it aside: then it stays kept.",
    ),
    "mail_place": ("Plaats bij deze debiteur", "Place with this debtor"),
    "mail_aside": ("Leg opzij", "Set aside"),
    "mail_placed": ("Geplaatst bij debiteur {debtor}.", "Placed with debtor {debtor}."),
    "mail_set_aside": ("De mail is opzijgelegd en blijft bewaard.", "The mail was set aside and stays kept."),
    "mail_debtor_number": ("Debiteurnummer", "Debtor number"),
}
