"""The fixed texts of the pages for house styles, in Dutch and English."""

from typing import Final

STYLE_TEXTS: Final[dict[str, tuple[str, str]]] = {
    "styles": ("Huisstijl", "House style"),
    "styles_sentence": (
        "Een huisstijl zegt hoe brieven en e-mails eruitzien: kleur, lettertype, logo, handtekening en de regels van "
        "de afzender. Een bureau schrijft altijd onder zijn eigen naam.",
        "A house style says how letters and e-mails look: colour, typeface, logo, signature and lines of the sender. "
        "An agency always writes under its own name.",
    ),
    "styles_all": ("Alle huisstijlen", "All house styles"),
    "styles_none": (
        "Er is nog geen huisstijl. Berichten hebben nu de naam van de afzender, in zijn kleur.",
        "There is no house style yet. Messages now have the sender's name, in its colour.",
    ),
    "style": ("Huisstijl", "House style"),
    "style_wearers": ("Wie erin schrijft", "Who writes in it"),
    "style_wearers_agency": ("bureau", "agency"),
    "style_nobody": ("nog niemand", "nobody yet"),
    "style_source": ("Sinds", "Since"),
    "style_since": ("versie {number} van {day}, door {by}", "version {number} of {day}, by {by}"),
    "style_broken": ("kan zo niet worden gebruikt", "cannot be used like this"),
    "style_change": ("Wijzig deze huisstijl", "Change this house style"),
    "style_restore": ("Zet terug", "Restore"),
    "style_read_it": ("Bekijk deze versie", "Look at this version"),
    "style_read_now": ("Terug naar wat nu geldt", "Back to what counts now"),
    "style_in_use": ("geldt nu", "counts now"),
    "style_versions": ("Versies", "Versions"),
    "style_version": ("versie {number}", "version {number}"),
    "style_what_changed": ("Wat er veranderde", "What changed"),
    "style_line_gone": ("weg", "gone"),
    "style_line_new": ("nieuw", "new"),
    "style_older": (
        "Oudere versies: voldaan style versions {key}",
        "Older versions: voldaan style versions {key}",
    ),
    "style_choose": ("Wie schrijft in welke huisstijl", "Who writes in which house style"),
    "style_choose_none": ("alleen naam en kleur", "name and colour only"),
    "style_choose_button": ("Kies", "Choose"),
    "style_worn": (
        "{name} schrijft van nu af in huisstijl {key}.",
        "{name} writes in house style {key} from now on.",
    ),
    "style_worn_none": (
        "{name} schrijft van nu af met naam en kleur.",
        "{name} writes with its name and colour from now on.",
    ),
    "style_new": ("Een nieuwe huisstijl", "A new house style"),
    "style_new_key": ("Korte naam, zonder spaties", "Short name, without spaces"),
    "style_new_key_help": ("Zoals molen. Letters, cijfers, streepjes.", "As molen. Letters, digits, dashes."),
    "style_new_button": ("Begin", "Begin"),
    "style_new_taken": (
        "Er is al een huisstijl {key}. Kies een andere naam, of wijzig die.",
        "There is a house style {key} already. Choose another name, or change that one.",
    ),
    # the form
    "style_form_title": ("{name} wijzigen", "Change {name}"),
    "style_form_sentence": (
        "Vul in wat u wilt. Het voorbeeld laat zien hoe een bericht dan wordt; er is nog niets bewaard.",
        "Fill in what you like. The example shows what a message becomes; nothing is saved yet.",
    ),
    "style_part_look": ("Kleur en letter", "Colour and type"),
    "style_part_paper": ("De brief", "The letter"),
    "style_part_signing": ("Ondertekening", "Signature"),
    "style_name": ("Naam van de huisstijl", "Name of the house style"),
    "style_heading": ("Naam boven het bericht", "Name above the message"),
    "style_heading_help": (
        "Leeg: de naam van de opdrachtgever. Bij een bureau altijd zijn geregistreerde naam.",
        "Empty: the client's name. For an agency always its registered name.",
    ),
    "style_accent": ("Kleur", "Colour"),
    "style_accent_help": (
        "Voor de naam en de kopjes, zoals #146b4a.",
        "For the name and the headings, as #146b4a.",
    ),
    "style_ground": ("Achter het bedrag", "Behind the amount"),
    "style_ground_help": ("Leeg: een zweem van de kleur.", "Empty: a breath of the colour."),
    "style_accent_dark": ("Kleur in het donker", "Colour in the dark"),
    "style_accent_dark_help": (
        "Voor wie e-mail op een donker scherm leest. Leeg: wij zoeken een leesbare tint.",
        "For who reads e-mail on a dark screen. Empty: we find a shade that can be read.",
    ),
    "style_pick": ("Kies de kleur", "Pick the colour"),
    "style_typeface": ("Lettertype", "Typeface"),
    "style_window": ("Venster van de envelop", "Window of the envelope"),
    "style_side_left": ("links", "left"),
    "style_side_right": ("rechts", "right"),
    "style_logo": ("Logo", "Logo"),
    "style_logo_help": (
        "SVG of PNG, hoogstens 200 kB. In een e-mail staat de naam: die houdt geen mailprogramma tegen.",
        "SVG or PNG, 200 kB at most. An e-mail shows the name, which no mail program blocks.",
    ),
    "style_logo_at": ("Plaats van het logo", "Place of the logo"),
    "style_letterhead": ("Regels naast het adres", "Lines beside the address"),
    "style_letterhead_help": (
        "Leeg: adres, telefoon en KvK-nummer. Tussen accolades komt wat Voldaan weet: {street}, {postcode}, {city}, "
        "{phone}, {email}, {website}, {coc_number}, {vat_number}, {iban}.",
        "Empty: address, telephone and KvK number. Between braces comes what Voldaan knows: {street}, {postcode}, "
        "{city}, {phone}, {email}, {website}, {coc_number}, {vat_number}, {iban}.",
    ),
    "style_footer": ("Regels onderaan", "Lines at the foot"),
    "style_footer_help": (
        "Staan {name} en {coc_number} erin, dan vervalt onze eigen regel. Ook {registration_mark} kan.",
        "With {name} and {coc_number} in it, our own line falls away. {registration_mark} can stand there too.",
    ),
    "style_signature_of": ("Van wie is de handtekening", "Whose signature it is"),
    "style_signature_of_help": (
        "Zij staat alleen onder berichten die deze persoon ondertekent. Leeg: onder alle.",
        "It stands only under messages that this person signs. Empty: under all.",
    ),
    "style_signature_lines": ("Functie of afdeling", "Role or department"),
    "style_signature": ("Geschreven handtekening", "Written signature"),
    "style_signature_help": ("SVG of PNG, hoogstens 200 kB.", "SVG or PNG, 200 kB at most."),
    "style_has_picture": ("Er is een afbeelding.", "There is a picture."),
    "style_drop_picture": ("Weghalen", "Take away"),
    "style_look": ("Toon het voorbeeld", "Show the example"),
    "style_note": ("Wat verandert u, en waarom", "What you change, and why"),
    "style_keep": ("Bewaar als nieuwe versie", "Save as a new version"),
    "style_back": ("Terug zonder bewaren", "Back without saving"),
    "style_wrong": ("Zo kan de huisstijl niet worden gebruikt", "The house style cannot be used like this"),
    "style_kept": ("Bewaard als versie {number}.", "Saved as version {number}."),
    "style_kept_nothing": (
        "Er is niets bewaard: dit is wat al geldt.",
        "Nothing was saved: this is what counts already.",
    ),
    "account_code": ("code", "code"),
    # the example
    "style_example": ("Zo ziet het eruit", "What it looks like"),
    "style_of_account": (
        "Het nieuwste bericht, aan debiteur {number}.",
        "The newest message, to debtor {number}.",
    ),
    "style_of_nobody": ("Een voorbeeld, met verzonnen gegevens.", "An example, with invented facts."),
    "style_letter": ("De brief", "The letter"),
    "style_letter_open": ("Open de brief als PDF", "Open the letter as PDF"),
    "style_e_mail": ("De e-mail", "The e-mail"),
    "style_no_example": (
        "Er is geen voorbeeld te tonen zolang hierboven iets niet klopt.",
        "No example can be shown while something above is not right.",
    ),
}
