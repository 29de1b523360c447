"""The fourteen-day notice: the one message that names costs to a consumer, exactly or not at all (6:96 paragraph 6 BW).

A notice that errs gives no costs at all, and only a new one mends it. So its text says the term in words that were
accepted and in no others, prints no last day, names exactly the costs of the law and that they follow when nothing is
paid, asks for one amount on one account, and holds no interest.
"""

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from voldaan.domain.law.capacity import NOTICE, needs_notice
from voldaan.domain.law.citation import follows
from voldaan.domain.law.collection_costs import ONE_NOTICE, SCALE, VAT, vat_over
from voldaan.domain.law.instalments import LOOK_BACK
from voldaan.domain.law.notice import (
    AFTER_RECEIPT,
    CAREFUL_END,
    EXACT_COSTS,
    SAFE_WORDS,
    TERM,
    Language,
    NoticeAmounts,
    has_notice,
    notice_amounts,
    notice_term,
)
from voldaan.domain.law.notice_flaws import AFTER_DEFAULT, CONFUSING_TERM, ONE_AMOUNT, TOO_HIGH
from voldaan.domain.wording import notice_words
from voldaan.domain.wording.costs_rules import claims
from voldaan.domain.wording.facts import MessageFacts, NoticeFacts
from voldaan.domain.wording.facts_rules import same_days
from voldaan.domain.wording.finding import Finding, by_law, missing
from voldaan.domain.wording.reading import Reading, days_of

_WORD_MAX = 30
"""As far as one looks back for the beginning of a word, in letters."""


def notice_is_valid(reading: Reading) -> Iterator[Finding]:
    """Yield every reason why this fourteen-day notice would give no costs, from its facts and from its text."""
    notice = reading.facts.notice
    if notice is None:
        return
    if not has_notice(reading.facts.language):
        yield by_law(
            "notice.language",
            AFTER_RECEIPT,
            f"a fourteen-day notice in the language {reading.facts.language}",
            f"Write it in one of {', '.join(SAFE_WORDS)}: of no other language the words of the term were accepted.",
        )
        return
    amounts = _amounts_by_law(notice)
    yield from notice_may_go(reading.facts, notice)
    yield from notice_amounts_are_exact(reading.facts, notice, amounts)
    yield from notice_gives_fourteen_days(reading, notice)
    yield from notice_names_costs(reading, notice)
    yield from notice_adds_vat_as_declared(reading, notice)
    yield from notice_names_nothing_else(reading)
    yield from notice_stands(reading)


@follows(NOTICE, AFTER_DEFAULT, ONE_AMOUNT)
def notice_may_go(facts: MessageFacts, notice: NoticeFacts) -> Iterator[Finding]:
    """Yield a finding where the debtor needs no notice, or is not in default yet."""
    if not needs_notice(notice.capacity):
        yield by_law(
            "notice.not_needed",
            NOTICE,
            f"a fourteen-day notice to a debtor in the capacity {notice.capacity}",
            "A business gets no fourteen-day notice: write it a reminder.",
        )
    if notice.in_default_from is None or facts.written_on <= notice.in_default_from:
        since = notice.in_default_from.isoformat() if notice.in_default_from else "not established"
        yield by_law(
            "notice.before_default",
            AFTER_DEFAULT,
            f"written on {facts.written_on.isoformat()}, in default from: {since}",
            "Write the notice on a later day than the one on which the default begins.",
        )
    if len(facts.pay_to) != 1:
        yield by_law(
            "notice.accounts",
            ONE_AMOUNT,
            f"{len(facts.pay_to)} accounts to pay to",
            "Ask for one amount on one account.",
        )


