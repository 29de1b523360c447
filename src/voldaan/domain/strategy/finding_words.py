"""What each finding about a strategy says, in Dutch and English, and what it rests on: the article or the research."""

from typing import Final, NamedTuple

from voldaan.domain.law.capacity import NOTICE
from voldaan.domain.law.citation import Source
from voldaan.domain.law.contact import CONTACT_HOURS
from voldaan.domain.law.default import DEMAND, DUE_FIRST
from voldaan.domain.law.notice import AFTER_RECEIPT, EXACT_COSTS, REACHED
from voldaan.domain.law.notice_flaws import AFTER_DEFAULT
from voldaan.domain.law.stop_articles import COMPLAINT_CONFIRMED, CORRECT_TREATMENT
from voldaan.domain.strategy.finding import Severity

_PAID_ALREADY: Final = "BetterBusiness 2017, http://betterbusiness.co.nz/news/2017/6/8/xero-invoice-reminders"
_KIND_CARDS: Final = (
    "Rijksuniversiteit Groningen & Incassade 2013, "
    "https://www.nrc.nl/nieuws/2013/10/29/deurwaarders-dreigen-helpt-niet-gewoon-aardig-vragen-1311913-a84977"
)
_SECOND_REMINDER: Final = "Bursztyn et al. 2015, https://ssrn.com/abstract=3430272"
_PUT_ASIDE: Final = (
    "Arvato & DirectResearch 2021, https://www.managersonline.nl/nieuws/21849/"
    "aanmaningen-van-belastingdienst-het-meest-opzijgelegd-of-weggegooid.html"
)
_SECOND_CHANNEL: Final = "Centraal Beheer, https://www.findinet.nl/?p=60452"
_HUMAN_CALL: Final = (
    "Laudenbach, Pirschel & Siegel, https://safe-frankfurt.de/news-latest/all-news/news-view/"
    "direct-interaction-with-bank-employees-speeds-up-loan-repayments.html"
)
_PRICES: Final = "Rijken, tarieven pré-incasso, https://www.rijkendeurwaarders.nl/tarieven/pre-incasso/"


class FindingWords(NamedTuple):
    """The sentences of one kind of finding, with names in braces, and what it rests on."""

    severity: Severity
    nl: str
    en: str
    citation: Source | None = None
    evidence: str = ""


