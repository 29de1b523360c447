"""A payment term in Dutch, English, German or French words, to the last day to pay.

Nobody may be reminded too early: of several readings the latest counts, and a term that begins on a day which the
file does not give (receipt, delivery) gives no day at all. A discount for paying early is not a term.

>>> read_words("2% korting binnen 8 dagen, 30 dagen netto", date(2026, 10, 1)).last_day
datetime.date(2026, 10, 31)
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from voldaan.domain.workdays import add_working_days

DAYS_MAX = 366
"""No invoice gives more than a year; a larger number in its words is something else."""

_COUNTS = {
    word: count
    for count, words in {
        1: "een één a an one ein eine einem einen einer un une",
        2: "twee two zwei deux",
        3: "drie three drei trois",
        4: "vier four quatre",
        5: "vijf five fünf cinq",
        6: "zes six sechs",
        7: "zeven seven sieben sept",
        8: "acht eight huit",
        10: "tien ten zehn dix",
        14: "veertien fourteen vierzehn quatorze",
        15: "vijftien fifteen fünfzehn quinze",
        20: "twintig twenty zwanzig vingt",
        21: "eenentwintig",
        30: "dertig thirty dreißig dreissig trente",
        45: "vijfenveertig",
        60: "zestig sixty sechzig soixante",
        90: "negentig ninety neunzig",
    }.items()
    for word in words.split()
}
_UNITS = (
    ("day", r"dag(?:en|ar)?|dgn|days?|tage?n?|jours?|d"),
    ("week", r"we(?:ek|ken|eks)|wk|wochen?|semaines?"),
    ("month", r"maand(?:en)?|mnd|months?|monate?n?|mois"),
)
_WORKING = r"werk|working|business|arbeits|bank|ouvr"
_COUNT = (
    rf"(?:(?<![\d.,])(?P<digits>\d{{1,3}})|\b(?P<word>{'|'.join(sorted(_COUNTS, key=len, reverse=True))})\b)"
)
_DURATION = re.compile(
    rf"{_COUNT}\s*(?:\([^)]{{1,20}}\)\s*)?-?\s*(?:netto|net)?\s*"
    rf"(?:(?P<working>{_WORKING})|kalender|calendar)?[ -]?"
    rf"(?:{'|'.join(f'(?P<{name}>{words})' for name, words in _UNITS)})\b(?:\s+(?P<ouvres>ouvr\w+))?"
)
_BARE = re.compile(
    r"\b(?:netto|net|betalings?termijn|betaaltermijn|betalingsconditie|payment terms?|zahlungsziel)\s*[:=]?\s*"
    r"(?P<digits>\d{1,3})\b(?![.,\-/]?\d)(?!\s*(?:%|procent|percent|prozent|€|eur))"
)
_DATE = re.compile(
    r"(?<!\d)(?:(?P<y1>\d{4})-(?P<m1>\d{1,2})-(?P<d1>\d{1,2})"
    r"|(?P<a>\d{1,2})\s?[-./]\s?(?P<b>\d{1,2})\s?[-./]\s?(?P<y2>\d{4}|\d{2}(?!\d))"
    r"|(?P<d3>\d{1,2})\.?\s+(?P<name>[a-zéûä]{3,9})\.?\s+(?P<y3>\d{4}))(?!\d)"
)
_MONTH_STARTS = {
    **dict.fromkeys(("jan",), 1),
    **dict.fromkeys(("feb", "fév", "fev"), 2),
    **dict.fromkeys(("mrt", "maa", "mar", "mär"), 3),
    **dict.fromkeys(("apr", "avr"), 4),
    **dict.fromkeys(("mei", "may", "mai"), 5),
    **dict.fromkeys(("jun", "juin"), 6),
    **dict.fromkeys(("jul", "juil"), 7),
    **dict.fromkeys(("aug", "aoû", "aou"), 8),
    **dict.fromkeys(("sep",), 9),
    **dict.fromkeys(("okt", "oct"), 10),
    **dict.fromkeys(("nov",), 11),
    **dict.fromkeys(("dec", "dez", "déc"), 12),
}

_CODED = re.compile(r"#(?:skonto|verzug)#[^\s]*")
_SHORTENED = re.compile(r"\b(jan|feb|mrt|apr|jun|jul|aug|sept?|okt|oct|nov|dec|dgn|wk|mnd|nr)\.")
"""Words whose point ends no sentence."""
_CLAUSE_END = re.compile(
    r"[;\n\r]|[.!?](?=\s|$)|,(?!\d)"
    r"|\b(?:waarna|daarna|nadien|danach|thereafter|otherwise|anders|sonst|bij gebreke|bij overschrijding)\b"
)
DISCOUNT_WORDS = re.compile(
    r"%|procent|percent|prozent|discount|korting|skonto|rabat|escompte|remise|kredietbep"
)
NET_WORDS = re.compile(r"\bnet(?:to)?\b|zonder korting|ohne abzug|sans escompte|without discount")
NOT_A_TERM_WORDS = re.compile(
    r"klacht|reclam|bezwaar|complain|claims?\b|beanstand|réclam|retour|return|garanti|warrant|rente|interest|zins|"
    r"intérêt|ränta|boete|penalt|verzug|retard|incass|inkass|aanman|herinner|mahn|remind|geldig|valid|gültig|offerte|"
    r"opzeg|notice period|kündig|te late|too late|verlate|vertraag|overdue|skadest|bedenktijd|herroep|abonnement"
)
_FROM_RECEIPT = re.compile(
    r"ontvangst|ontvang|receipt|receiv|erhalt|eingang|réception|levering|geleverd|deliver|liefer|livraison|voltooi"
)
_AT_ONCE = re.compile(
    r"per direct|\bdirect(?:e)? (?:betal|te |voldoe|opeis)|onmiddellijk|per om(?:me)?gaande|terstond|immediate|"
    r"\bsofort|immédiat|comptant|\bcontant|"
    r"(?:\bup)?on receipt|bij ontvangst|à réception|(?:bei|nach) (?:erhalt|eingang)"
)
_DAY_OF_MONTH = re.compile(
    r"\ble \d{1,2}\b|\b\d{1,2}(?:e|ste|de|th|st|\.)? (?:van |of )?(?:de |the |du |des )?"
    r"(?:volgende|next|following|folge|mois (?:suivant|prochain))"
)
"""A fixed day of a month: those terms count in a way of their own, and give no day here."""
_MONTH_END = re.compile(
    r"ein(?:d|de)(?: van)?(?: de| der)?(?: lopende| deze)? maand|end of (?:the )?month|\beom\b|monatsende|"
    r"ende des monats|fin (?:de|du) mois|ultimo"
)
_NEXT_MONTH_END = re.compile(
    r"ein(?:d|de)(?: van)?(?: de)? (?:volgende|komende) maand|end of (?:the )?(?:next|following) month|"
    r"ende des (?:folge|nächsten )monats|fin du mois (?:suivant|prochain)"
)
_AGREED = re.compile(r"agreed|overeengekomen|overeenkomst|afgesproken|enligt avtal|vereinbar|convenu")
PAYING_WORDS = re.compile(
    r"betal|betaal|voldoe|overmak|\bpay|paid|zahl|überweis|begleich|paiement|payer|réglement|règlement"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TermInWords:
    """What the words of one note say of when to pay."""

    last_day: date | None = None
    """The latest reading; None where there is none, or where it hangs on a day that the file does not give."""
    agreed: bool = False
    """A term is stated, or that one was agreed; a day that is only printed is none."""
    unknown_start: bool = False
    """The term begins at receipt or delivery."""


def read_words(note: str, issue_date: date, *, about_payment: bool = True) -> TermInWords:
    """Return what a note says of when to pay.

    `about_payment` is False for a note that may be about anything: only clauses that speak of paying then count.
    """
    clauses = clauses_of(note)
    ends: list[date] = []
    agreed = unknown_start = False
    for place, clause in enumerate(clauses):
        if not about_payment and not PAYING_WORDS.search(clause) and not re.search(r"\bnetto?\b", clause):
            continue
        agreed = agreed or bool(_AGREED.search(clause) and not NOT_A_TERM_WORDS.search(clause))
        days, stated = last_days(clause, issue_date)
        if not days or NOT_A_TERM_WORDS.search(clause) or _is_discount(clauses, place, issue_date):
            continue
        agreed = agreed or stated
        if stated and _FROM_RECEIPT.search(clause):
            unknown_start = True
        else:
            ends += days
    if unknown_start or any(_DAY_OF_MONTH.search(clause) for clause in clauses):
        ends = []
    return TermInWords(last_day=max(ends, default=None), agreed=agreed, unknown_start=unknown_start)


def clauses_of(note: str) -> list[str]:
    """Return the clauses of a note, in small letters and without codes."""
    text = _SHORTENED.sub(r"\1", _CODED.sub(" ", note.casefold()))
    return [clause for clause in _CLAUSE_END.split(text) if clause.strip()]


def end_of_term(start: date, count: int, unit: str) -> date | None:
    """Return the last day of a term of so many days, working days, weeks or months; None where it is no term."""
    days = {"day": 1, "working": 1, "week": 7, "month": 30}[unit] * count
    if not 0 <= days <= DAYS_MAX or start.year > 9990:
        return None
    if unit == "working":
        return add_working_days(start, count)
    if unit == "month":
        month = start.month - 1 + count
        year, month = start.year + month // 12, month % 12 + 1
        return date(year, month, min(start.day, monthrange(year, month)[1]))
    return start + timedelta(days=days)


def _is_discount(clauses: list[str], place: int, issue_date: date) -> bool:
    """Test if the days of a clause are those of a discount: named in it, or in a clause beside it without days."""
    clause = clauses[place]
    if NET_WORDS.search(clause):
        return False
    if DISCOUNT_WORDS.search(clause):
        return True
    beside = clauses[max(0, place - 1) : place] + clauses[place + 1 : place + 2]
    return any(
        DISCOUNT_WORDS.search(c) and not NOT_A_TERM_WORDS.search(c) and not last_days(c, issue_date)[0]
        for c in beside
    )


def last_days(clause: str, issue_date: date) -> tuple[list[date], bool]:
    """Return every day that a clause can mean, and whether it states a term rather than prints a day."""
    ends = [end for start, unit in _durations(clause) if (end := end_of_term(issue_date, start, unit))]
    if _NEXT_MONTH_END.search(clause):
        ends = [_month_end(end_of_term(_month_end(end), 1, "month") or end) for end in ends or [issue_date]]
    elif _MONTH_END.search(clause):
        terms = list(_durations(clause))
        after = [end_of_term(_month_end(issue_date), count, unit) for count, unit in terms]
        ends = [_month_end(end) for end in ends or [issue_date]] + [end for end in after if end]
    if not ends and _AT_ONCE.search(clause):
        ends = [issue_date]
    printed = list(_printed_days(clause))
    return ends + printed, bool(ends)


def _durations(clause: str) -> Iterator[tuple[int, str]]:
    """Yield each term in a clause as count and unit."""
    found = list(_DURATION.finditer(clause))
    for match in found:
        count = int(match["digits"]) if match["digits"] else _COUNTS[match["word"]]
        unit = next(name for name, _ in _UNITS if match[name])
        if match["word"] and match["day"] == "d":
            continue
        yield count, "working" if unit == "day" and (match["working"] or match["ouvres"]) else unit
    if not found:
        for match in _BARE.finditer(clause):
            yield int(match["digits"]), "day"


def _printed_days(clause: str) -> Iterator[date]:
    """Yield the days that are printed in a clause; of day and month in doubt, both."""
    for match in _DATE.finditer(clause):
        if match["y1"]:
            readings = [(match["y1"], match["m1"], match["d1"])]
        elif match["name"]:
            month = _MONTH_STARTS.get(match["name"][:4]) or _MONTH_STARTS.get(match["name"][:3])
            readings = [(match["y3"], str(month), match["d3"])] if month else []
        else:
            year = match["y2"] if len(match["y2"]) == 4 else f"20{match['y2']}"
            readings = [(year, match["b"], match["a"])]
            if "/" in match[0]:
                readings.append((year, match["a"], match["b"]))
        for year, month_number, day in readings:
            try:
                yield date(int(year), int(month_number), int(day))
            except ValueError:
                continue


def _month_end(day: date) -> date:
    """Return the last day of the month."""
    return day.replace(day=monthrange(day.year, day.month)[1])