@follows(SCALE, ONE_NOTICE, LOOK_BACK, VAT, TOO_HIGH)
def notice_amounts_are_exact(
    facts: MessageFacts, notice: NoticeFacts, by_scale: NoticeAmounts | None
) -> Iterator[Finding]:
    """Yield a finding where the amounts of the facts are not the ones that the law gives for these claims."""
    if sum(notice.principals_cents) != facts.total_cents:
        yield by_law(
            "notice.principal",
            TOO_HIGH,
            f"claims of {sum(notice.principals_cents)} cents, to pay now {facts.total_cents} cents",
            "Count the costs over exactly what is open, without interest, and ask for that now.",
        )
    costs = None if by_scale is None else _under_the_ceiling(by_scale.costs_cents, notice.costs_cents_max)
    if costs != notice.costs_cents:
        lawful = f"{costs} cents" if costs else "no costs"
        yield by_law(
            "notice.costs",
            SCALE,
            f"costs of {notice.costs_cents} cents; the law gives {lawful}",
            "Write the notice with exactly the costs of the scale, once over all claims together.",
        )
    if notice.vat_cents != _vat_by_law(notice):
        yield by_law(
            "notice.vat",
            VAT,
            f"VAT of {notice.vat_cents} cents at a rate of {notice.vat_percent}",
            "Add VAT only where the creditor declares that it cannot set it off, and exactly by the rate.",
        )


@follows(TERM, AFTER_RECEIPT, CONFUSING_TERM, CAREFUL_END)
def notice_gives_fourteen_days(reading: Reading, notice: NoticeFacts) -> Iterator[Finding]:
    """Yield a finding where the term is not in the accepted words alone, or a day stands there that may be too soon."""
    facts = reading.facts
    language = facts.language
    assert has_notice(language), "notice_is_valid has refused every other language"
    safe = list(reading.matches(_safe_words(language)))
    inside = [found.span() for found in safe]
    others = [
        found
        for found in reading.says(reading.words.relative)
        if not any(start <= found.start() and found.end() <= end for start, end in inside)
    ]
    if not safe or others:
        place = others[0].span() if others else None
        yield by_law(
            "notice.term_words",
            AFTER_RECEIPT,
            reading.around(*place) if place else "the term of fourteen days is not in the accepted words",
            f'Say "{SAFE_WORDS[language][0].format(message="...")}", and no other term.',
            place,
        )
    try:
        careful = notice_term(
            facts.written_on, by=notice.by, delivery_days=notice.delivery_days
        ).careful_last_day
    except ValueError as cannot:
        yield by_law("notice.last_day", TERM, str(cannot), "Give days from which the term can be counted.")
        return
    if facts.pay_by < careful:
        found = (
            f"the facts count on {facts.pay_by.isoformat()}, the term may last until {careful.isoformat()}"
        )
        yield _last_day(found, None)
    for day in reading.days:
        before = reading.text[max(0, day.start - 40) : day.start]
        known = same_days(day, days_of(facts))
        if known and max(known) < careful and notice_words.LAST_DAY[facts.language].search(before):
            yield _last_day(reading.around(day.start, day.end), (day.start, day.end))


@follows(CONFUSING_TERM)
def notice_stands(reading: Reading) -> Iterator[Finding]:
    """Yield each sentence that takes back the term, the consequence or the notice itself.

    That who has paid already may set it aside, takes nothing back: for them no term runs.
    """
    language = reading.facts.language
    aside = reading.matches(notice_words.SET_ASIDE[language])
    set_aside = [found for found in aside if not _is_of_who_paid(reading, found)]
    for found in (*reading.matches(notice_words.TAKEN_BACK[language]), *set_aside):
        yield by_law(
            "notice.taken_back",
            CONFUSING_TERM,
            reading.around(*found.span()),
            "Remove it: beside such a sentence the right words are no notice.",
            found.span(),
        )


@follows(EXACT_COSTS)
def notice_names_costs(reading: Reading, notice: NoticeFacts) -> Iterator[Finding]:
    """Yield what the text lacks of the consequence: the costs, the total with them, and that they follow."""
    language = reading.facts.language
    said = {amount.cents for amount in reading.amounts if not amount.is_percentage}
    if notice.costs_cents not in said:
        yield missing("notice.costs", f"the exact costs, {notice.costs_cents} cents", EXACT_COSTS)
    if notice.total_if_unpaid_cents not in said:
        total = f"what is owed after the term, {notice.total_if_unpaid_cents} cents"
        yield missing("notice.total", total, EXACT_COSTS)
    if not any(
        _is_consequence(reading, found) for found in notice_words.COSTS[language].finditer(reading.text)
    ):
        yield missing(
            "notice.consequence", "that these costs follow when nothing is paid in time", EXACT_COSTS
        )


