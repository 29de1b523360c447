"""The words of a movement in the dialects of the banks: who paid, from where, for what."""

from collections.abc import Sequence

import pytest

from tests.formats.samples import PAYER_IBAN, mt940
from voldaan.formats.bank import mt940 as reader
from voldaan.formats.bank.mt940_words import WIDTH, join_lines
from voldaan.formats.source import Source
from voldaan.formats.values import Transaction

ENTRY = ":61:2611021102C10,00NTRFNONREF//BR-1"
KORST = "Bakkerij Korst"


def first(*words: str, entry: str = ENTRY) -> Transaction:
    """Return the one movement of a statement with these words."""
    (found,) = reader.read(Source.of_bytes(mt940(entry, *words), "afschrift.sta"))
    return found.transactions[0]


def wrapped(text: str, *, tag_counts: bool = True) -> str:
    """Return a `:86:` field cut at 65 places, its tag included or not, as banks do."""
    if tag_counts:
        whole = ":86:" + text
        return "\r\n".join(whole[at : at + WIDTH] for at in range(0, len(whole), WIDTH))
    return ":86:" + "\r\n".join(text[at : at + WIDTH] for at in range(0, len(text), WIDTH))


def in_columns(*columns: str) -> str:
    """Return a `:86:` field as ABN AMRO prints it: two columns of 32 places, each value cut where its column ends."""
    cut = [text[at : at + 32].ljust(32) for text in columns for at in range(0, len(text), 32)]
    lines = [f"{left} {right}".rstrip() for left, right in zip(cut[::2], [*cut[1::2], ""], strict=False)]
    return ":86:" + "\r\n".join(lines)


FACTS = "counterparty_name counterparty_iban remittance payment_reference end_to_end_id mandate_id return_reason".split()


def facts(found: Transaction) -> dict[str, str]:
    """Return the facts that a movement states."""
    return {name: value for name in FACTS if (value := getattr(found, name))}


