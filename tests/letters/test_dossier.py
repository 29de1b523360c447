"""The dossier as PDF: set from its JSON, accessible, and the same bytes every time."""

import copy
from datetime import date
from typing import Any

import pytest

from voldaan.letters import dossier_words as words
from voldaan.letters.dossier import LEFT, drawn, pdf_of_dossier
from voldaan.letters.letter import LetterRefused

ON = date(2026, 10, 13)
DIGEST = "ab" * 32


def citation(article: str) -> dict[str, str]:
    return {"article": article, "follows": "", "link": ""}


def invoice(number: str = "2026-118", **changes: Any) -> dict[str, Any]:
    return {
        "number": number,
        "subject": "Meel en gist",
        "issue_date": "2026-08-02",
        "due_date": "2026-09-01",
        "due_date_basis": "AGREED",
        "total_cents": 50_000,
        "asked_cents": 50_000,
        "allocations": [{"on": "2026-09-18", "kind": "PAYMENT", "cents": 20_000}],
        "open_cents": 30_000,
        "payment_reference": None,
        "pay_to": {"iban": "NL91ABNA0417164300", "name": "De Linde"},
        "default": {
            "first_day": "2026-09-02",
            "sentence": "verzuim vanaf de dag na de afgesproken vervaldatum",
            "citations": [citation("art. 6:83 onder a BW")],
        },
        "interest": {
            "interest_cents": 457,
            "segments": [
                {"from": "2026-09-02", "to": "2026-09-18", "days": 17, "rate": "10.40", "base": 50_000, "cents": 242},
                {"from": "2026-09-19", "to": "2026-10-13", "days": 25, "rate": "10.40", "base": 30_242, "cents": 215},
            ],
            "payments": [
                {"on": "2026-09-18", "cents": 20_000, "interest_cents": 242, "principal_cents": 19_758}
            ],
        },
        "resting": [],
        "owed_cents": 30_457,
    } | changes  # fmt: skip


def message(state: str = "SENT", **changes: Any) -> dict[str, Any]:
    return {
        "stage": "PRE_COLLECTION",
        "kind": "REMINDER",
        "channel": "EMAIL",
        "recipient": "crediteuren@korenaar.example",
        "state": state,
        "written_at": "2026-09-29T08:00:00+00:00",
        "approved_at": "2026-09-29T08:05:00+00:00",
        "approved_by": "Sanne Bos",
        "sending_at": "2026-09-29T08:06:00+00:00",
        "sent_on": "2026-09-29",
        "pay_by": "2026-10-09",
        "channel_said": "250 2.0.0 Ok",
        "sent_sha256": DIGEST,
        "invoices": [{"number": "2026-118", "stage": "PRE_COLLECTION", "cents": 30_000}],
    } | changes


def dossier(**changes: Any) -> dict[str, Any]:
    """Return a dossier about a fictional bakery, as the use case writes it."""
    address = {"street": "Lindelaan 12", "postcode": "3512 AB", "city": "Utrecht", "country": "NL"}
    return {
        "debtor": "D-1042",
        "on": ON.isoformat(),
        "confirmed_by": "Sanne Bos",
        "confirmed_at": "2026-10-13T10:00:00+00:00",
        "payments_until": "2026-10-12",
        "parties": {
            "creditor": {
                "name": "Groothandel De Linde B.V.", "coc_number": "12345678", "vat_number": None, "address": address,
                "phone": "030 123 45 67", "email": None, "bank_ibans": ["NL91ABNA0417164300"],
            },
            "agency": None,
            "debtor": {
                "name": "Bakkerij Korenaar B.V.", "capacity": "LEGAL_PERSON", "coc_number": None, "vat_number": None,
                "email": "crediteuren@korenaar.example", "phone": None, "addresses": [address],
                "contacts": [{"name": "M. de Boer"}],
            },
        },
        "claim": {
            "principal_cents": 30_000, "interest_kind": "commercial", "interest_cents": 457, "costs_cents": 4_500,
            "costs_sentence": "€ 45,00: kan worden gevorderd", "costs_citations": [citation("art. 6:96 lid 4 BW")],
            "total_cents": 34_957, "citations": [citation("art. 6:119a BW")],
        },
        "invoices": [invoice()],
        "messages": [message()],
        "disputes": [], "promises": [], "payment_plans": [], "holds": [],
        "decisions": [
            {
                "on": "2026-10-13", "act": "HAND_OVER", "stage": None,
                "invoices": [{"number": "2026-118", "because": "READY_FOR_HAND_OVER"}],
            }
        ],
        "events": {"sequence": 16, "hash": "cd" * 32},
    } | changes  # fmt: skip