@follows(VAT)
def notice_adds_vat_as_declared(reading: Reading, notice: NoticeFacts) -> Iterator[Finding]:
    """Yield a finding where the text adds VAT without the creditor's declaration, or leaves out what was declared."""
    language = reading.facts.language
    if notice.vat_percent is None:
        found = next(reading.matches(notice_words.VAT[language]), None)
        if found is not None:
            yield by_law(
                "notice.vat",
                VAT,
                reading.around(*found.span()),
                "Leave the VAT out: the creditor has not declared that it cannot set it off.",
                found.span(),
            )
        return
    if notice.vat_cents not in {amount.cents for amount in reading.amounts if not amount.is_percentage}:
        yield missing("notice.vat", f"the VAT over the costs, {notice.vat_cents} cents", VAT)
    if not notice_words.VAT_DECLARED[language].search(reading.text):
        yield missing("notice.vat_declaration", "that the creditor cannot set off the VAT", VAT)


@follows(EXACT_COSTS, TOO_HIGH)
def notice_names_nothing_else(reading: Reading) -> Iterator[Finding]:
    """Yield each sentence with interest, or with costs that are not the collection costs of the law."""
    language = reading.facts.language
    named: set[tuple[str, tuple[int, int]]] = set()
    for found in claims(reading):
        start = _start_of_word(reading.text, found.start())
        word = reading.text[start : found.end()]
        if notice_words.LAWFUL[language].fullmatch(word):
            continue
        rule = "notice.interest" if notice_words.INTEREST[language].search(word) else "notice.other_costs"
        sentence = reading.sentence(found.start())
        if (rule, sentence) not in named:
            named.add((rule, sentence))
            yield by_law(
                rule,
                TOO_HIGH if rule == "notice.interest" else EXACT_COSTS,
                reading.around(start, found.end()),
                "Name the collection costs of the law and nothing else.",
                (start, found.end()),
            )


def _amounts_by_law(notice: NoticeFacts) -> NoticeAmounts | None:
    try:
        return notice_amounts(notice.principals_cents)
    except ValueError:
        return None


def _under_the_ceiling(costs_cents: int, ceiling: int | None) -> int:
    return costs_cents if ceiling is None else min(costs_cents, ceiling)


def _vat_by_law(notice: NoticeFacts) -> int | None:
    """Return the VAT over the costs that the notice names; None where the rate is no percentage."""
    if notice.vat_percent is None:
        return 0
    try:
        return vat_over(notice.costs_cents, Decimal(notice.vat_percent))
    except (ValueError, InvalidOperation):
        return None


@lru_cache(maxsize=4)
def _safe_words(language: Language) -> re.Pattern[str]:
    """Return the accepted words of the term, also with the number in figures and another word for the message."""
    patterns = []
    for words in SAFE_WORDS[language]:
        pattern = re.escape(words.format(message="MESSAGE")).replace(
            "MESSAGE", notice_words.MESSAGE[language]
        )
        for number, figures in notice_words.FIGURES[language]:
            pattern = re.sub(
                rf"\b{number}\b",
                rf"(?:{number}|{figures})(?: \\({figures}\\)| \\({number}\\))?",
                pattern,
                count=1,
            )
        patterns.append(pattern)
    return re.compile("|".join(patterns), re.IGNORECASE)


def _is_consequence(reading: Reading, found: re.Match[str]) -> bool:
    around = reading.text[max(0, found.start() - 160) : found.end() + 160]
    return notice_words.IF_UNPAID[reading.facts.language].search(around) is not None


def _is_of_who_paid(reading: Reading, found: re.Match[str]) -> bool:
    """Test if this is said of who has paid: in its own sentence, or in the one that it goes on from."""
    start, end = reading.sentence(found.start())
    said, language = reading.text[start:end], reading.facts.language
    if start and notice_words.THEN[language].match(said):
        said = f"{reading.text[slice(*reading.sentence(start - 1))]} {said}"
    return notice_words.PAID[language].search(said) is not None


def _last_day(found: str, place: tuple[int, int] | None) -> Finding:
    mend = "Print no last day: nobody knows when the post delivers. The words of the term are enough."
    return by_law("notice.last_day", CONFUSING_TERM, found, mend, place)


def _start_of_word(text: str, place: int) -> int:
    """Return where the word begins in which this place stands: costs can be the end of a longer one."""
    first = max(0, place - _WORD_MAX)
    while place > first and (text[place - 1].isalnum() or text[place - 1] in "_-"):
        place -= 1
    return place
