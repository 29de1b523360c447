"""The tags of accounts that are merged: strategies see them together, and each has its own back when it is undone."""

from typing import Any

import pytest

from tests.builders import a_client, after, an_account, an_invoice, bank_known_until, ten_o_clock
from voldaan.records.models import Account, Client, DebtorMerge
from voldaan.records.scope import rows_of
from voldaan.usecases.merge_debtors import CannotMerge, Merged, merge_debtors
from voldaan.usecases.tag_account import tag_account
from voldaan.usecases.unmerge_debtor import unmerge_debtor

pytestmark = pytest.mark.django_db

DAY = after(10)


def when() -> dict[str, Any]:
    return {"on": DAY, "at": ten_o_clock(DAY), "by": "Sanne Bos"}


@pytest.fixture
def client() -> Client:
    """Return a client with three debtors, of whom each owes one invoice."""
    client = a_client()
    for number in ("D1", "D2", "D3"):
        an_invoice(an_account(client, number, name="Hotel Zeezicht B.V."), f"F-{number}")
    bank_known_until(client, DAY)
    return client


def merge(client: Client, keep: str = "D1", other: str = "D2") -> Merged:
    return merge_debtors(client, keep, other, **when())


def unmerge(client: Client, other: str = "D2") -> None:
    unmerge_debtor(client, other, **when())


def tags(client: Client) -> dict[str, str]:
    with rows_of(client):
        return dict(Account.objects.values_list("number", "tags"))


def test_tags_come_along_and_go_back(client: Client) -> None:
    for debtor, words in (("D1", ["eigen"]), ("D2", ["samen", "vip"]), ("D3", ["vip"])):
        tag_account(client, debtor, add=words, **when())
    merge(client, "D1", "D2")
    assert tags(client)["D1"] == "eigen,samen,vip"
    merge(client, "D1", "D3")
    unmerge(client, "D2")
    assert tags(client) == {"D1": "eigen,vip", "D2": "samen,vip", "D3": "vip"}
    unmerge(client, "D3")
    assert tags(client)["D1"] == "eigen"


def test_tags_go_back_by_way_of_another(client: Client) -> None:
    for debtor, words in (("D1", ["eigen"]), ("D2", ["midden"]), ("D3", ["ver"])):
        tag_account(client, debtor, add=words, **when())
    before = tags(client)
    merge(client, "D2", "D3")
    merge(client, "D1", "D2")
    assert tags(client)["D1"] == "eigen,midden,ver"
    unmerge(client, "D3")
    assert tags(client) == {"D1": "eigen,midden", "D2": "midden", "D3": "ver"}
    unmerge(client, "D2")
    assert tags(client) == before


def test_a_tag_of_both_stays_with_both(client: Client) -> None:
    for debtor in ("D1", "D2"):
        tag_account(client, debtor, add=["vip"], **when())
    merge(client)
    unmerge(client)
    assert (tags(client)["D1"], tags(client)["D2"]) == ("vip", "vip")


@pytest.mark.parametrize(("count", "fits"), [(5, True), (6, False)])
def test_more_tags_than_fit_are_said_and_nothing_is_merged(client: Client, count: int, fits: bool) -> None:
    tag_account(client, "D1", add=[f"a{number}" for number in range(5)], **when())
    tag_account(client, "D2", add=[f"b{number}" for number in range(count)], **when())
    if fits:
        merge(client)
        return
    with pytest.raises(CannotMerge, match="samen meer dan 10 labels"):
        merge(client)
    assert tags(client)["D1"] == "a0,a1,a2,a3,a4"
    with rows_of(client):
        assert not DebtorMerge.objects.exists()
