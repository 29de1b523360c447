"""Ways to pay: which account counts, which reference goes along, and what part is blocked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.domain.identifiers import make_betalingskenmerk, make_rf
from voldaan.formats.findings import Findings
from voldaan.formats.invoices.blocked_words import read_blocked_part
from voldaan.formats.invoices.payment_means import Offered, Payment, choose_payment
from voldaan.formats.values import PaymentMeans

OWN = "NL91ABNA0417164300"
OTHER = "NL20INGB0001234567"


def blocked_account() -> str:
    """Return an account with the number of a blocked one and the right check digits."""
    body = "ABNA0990000011"
    digits = "".join(str(int(c, 36)) for c in body + "NL00")
    return f"NL{98 - int(digits) % 97:02d}{body}"


BLOCKED = blocked_account()


def means(iban: str | None = OWN, code: str | None = "58", **more: object) -> Offered:
    known = {key: more.pop(key) for key in ("name", "reference", "mandate_id") if key in more}
    return Offered(means=PaymentMeans(code=code, iban=iban, **known), **more)


def choose(
    *offered: Offered, notes: tuple[str, ...] = (), payable_cents: int = 121000
) -> tuple[Payment, list[str]]:
    remarks = Findings(file="factuur.xml")
    found = choose_payment(offered, remarks, payable_cents=payable_cents, total_cents=121000, notes=notes)
    return found, [problem.what for problem in remarks.problems]


@pytest.mark.parametrize(
    ("offered", "iban"),
    [
        ((), None),
        ((means(),), OWN),
        ((means(OWN), means(OTHER)), OWN),
        ((means(None, "48"), means(OWN)), OWN),
        ((means(OTHER, "59"), means(OWN, "30")), OWN),
        ((means("123456", "30"), means(OWN, "30")), OWN),
        ((means(OTHER, "59"),), OTHER),
        ((means("nl91 abna 0417 1643 00"),), OWN),
        ((means(BLOCKED), means(OWN)), OWN),
        ((means(OTHER, role="GACCOUNT"), means(OWN, role="BENEFICIARY")), OWN),
        ((means(OTHER, name="G-rekening De Linde"), means(OWN)), OWN),
    ],
)
def test_a_transfer_to_an_account_that_is_free_comes_first(
    offered: tuple[Offered, ...], iban: str | None
) -> None:
    assert choose(*offered)[0].pay_to_iban == iban


@pytest.mark.parametrize(
    ("one", "direct_debit"),
    [
        (means(), False),
        (means(code="49"), True),
        (means(code="59"), True),
        (means(mandate_id="M-1"), True),
        (means(collects=True), True),
    ],
)
def test_a_direct_debit_is_known_by_its_code_or_mandate(one: Offered, *, direct_debit: bool) -> None:
    assert choose(means(), one)[0].direct_debit is direct_debit


@pytest.mark.parametrize(
    ("note", "direct_debit"),
    [
        ("Het bedrag wordt rond 25 maart automatisch van uw rekening afgeschreven.", True),
        ("Wij incasseren dit bedrag automatisch op 25-03-2026.", True),
        ("Der Betrag wird von Ihrem Konto abgebucht.", True),
        ("The amount will be collected by direct debit.", True),
        ("U kunt ook kiezen voor automatische incasso.", False),
        ("Dit bedrag wordt niet automatisch geïncasseerd.", False),
        ("Als u te laat betaalt, wordt de vordering automatisch geïncasseerd.", False),
        ("Betaling binnen 14 dagen op onze rekening.", False),
        ("Wij schrijven niets af. Het bedrag wordt geïnd.", False),
    ],
)
def test_words_may_say_that_the_amount_is_collected(note: str, *, direct_debit: bool) -> None:
    assert choose(means(), notes=(note,))[0].direct_debit is direct_debit


def test_a_structured_reference_goes_before_another_one() -> None:
    rf, kenmerk = make_rf("2026-0042"), make_betalingskenmerk("000000000202642")
    for references, chosen in (
        (("2026-0042", rf), rf),
        (("2026 0042", f"{kenmerk[:4]} {kenmerk[4:]}"), kenmerk),
        (("2026 0042", "1234567890123456"), "20260042"),
        ((), None),
    ):
        assert choose(means(references=references))[0].payment_reference == chosen


def test_the_reference_of_the_blocked_account_is_not_that_of_the_rest() -> None:
    found, _ = choose(means(BLOCKED, reference="G-1"), means(OWN, reference="R-2"))
    assert found.payment_reference == "R-2"
    assert choose(means(BLOCKED, reference="G-1"), means(OWN))[0].payment_reference is None


def test_a_card_may_have_paid_already_and_that_is_said() -> None:
    assert choose(means(None, "48"))[1] == ["De factuur is misschien al betaald."]
    assert choose(means(None, "48"), payable_cents=0)[1] == []
    assert choose(means(None, "48"), means(OWN))[1] == []


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("Deze factuur is reeds voldaan.", 1),
        ("Betaald via iDEAL", 1),
        ("This invoice is already paid", 1),
        ("Gelieve te betalen via iDEAL", 0),
        ("Indien niet tijdig is betaald, volgt rente. Heeft u reeds betaald, dank daarvoor.", 0),
        ("Te betalen binnen 14 dagen", 0),
    ],
)
def test_words_that_say_paid_are_told_while_an_amount_is_open(note: str, told: int) -> None:
    assert choose(means(), notes=(note,))[1] == ["De factuur is misschien al betaald."] * told
    assert choose(means(), notes=(note,), payable_cents=0)[1] == []


def test_a_wrong_account_is_kept_and_told() -> None:
    found, remarks = choose(means("NL92ABNA0417164300"))
    assert found.pay_to_iban == "NL92ABNA0417164300"
    assert remarks == ["De rekening om naar te betalen is geen geldig IBAN."]


def test_the_extension_gives_account_and_part() -> None:
    found, remarks = choose(
        means(OWN, role="BENEFICIARY", share_cents=90750), means(OTHER, role="GACCOUNT", share_cents=30250)
    )
    assert (found.pay_to_iban, found.blocked_iban, found.blocked_cents, remarks) == (OWN, OTHER, 30250, [])


@pytest.mark.parametrize("shares", [(90750, 30251), (90750, 0), (0, 121001), (90750, None)])
def test_parts_that_do_not_make_the_whole_are_not_taken(shares: tuple[int, int | None]) -> None:
    found, remarks = choose(
        means(OWN, role="BENEFICIARY", share_cents=shares[0]),
        means(OTHER, role="GACCOUNT", share_cents=shares[1]),
    )
    assert (found.blocked_iban, found.blocked_cents) == (OTHER, None)
    assert len(remarks) == 1
    assert "G-rekening" in remarks[0]


def test_a_blocked_account_is_never_the_place_for_the_whole() -> None:
    found, remarks = choose(means(BLOCKED))
    assert (found.pay_to_iban, found.blocked_iban, found.blocked_cents) == (None, BLOCKED, None)
    assert "De factuur noemt alleen een G-rekening." in remarks


def test_a_blocked_account_may_stand_in_the_words_alone() -> None:
    spaced = " ".join(BLOCKED[i : i + 4] for i in range(0, len(BLOCKED), 4))
    found, remarks = choose(means(OWN), notes=(f"Graag € 302,50 op onze G-rekening {spaced}.",))
    assert (found.pay_to_iban, found.blocked_iban, found.blocked_cents, remarks) == (OWN, BLOCKED, 30250, [])


@pytest.mark.parametrize(
    ("words", "cents"),
    [
        ("25% van het factuurbedrag op de G-rekening", 30250),
        ("Te storten op geblokkeerde rekening: EUR 1.000,00", 100000),
        ("G-rek: 302,50 euro", 30250),
        ("g rekening € 300", 30000),
        ("Blocked account: 12.5 % of the invoice total", 15125),
        ("55% van het loonbestanddeel € 500,00 naar de G-rekening", 27500),
        ("€ 302,50 (25%) op de G-rekening", 30250),
    ],
)
def test_the_part_is_read_from_the_words(words: str, cents: int) -> None:
    assert read_blocked_part([words], payable_cents=121000, total_cents=121000).cents == cents


@pytest.mark.parametrize(
    "words",
    [
        "25% op de G-rekening",
        "€ 302,51 (25%) op de G-rekening",
        "25% van het factuurbedrag exclusief btw op de G-rekening",
        "40% van de loonsom op de G-rekening",
        "25% of 30% van het factuurbedrag op de G-rekening",
        "€ 100,00 en € 50,00 op de G-rekening",
        "€ 100,00 op de G-rekening\n€ 50,00 op de G-rekening",
        "Dit bedrag is niet voor de G-rekening",
        "25% van het factuurbedrag",
    ],
)
def test_a_part_that_can_be_read_in_two_ways_is_not_read(words: str) -> None:
    assert read_blocked_part([words], payable_cents=121000, total_cents=121000).cents is None


def test_a_percentage_of_an_invoice_that_is_partly_paid_is_open() -> None:
    words = ["25% van het factuurbedrag op de G-rekening"]
    assert read_blocked_part(words, payable_cents=21000, total_cents=121000).cents is None


@given(
    words=st.lists(
        st.sampled_from(
            ["G-rekening", "€", "25%", "100,00", ".", OWN, BLOCKED, "loon", "\n", "factuurbedrag"]
        )
    ),
    accounts=st.lists(st.sampled_from([OWN, OTHER, BLOCKED, None, "x"]), max_size=3),
)
def test_whatever_is_said_the_whole_never_goes_to_a_blocked_account(
    words: list[str], accounts: list[str | None]
) -> None:
    found, _ = choose(*(means(iban) for iban in accounts), notes=(" ".join(words),))
    assert found.pay_to_iban != BLOCKED
    assert found.blocked_iban is None or found.pay_to_iban != found.blocked_iban
    assert found.blocked_cents is None or 0 < found.blocked_cents <= 121000
