"""The fixed texts of the pages for strategies, in Dutch and English."""

from typing import Final

from voldaan.interfaces.web.texts_strategy_fields import STRATEGY_FIELD_TEXTS

STRATEGY_TEXTS: Final[dict[str, tuple[str, str]]] = {
    "strategies": ("Strategieën", "Strategies"),
    "strategies_sentence": (
        "Een strategie zegt wie wanneer welk bericht krijgt. U kunt haar lezen, wijzigen, en vooraf zien wat een "
        "wijziging doet.",
        "A strategy says who gets which message when. You can read it, change it, and see beforehand what a change "
        "does.",
    ),
    "strategies_all": ("Alle strategieën", "All strategies"),
    "strategy": ("Strategie", "Strategy"),
    "strategy_about": ("Waarvoor", "What for"),
    "strategy_source": ("Herkomst", "From"),
    "strategy_followers": ("Wie haar volgt", "Who follows it"),
    "strategy_source_DESK": ("versie {number} van {day}, door {by}", "version {number} of {day}, by {by}"),
    "strategy_source_HOME": ("eigen bestand van deze installatie", "this installation's own file"),
    "strategy_source_SHIPPED": ("meegeleverd met Voldaan", "comes with Voldaan"),
    "strategy_nobody": ("nog niemand", "nobody yet"),
    "strategy_by_CLIENT": ("volgens de eigen lijst", "by its own list"),
    "strategy_by_ENGAGEMENT": ("volgens de opdracht aan het bureau", "by the agency's engagement"),
    "strategy_by_CHOSEN": ("voor wie een medewerker haar koos", "for whom a person chose it"),
    "strategy_by_LATER": (
        "staat in een lijst die nu niet geldt",
        "stands in a list that does not count now",
    ),
    "strategy_broken": ("kan zo niet worden gebruikt", "cannot be used like this"),
    "strategy_read_now": ("Terug naar wat nu geldt", "Back to what counts now"),
    "strategy_read_sentence": (
        "Zo leest Voldaan deze strategie voor.",
        "So Voldaan reads this strategy aloud.",
    ),
    "strategy_in_use": ("geldt nu", "counts now"),
    "until_word": ("tot", "until"),
    "strategy_change": ("Wijzig deze strategie", "Change this strategy"),
    "strategy_change_text": ("Wijzig de tekst zelf", "Change the text itself"),
    "strategy_versions": ("Versies", "Versions"),
    "strategy_no_versions": (
        "Er is nog niets gewijzigd. Elke wijziging krijgt hier een nummer, een dag, een naam en een toelichting.",
        "Nothing was changed yet. Each change gets a number, a day, a name and a note here.",
    ),
    "strategy_version": ("versie {number}", "version {number}"),
    "strategy_what_changed": ("Wat er veranderde", "What changed"),
    "strategy_read_it": ("Lees deze versie", "Read this version"),
    "strategy_restore": ("Zet terug", "Restore"),
    "strategy_restore_note": ("Versie {number} teruggezet", "Version {number} restored"),
    "strategy_older": (
        "Oudere versies: voldaan strategy versions {key}",
        "Older versions: voldaan strategy versions {key}",
    ),
    "strategy_line_gone": ("weg", "gone"),
    "strategy_line_new": ("nieuw", "new"),
    "strategy_unwise": ("Wat hier beter kan", "What could be better here"),
    "strategy_wrong": ("Zo kan zij niet worden gebruikt", "It cannot be used like this"),
    # the form
    "strategy_form_title": ("{name} wijzigen", "Change {name}"),
    "strategy_form_sentence": (
        "Verander wat u wilt en kies onderaan ‘Wat doet dit?’. Er wordt nog niets bewaard: u ziet eerst wie in de "
        "komende week een ander bericht krijgt.",
        "Change what you like and choose ‘What does this do?’ at the bottom. Nothing is kept yet: first you see who "
        "gets another message in the coming week.",
    ),
    "strategy_seen_sentence": (
        "Er is nog niets bewaard. Bewaar het als dit is wat u wilt, of verander hieronder verder en kijk opnieuw.",
        "Nothing is kept yet. Keep it if this is what you want, or change more below and look again.",
    ),
    "strategy_days_and_debtors": (
        "Per dag, en wie iets anders krijgt",
        "By day, and who gets something else",
    ),
    "strategy_text_sentence": (
        "Dit is de tekst van de strategie. Wat achter een # staat, is uitleg. Kies daarna ‘Wat doet dit?’: er wordt "
        "nog niets bewaard.",
        "This is the text of the strategy. What stands after a # explains it. Then choose ‘What does this do?’: "
        "nothing is kept yet.",
    ),
    "strategy_text": ("De tekst", "The text"),
    "strategy_parts": ("Onderdelen", "Parts"),
    "strategy_what_if": ("Wat doet dit?", "What does this do?"),
    "strategy_to_text": ("Verder in de tekst", "Go on in the text"),
    "strategy_to_form": ("Verder in het formulier", "Go on in the form"),
    "strategy_back": ("Terug zonder te bewaren", "Back without keeping it"),
    "strategy_group_head": ("Naam en doel", "Name and purpose"),
    "strategy_group_manners": (
        "Omgangsvormen: het ritme van alle berichten",
        "Manners: the rhythm of all messages",
    ),
    "strategy_group_stages": ("Fasen: de berichten, op volgorde", "Stages: the messages, in order"),
    "strategy_group_end": ("Het einde", "The end"),
    "strategy_group_after": ("Als er iets misgaat", "When something goes wrong"),
    "strategy_group_pauses": ("Wat pauzeert", "What pauses"),
    "strategy_group_person_first": ("Eerst een medewerker", "A person first"),
    "strategy_group_person_first_about": (
        "Past er een, dan keurt een medewerker het bericht goed, ook bij wie alles vanzelf laat gaan.",
        "Where one fits, a person approves the message, also for who lets everything go by itself.",
    ),
    "strategy_group_asks": ("Op tijd vragen", "Asking in time"),
    "strategy_group_for_whom": ("Voor wie", "For whom"),
    "strategy_group_for_whom_about": (
        "Alles wat u hier invult, moet passen. Vult u niets in, dan is de strategie voor iedereen.",
        "All that you fill in here has to fit. If you fill in nothing, the strategy is for everybody.",
    ),
    "strategy_group_broken_promise": ("Een toezegging is niet nagekomen", "A promise was not kept"),
    "strategy_group_failed_plan": ("Een betalingsregeling is gestopt", "A payment plan was ended"),
    "strategy_group_returned_debit": ("Een automatische incasso is mislukt", "A direct debit failed"),
    "strategy_look_at": ("Dit kan zo nog niet. Kijk bij", "This cannot be so yet. Look at"),
    "strategy_line": ("regel", "line"),
    "strategy_rests_on": ("Dit rust op:", "This rests on:"),
    # what it does
    "strategy_you_change": ("U verandert", "You change"),
    "strategy_only_words": (
        "Alleen de uitleg of de opmaak van de tekst verandert; wat de strategie doet, blijft zoals het is.",
        "Only the comments or the layout of the text change; what the strategy does stays as it is.",
    ),
    "strategy_empty": ("leeg", "empty"),
    "strategy_yes": ("ja", "yes"),
    "strategy_no": ("nee", "no"),
    "strategy_to_keeping": ("Bewaren…", "Keep it…"),
    "strategy_does": ("Wat deze wijziging doet", "What this change does"),
    "strategy_no_change": (
        "Deze tekst zegt hetzelfde als wat nu geldt. Er valt niets te bewaren.",
        "This text says the same as what counts now. There is nothing to keep.",
    ),
    "strategy_nobody_follows": (
        "Nog niemand volgt deze strategie, dus er verandert niets. Zet haar daarna in de lijst van een opdrachtgever.",
        "Nobody follows this strategy yet, so nothing changes. Put it in the list of a client afterwards.",
    ),
    "strategy_week_same": (
        "In de komende week verandert er niets: {now} uit.",
        "Nothing changes in the coming week: {now} out.",
    ),
    "strategy_week": (
        "In de komende week {then} uit, in plaats van {now}.",
        "In the coming week {then} out, instead of {now}.",
    ),
    "strategy_week_moves": (
        "In de komende week {then} uit, evenveel als nu.",
        "In the coming week {then} out, as many as now.",
    ),
    "strategy_weeks": (
        "In vier weken {then} uit, in plaats van {now}.",
        "In four weeks {then} out, instead of {now}.",
    ),
    "strategy_weeks_same": (
        "In vier weken {then} uit, evenveel als nu.",
        "In four weeks {then} out, as many as now.",
    ),
    "strategy_there_go_0": ("er gaat niets", "nothing goes"),
    "strategy_there_go_1": ("er gaat 1 bericht", "1 message goes"),
    "strategy_there_go_many": ("er gaan {count} berichten", "{count} messages go"),
    "strategy_then_go_0": ("gaat er niets", "nothing goes"),
    "strategy_then_go_1": ("gaat er 1 bericht", "1 message goes"),
    "strategy_then_go_many": ("gaan er {count} berichten", "{count} messages go"),
    "strategy_count_0": ("geen", "none"),
    "strategy_moved": (
        "{count} debiteuren krijgen die week iets anders dan nu.",
        "{count} debtors get something else that week than now.",
    ),
    "strategy_moved_1": (
        "1 debiteur krijgt die week iets anders dan nu.",
        "1 debtor gets something else that week than now.",
    ),
    "strategy_this_week": (
        "De komende week, van {first} tot en met {last}",
        "The coming week, from {first} up to and including {last}",
    ),
    "strategy_four_weeks": ("Vier weken, per week", "Four weeks, by week"),
    "strategy_who_week": (
        "Wie in de komende week iets anders krijgt",
        "Who gets something else in the coming week",
    ),
    "strategy_who_later": (
        "Wie in de weken daarna iets anders krijgt",
        "Who gets something else in the weeks after",
    ),
    "strategy_day": ("Dag", "Day"),
    "strategy_week_of": ("Week van", "Week of"),
    "strategy_message": ("Wat er gebeurt", "What happens"),
    "strategy_now": ("Nu", "Now"),
    "strategy_then": ("Met deze wijziging", "With this change"),
    "strategy_nothing": ("niets", "nothing"),
    "strategy_nobody_moves": (
        "In deze vier weken gaat er niets uit, nu niet en met deze wijziging niet.",
        "In these four weeks nothing goes out, neither now nor with this change.",
    ),
    "strategy_assumes": (
        "Zo gaat het als er niets binnenkomt: niemand betaalt, niemand antwoordt, en elk bericht gaat op zijn dag weg.",
        "So it goes if nothing comes in: nobody pays, nobody answers, and each message leaves on its day.",
    ),
    "strategy_clients_left": (
        "Nog {count} opdrachtgevers volgen deze strategie; van hen staat hier niets: {names}",
        "{count} more clients follow this strategy; nothing of them stands here: {names}",
    ),
    "strategy_cannot_look": ("Vooruitkijken lukt hier niet:", "Looking ahead does not work here:"),
    "strategy_note": ("Wat verandert u, en waarom", "What do you change, and why"),
    "strategy_note_help": (
        "Dit staat voortaan bij deze versie.",
        "From now on this stands with this version.",
    ),
    "strategy_keep": ("Bewaar als nieuwe versie", "Keep as a new version"),
    "strategy_keep_title": ("Bewaren", "Keep it"),
    "strategy_look_first": (
        "Er is nog niets bewaard: u had dit nog niet gezien. Hieronder staat wat de wijziging doet.",
        "Nothing was kept yet: you had not seen this. Below stands what the change does.",
    ),
    "strategy_kept": (
        "Bewaard als versie {number}. Vanaf de volgende dag die wordt gepland, geldt zij.",
        "Kept as version {number}. It counts from the next day that is planned.",
    ),
    "strategy_kept_nothing": (
        "Er is niets bewaard: de tekst zegt hetzelfde als wat al geldt.",
        "Nothing was kept: the text says the same as what counts already.",
    ),
    # a new one, and the lists of clients
    "strategy_new": ("Een nieuwe strategie", "A new strategy"),
    "strategy_new_sentence": (
        "Begin met een kopie van een strategie die er al is, en wijzig daarin wat anders moet.",
        "Begin with a copy of a strategy that is there, and change in it what must be different.",
    ),
    "strategy_new_from": ("Kopie van", "Copy of"),
    "strategy_new_key": ("Korte naam", "Short name"),
    "strategy_new_key_help": (
        "De sleutel in lijsten: letters, cijfers en streepjes, zoals trouwe-klant",
        "The key in lists: letters, digits and dashes, as loyal-customer",
    ),
    "strategy_new_button": ("Begin", "Begin"),
    "strategy_new_taken": (
        "Er is al een strategie {key}. Kies een andere korte naam, of wijzig die strategie.",
        "There is a strategy {key} already. Choose another short name, or change that strategy.",
    ),
    "strategy_lists": ("Wie welke strategieën volgt", "Who follows which strategies"),
    "strategy_lists_sentence": (
        "Een debiteur volgt de eerste strategie van de lijst die voor hem is. Zet daarom de strategie voor iedereen "
        "achteraan.",
        "A debtor follows the first strategy of the list that is for him. So put the one for everybody last.",
    ),
    "strategy_list": ("Strategieën, op volgorde", "Strategies, in order"),
    "strategy_list_keep": ("Bewaar", "Keep"),
    "strategy_list_kept": ("{client} volgt voortaan: {keys}.", "From now on {client} follows: {keys}."),
    **STRATEGY_FIELD_TEXTS,
}
