"""Who agrees to the messages of a client before they leave: its rule, a person, or two people."""

from collections.abc import Iterable, Mapping
from typing import Final, Literal, NamedTuple, cast

from voldaan.records.models import Client, StageApproval

Approval = Literal["AUTOMATIC", "BATCH", "FOUR_EYES"]
PEOPLE: Final[dict[Approval, int]] = {"AUTOMATIC": 0, "BATCH": 1, "FOUR_EYES": 2}
"""How many people agree."""


class Approvals(NamedTuple):
    """What a client chose, and what it chose otherwise for single stages."""

    whole: Approval
    of_stages: Mapping[str, Approval]

    def of(self, stage: str) -> Approval:
        """Return who agrees to a message of this stage."""
        return self.of_stages.get(stage, self.whole)

    @property
    def any_by_rule(self) -> bool:
        """Test if a message of some stage leaves without a person."""
        return "AUTOMATIC" in (self.whole, *self.of_stages.values())


def approvals_of(client: Client) -> Approvals:
    """Return who agrees to the messages of `client`. Needs an open scope."""
    return approvals_by_client([client.pk])[client.pk]


def approvals_by_client(clients: Iterable[int]) -> dict[int, Approvals]:
    """Return by client (ids) who agrees to its messages. Needs an open scope over them."""
    keys = sorted(set(clients))
    of_stages: dict[int, dict[str, Approval]] = {key: {} for key in keys}
    rows = StageApproval.objects.filter(client__in=keys).order_by("client", "stage")
    for key, stage, one in rows.values_list("client_id", "stage", "approval"):
        of_stages[key][stage] = cast(Approval, one)
    wholes = Client.objects.filter(pk__in=keys).values_list("pk", "approval")
    return {key: Approvals(cast(Approval, whole), of_stages[key]) for key, whole in wholes}
