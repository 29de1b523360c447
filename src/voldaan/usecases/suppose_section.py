"""A message beside the reminders to a real debtor, as if it went today: by telephone, or one that asks for nothing.

Everything in it is as the book has it. What the message needs and the book does not have, as a promise or a message
before, is invented, and each such fact is said in a sentence of its own.
"""

from dataclasses import replace
from datetime import timedelta
from typing import Final, NamedTuple, cast

from voldaan.domain.wording.facts import EarlierMessage, MessageFacts, ReplyTopic
from voldaan.letters.specimens_apart import Apart, ApartWay
from voldaan.records.by_phone import number_of
from voldaan.records.models import Account, Invoice
from voldaan.records.reply_rows import DISPUTED, UNDATED, CannotReply, Standing, standing
from voldaan.records.thanks import to_thank
from voldaan.usecases.known_texts import TextsInUse, written_in
from voldaan.usecases.make_statement import FILES_MAX_BYTES, facts_to_tell, with_copies
from voldaan.usecases.plan_day import Day
from voldaan.usecases.suppose_reminder import Trial, in_language, leading_of, trial_facts
from voldaan.usecases.write_reply import facts_to_reply
from voldaan.usecases.write_spoken import earlier_message
from voldaan.usecases.write_thanks import facts_to_thank


class InventedFact(NamedTuple):
    """What is not so of a real debtor in a message that is only looked at, as a sentence."""

    nl: str
    en: str

    def told(self, language: str) -> str:
        """Return it in one language."""
        return self.en if language == "en" else self.nl


ANSWER_DAYS: Final = 14
"""How far ahead an invented day lies: that of a promise, of an answer, of the end of a rest."""
EARLIER_DAYS: Final = 10
"""How long ago an invented message before this one went."""
_OWN_WORDS: Final = {"nl": "Hier staat wat u zelf schrijft.", "en": "Here stands what you write yourself."}
_EVERY_WORD: Final = InventedFact(
    "Hier staan alle woorden van het overzicht, ook de zinnen voor wie niets open heeft.",
    "These are all words of the statement, also the sentences for who owes nothing.",
)
_PHONE: Final = "030 123 45 67"
_MAILED: Final = ("thanks", "confirmation", "answer", "statement_mail")


class Supposed(NamedTuple):
    """A message to a real debtor as if it went today, and what was invented for it."""

    message: Apart
    invented: tuple[InventedFact, ...] = ()


def suppose_spoken(trial: Trial, way: ApartWay, texts: TextsInUse) -> Supposed | None:
    """Return a text message or a call to an account; None where no reminder can be written to it at all.

    Needs the client's rows open.
    """
    facts = trial_facts(trial, texts)
    if facts is None:
        return None
    account, invented = trial.account, list[InventedFact]()
    facts = in_language(facts, texts, written_in(account.debtor.language, spoken=True))
    facts = replace(facts, earlier=earlier_message(account, trial.day.engagement, leading_of(trial)))
    if facts.earlier is None and (facts.addressee.is_natural_person or len(facts.pay_to) > 1):
        before = facts.written_on - timedelta(days=EARLIER_DAYS)
        facts = replace(facts, earlier=EarlierMessage(on=before, by="EMAIL"))
        invented.append(_nobody_wrote(account))
    if not facts.sender.phone and not facts.sender.email:
        facts = replace(facts, sender=replace(facts.sender, phone=_PHONE))
        invented.append(_nobody_reached(facts))
    return Supposed(Apart(path=_spoken_path(facts, way), way=way, facts=facts), tuple(invented))


def without_number(account: Account, way: ApartWay, trial: Trial) -> InventedFact | None:
    """Return that an account has no number for a text message or a call; None where it has one."""
    if number_of(account, way, trial.day.on):
        return None
    name = account.debtor.name
    if way == "SMS":
        return InventedFact(
            f"{name} heeft geen mobiel nummer dat een sms kan krijgen. Zo zou de sms zijn.",
            f"{name} has no mobile number that can get a text message. This is what it would be.",
        )
    return InventedFact(
        f"{name} heeft geen nummer om te bellen. Zo zou het gesprek gaan.",
        f"{name} has no number to call. This is how the call would go.",
    )


def suppose_reply(
    day: Day, account: Account, path: str, texts: TextsInUse, *, language: str | None = None
) -> Supposed:
    """Return what asks for nothing to an account; its text stands at `path`, as `confirmation.PROMISE`.

    It is in `language`; None: in the one that the debtor would get it in. Needs the client's rows open.

    Raises:
        CannotReply: nothing can be told, as where there are no invoices.
    """
    supposed = _in(language, _reply(day, account, path, texts))
    if account.debtor.email or path.partition(".")[0] not in _MAILED:
        return supposed
    name = account.debtor.name
    without = InventedFact(
        f"{name} heeft geen e-mailadres. Zo zou de e-mail zijn.",
        f"{name} has no e-mail address. This is what the e-mail would be.",
    )
    return supposed._replace(invented=(without, *supposed.invented))