CODED = [
    pytest.param(
        f"/TRTP/SEPA OVERBOEKING/IBAN/{PAYER_IBAN}/BIC/INGBNL2A/NAME/{KORST}/REMI/FACTUUR 2026-0042/EREF/NOTPROVIDED",
        {"remittance": "FACTUUR 2026-0042"},
        id="ABN AMRO",
    ),
    pytest.param(
        f"/TRTP/ACCEPTGIROBETALING/IBAN/{PAYER_IBAN}/BIC/INGBNL2A/NAME/{KORST}"
        "/REMI/ISSUER: CUR                  REF: 1001234567890123/EREF/NOTPROVIDED",
        {"remittance": "1001234567890123", "payment_reference": "1001234567890123"},
        id="ABN AMRO, payment reference",
    ),
    pytest.param(
        f"/RTYP/SEPA Incasso Terugboeking/MARF/M-7/RTRN/AC01/IBAN/ {PAYER_IBAN}/NAME/{KORST}/REMI/Contributie/EREF/E-7",
        {"remittance": "Contributie", "mandate_id": "M-7", "return_reason": "AC01", "end_to_end_id": "E-7"},
        id="ABN AMRO, returned direct debit",
    ),
    pytest.param(
        f"/EREF/E-7//CNTP/{PAYER_IBAN}/INGBNL2A/{KORST}/UTRECHT//REMI/USTD//Factuur 2026-0042/",
        {"remittance": "Factuur 2026-0042", "end_to_end_id": "E-7"},
        id="ING",
    ),
    pytest.param(
        f"/RTRN/MD06//EREF/E-7//MARF/M-7//CSID/NL32ZZZ123//CNTP/{PAYER_IBAN}/INGBNL2A/{KORST}///REMI/USTD//Lid//PURP/OTHR/",
        {"remittance": "Lid", "mandate_id": "M-7", "return_reason": "MD06", "end_to_end_id": "E-7"},
        id="ING, returned direct debit",
    ),
    pytest.param(
        f"/CNTP/{PAYER_IBAN}/INGBNL2A/{KORST}///REMI/STRD/ISO/RF18539007547034/",
        {"remittance": "RF18539007547034", "payment_reference": "RF18539007547034"},
        id="ING, structured reference",
    ),
    pytest.param(
        f"/EREF/E-7/ORDP//NAME/{KORST}/ADDR/Molenweg 3 NL/REMI/Factuur INV/2026/0042/ISDT/2026-11-02/IBAN/{PAYER_IBAN}",
        {"remittance": "Factuur INV/2026/0042", "end_to_end_id": "E-7"},
        id="Rabobank",
    ),
    pytest.param(
        f"/EREF/E-7/BENM//NAME/{KORST}/REMI//CDTRREFTP//CD/SCOR/ISSR/CUR/CDTRREF/1001234567890123"
        f"/ISDT/2026-11-02/IBAN/{PAYER_IBAN}",
        {"remittance": "1001234567890123", "payment_reference": "1001234567890123", "end_to_end_id": "E-7"},
        id="Rabobank, structured reference",
    ),
    pytest.param(
        f"/MARF/M-7/EREF/E-7/RTRN/MS03/ORDP//NAME/{KORST}/REMI//REMI/Lid/CSID/NL32ZZZ123/IBAN/{PAYER_IBAN}",
        {"remittance": "Lid", "mandate_id": "M-7", "return_reason": "MS03", "end_to_end_id": "E-7"},
        id="Rabobank, returned direct debit",
    ),
    pytest.param(
        f"/TRTP/SEPA OVERBOEKING/IBAN/{PAYER_IBAN}/BIC/INGBNL2AXXX /NAME/{KORST}/EREF/E-7 /REMI/FACTUUR 42",
        {"remittance": "FACTUUR 42", "end_to_end_id": "E-7"},
        id="Knab and Van Lanschot",
    ),
    pytest.param(f"/IBAN/{PAYER_IBAN}/NAME/{KORST}/REMI/", {}, id="bunq"),
    pytest.param(
        f"/CNTP/{PAYER_IBAN}/INGBNL2A/{KORST}/3511AB UTRECHT Nederland//EREF/NOTPROVIDED//REMI/USTD//20261102/",
        {"remittance": "20261102"},
        id="Triodos",
    ),
    pytest.param(
        f"/ORDP/{PAYER_IBAN}/{KORST}/REMI/INVOICE 42/CREF/RF18539007547034",
        {"remittance": "INVOICE 42", "payment_reference": "RF18539007547034"},
        id="SWIFT, party in one code",
    ),
    pytest.param(
        f"/BENM/{PAYER_IBAN}/{KORST}/Factuur 11/2026", {"remittance": "Factuur 11/2026"}, id="SWIFT, no text"
    ),
]


@pytest.mark.parametrize("tag_counts", [True, False])
@pytest.mark.parametrize(("text", "stated"), CODED)
def test_coded_words(text: str, stated: dict[str, str], *, tag_counts: bool) -> None:
    found = first(wrapped(text, tag_counts=tag_counts))
    assert facts(found) == {"counterparty_name": KORST, "counterparty_iban": PAYER_IBAN} | stated
    assert found.reversal == ("return_reason" in stated)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"/ORDP//NAME/{KORST}/ULTD//NAME/Stichting Kruim/REMI/x", "Stichting Kruim"),
        (f"/ULTD//NAME/Stichting Kruim/ORDP//NAME/{KORST}/REMI/x", "Stichting Kruim"),
        (
            f"/CNTP/{PAYER_IBAN}/INGBNL2A/{KORST}///REMI/USTD//x//ULTD/Stichting Kruim//ID/7/",
            "Stichting Kruim",
        ),
        (f"/ORDP//NAME/{KORST}/REMI/x", None),
    ],
)
def test_the_party_behind_the_counterparty_is_not_the_counterparty(text: str, name: str | None) -> None:
    found = first(wrapped(text))
    assert (found.counterparty_name, found.ultimate_name) == (KORST, name)


@pytest.mark.parametrize(
    ("name", "city"),
    [("J AAP / FOO B.V.", "UTRECHT"), ("Korst", ""), ("Korst", "UTRECHT")],
)
def test_a_name_of_ing_may_have_a_slash_in_it(name: str, city: str) -> None:
    found = first(wrapped(f"/CNTP/{PAYER_IBAN}/INGBNL2A/{name}/{city}//REMI/USTD//x/"))
    assert (found.counterparty_name, found.remittance) == (name, "x")