REFUSED: Final[dict[str, FindingWords]] = {
    "COSTS_WITHOUT_NOTICE": FindingWords(
        "REFUSED",
        "deze strategie draagt over met incassokosten en is ook voor personen, maar heeft geen veertiendagenbrief die "
        "aan staat. Zonder die brief is een consument geen kosten schuldig. Voeg een fase FOURTEEN_DAY_NOTICE toe, of "
        "schrijf with_costs = false.",
        "this strategy hands over with collection costs and is for persons too, but has no fourteen-day notice that is "
        "switched on. Without that notice a consumer owes no costs. Add a stage FOURTEEN_DAY_NOTICE, or write "
        "with_costs = false.",
        NOTICE,
    ),
    "NOTICE_TERM_SHORT": FindingWords(
        "REFUSED",
        "de veertiendagenbrief geeft {days}, en dan kan de termijn nog lopen: die begint pas op de dag na de "
        "bezorging. Schrijf term_days = {least} of meer.",
        "the fourteen-day notice gives {days}, and then its term can still be running: it begins on the day after "
        "delivery. Write term_days = {least} or more.",
        AFTER_RECEIPT,
    ),
    "NOTICE_SPOKEN": FindingWords(
        "REFUSED",
        "de veertiendagenbrief gaat per {channel}. Zo past er niet in wat de wet vraagt, en u kunt niet bewijzen wat "
        'er is gezegd. Schrijf channels = ["POST", "EMAIL"].',
        "the fourteen-day notice goes by {channel}. What the law asks does not fit in it, and you cannot prove what "
        'was said. Write channels = ["POST", "EMAIL"].',
        NOTICE,
    ),
    "NOTICE_BEFORE_DEFAULT": FindingWords(
        "REFUSED",
        "een veertiendagenbrief telt alleen als de debiteur al in verzuim is, en op de eerste dag na de vervaldatum is "
        "dat niet zeker. Schrijf days = 2 of meer.",
        "a fourteen-day notice counts only when the debtor is in default already, and on the first day after the due "
        "date that is not certain. Write days = 2 or more.",
        AFTER_DEFAULT,
    ),
    "TERM_NOT_LEFT_ALONE": FindingWords(
        "REFUSED",
        "de rust tussen twee herinneringen is {days}, maar {stage} geeft {term} om te betalen. Een herinnering "
        "over een andere factuur kan dan komen terwijl die termijn loopt. Schrijf days_between_reminders = {least} of "
        "meer, of geef een kortere termijn.",
        "the rest between two reminders is {days}, but {stage} gives {term} to pay. A reminder about another invoice "
        "then comes while that term is running. Write days_between_reminders = {least} or more, or give a shorter "
        "term.",
        DEMAND,
    ),
    "GAP_WITHIN_TERM": FindingWords(
        "REFUSED",
        "{stage} komt {days} na {earlier}, maar {earlier} geeft {term} om te betalen. Schrijf "
        "days_after_previous = {least} of meer, of laat die regel weg.",
        "{stage} comes {days} after {earlier}, but {earlier} gives {term} to pay. Write "
        "days_after_previous = {least} or more, or leave that line out.",
        DEMAND,
    ),
    "NOBODY_OWES_SO": FindingWords(
        "REFUSED",
        "deze strategie is voor niemand: er moet {least} of meer openstaan en minder dan {most}. Schrijf een hogere "
        "open_below_cents of een lagere open_from_cents.",
        "this strategy is for nobody: {least} or more has to be open and less than {most}. Write a higher "
        "open_below_cents or a lower open_from_cents.",
    ),
    "NOBODY_SO_LATE": FindingWords(
        "REFUSED",
        "deze strategie is voor niemand: de debiteur moet {least} of meer te laat zijn en minder dan {most}. "
        "Schrijf een hogere late_below_days of een lagere late_from_days.",
        "this strategy is for nobody: the debtor has to be {least} late or more, and less than {most}. Write a "
        "higher late_below_days or a lower late_from_days.",
    ),
    "NOBODY_NEW_SO_LATE": FindingWords(
        "REFUSED",
        "deze strategie is voor niemand: wie {days} te laat is, is geen nieuwe klant meer, want dat duurt {most}. "
        "Schrijf een lagere late_from_days, of laat new_customer weg.",
        "this strategy is for nobody: who is {days} late is no new customer any more, as that lasts {most}. Write a "
        "lower late_from_days, or leave new_customer out.",
    ),
    "ALL_TOO_SMALL": FindingWords(
        "REFUSED",
        "deze strategie is voor wie minder dan {most} open heeft, maar schrijft pas vanaf {least}. Er gaat nooit een "
        "bericht uit. Schrijf een lagere minimum_cents.",
        "this strategy is for who owes less than {most}, but writes from {least} only. No message ever goes out. Write "
        "a lower minimum_cents.",
    ),
    "NEVER_SO_LATE": FindingWords(
        "REFUSED",
        "{stage} komt niet eerder dan {days} na de vervaldatum, en dan is deze strategie er niet meer voor: die "
        "geldt tot {most} te laat. Schrijf een hogere late_below_days, of zet deze fase in de strategie die dan volgt.",
        "{stage} comes no sooner than {days} after the due date, and by then this strategy is no longer for it: "
        "it holds until {most} late. Write a higher late_below_days, or put this stage in the strategy that follows.",
    ),
    "NEW_NO_LONGER": FindingWords(
        "REFUSED",
        "{stage} komt niet eerder dan {days} na de vervaldatum, en dan is een debiteur geen nieuwe klant meer: "
        "dat duurt {most}. Zet deze fase eerder, of in de strategie die dan volgt.",
        "{stage} comes no sooner than {days} after the due date, and by then a debtor is no new customer any "
        "more: that lasts {most}. Put this stage earlier, or in the strategy that follows.",
    ),
    "NOTICE_FOR_NOBODY": FindingWords(
        "REFUSED",
        "deze strategie is niet voor personen, en alleen een consument krijgt een veertiendagenbrief. Die gaat hier "
        "dus nooit uit. Laat de fase weg, of zet PERSON erbij in debtor.",
        "this strategy is not for persons, and only a consumer gets a fourteen-day notice. Here it never goes out. "
        "Leave the stage out, or add PERSON to debtor.",
        NOTICE,
    ),
    "SUNDAY_ONLY": FindingWords(
        "REFUSED",
        "er gaan alleen op zondag berichten uit, en dan mag een incassobureau niemand benaderen. Schrijf er een dag "
        'van maandag tot en met zaterdag bij, zoals weekdays = ["MON"].',
        "messages go out on Sundays only, when an agency may approach nobody. Add a day from Monday to Saturday, as "
        'weekdays = ["MON"].',
        CONTACT_HOURS,
    ),
    "HOURS_OUTSIDE": FindingWords(
        "REFUSED",
        "berichten gaan uit van {first} tot {last} uur, en dan mag een incassobureau niemand benaderen. Kies tijden "
        'tussen 07:00 en 20:00, zoals hours = ["08:00", "18:00"].',
        "messages go out from {first} until {last}, when an agency may approach nobody. Choose times between 07:00 and "
        '20:00, as hours = ["08:00", "18:00"].',
        CONTACT_HOURS,
    ),
    "NOTICE_TEXT_ELSEWHERE": FindingWords(
        "REFUSED",
        "{stage} heeft de tekst van de veertiendagenbrief. Die noemt incassokosten, en dat mag alleen een "
        "veertiendagenbrief. Geef deze fase een andere text, of laat text weg.",
        "{stage} has the text of the fourteen-day notice. That names collection costs, which only a fourteen-day "
        "notice may do. Give this stage another text, or leave text out.",
        EXACT_COSTS,
    ),
    "NOTICE_OTHER_TEXT": FindingWords(
        "REFUSED",
        "de veertiendagenbrief heeft hier een andere tekst, zonder de termijn en de kosten die de wet wil zien. Laat "
        "text weg.",
        "the fourteen-day notice has another text here, without the term and the costs that the law asks for. Leave "
        "text out.",
        EXACT_COSTS,
    ),
    "LATE_TEXT_BEFORE_DUE": FindingWords(
        "REFUSED",
        "de vooraankondiging gaat vóór de vervaldatum uit, en heeft de tekst van {other}. Dan staat er dat iemand te "
        "laat is die dat niet is. Laat text weg.",
        "the courtesy notice goes out before the due date and has the text of {other}. It then says that somebody is "
        "late who is not. Leave text out.",
        DUE_FIRST,
    ),
    "EARLY_TEXT_AFTER_DUE": FindingWords(
        "REFUSED",
        "{stage} heeft de tekst van de vooraankondiging. Dan staat er dat er nog tijd is, en die is voorbij. Laat text "
        "weg.",
        "{stage} has the text of the courtesy notice. It then says that there is still time, and that has passed. "
        "Leave text out.",
        CORRECT_TREATMENT,
    ),
    "BEHIND_ANOTHER": FindingWords(
        "REFUSED",
        "niemand komt bij “{name}”: wie daarbij hoort, volgt al {others}. Zet “{name}” eerder in de lijst, of haal "
        "haar eruit.",
        "nobody comes to “{name}”: whoever it is for follows {others} already. Put “{name}” earlier in the list, or "
        "take it out.",
    ),
}

