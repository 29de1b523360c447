"""The fixed texts of the pages for files and mappings, in Dutch and English."""

from typing import Final

FILE_TEXTS: Final[dict[str, tuple[str, str]]] = {
    "files": ("Bestanden", "Files"),
    "files_of": ("Bestanden van {client}", "Files of {client}"),
    "files_whose": ("Van wie zijn de bestanden?", "Whose files are they?"),
    "files_hand_in": ("Bestanden inlezen", "Hand in files"),
    "empty_files": ("Of hier, op een bladzijde:", "Or here, on a page:"),
    "files_choose": ("Kies bestanden, of sleep ze hierheen", "Choose files, or drag them here"),
    "files_kinds": (
        "Facturen (UBL, CII, PDF met factuur erin), bankafschriften (CAMT, MT940, CSV van de bank), auditfiles en "
        "lijsten van openstaande posten en debiteuren. Ook als zip. "
        "Ten hoogste {files} bestanden en {megabytes} MB per keer.",
        "Invoices (UBL, CII, PDF with the invoice in it), bank statements (CAMT, MT940, a bank's CSV), audit files "
        "and lists of open items and debtors. Zips too. At most {files} files and {megabytes} MB at a time.",
    ),
    "files_on": ("Aangeleverd op", "Handed in on"),
    "files_complete": (
        "Volledige lijst: alles wat openstaat tot en met",
        "Complete list: all that is open up to and including",
    ),
    "files_complete_help": (
        "Vul een dag in als dit ene bestand elke openstaande post van die dag noemt. Wat er niet meer in staat, "
        "geldt dan als betaald. Leeg: de lijst is niet volledig, of zegt het zelf.",
        "Fill in a day if this one file names every item open on that day. What is no longer in it then counts as "
        "paid. Empty: the list is not complete, or says so itself.",
    ),
    "files_read": ("Lees in", "Read"),
    "files_came_in": ("Wat er binnenkwam", "What came in"),
    "files_none_yet": (
        "Er is nog niets binnengekomen. Begin met de facturen en een bankafschrift.",
        "Nothing came in yet. Begin with the invoices and a bank statement.",
    ),
    "files_waiting": ("Wacht op u", "Waits for you"),
    "files_waiting_help": (
        "Van deze lijsten is nog onbekend welke kolom wat betekent. Na een dag worden ze hier verwijderd.",
        "Of these lists it is not known yet what each column means. After a day they are removed here.",
    ),
    "files_newest": ("De nieuwste {count} staan hier.", "The newest {count} stand here."),
    "files_back": ("Terug naar bestanden", "Back to files"),
    "files_none_chosen": (
        "Er is niets opgenomen: kies eerst een bestand.",
        "Nothing was taken: choose a file first.",
    ),
    "files_too_large": (
        "Er is niets opgenomen: samen zijn de bestanden groter dan {megabytes} MB. Lever ze in delen aan, of pak "
        "ze in als zip. Op de server zelf gaat elk formaat: voldaan import.",
        "Nothing was taken: together the files are larger than {megabytes} MB. Hand them in in parts, or pack them "
        "in a zip. On the server itself any size goes: voldaan import.",
    ),
    "files_too_many": (
        "Er is niets opgenomen: het zijn er meer dan {files}. Lever ze in delen aan, of pak ze in als zip.",
        "Nothing was taken: there are more than {files}. Hand them in in parts, or pack them in a zip.",
    ),
    "files_no_day": (
        "Er is niets opgenomen: {given} is geen dag.",
        "Nothing was taken: {given} is not a day.",
    ),
    "files_late_day": (
        "Er is niets opgenomen: {given} ligt in de toekomst.",
        "Nothing was taken: {given} lies in the future.",
    ),
    "files_left_out": (
        "En nog {count} bestanden die zijn opgenomen.",
        "And {count} more files that were taken.",
    ),
    "files_problems_left": ("En nog {count} in dit bestand.", "And {count} more in this file."),
    "file": ("Bestand", "File"),
    "file_kind": ("Soort", "Kind"),
    "file_came_at": ("Binnengekomen", "Came in"),
    "file_new": ("Nieuw", "New"),
    "file_known": ("Al bekend", "Already known"),
    "file_mapping": ("Kolomindeling", "Mapping"),
    "file_as_of": ("Peildag", "As of"),
    "file_complete": ("volledig", "complete"),
    "file_result": ("Uitkomst", "Result"),
    "file_read_by": ("Gelezen als", "Read as"),
    "file_line": ("regel", "line"),
    "file_fix": ("Wat te doen:", "What to do:"),
    "file_remarks": ("Let op", "Mind"),
    "point_out": ("Kolommen aanwijzen", "Point out the columns"),
    # the columns of one list
    "columns_title": ("Hoe lezen wij ‘{file}’?", "How do we read ‘{file}’?"),
    "columns_kind_OPEN_ITEMS": (
        "Wij zien een lijst van openstaande posten.",
        "We see a list of open items.",
    ),
    "columns_kind_DEBTORS": ("Wij zien een lijst van debiteuren.", "We see a list of debtors."),
    "columns_kind_": ("Wij zien meer dan één lijst.", "We see more than one list."),
    "columns_settled": (
        "Alles is duidelijk. Klopt het voorbeeld hieronder?",
        "All is clear. Is the example below right?",
    ),
    "columns_first_rows": ("De eerste rijen, zoals ze er staan", "The first rows, as they stand"),
    "columns_row": ("Regel", "Line"),
    "columns_questions": ("Wat wij niet mogen raden", "What we may not guess"),
    "columns_open_now": ("Beantwoord eerst:", "Answer first:"),
    "columns_day": ("Dag", "Day"),
    "columns_columns": ("Wat elke kolom betekent", "What each column means"),
    "columns_columns_help": (
        "Klopt er een niet? Kies een andere betekenis en kijk opnieuw.",
        "Is one not right? Choose another meaning and look again.",
    ),
    "columns_column": ("Kolom", "Column"),
    "columns_examples": ("Voorbeelden", "Examples"),
    "columns_meaning": ("Betekenis", "Meaning"),
    "columns_unread": ("niet lezen", "leave unread"),
    "columns_by_age": ("openstaand, naar ouderdom", "open, by age"),
    "columns_no_title": ("zonder titel", "without a title"),
    "columns_more": (
        "De lijst heeft meer dan {count} kolommen; de andere blijven zoals voorgesteld.",
        "The list has more than {count} columns; the others stay as proposed.",
    ),
    "columns_found": ("Wat wij aan de lijst zagen", "What we saw of the list"),
    "columns_look": ("Kijk opnieuw", "Look again"),
    "columns_on": ("Verder", "Go on"),
    "columns_preview": ("Zo lezen wij de eerste rijen", "This is how we read the first rows"),
    "columns_refused": ("Zo gelezen wordt de lijst geweigerd.", "Read so, the list is refused."),
    "columns_sum": (
        "In de hele lijst: {count}, samen {total}.",
        "In the whole list: {count}, together {total}.",
    ),
    "columns_count": ("In de hele lijst: {count}.", "In the whole list: {count}."),
    "columns_large": (
        "De lijst is te groot om nu te tellen; ze wordt pas bij het inlezen heel gelezen.",
        "The list is too large to count now; it is only read whole when it is taken in.",
    ),
    "columns_name": ("Naam van deze kolomindeling", "Name of this mapping"),
    "columns_name_help": (
        "Bijvoorbeeld het pakket en de lijst. De volgende lijst met deze kop wordt dan vanzelf zo gelezen; of zij "
        "volledig is, zegt u elke keer zelf. Een kolomindeling met dezelfde naam wordt vervangen.",
        "The package and the list, say. The next list with this header is then read so by itself; whether it is "
        "complete, you say each time. A mapping of the same name is replaced.",
    ),
    "columns_name_missing": (
        "Geef de kolomindeling een naam, of kies ‘Alleen inlezen’.",
        "Give the mapping a name, or choose ‘Only read’.",
    ),
    "columns_keep_and_read": ("Bewaren en inlezen", "Keep and read"),
    "columns_only_read": ("Alleen inlezen", "Only read"),
    "columns_download": ("Kolomindeling downloaden", "Download the mapping"),
    "columns_changed": (
        "Er is nog niets ingelezen: u hebt iets gewijzigd. Kijk of het voorbeeld hieronder klopt.",
        "Nothing was read yet: you changed something. See if the example below is right.",
    ),
    "columns_still_open": (
        "Er is nog niets ingelezen: niet elke vraag is beantwoord.",
        "Nothing was read yet: not every question is answered.",
    ),
    "pointing_sentence": (
        "De titels van deze lijst zeggen ons te weinig. Wijs zelf aan wat er staat.",
        "The titles of this list tell us too little. Point out what stands there.",
    ),
    "pointing_header": ("Welke regel is de kop?", "Which line is the header?"),
    "pointing_kind": ("Wat voor lijst is dit?", "What kind of list is this?"),
    "pointing_OPEN_ITEMS": (
        "Openstaande posten: een rij voor elke factuur die nog open is",
        "Open items: a row for each invoice that is still open",
    ),
    "pointing_DEBTORS": (
        "Debiteuren: een rij voor elke klant, zonder bedragen",
        "Debtors: a row for each customer, without amounts",
    ),
    "pointing_both": (
        "Wijs de kop aan, en zeg wat voor lijst het is.",
        "Point out the header, and say what kind of list it is.",
    ),
    # the mappings of a client
    "mappings": ("Kolomindelingen", "Mappings"),
    "mappings_of": ("Kolomindelingen van {client}", "Mappings of {client}"),
    "mappings_sentence": (
        "Een lijst waarvan de kop bij een van deze past, wordt zonder vragen ingelezen.",
        "A list whose header fits one of these is read without asking.",
    ),
    "mappings_kept": ("Bewaard bij deze opdrachtgever", "Kept with this client"),
    "mappings_none": (
        "Er is er nog geen bewaard. Lever een lijst aan en wijs de kolommen aan.",
        "None is kept yet. Hand in a list and point out its columns.",
    ),
    "mappings_upload": ("Bestand met een kolomindeling (TOML)", "File with a mapping (TOML)"),
    "mappings_upload_help": (
        "Zo neemt u een kolomindeling mee naar een andere opdrachtgever.",
        "This is how a mapping moves to another client.",
    ),
    "mappings_add": ("Een kolomindeling toevoegen", "Add a mapping"),
    "mappings_add_button": ("Voeg toe", "Add"),
    "mappings_name": ("Naam (leeg: de naam in het bestand)", "Name (empty: the name in the file)"),
    "mappings_ready": ("Klaar voor bekende pakketten", "Ready for known packages"),
    "mappings_list_of": ("Lijst van", "List of"),
    "mappings_made": ("Bewaard", "Kept"),
    "mappings_source": ("Bron", "Source"),
    "mappings_download": ("Download", "Download"),
    "mappings_drop": ("Verwijder", "Remove"),
    "mappings_added": ("‘{name}’ is bewaard.", "‘{name}’ is kept."),
    "mappings_dropped": (
        "‘{name}’ is verwijderd. Wat ermee is gelezen, blijft staan.",
        "‘{name}’ was removed. What was read by it stays.",
    ),
    "mappings_no_file": (
        "Er is niets bewaard: kies een bestand met een kolomindeling.",
        "Nothing was kept: choose a file with a mapping.",
    ),
    "mappings_no_text": (
        "Er is niets bewaard: het bestand is geen tekst in UTF-8.",
        "Nothing was kept: the file is no text in UTF-8.",
    ),
    "mappings_too_large": (
        "Er is niets bewaard: zo groot is een kolomindeling niet.",
        "Nothing was kept: no mapping is that large.",
    ),
}