def test_a_code_that_is_broken_over_two_lines_is_read() -> None:
    found = first(":86:/EREF/NOTPROVIDED//RE", "MI/USTD//Factuur 42/")
    assert (found.remittance, found.end_to_end_id) == ("Factuur 42", None)


def test_rabobank_has_the_account_under_the_entry() -> None:
    found = first(
        wrapped(f"/EREF/E-7/ORDP//NAME/{KORST}/REMI/Factuur 42", tag_counts=False),
        entry=f":61:261102C000000000010,00N541EREF            \r\n{PAYER_IBAN}",
    )
    assert (found.counterparty_name, found.counterparty_iban) == (KORST, PAYER_IBAN)


@pytest.mark.parametrize(
    ("entry", "reference"),
    [
        (":61:2611021102C10,00NTRF5001234567890124//BR", None),
        (":61:2611021102C10,00NTRF1001234567890123//BR", "1001234567890123"),
        (":61:2611021102C10,00NACC0001234567//1001234567890123", "1001234567890123"),
        (":61:2611021102C10,00NTRF0001234567//1001234567890123", None),
    ],
    ids=["wrong check digit", "ING", "SNS", "a bank's own number"],
)
def test_a_betalingskenmerk_may_stand_in_the_entry(entry: str, reference: str | None) -> None:
    assert first(":86:x", entry=entry).payment_reference == reference


@pytest.mark.parametrize(
    ("columns", "stated"),
    [
        (("OMSCHRIJVING: FACTUUR 2026-0042", "KENMERK: E-7"), {"remittance": "FACTUUR 2026-0042", "end_to_end_id": "E-7"}),
        (("OMSCHRIJVING: BETALING VAN UW FACTUREN 2026-0042 EN 43",), {"remittance": "BETALING VAN UW FACTUREN 2026-0042 EN 43"}),
        (("OMSCHRIJVING: LID", "MACHTIGING: M-7", "KENMERK: NOTPROVIDED"), {"remittance": "LID", "mandate_id": "M-7"}),
        (
            ("BETALINGSKENM.: 1001234567890123", "ID DEBITEUR: 7"),
            {"remittance": "1001234567890123 ID DEBITEUR: 7", "payment_reference": "1001234567890123"},
        ),
        (("Omschrijving: zonder hoofdletters",), {"remittance": "zonder hoofdletters"}),
    ],
    ids=["in one column", "over two columns", "direct debit", "payment reference", "small letters"],
)  # fmt: skip
def test_abn_amro_in_columns(columns: Sequence[str], stated: dict[str, str]) -> None:
    found = first(
        in_columns("SEPA OVERBOEKING", f"IBAN: {PAYER_IBAN}", "BIC: INGBNL2A", f"NAAM: {KORST}", *columns)
    )
    assert facts(found) == {"counterparty_name": KORST, "counterparty_iban": PAYER_IBAN} | stated


def test_abn_amro_in_columns_tells_a_return() -> None:
    assert first(in_columns("SEPA TERUGBOEKING", f"IBAN: {PAYER_IBAN}", "OMSCHRIJVING: X")).reversal


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("GIRO   428428 KORST EN KRUIM        FACTUUR 42", "KORST EN KRUIM"),
        ("12.34.56.789                    KORST EN KRUIM", "KORST EN KRUIM"),
        ("12.34.56.789 KORST EN KRUIM     FACTUUR 42", "KORST EN KRUIM"),
        ("BEA   NR:XXX1234   02.11.26/12.54 KORST UTRECHT,PAS999", "KORST UTRECHT"),
        (
            "BEA, Betaalpas                   Korst en Kruim,PAS123           NR:A1, 02.11.26/12:54",
            "Korst en Kruim",
        ),
        ("12.34.56 is geen rekening", None),
    ],
)
def test_abn_amro_of_old_and_at_the_till(text: str, name: str | None) -> None:
    found = first(":86:" + text)
    assert (found.counterparty_name, found.remittance) == (name, " ".join(text.split()))


