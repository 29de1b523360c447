"""Which stage a message is for each invoice in it: not only for those that it is about."""

from voldaan.domain.strategy.decide import looks_of
from voldaan.domain.strategy.facts import AccountFacts, DayFacts
from voldaan.domain.strategy.strategy import INCIDENTS, NOTICE, Strategy


def own_stages(account: AccountFacts, strategy: Strategy, day: DayFacts) -> dict[int, str]:
    """Return the stage that each invoice has come to by itself today, for what stands under "ook nog open".

    Not the first text after an incident, nor a fourteen-day notice: who only reads a line has not had those.
    """
    return {
        look.invoice.id: look.stage.key
        for look in looks_of(account, strategy, day)
        if look.act == "REMIND" and look.stage is not None and look.stage.key not in (*INCIDENTS, NOTICE)
    }