def texts(told: Any) -> list[str]:
    """Return every text in what is drawn."""
    if isinstance(told, dict):
        return [text for value in told.values() for text in texts(value)]
    if isinstance(told, list):
        return [text for value in told for text in texts(value)]
    return [str(told).replace("\u00a0", " ")]


def said(content: dict[str, Any]) -> str:
    return "\n".join(texts(drawn(content, DIGEST, ON)))


def test_it_is_an_accessible_archive_pdf() -> None:
    pdf = pdf_of_dossier(dossier(), json_sha256=DIGEST, day=ON)
    assert pdf.startswith(b"%PDF-1.7")
    assert b"<pdfaid:part>2</pdfaid:part>" in pdf
    assert b"<pdfaid:conformance>A</pdfaid:conformance>" in pdf
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf


def test_the_same_dossier_gives_the_same_bytes() -> None:
    first, second = (pdf_of_dossier(dossier(), json_sha256=DIGEST, day=ON) for _ in range(2))
    assert first == second
    assert first != pdf_of_dossier(dossier(debtor="D-1043"), json_sha256=DIGEST, day=ON)


def test_every_amount_and_day_is_there() -> None:
    words_ = said(dossier())
    for expected in (
        "€ 349,57",
        "€ 300,00",
        "€ 4,57",
        "€ 45,00",
        "€ 2,42",
        "€ 197,58",
        "10,40 %",
        "13 oktober 2026",
    ):
        assert expected in words_
    assert "NL91 ABNA 0417 1643 00" in words_
    assert "29 september 2026 om 10:06" in words_
    assert DIGEST in words_
    assert "cd" * 32 in words_


def test_a_notice_is_told_apart_from_what_named_no_costs() -> None:
    notice = message(kind="NOTICE", stage="FOURTEEN_DAY_NOTICE", channel="POST")
    assert "In geen enkel bericht aan de debiteur is rente of een bedrag aan kosten gevraagd." in said(
        dossier()
    )
    words_ = said(dossier(messages=[message(), notice]))
    assert "Alleen de veertiendagenbrief noemt kosten" in words_
    assert "veertien dagen na bezorging, gerekend tot en met 9 oktober 2026" in words_
    assert "Veertiendagenbrief per post" in words_


def test_a_statement_is_shown_and_is_not_the_last_reminder() -> None:
    told = {"stage": "STATEMENT", "kind": "STATEMENT", "sent_on": "2026-10-01", "pay_by": "2026-12-31"}
    set_ = str(drawn(dossier(messages=[message(), message(**told)]), DIGEST, date(2026, 10, 13)))
    assert "Rekeningoverzicht" in set_
    assert "Na 1 bericht zonder kosten verliep de laatste termijn op 9 oktober 2026" in set_.replace(
        "\\xa0", " "
    )
    assert "dit bericht vraagt niet om betaling" in set_
    assert "pré-incassobrief per e-mail, verzonden op 29 september 2026" in set_.replace("\\xa0", " ")


def test_an_agency_stands_beside_the_parties() -> None:
    content = dossier()
    assert len(drawn(content, DIGEST, ON)["parties"]) == 2
    content["parties"]["agency"] = content["parties"]["creditor"] | {
        "name": "Waterland Incasso B.V.",
        "registration_mark": "RID-004711",
    }
    assert len(drawn(content, DIGEST, ON)["parties"]) == 3
    assert "Registratie RID-004711" in said(content)
    assert pdf_of_dossier(content, json_sha256=DIGEST, day=ON)


def test_what_never_left_is_counted_and_not_shown() -> None:
    content = dossier(messages=[message(), message("WITHDRAWN", sent_sha256=None, approved_at=None)])
    told = drawn(content, DIGEST, ON)
    assert len(told["messages"]) == 1
    assert told["messages_closing"].startswith("1 ander bericht is geschreven en niet verzonden")


@pytest.mark.parametrize("state", LEFT)
def test_every_outcome_has_words(state: str) -> None:
    assert words.STATES[state] in said(dossier(messages=[message(state)]))