def test_rabobank_of_old_has_the_name_in_the_entry() -> None:
    found = first(
        ":86:BETALINGSKENM.  1234123412341234",
        ":86:FACTUUR 42",
        entry=":61:261102C000000000010,00N0440123456789      W. Voorbeeld",
    )
    assert (found.counterparty_name, found.counterparty_iban) == ("W. Voorbeeld", None)
    assert (found.remittance, found.payment_reference) == (
        "BETALINGSKENM. 1234123412341234 FACTUUR 42",
        "1234123412341234",
    )


@pytest.mark.parametrize(
    "text", ["FACTUUR 2026-0042", "FACTUUR 2026-0042 VAN DE LEVERING IN OKTOBER, MET HARTELIJKE DANK"]
)
def test_knab_has_account_and_name_behind_the_text(text: str) -> None:
    found = first(":86:" + text, f"REK: {PAYER_IBAN}/NAAM: KORST V.O.F.")
    assert (found.counterparty_name, found.counterparty_iban) == ("KORST V.O.F.", PAYER_IBAN)
    assert found.remittance == text


VOLKSBANK = f":61:2611021102C10,00NOVB{PAYER_IBAN}\r\nbakkerij korst"
PADDED = " " * 65


@pytest.mark.parametrize(
    ("written", "stated"),
    [
        (["Factuur 2026-0042"], {"remittance": "Factuur 2026-0042"}),
        (["Factuur 2026-0042".ljust(65)], {"remittance": "Factuur 2026-0042"}),
        (
            ["Europese incasso door:KORST NL-Lid 42-Incassant ID: NL32ZZZ123-Ken", "merk Machtiging: M-7"],
            {
                "remittance": "Europese incasso door:KORST NL-Lid 42-Incassant ID: NL32ZZZ123-Kenmerk Machtiging: M-7",
                "mandate_id": "M-7",
            },
        ),
        (
            ["/TRTP/Zakelijke Europese Incasso/CSID/NL32ZZZ123/NAME/KORST/MARF/", "M-7/REMI/Lid 42/EREF/E-7"],
            {"remittance": "Lid 42", "mandate_id": "M-7", "end_to_end_id": "E-7"},
        ),
    ],
    ids=["text", "padded", "direct debit", "coded"],
)
def test_de_volksbank_repeats_account_and_name(written: list[str], stated: dict[str, str]) -> None:
    found = first(f":86:{PAYER_IBAN} bakkerij korst", PADDED, *written, PADDED, entry=VOLKSBANK)
    assert facts(found) == {"counterparty_name": "bakkerij korst", "counterparty_iban": PAYER_IBAN} | stated


def test_de_volksbank_with_an_account_of_old() -> None:
    found = first(
        ":86:0001234567 korst", PADDED, "Factuur 42", entry=":61:2611021102C10,00NACC0001234567\r\nkorst"
    )
    assert (found.counterparty_name, found.counterparty_iban, found.remittance) == (
        "korst",
        None,
        "Factuur 42",
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (f"0123456789 {PAYER_IBAN} INGBNL2A J. Voorbeeld Factuur 42", None),
        (f"{PAYER_IBAN} INGBNL2A J. Voorbeeld Factuur 42", None),
        (f"AC04 {PAYER_IBAN} INGBNL2A J. Voorbeeld Factuur 42", "AC04"),
    ],
)
def test_ing_without_codes_names_account_and_bank(text: str, reason: str | None) -> None:
    found = first(":86:" + text)
    assert (found.counterparty_name, found.counterparty_iban) == (None, PAYER_IBAN)
    assert (found.return_reason, found.reversal) == (reason, reason is not None)


@pytest.mark.parametrize("separator", ["?", ">", "~", "^"])
def test_numbered_subfields(separator: str) -> None:
    words = (
        "166?00OVERBOEKING?20EREF+E-7?21SVWZ+Factuur 2026-0042, me?22t dank?30INGBNL2A"
        f"?31{PAYER_IBAN}?32Bakkerij Korst en ?33Kruim"
    ).replace("?", separator)
    assert facts(first(wrapped(words))) == {
        "counterparty_name": "Bakkerij Korst en Kruim",
        "counterparty_iban": PAYER_IBAN,
        "remittance": "Factuur 2026-0042, me t dank",
        "end_to_end_id": "E-7",
    }


