"""The fixed texts about answering a debtor and about statements of account, in Dutch and English."""

from typing import Final

REPLY_TEXTS: Final[dict[str, tuple[str, str]]] = {
    "reply_title": ("Antwoord aan {name}", "Reply to {name}"),
    "reply_confirms": ("Bevestig wat u hebt vastgelegd.", "Confirm what you have written down."),
    "reply_free": ("Schrijf in uw eigen woorden.", "Write in your own words."),
    "reply_in": (
        "Het bericht gaat in het {written}: dat leest deze debiteur.",
        "The message goes in {written}: that is what this debtor reads.",
    ),
    "reply_in_another": (
        "Het bericht gaat in het {written}. Deze debiteur leest {reads}, en daarin zijn er geen teksten voor een "
        "antwoord.",
        "The message goes in {written}. This debtor reads {reads}, and there are no texts for a reply in it.",
    ),
    "reply_to": ("Aan", "To"),
    "reply_unknown": (
        "Dit is geen bekend adres van deze debiteur. Wie antwoordt, kan een ander zijn dan wie betaalt. Laat het adres "
        "alleen staan als het klopt.",
        "This is no known address of this debtor. Whoever answers can be somebody else than who pays. Leave the "
        "address only if it is right.",
    ),
    "reply_subject": ("Onderwerp", "Subject"),
    "reply_words": ("Uw tekst", "Your text"),
    "reply_words_help": (
        "Aanhef en ondertekening komen er vanzelf bij. Een lege regel begint een nieuwe alinea. Bedragen, dagen en "
        "nummers moeten kloppen met de administratie of met de mail.",
        "The greeting and signature are added. An empty line begins a new paragraph. Amounts, days and numbers must be "
        "those of the book or of the mail.",
    ),
    "reply_copies": ("Stuur een kopie van de facturen mee", "Send copies of the invoices along"),
    "reply_send": ("Schrijf en keur goed", "Write and approve"),
    "reply_keep": ("Schrijf, en kijk later na", "Write, and look again later"),
    "reply_written": ("Het antwoord aan {to} is geschreven.", "The reply to {to} has been written."),
    "reply_approved": (
        "Het antwoord aan {to} is goedgekeurd en gaat weg met de volgende verzending.",
        "The reply to {to} is approved and leaves with the next sending.",
    ),
    "reply_other": ("Schrijf liever in eigen woorden", "Rather write in your own words"),
    "reply_write": ("Schrijf een antwoord", "Write a reply"),
    "reply_write_debtor": ("Schrijf deze debiteur", "Write to this debtor"),
    "mail_confirm": ("Daarna een bevestiging sturen", "Send a confirmation afterwards"),
    "reply_answers": ("Antwoord op mail van", "Answers the mail of"),
    "replies_wait": ("Ook klaar om na te kijken", "Also ready to be read"),
    "statement": ("Rekeningoverzicht", "Statement of account"),
    "statement_sentence": (
        "Wat er openstaat, en wat er is bijgekomen en betaald. Een overzicht vraagt om niets.",
        "What is open, and what was added and paid. A statement asks for nothing.",
    ),
    "statement_first": ("Van", "From"),
    "statement_last": ("Tot en met", "Up to and including"),
    "statement_show": ("Toon", "Show"),
    "statement_opening": ("Open bij het begin", "Open at the beginning"),
    "statement_changed": ("Erbij en eraf", "Added and taken off"),
    "statement_closing": ("Open aan het eind", "Open at the end"),
    "statement_pdf": ("Bekijk de pdf", "See the PDF"),
    "statement_sheet": ("Haal het werkblad op", "Get the worksheet"),
    "statement_send": ("Mail dit overzicht", "Mail this statement"),
    "statement_left_out": ("Past niet bij de e-mail", "Does not fit in the e-mail"),
    "statement_sent": (
        "Het overzicht aan {to} is goedgekeurd en gaat weg met de volgende verzending.",
        "The statement to {to} is approved and leaves with the next sending.",
    ),
    "statement_written": ("Het overzicht aan {to} is geschreven.", "The statement to {to} has been written."),
    "statement_currency": ("Munt", "Currency"),
}