def test_without_interest_it_says_why() -> None:
    default: dict[str, Any] = {"first_day": None, "sentence": "verzuim staat niet vast", "citations": []}
    content = dossier(invoices=[invoice(interest=None, default=default)])
    content["claim"] |= {"interest_cents": 0, "citations": [], "costs_cents": 0, "costs_sentence": "geen"}
    text = said(content)
    assert "Er is geen rente berekend." in text
    assert "staat niet vast; zie bij de facturen" in text
    assert pdf_of_dossier(content, json_sha256=DIGEST, day=ON)


def test_days_without_interest_are_named_with_the_stop_that_is_the_reason() -> None:
    rests = [
        {"from": "2026-09-05", "to": "2026-09-08", "because": "DISPUTE"},
        {"from": "2026-09-07", "to": "2026-09-10", "because": "DEBT_RESTRUCTURING"},
    ]
    content = dossier(invoices=[invoice(resting=rests)])
    text = said(content)
    assert "Geen rente van 5 september 2026 tot en met 8 september 2026: betwisting." in text
    assert "tot en met 10 september 2026: wettelijke schuldsanering (WSNP)." in text
    assert pdf_of_dossier(content, json_sha256=DIGEST, day=ON)


def test_what_stood_between_is_told_in_order() -> None:
    content = dossier(
        disputes=[{"invoice": "2026-118", "cents": 5_000, "opened_on": "2026-09-08", "closed_on": "2026-09-10", "outcome": "onterecht", "note": None}],
        promises=[{"invoice": None, "cents": None, "promised_on": "2026-09-05", "last_day": "2026-09-07", "cancelled_on": None, "note": None}],
        payment_plans=[{"agreed_on": "2026-09-11", "ended_on": "2026-09-12", "outcome": "niet nagekomen", "invoices": ["2026-118"], "instalments": [{"due_date": "2026-09-12", "cents": 30_000}]}],
        holds=[{"invoice": None, "reason": "COMPLAINT", "first_day": "2026-09-06", "last_day": None, "lifted_on": "2026-09-07", "note": None}],
    )  # fmt: skip
    rows = drawn(content, DIGEST, ON)["exceptions"]
    assert [row[0] for row in rows] == ["Toezegging", "Blokkade", "Betwisting", "Regeling"]
    assert "1, waarvan geen nog open" in said(content)
    assert pdf_of_dossier(content, json_sha256=DIGEST, day=ON)


def test_long_names_and_many_invoices_fit() -> None:
    content = dossier(invoices=[invoice(f"2026-{number}") for number in range(100, 130)])
    content["parties"]["debtor"]["name"] = (
        "Coöperatieve Vereniging Zuidwesterhoutse Tuinbouwmateriaal en Zaden U.A."
    )
    content["parties"]["debtor"]["email"] = "debiteurenadministratie.zuidwesterhout@tuinbouwmateriaal.example"
    assert pdf_of_dossier(content, json_sha256=DIGEST, day=ON)


def test_markup_in_a_name_stays_text() -> None:
    content = dossier()
    content["parties"]["debtor"]["name"] = "#panic() *Bakker* <b>$x$"
    assert pdf_of_dossier(content, json_sha256=DIGEST, day=ON)


def test_a_character_without_a_glyph_is_refused_with_a_sentence() -> None:
    content = copy.deepcopy(dossier())
    content["parties"]["debtor"]["name"] = "Bakkerij 麦"
    with pytest.raises(
        LetterRefused, match="Het dossier van debiteur D-1042 kan niet als PDF worden gemaakt"
    ):
        pdf_of_dossier(content, json_sha256=DIGEST, day=ON)


def test_every_code_of_the_book_has_words() -> None:
    from voldaan.domain.law.stops import HOLD_KINDS
    from voldaan.records.models.debtor import CAPACITIES
    from voldaan.records.models.invoice import DUE_DATE_BASES
    from voldaan.records.models.message import CHANNELS

    assert set(words.CAPACITIES) == set(CAPACITIES)
    assert set(words.HOLD_REASONS) == set(HOLD_KINDS)
    assert set(words.DUE_DATE_BASES) == set(DUE_DATE_BASES)
    assert set(words.CHANNELS) == set(CHANNELS)
    assert set(words.ALLOCATION_KINDS) == {"PAYMENT", "CREDIT_NOTE", "LEDGER", "CLIENT_WORD", "DIFFERENCE"}