@pytest.mark.parametrize(("code", "reason"), [("109", "911"), ("166", None)])
def test_a_german_business_code_tells_a_return(code: str, reason: str | None) -> None:
    found = first(f":86:{code}?00RETOURE?20EREF+E-7 MREF+M-7?21SVWZ+Lid?31{PAYER_IBAN}?32Korst?34911")
    assert (found.reversal, found.return_reason, found.mandate_id) == (reason is not None, reason, "M-7")


def test_triodos_of_old_has_the_payer_in_the_purpose_and_its_own_account_behind() -> None:
    found = first(
        ":86:000>100000000000",
        ">20INGBNL2A",
        f">21{PAYER_IBAN}",
        ">22BAKKERIJ KORST MOLENWEG 3 U>23TRECHT FACTUUR 2026-0042",
        ">310390123456",
    )
    assert facts(found) == {
        "counterparty_iban": PAYER_IBAN,
        "remittance": "BAKKERIJ KORST MOLENWEG 3 UTRECHT FACTUUR 2026-0042",
    }


def test_polish_subfields_without_a_code() -> None:
    found = first(":86:>20Faktura 42>38PL61109010140000071219812874>32KORST", "UL. DLUGA 3")
    assert (found.counterparty_name, found.counterparty_iban) == (
        "KORST UL. DLUGA 3",
        "PL61109010140000071219812874",
    )


def test_numbered_subfields_may_begin_with_the_name() -> None:
    found = first(":86:?32KORST?20Factuur 42")
    assert facts(found) == {"counterparty_name": "KORST", "remittance": "Factuur 42"}


def test_a_fintech_with_colons() -> None:
    found = first(f":86:999SEPA_CREDIT_TRANSFER:Factuur: 42:{KORST}:{PAYER_IBAN}:SUPP")
    assert facts(found) == {
        "counterparty_name": KORST,
        "counterparty_iban": PAYER_IBAN,
        "remittance": "Factuur: 42 SUPP",
    }


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("Betalingskenmerk: 1001 2345 6789 0123", "1001234567890123"),
        ("FACTUUR BETALINGSKENM.  1001234567890123 DANK", "1001234567890123"),
        ("BETALINGSKENMERK 10012345678901234", None),
        ("BELASTING 3E KWARTAAL SCOR/CUR/1001234567890123", "1001234567890123"),
        ("VIREMENT ***090/9337/55493***", "090933755493"),
        ("VIREMENT ***090/9337/55494***", None),
        ("1001234567890123", None),
    ],
)
def test_a_payment_reference_is_taken_where_the_text_calls_it_so(text: str, reference: str | None) -> None:
    assert first(":86:" + text).payment_reference == reference


def test_free_text_is_kept_whole_and_nothing_is_taken_from_it() -> None:
    found = first(":86:Betaling van NL02RABO0123456789 voor  ", "factuur 42")
    assert facts(found) == {"remittance": "Betaling van NL02RABO0123456789 voor factuur 42"}


def test_each_of_several_fields_of_words_begins_a_new_word() -> None:
    assert first(":86:" + "a" * 61, ":86:b").remittance == "a" * 61 + " b"


def test_a_dash_inside_the_words_does_not_end_the_statement() -> None:
    assert first(":86:Periode januari", "-", "en februari").remittance == "Periode januari - en februari"


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["a" * 65, "b"], "a" * 65 + "b"),
        (["a" * 61, "b"], "a" * 61 + "b"),
        (["c", "a" * 64, "b"], "c " + "a" * 64 + " b"),
        (["a" * 80, "b"], "a" * 80 + " b"),
        (["a".ljust(65), "b"], "a".ljust(65) + "b"),
        (["a", "", "b"], "a  b"),
        (["a"], "a"),
    ],
    ids=[
        "full",
        "full with its tag",
        "a space was lost",
        "not cut at all",
        "padded",
        "an empty line",
        "one line",
    ],
)
def test_lines_are_joined_as_they_were_cut(lines: list[str], joined: str) -> None:
    assert join_lines(lines) == joined