def _in(language: str | None, supposed: Supposed) -> Supposed:
    """Return the message in a language; in an answer stands what is a person's own."""
    one = supposed.message
    facts = replace(one.facts, language=language or one.facts.language)
    if facts.stage == "REPLY" and facts.reply is not None:
        own = _OWN_WORDS.get(facts.language, _OWN_WORDS["en"])
        facts = replace(facts, reply=replace(facts.reply, own_words=(own,)))
    return supposed._replace(message=replace(one, facts=facts))


def _reply(day: Day, account: Account, path: str, texts: TextsInUse) -> Supposed:
    if path == "thanks":
        return _thanks(day, account, texts)
    if path in ("statement", "statement_mail"):
        told = facts_to_tell(day, account, None, day.on, texts)
        if path == "statement":
            made = Apart(path=path, way="STATEMENT", facts=told.facts, balances=told.balances)
            return Supposed(made, (_EVERY_WORD,))
        facts, _ = with_copies(told, room=FILES_MAX_BYTES)
        return Supposed(Apart(path=path, way="MAIL", facts=facts))
    if path == "answer":
        facts = facts_to_reply(day, account, None, Standing(None, None), texts).facts
        return Supposed(Apart(path=path, way="MAIL", facts=facts))
    return _confirmation(day, account, cast(ReplyTopic, path.partition(".")[2]), texts)


def _thanks(day: Day, account: Account, texts: TextsInUse) -> Supposed:
    found = next(iter(to_thank(day.on, account.pk)), None)
    if found is not None:
        facts = facts_to_thank(day, account, found.invoices, texts)
        return Supposed(Apart(path="thanks", way="MAIL", facts=facts))
    rows = list(Invoice.objects.filter(account=account, withdrawn_on=None).order_by("due_date", "pk"))
    facts = facts_to_thank(day, account, [one for one in rows if one.open_cents > 0] or rows[-1:], texts)
    paid = tuple(replace(line, open_cents=0) for line in facts.invoices)
    name = account.debtor.name
    invented = InventedFact(
        f"Van {name} is nu geen betaling om voor te bedanken. Dit is het bedankje alsof alles betaald is.",
        f"There is no payment of {name} to give thanks for now. This is the thank-you as if all were paid.",
    )
    return Supposed(
        Apart(path="thanks", way="MAIL", facts=replace(facts, invoices=paid, total_cents=0)), (invented,)
    )


def _confirmation(day: Day, account: Account, topic: ReplyTopic, texts: TextsInUse) -> Supposed:
    invented: tuple[InventedFact, ...] = ()
    try:
        stands = standing(account, topic, day.on)
    except CannotReply:
        last_day = None if topic in UNDATED else day.on + timedelta(days=ANSWER_DAYS)
        stands, invented = Standing(last_day, None), (_does_not_stand(account, topic),)
    facts = facts_to_reply(day, account, topic, stands, texts).facts
    return Supposed(Apart(path=f"confirmation.{topic}", way="MAIL", facts=facts), invented)


def _spoken_path(facts: MessageFacts, way: ApartWay) -> str:
    if way == "CALL" or facts.addressee.is_natural_person:
        return way.lower()
    return f"sms.{'one' if len(facts.invoices) == 1 else 'many'}.{facts.stage}"


def does_not_come(trial: Trial) -> InventedFact | None:
    """Return that the strategy of an account has no such stage; None where it has."""
    strategy, stage = trial.strategy, trial.stage
    own = (*strategy.stages, *(after.stage for after in strategy.after.values() if after.stage is not None))
    if stage in own:
        return None
    name = trial.account.debtor.name
    return InventedFact(
        f"De strategie van {name} heeft deze fase niet. Zo zou het bericht in deze fase zijn.",
        f"The strategy of {name} does not have this stage. This is what the message would be at this stage.",
    )


def _nobody_wrote(account: Account) -> InventedFact:
    name = account.debtor.name
    return InventedFact(
        f"{name} kreeg hierover nog geen e-mail of brief. De dag van het bericht ervoor is verzonnen.",
        f"{name} had no e-mail or letter about this yet. The day of the message before is invented.",
    )


def _nobody_reached(facts: MessageFacts) -> InventedFact:
    name = facts.sender.name
    return InventedFact(
        f"Van {name} is geen telefoonnummer en geen e-mailadres bekend. Het nummer in dit bericht is verzonnen.",
        f"No telephone number or e-mail address of {name} is known. The number in this message is invented.",
    )


def _does_not_stand(account: Account, topic: ReplyTopic) -> InventedFact:
    name = account.debtor.name
    if topic == "PROMISE":
        return InventedFact(
            f"Er staat geen toezegging van {name}. De dag in dit bericht is verzonnen.",
            f"There is no promise of {name}. The day in this message is invented.",
        )
    if topic in DISPUTED:
        return InventedFact(
            f"Er staat geen betwisting van {name} waarop nog een antwoord komt. De dag in dit bericht is verzonnen.",
            f"There is no dispute of {name} that is still to be answered. The day in this message is invented.",
        )
    if topic in UNDATED:
        return InventedFact(
            f"{name} wordt nu niet met rust gelaten. Dit is het bericht alsof dat wel zo is.",
            f"{name} is not left in peace now. This is the message as if that were so.",
        )
    return InventedFact(
        f"Er is geen dag tot wanneer {name} met rust wordt gelaten. De dag in dit bericht is verzonnen.",
        f"There is no day until which {name} is left in peace. The day in this message is invented.",
    )
