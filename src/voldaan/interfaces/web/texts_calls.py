"""The fixed texts of the call list, in Dutch and English."""

from typing import Final

CALLS_TEXTS: Final[dict[str, tuple[str, str]]] = {
    "calls": ("Bellijst", "Call list"),
    "calls_empty": ("Er is nu niemand te bellen", "There is nobody to call now"),
    "calls_one": ("Er is één debiteur te bellen", "There is one debtor to call"),
    "calls_many": ("Er zijn {count} debiteuren te bellen", "There are {count} debtors to call"),
    "calls_how": (
        "Een fase van een strategie kan per telefoon gaan. Wat u daarvan goedkeurt, komt hier te staan.",
        "A stage of a strategy can go by telephone. What you approve of it stands here.",
    ),
    "calls_rest": (
        "Wie betaalde of met rust gelaten wordt, staat hier niet meer als u belt: elke regel is zojuist nagekeken.",
        "Who paid or is left in peace is not here when you call: each line was checked just now.",
    ),
    "calls_not_now": ("Nu niet", "Not now"),
    "call_open": ("Open het belscript", "Open the call script"),
    "call_number": ("Nummer", "Number"),
    "call_ask_for": ("Vraag naar", "Ask for"),
    "call_tried": ("Eerder gebeld", "Called before"),
    "call_again": ("terugbellen op {day}", "call back on {day}"),
    "call_script": ("Belscript", "Call script"),
    "call_outcome": ("Wat kwam ervan?", "What came of it?"),
    "call_says": ("Wat zei de debiteur?", "What did the debtor say?"),
    "call_says_nothing": ("niets bijzonders", "nothing in particular"),
    "call_day": ("Toegezegde dag, of ons antwoord uiterlijk", "Promised day, or our answer by"),
    "call_again_on": ("Terugbellen op", "Call back on"),
    "call_note": ("Aantekening", "Note"),
    "call_note_help": (
        "Schrijf niets op over gezondheid. Zonder dag om terug te bellen wordt het de volgende werkdag.",
        "Write nothing about health. Without a day to call back it becomes the next working day.",
    ),
    "call_record": ("Leg vast", "Write it down"),
    "call_SENT": (
        "{debtor}: gesproken. Dit telt als herinnering.",
        "{debtor}: spoken to. This counts as a reminder.",
    ),
    "call_APPROVED": (
        "{debtor}: vastgelegd. Opnieuw op de lijst op {day}.",
        "{debtor}: written down. On the list again on {day}.",
    ),
    "call_FAILED": (
        "{debtor}: {because} Het volgende bericht gaat langs een andere weg.",
        "{debtor}: {because} The next message goes by another way.",
    ),
    "call_WITHDRAWN": (
        "{debtor}: vastgelegd, en dit telt niet als herinnering. {because}",
        "{debtor}: written down, and this does not count as a reminder. {because}",
    ),
    "call_known": ("{debtor}: dit was al vastgelegd.", "{debtor}: this was written down already."),
    "key_outcome": ("Uitkomst kiezen", "Choose an outcome"),
    "key_call": ("Bellen", "Call"),
    "key_record": ("Vastleggen", "Write it down"),
}
