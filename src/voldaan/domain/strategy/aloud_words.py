"""The sentences and words in which a strategy is read aloud, in Dutch and English; names in braces are filled in."""

from typing import Final

SENTENCES: Final[dict[str, tuple[str, str]]] = {
    "title": ("{name}, versie {version}", "{name}, version {version}"),
    "for_whom": ("Voor wie", "For whom"),
    "messages": ("De berichten", "The messages"),
    "manners": ("Altijd", "Always"),
    "pauses": ("Wat de berichten stillegt", "What pauses the messages"),
    "after": ("Als er iets misgaat", "When something goes wrong"),
    "person_first": ("Wie eerst meekijkt", "Who looks first"),
    "asks": ("Op tijd vragen", "Asking in time"),
    "end": ("Het einde", "The end"),
    # for whom
    "kinds": ("Deze strategie is voor {listed}.", "This strategy is for {listed}."),
    "kinds_if": (
        "Deze strategie is voor {listed}, maar alleen als dit klopt.",
        "This strategy is for {listed}, but only where this is so.",
    ),
    "clients": ("de opdrachtgever is {listed}", "the client is {listed}"),
    "open_from": ("er staat {least} of meer open", "an amount of {least} or more is open"),
    "open_below": ("er staat minder dan {most} open", "an amount of less than {most} is open"),
    "open_between": (
        "er staat {least} of meer open, maar minder dan {most}",
        "an amount of {least} or more is open, but less than {most}",
    ),
    "late_from": ("de oudste factuur is {least} of meer te laat", "the oldest invoice is {least} or more late"),
    "late_below": ("de oudste factuur is minder dan {most} te laat", "the oldest invoice is less than {most} late"),
    "late_between": (
        "de oudste factuur is {least} of meer te laat, maar minder dan {most}",
        "the oldest invoice is {least} or more late, but less than {most}",
    ),
    "languages": ("wij schrijven de klant in het {listed}", "we write to the customer in {listed}"),
    "tags": ("de klant heeft het label {listed}", "the customer has the tag {listed}"),
    "history": ("het betaalverleden is {listed}", "the payment history is {listed}"),
    "is_new": (
        "de klant is nieuw, met een eerste factuur van minder dan {days} geleden",
        "the customer is new, with a first invoice of less than {days} ago",
    ),
    "is_not_new": (
        "de klant is niet nieuw meer: de eerste factuur is {days} oud of ouder",
        "the customer is no longer new: the first invoice is {days} old or older",
    ),
    # the messages
    "stage": ("{stage} gaat {when}, {ways}.", "{stage} goes out {when}, {ways}."),
    "days_after": ("{days} na de vervaldatum", "{days} after the due date"),
    "days_before": ("{days} vóór de vervaldatum", "{days} before the due date"),
    "since_previous": (
        "{when}, en ten minste {days} na het vorige bericht",
        "{when}, and at least {days} after the previous message",
    ),
    "ways_one": ("per {first}", "by {first}"),
    "ways_two": (
        "per {first}, en als dat niet kan per {second}",
        "by {first}, or by {second} where that is not possible",
    ),
    "ways_more": (
        "per {first}, en als dat niet kan per {more} of {last}",
        "by {first}, or by {more} or {last} where that is not possible",
    ),
    "term": ("De klant krijgt {days} om te betalen.", "The customer gets {days} to pay."),
    "no_term": ("De vervaldatum zelf blijft de dag om te betalen.", "The due date itself stays the day to pay."),
    "courtesy_term": (
        "De klant krijgt {days} om te betalen, en nooit korter dan tot de vervaldatum.",
        "The customer gets {days} to pay, and never less than until the due date.",
    ),
    "notice_term": (
        "Wij rekenen {days}: veertien dagen vanaf de dag na de bezorging, met tijd voor de post.",
        "We count {days}: fourteen days from the day after delivery, with time for the post.",
    ),
    "notice_whom": (
        "Alleen een consument krijgt deze brief; een bedrijf of een overheid slaat hem over.",
        "Only a consumer gets this notice; a business or a public body passes it over.",
    ),
    "text": ("Er staat de tekst van {other} in.", "It has the text of {other}."),
    "signed": ("{name} ondertekent.", "{name} signs it."),
    "off": ("{stage} staat uit.", "{stage} is switched off."),
    "off_many": ("{listed} staan uit.", "{listed} are switched off."),
    # always
    "spacing": (
        "Tussen twee herinneringen aan dezelfde klant {sit} ten minste {days}, hoeveel facturen er ook openstaan.",
        "At least {days} {sit} between two reminders to the same customer, however many invoices are open.",
    ),
    "under_way": (
        "Een volgend bericht komt pas als de termijn van het vorige om is. Daarna wachten wij nog {days}, want een "
        "betaling kan onderweg zijn.",
        "A next message comes only when the term of the previous one is over. Then we wait another {days}, as a "
        "payment can be under way.",
    ),
    "not_under_way": (
        "Een volgend bericht komt pas als de termijn van het vorige om is.",
        "A next message comes only when the term of the previous one is over.",
    ),
    "minimum": (
        "Over minder dan {least} schrijven wij niet. Het bedrag blijft staan tot er meer bij komt.",
        "We do not write about less than {least}. The amount stays until more is added to it.",
    ),
    "no_minimum": ("Wij schrijven over elk bedrag.", "We write about any amount."),
    "month": (
        "In dertig dagen krijgt een klant hoogstens {times}, van alle opdrachtgevers van een bureau samen.",
        "In thirty days a customer gets {times} at most, from all clients of an agency together.",
    ),
    "complaint": (
        "Na een klacht gaat er {days} lang geen herinnering uit.",
        "After a complaint no reminder goes out for {days}.",
    ),
    "no_complaint": ("Na een klacht gaan de berichten gewoon door.", "After a complaint the messages simply go on."),
    "weekdays": ("Berichten gaan uit op {listed}.", "Messages go out on {listed}."),
    "weekdays_in_a_row": (
        "Berichten gaan uit van {first} tot en met {last}.",
        "Messages go out from {first} to {last}.",
    ),
    "hours": ("Berichten gaan uit tussen {first} en {last} uur.", "Messages go out between {first} and {last}."),
    "law": (
        "Een incassobureau benadert mensen nooit op zondag, op een feestdag, of tussen 20:00 en 07:00 uur.",
        "An agency never approaches people on a Sunday, on a holiday, or between 20:00 and 07:00.",
    ),
    # pauses
    "rests": ("{listed} legt alleen de factuur zelf stil.", "{listed} pauses the invoice itself only."),
    "rests_all": (
        "{listed} legt alle facturen van de klant stil.",
        "{listed} pauses every invoice of the customer.",
    ),
    "promised": (
        "Na de beloofde dag krijgt een betaling nog {days} om aan te komen.",
        "After the promised day a payment gets another {days} to arrive.",
    ),
    "promised_at_once": (
        "Is een betaling er op de beloofde dag niet, dan is de toezegging gebroken.",
        "Where a payment is not there on the promised day, the promise is broken.",
    ),
    # when something goes wrong
    "reminds": (
        "Na {incident} gaat er {when} een eigen bericht uit, {ways}.",
        "After {incident} a message of its own goes out {when}, {ways}.",
    ),
    "at_once": ("nog dezelfde dag", "on the same day"),
    "later": ("na {days}", "{days} later"),
    "asks_after": ("Na {incident} krijgt u een vraag.", "After {incident} you get a question."),
    "goes_on": ("Na {incident} gaan de gewone berichten verder.", "After {incident} the usual messages go on."),
    # who looks first
    "looks": (
        "Ook als de berichten vanzelf gaan, keurt een mens ze eerst goed {listed}.",
        "Even where the messages go by themselves, a person approves them first {listed}.",
    ),
    "nobody_looks": (
        "Als de berichten vanzelf gaan, kijkt niemand eerst mee.",
        "Where the messages go by themselves, nobody looks first.",
    ),
    "looks_amount": ("als er {least} of meer openstaat", "when {least} or more is open"),
    "looks_stage": ("bij {listed}", "for {listed}"),
    "looks_tag": ("als de klant het label {listed} heeft", "when the customer has the tag {listed}"),
    "looks_new": ("als de klant nieuw is", "when the customer is new"),
    # asking in time
    "asks_both": (
        "Moet een kredietverzekeraar van een factuur weten, dan krijgt u {insurer} van tevoren een vraag. Dreigt een "
        "factuur te verjaren, dan krijgt u die {time_bar} van tevoren.",
        "Where a credit insurer must hear of an invoice, you get a question {insurer} ahead. Where an invoice is about "
        "to be time-barred, you get it {time_bar} ahead.",
    ),
    # the end
    "HAND_OVER": (
        "{when} is de factuur klaar om over te dragen, {costs}. Een mens beslist.",
        "{when} the invoice is ready to be handed over, {costs}. A person decides.",
    ),
    "WRITE_OFF": (
        "{when} stellen wij voor de factuur af te boeken. Een mens beslist.",
        "{when} we propose to write the invoice off. A person decides.",
    ),
    "ASK": ("{when} vragen wij u wat er moet gebeuren.", "{when} we ask you what should happen."),
    "end_at_once": ("Meteen na de laatste termijn", "Right after the last term"),
    "end_later": ("{days} na de laatste termijn", "{days} after the last term"),
    "with_costs": ("met incassokosten erbij", "with collection costs added"),
    "no_costs": ("zonder incassokosten", "without collection costs"),
    "rest": (
        "Staat er dan minder dan {most} open, dan stellen wij voor dat af te boeken.",
        "Where less than {most} is open then, we propose to write that off.",
    ),
}  # fmt: skip

