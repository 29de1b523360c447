"""The fixed texts about who agrees to messages, and what proves them."""

from typing import Final

APPROVAL_TEXTS: Final[dict[str, tuple[str, str]]] = {
    "approvals": ("Akkoord", "Approval"),
    "approvals_sentence": (
        "Wie akkoord geeft op de berichten van {client}",
        "Who agrees to the messages of {client}",
    ),
    "approvals_all": ("Alle fasen", "All stages"),
    "approvals_stage": ("Fase", "Stage"),
    "approvals_who": ("Wie akkoord geeft", "Who agrees"),
    "approvals_as_all": ("als de andere fasen", "as the other stages"),
    "approvals_by_stage": ("Anders per fase", "Otherwise by stage"),
    "approvals_keep": ("Bewaar", "Save"),
    "approvals_kept": ("Bewaard voor {client}.", "Saved for {client}."),
    "approvals_unclear": (
        "Kies wie akkoord geeft: de regel, één persoon of twee personen.",
        "Choose who agrees: the rule, one person or two people.",
    ),
    "approvals_changed_help": (
        "Wat na het akkoord verandert (betaald, antwoord, ander bedrag), haalt een bericht vanzelf uit de stapel. "
        "Vraagt u hier om meer akkoord, dan geldt dat ook voor wat nog niet weg is.",
        "What changes after the approval (paid, answered, another amount) takes a message out of the batch by itself. "
        "If you ask for more approval here, that holds for what has not left yet as well.",
    ),
    "approval_AUTOMATIC": ("de regel", "the rule"),
    "approval_AUTOMATIC_help": (
        "gaat weg zonder dat iemand kijkt, behalve wat de strategie eerst aan een mens laat zien",
        "leaves without anybody looking, but for what the strategy shows a person first",
    ),
    "approval_BATCH": ("1 persoon", "1 person"),
    "approval_BATCH_help": (
        "per bericht of een hele stapel tegelijk",
        "a message or a whole batch at a time",
    ),
    "approval_FOUR_EYES": ("2 personen", "2 people"),
    "approval_FOUR_EYES_help": (
        "het bericht wacht na het eerste akkoord op dat van een ander",
        "after the first approval the message waits for somebody else's",
    ),
    "approve_name": ("Uw naam", "Your name"),
    "approve_name_help": (
        "Voor deze berichten geven twee personen akkoord. Zeg wie u bent.",
        "Two people agree to these messages. Say who you are.",
    ),
    "approve_needs_name": (
        "Er is niets goedgekeurd: vul uw naam in. Twee personen geven akkoord, en samen moeten dat er twee zijn.",
        "Nothing was approved: fill in your name. Two people agree, and there must be two of them.",
    ),
    "approve_unnamed": (
        "Bij de andere geven twee personen akkoord: vul daar uw naam in.",
        "To the others two people agree: fill in your name there.",
    ),
    "approve_left_out": (
        "Niet goedgekeurd: het bericht aan {name} ({number}) staat op ‘{state}’.",
        "Not approved: the message to {name} ({number}) is now ‘{state}’.",
    ),
    "approve_already": (
        "Het bericht aan {name} ({number}) was al goedgekeurd.",
        "The message to {name} ({number}) was approved already.",
    ),
    "approve_not_there": (
        "Niet goedgekeurd: {client} heeft geen bericht {number}.",
        "Not approved: {client} has no message {number}.",
    ),
    "approve_more_left_out": (
        "Nog {count} berichten zijn niet goedgekeurd; ze staan in de lijst met hun stand.",
        "Another {count} messages were not approved; they stand in the list with their state.",
    ),
    "first_one": (
        "1 bericht heeft het eerste akkoord en wacht op een ander.",
        "1 message has its first approval and waits for somebody else.",
    ),
    "first_many": (
        "{count} berichten hebben het eerste akkoord en wachten op een ander.",
        "{count} messages have their first approval and wait for somebody else.",
    ),
    "approved_by_same": (
        "U gaf het eerste akkoord al; het tweede is van een ander.",
        "The first approval was yours already; the second is somebody else's.",
    ),
    "first_approved_by": ("eerste akkoord: {name}", "first approval: {name}"),
    "first_approved": ("Eerste akkoord", "First approval"),
    "message_evidence": ("Bewijs", "Evidence"),
    "evidence_agrees": (
        "De bytes, de rij en de keten van gebeurtenissen zijn het eens.",
        "The bytes, the row and the chain of events agree.",
    ),
    "evidence_bytes": ("Wat is verstuurd", "What left"),
    "evidence_finished": ("Wat klaarligt", "What is ready"),
    "evidence_download": ("download", "download"),
    "evidence_reference": ("Nummer bij het kanaal", "Number at the channel"),
    "evidence_links": ("Schakels van de keten", "Links of the chain"),
    "evidence_link": ("Schakel", "Link"),
    "evidence_came_back": ("Teruggekomen", "Came back"),
    "evidence_of_all": (
        "Alle berichten van deze debiteur met hun bewijs in een map: voldaan evidence.",
        "All messages to this debtor with their evidence in a folder: voldaan evidence.",
    ),
}
