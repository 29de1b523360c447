"""What the doctor says of the rates of interest, by the day, and of mail; what it says of the machine: tests/interfaces."""

from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from voldaan.domain.law.rates import last_known_day
from voldaan.usecases.examine_installation import Examined, examine_installation

pytestmark = pytest.mark.django_db

RATES = ("wettelijke rente", "wettelijke handelsrente")


def rates_on(day: date) -> list[Examined]:
    return [row for row in examine_installation(on=day) if row.what in RATES]


def test_the_rates_are_known_until_the_end_of_2026() -> None:
    assert {last_known_day("STATUTORY"), last_known_day("COMMERCIAL")} == {date(2026, 12, 31)}


@pytest.mark.parametrize("day", [date(2026, 1, 1), date(2026, 11, 30)])
def test_until_a_month_before_all_is_well_and_what_is_doubted_is_said(day: date) -> None:
    found = rates_on(day)
    assert [(row.what, row.ok, row.says) for row in found] == [
        (
            "wettelijke rente",
            True,
            "bekend tot en met 31 december 2026; "
            "4,00 % vanaf 1 januari 2026 is nog niet bij de bron zelf nagelezen",
        ),
        (
            "wettelijke handelsrente",
            True,
            "bekend tot en met 31 december 2026; "
            "10,40 % vanaf 1 juli 2026 is nog niet bij de bron zelf nagelezen",
        ),
    ]


@pytest.mark.parametrize("day", [date(2026, 12, 1), date(2026, 12, 31), date(2027, 1, 1), date(2031, 5, 5)])
def test_from_a_month_before_the_missing_row_is_named_in_dutch(day: date) -> None:
    found = rates_on(day)
    assert [(row.what, row.ok) for row in found] == [(name, False) for name in RATES]
    for row in found:
        assert row.says.startswith(f"Het percentage van de {row.what} (6:119")
        assert "op 1 januari 2027 is niet bekend: de rij die begint op 1 januari 2027 ontbreekt." in row.says
        assert "Werk Voldaan bij, of kies een laatste dag tot en met 31 december 2026." in row.says


@pytest.mark.parametrize(("day", "ok"), [(date(2028, 11, 30), True), (date(2028, 12, 1), False)])
def test_a_month_before_no_decree_is_known_any_more_it_says_so(day: date, ok: bool) -> None:
    (found,) = [row for row in examine_installation(on=day) if row.what == "feestdagen"]
    assert (found.ok, "31 december 2028" in found.says) == (ok, True)


def test_days_of_a_decree_that_the_installation_names_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings.INSTALLATION, "additional_holidays", frozenset({date(2029, 5, 11)}))
    (found,) = [row for row in examine_installation(on=date(2028, 12, 1)) if row.what == "feestdagen"]
    assert found.ok


@pytest.mark.parametrize(("url", "ok", "says"), [
    ("", True, "wordt niet opgehaald"),
    ("imaps://jo:geheim@mail.bureau.example/INBOX", True, "komt uit de ingestelde postbus"),
    ("ftp://jo:geheim@mail.bureau.example", False, "VOLDAAN_MAIL_IN_URL"),
])  # fmt: skip
def test_where_mail_comes_in_is_said_without_its_password(
    monkeypatch: pytest.MonkeyPatch, url: str, ok: bool, says: str
) -> None:
    monkeypatch.setattr(settings.INSTALLATION, "mail_in_url", url)
    (found,) = [
        row for row in examine_installation(on=date(2026, 11, 23)) if row.what == "binnengekomen mail"
    ]
    assert (found.ok, says in found.says, "geheim" in found.says) == (ok, True, False)


DKIM_KEY = Path(__file__).parents[1] / "channels" / "dkim.pem"
PINGEN = "pingen://client:zeergeheim@0b0c5b5e-3f8a-4f43-9d0a-6a2d3f3f0a11/"


@pytest.mark.parametrize(("setting", "what", "url", "ok", "says"), [
    ("post_url", "post", "", True, "gaat naar een map op schijf"),
    ("smtp_url", "e-mail", "", True, "gaat naar de postbus op schijf"),
    ("smtp_url", "e-mail", "smtp://bo:zeergeheim@mail.korenaar.example:587?starttls=yes", True,
     "gaat versleuteld naar mail.korenaar.example, zonder DKIM-handtekening"),
    ("smtp_url", "e-mail", "smtp://bo:zeergeheim@mail.korenaar.example", True, "gaat onversleuteld naar"),
    ("smtp_url", "e-mail", "https://bo:zeergeheim@mail.korenaar.example", False, "VOLDAAN_SMTP_URL"),
    ("dkim_key_file", "e-mail", str(DKIM_KEY), False, "VOLDAAN_DKIM_SELECTOR"),
    ("dkim_selector", "e-mail", "maart2026", False, "VOLDAAN_DKIM_KEY_FILE"),
    ("post_url", "post", PINGEN, True, "gaat naar Pingen, simplex, venster left"),
    ("post_url", "post", f"{PINGEN}?staging=yes", True, "er wordt niets gedrukt"),
    ("post_url", "post", "pingen://zeergeheim@korenaar/", False, "VOLDAAN_POST_URL"),
    ("sms_url", "sms", "", True, "gaat niet: VOLDAAN_SMS_URL is leeg"),
    ("sms_url", "sms", "folder:", True, "gaat naar een map op schijf"),
    ("sms_url", "sms", "cm://zeergeheim@gw.messaging.cm.com/?from=Korenaar", True, "van Korenaar, hoogstens 3"),
    ("sms_url", "sms", "cm://zeergeheim@gw.messaging.cm.com/", False, "VOLDAAN_SMS_URL"),
])  # fmt: skip
def test_where_messages_go_is_said_without_the_key(
    monkeypatch: pytest.MonkeyPatch, setting: str, what: str, url: str, ok: bool, says: str
) -> None:
    monkeypatch.setattr(settings.INSTALLATION, setting, url)
    (found,) = [row for row in examine_installation(on=date(2026, 11, 23)) if row.what == what]
    assert (found.ok, says in found.says, "zeergeheim" in found.says) == (ok, True, False)


def test_that_mail_is_signed_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings.INSTALLATION, "smtp_url", "smtps://mail.korenaar.example")
    monkeypatch.setattr(settings.INSTALLATION, "dkim_selector", "maart2026")
    monkeypatch.setattr(settings.INSTALLATION, "dkim_key_file", str(DKIM_KEY))
    (found,) = [row for row in examine_installation(on=date(2026, 11, 23)) if row.what == "e-mail"]
    assert (found.ok, found.says) == (
        True,
        "gaat versleuteld naar mail.korenaar.example, met een DKIM-handtekening (maart2026)",
    )