UNWISE: Final[dict[str, FindingWords]] = {
    "MANY_MESSAGES": FindingWords(
        "UNWISE",
        "dit zijn {count} berichten over één factuur. In een proef bracht een gewone tweede herinnering al niets "
        "extra op. Neem er hoogstens vier, en bel liever.",
        "these are {count} messages about one invoice. In a trial a plain second reminder already brought nothing"
        " more. Take four at most, and rather call.",
        evidence=_SECOND_REMINDER,
    ),
    "FIRST_TOO_SOON": FindingWords(
        "UNWISE",
        "{stage} gaat al op de eerste dag na de vervaldatum uit. Wie op tijd betaalde, staat dan soms nog niet op het "
        "afschrift. Schrijf days = 2 of meer.",
        "{stage} goes out on the first day after the due date. Who paid in time is sometimes not on the statement by "
        "then. Write days = 2 or more.",
        evidence=_PAID_ALREADY,
    ),
    "SHORT_TERM": FindingWords(
        "UNWISE",
        "{stage} geeft een persoon {days}. In een enquête legde de helft een herinnering weg, omdat betalen op "
        "dat moment niet ging. Schrijf term_days = 7 of meer.",
        "{stage} gives a person {days}. In a survey half put a reminder aside, because they could not pay at that"
        " moment. Write term_days = 7 or more.",
        evidence=_PUT_ASIDE,
    ),
    "NO_FALL_BACK": FindingWords(
        "UNWISE",
        "{stage} gaat alleen per {channel}. Wie zo niet te bereiken is, krijgt niets, en een bericht telt pas als het "
        'is aangekomen. Schrijf channels = ["{code}", "{second}"].',
        "{stage} goes by {channel} only. Who cannot be reached so gets nothing, and a message counts only when it "
        'arrived. Write channels = ["{code}", "{second}"].',
        REACHED,
    ),
    "ONE_CHANNEL": FindingWords(
        "UNWISE",
        "alles gaat per {channel}. In een proef bij een verzekeraar betaalden meer mensen na een kort bericht "
        'langs een andere weg. Schrijf bij een van de fasen ook "{second}".',
        "everything goes by {channel}. In a trial of an insurer more people paid after a short message by another"
        ' way. Write "{second}" at one of the stages as well.',
        evidence=_SECOND_CHANNEL,
    ),
    "SPOKEN_FIRST": FindingWords(
        "UNWISE",
        "{stage} is het eerste bericht en gaat per {channel}. De debiteur kan dan niets nalezen, en een onverwachte "
        "sms of een onverwacht telefoontje lijkt op oplichting. Schrijf eerst: begin met een e-mail of een brief.",
        "{stage} is the first message and goes by {channel}. The debtor can read nothing then, and an unexpected text "
        "message or call looks like fraud. Write first: begin with an e-mail or a letter.",
    ),
    "SPOKEN_ONLY": FindingWords(
        "UNWISE",
        "na de vervaldatum gaat niets eerst per e-mail of post. Alleen wat geschreven is, stopt de verjaring, en u "
        "kunt niet laten zien wat u vroeg. Laat minstens één fase per e-mail of post gaan.",
        "after the due date nothing goes by e-mail or post first. Only what is written stops the time-bar, and you "
        "cannot show what you asked. Let one stage at least go by e-mail or post.",
    ),
    "WEEKEND_FOR_BUSINESS": FindingWords(
        "UNWISE",
        "deze strategie is voor bedrijven en schrijft ook in het weekend, als er niemand op kantoor is. Schrijf "
        'weekdays = ["MON", "TUE", "WED", "THU", "FRI"].',
        "this strategy is for businesses and writes at the weekend too, when nobody is in the office. Write "
        'weekdays = ["MON", "TUE", "WED", "THU", "FRI"].',
    ),
    "SMALL_HANDED_OVER": FindingWords(
        "UNWISE",
        "ook een bedrag van {least} wordt overgedragen. Een brief van een bureau kost € 25 tot € 30: dat brengt zo'n "
        "bedrag niet op. Schrijf write_off_below_cents = 2500 of meer.",
        "even an amount of {least} is handed over. A letter of an agency costs €25 to €30, which such an amount "
        "does not bring in. Write write_off_below_cents = 2500 or more.",
        evidence=_PRICES,
    ),
    "SILENT_AFTER_PROMISE": FindingWords(
        "UNWISE",
        "na een gebroken toezegging komt gewoon de volgende fase, alsof er niets was beloofd. Voeg een deel "
        '[after.broken_promise] toe met act = "REMIND" of "ASK".',
        "after a broken promise the next stage simply comes, as if nothing was promised. Add a part "
        '[after.broken_promise] with act = "REMIND" or "ASK".',
    ),
    "NOBODY_LOOKS_FIRST": FindingWords(
        "UNWISE",
        "ook bij een groot bedrag kijkt niemand eerst mee. Een telefoongesprek bracht in onderzoek veel meer "
        "betalingen op tijd, en is hier de moeite waard. Schrijf onder [person_first] een grens, zoals "
        "open_from_cents = 500000.",
        "even for a large amount nobody looks first. In research a call brought many more payments in time, and "
        "here it is worth it. Write a limit under [person_first], as open_from_cents = 500000.",
        evidence=_HUMAN_CALL,
    ),
    "DAY_NOT_KEPT": FindingWords(
        "UNWISE",
        "{stage} staat op dag {days}, maar kan niet eerder dan dag {least}: eerst gaan de termijn en de rust na "
        "{earlier} voorbij. Schrijf days = {least}, dan staat er wat er gebeurt.",
        "{stage} stands on day {days}, but cannot come before day {least}: the term and the rest after {earlier} pass "
        "first. Write days = {least}, so that it says what happens.",
    ),
    "MONTH_LIMIT_DELAYS": FindingWords(
        "UNWISE",
        "deze strategie wil {count} berichten in dertig dagen, en reminders_a_month laat er {most} toe. Latere fasen "
        "schuiven dan op. Schrijf reminders_a_month = {count} of meer, of zet de fasen verder uit elkaar.",
        "this strategy wants {count} messages in thirty days, and reminders_a_month allows {most}. Later stages are "
        "then put off. Write reminders_a_month = {count} or more, or put the stages further apart.",
    ),
    "END_TOO_SOON": FindingWords(
        "UNWISE",
        "na de laatste termijn wordt {days} gewacht, en een betaling kan {under_way} onderweg zijn. Dan volgt "
        "het einde voor wie al betaalde. Schrijf onder [end] days_after_term = {least} of meer.",
        "the wait after the last term is {days}, and a payment can be under way for {under_way}. Who paid then "
        "meets the end all the same. Write days_after_term = {least} or more under [end].",
        evidence=_PAID_ALREADY,
    ),
    "NO_REMINDER": FindingWords(
        "UNWISE",
        "{whom} krijgt na de vervaldatum geen enkel bericht, en dan volgt meteen het einde. Voeg een fase "
        "FIRST_REMINDER toe.",
        "{whom} gets no message at all after the due date, and then the end follows at once. Add a stage "
        "FIRST_REMINDER.",
    ),
    "NOTICE_WITHOUT_DEMAND": FindingWords(
        "UNWISE",
        "vóór de veertiendagenbrief is er geen herinnering waarvan een termijn van veertien dagen om is. Is de "
        "vervaldatum niet afgesproken, dan is de debiteur nog niet in verzuim en telt de brief niet. Stuur eerst een "
        "herinnering, en zet de veertiendagenbrief op dag {least} of later.",
        "no reminder before the fourteen-day notice has seen a term of fourteen days run out. Where the due date was "
        "not agreed, the debtor is not in default and the notice does not count. Send a reminder first, and put the "
        "notice on day {least} or later.",
        DEMAND,
    ),
    "NOTICE_BY_EMAIL": FindingWords(
        "UNWISE",
        "de veertiendagenbrief gaat eerst per e-mail. U moet kunnen bewijzen dat die is aangekomen, anders vervallen "
        'de kosten. Schrijf channels = ["POST", "EMAIL"].',
        "the fourteen-day notice goes by e-mail first. You must be able to prove that it arrived, or the costs are "
        'lost. Write channels = ["POST", "EMAIL"].',
        REACHED,
    ),
    "HARSH_TEXT": FindingWords(
        "UNWISE",
        "{stage} heeft de strengere tekst van {other}. Vriendelijke woorden brachten bij een incassobureau meer "
        "reacties dan dreigen. Laat text weg.",
        "{stage} has the stricter text of {other}. Kind words brought an agency more answers than threats. Leave text "
        "out.",
        evidence=_KIND_CARDS,
    ),
    "HARSH_FIRST": FindingWords(
        "UNWISE",
        "“{name}” begint met {stage}, terwijl u zelf aan uw klanten schrijft. Vriendelijke woorden brachten meer "
        "reacties dan dreigen. Begin met FIRST_REMINDER.",
        "“{name}” begins with {stage}, while you write to your own customers. Kind words brought more answers than "
        "threats. Begin with FIRST_REMINDER.",
        evidence=_KIND_CARDS,
    ),
    "HOURS_PARTLY_OUTSIDE": FindingWords(
        "UNWISE",
        "berichten gaan uit van {first} tot {last} uur. Een incassobureau mag dat alleen tussen 07:00 en 20:00, "
        'en daarbuiten is een bericht ook van u niet welkom. Schrijf hours = ["{inside_first}", "{inside_last}"].',
        "messages go out from {first} until {last}. An agency may only do so between 07:00 and 20:00, and outside"
        ' those a message from you is unwelcome too. Write hours = ["{inside_first}", "{inside_last}"].',
        CONTACT_HOURS,
    ),
    "NOBODY_LOOKS_AT": FindingWords(
        "UNWISE",
        "onder [person_first] staat {stage}, en die fase komt hier niet voor. Niemand kijkt dus eerst. Zet er een fase "
        "die wel voorkomt.",
        "[person_first] names {stage}, a stage that is not in here. So nobody looks first. Name a stage that is.",
    ),
    "LIMIT_NEVER_MET": FindingWords(
        "UNWISE",
        "iemand kijkt eerst vanaf {least}, maar deze strategie is voor wie minder dan {most} open heeft. Schrijf een "
        "lagere open_from_cents onder [person_first].",
        "a person looks first from {least}, but this strategy is for who owes less than {most}. Write a lower "
        "open_from_cents under [person_first].",
    ),
    "NOTICE_WITHOUT_COSTS": FindingWords(
        "UNWISE",
        "de veertiendagenbrief noemt kosten die er daarna nooit komen, en wie dreigt zonder te doen, wordt niet meer "
        'geloofd. Schrijf onder [end] act = "HAND_OVER" met with_costs = true, of laat de veertiendagenbrief weg.',
        "the fourteen-day notice names costs that never come afterwards, and who threatens without acting is not "
        'believed any more. Write act = "HAND_OVER" with with_costs = true under [end], or leave the notice out.',
    ),
    "COSTS_WITHOUT_HAND_OVER": FindingWords(
        "UNWISE",
        'with_costs staat aan, maar er wordt niets overgedragen. Schrijf act = "HAND_OVER", of laat with_costs weg.',
        "with_costs is on, but nothing is handed over. Write act = \"HAND_OVER\", or leave with_costs out.",
    ),
    "SOON_AFTER_COMPLAINT": FindingWords(
        "UNWISE",
        "na een klacht komt al na {days} weer een herinnering. Een bureau heeft twee werkdagen om een klacht te "
        "bevestigen, en dan is er nog niets uitgezocht. Schrijf days_after_complaint = 7 of meer.",
        "after a complaint a reminder comes {days} later already. An agency has two working days to confirm one, "
        "and nothing is looked into by then. Write days_after_complaint = 7 or more.",
        COMPLAINT_CONFIRMED,
    ),
    "SOON_AFTER_PROMISE": FindingWords(
        "UNWISE",
        "een toegezegde betaling krijgt {days} om aan te komen. In het weekend verwerkt een bank weinig. Schrijf "
        "days_after_promise = 2 of meer.",
        "a promised payment gets {days} to arrive. At the weekend a bank books little. Write "
        "days_after_promise = 2 or more.",
        evidence=_PAID_ALREADY,
    ),
    "COURTESY_FOR_THE_LATE": FindingWords(
        "UNWISE",
        "deze strategie is voor wie al {days} te laat is, en die krijgt bijna nooit een vooraankondiging. Laat "
        "de fase weg, of schrijf late_from_days = 0.",
        "this strategy is for who is {days} late already, and they hardly ever get a courtesy notice. Leave the "
        "stage out, or write late_from_days = 0.",
    ),
    "ASKED_TOO_LATE": FindingWords(
        "UNWISE",
        "een vraag van {days} vooraf is te laat om nog iets te doen. Schrijf {key} = {least} of meer.",
        "a question {days} ahead leaves no time to do anything. Write {key} = {least} or more.",
    ),
    "SOME_FOLLOW_NONE": FindingWords(
        "UNWISE",
        "niet iedereen past in deze lijst. Wie nergens in past, krijgt geen bericht: u krijgt een vraag. Zet als "
        "laatste een strategie zonder [for_whom], zoals standard.",
        "not everybody fits in this list. Who fits nowhere gets no message: you get a question. Put a strategy without "
        "[for_whom] last, as standard.",
    ),
    "NO_LIMIT_OVER_CLIENTS": FindingWords(
        "UNWISE",
        "een debiteur van meer opdrachtgevers krijgt van elk van hen berichten, zonder grens. Schrijf onder [manners] "
        "een grens, zoals reminders_a_month = 4.",
        "a debtor of several clients gets messages from each of them, without a limit. Write a limit under [manners], "
        "as reminders_a_month = 4.",
    ),
}  # fmt: skip

FINDINGS: Final[dict[str, FindingWords]] = REFUSED | UNWISE
"""By code. The names in braces of a sentence are what its rule found."""
