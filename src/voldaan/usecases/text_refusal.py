"""One message to a real debtor that the guard would stop, if a text set became what somebody wrote."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from voldaan.domain.wording.facts import MessageKind
from voldaan.domain.wording.finding import Finding
from voldaan.records.models import Account, Client


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """One message that the guard would stop."""

    client: Client
    debtor: str
    name: str
    kind: MessageKind
    path: str
    """Where its text stands, as `stages.FIRST_REMINDER` or `confirmation.PROMISE`."""
    rule: str
    nl: str
    en: str

    @property
    def part(self) -> str:
        """Return which part of the texts it is: a stage, or a section as `sms`."""
        return self.kind if self.path.startswith("stages.") else self.path.partition(".")[0]

    def told(self, language: str) -> str:
        """Return what the guard says, in one language."""
        return self.en if language == "en" else self.nl


def refused(
    findings: Iterable[Finding], account: Account, client: Client, kind: MessageKind, path: str
) -> Iterator[Refusal]:
    """Yield what the guard says of one message, each finding with its debtor."""
    for finding in findings:
        yield Refusal(
            client=client,
            debtor=account.number,
            name=account.debtor.name,
            kind=kind,
            path=path,
            rule=finding.rule,
            nl=finding.sentence_nl,
            en=f"«{finding.found}» {finding.mend}",
        )