WORDS: Final[dict[str, tuple[str, str]]] = {
    "everybody": ("iedereen", "everybody"),
    "PERSON": ("personen", "persons"),
    "BUSINESS": ("bedrijven", "businesses"),
    "PUBLIC_BODY": ("overheden", "public bodies"),
    "nl": ("Nederlands", "Dutch"),
    "en": ("Engels", "English"),
    "GOOD": ("goed", "good"),
    "MIXED": ("wisselend", "mixed"),
    "POOR": ("slecht", "poor"),
    "NONE": ("niet bekend", "not known"),
    "BROKEN_PROMISE": ("een gebroken toezegging", "a broken promise"),
    "FAILED_PLAN": ("een mislukte betalingsregeling", "a failed payment plan"),
    "RETURNED_DEBIT": ("een mislukte automatische incasso", "a failed direct debit"),
    "dispute": ("een betwisting", "a dispute"),
    "promise": ("een toezegging", "a promise"),
    "payment_plan": ("een betalingsregeling", "a payment plan"),
    "and": ("en", "and"),
    "or": ("of", "or"),
    "reminder": ("herinnering", "reminder"),
    "reminders": ("herinneringen", "reminders"),
    "lies": ("zit", "lies"),
    "lie": ("zitten", "lie"),
}
WEEKDAYS: Final[tuple[tuple[str, str], ...]] = (
    ("maandag", "Monday"),
    ("dinsdag", "Tuesday"),
    ("woensdag", "Wednesday"),
    ("donderdag", "Thursday"),
    ("vrijdag", "Friday"),
    ("zaterdag", "Saturday"),
    ("zondag", "Sunday"),
)
