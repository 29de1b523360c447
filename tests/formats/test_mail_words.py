"""What a person wrote: without the mail that is answered, without a signature, from text and from HTML."""

import pytest

from tests.formats.mail_samples import mail
from voldaan.formats.mail.html_text import text_of_html
from voldaan.formats.mail.quotes import own_words
from voldaan.formats.mail.read import read_mail

MINE = "Beste mevrouw,\n\nIk betaal vrijdag.\n\nGroet, Jan"

QUOTES = {
    "Outlook in Dutch": "Van: Kwekerij De Linde <betaal@linde.example>\nVerzonden: maandag 23 november 2026 10:11\nAan: Jan\nOnderwerp: Factuur\n\nBeste Jan,",
    "Outlook in English": "________________________________\nFrom: De Linde <betaal@linde.example>\nSent: Monday, November 23, 2026\nTo: Jan\nSubject: Factuur\n\nDear Jan,",
    "Outlook in German": "Von: De Linde\nGesendet: Montag, 23. November 2026\nAn: Jan\nBetreff: Factuur\n\nHallo",
    "Outlook in French": "De : De Linde\nEnvoyé : lundi 23 novembre 2026\nÀ : Jan\nObjet : Factuur\n\nBonjour",
    "Outlook in bold": "*Van:* De Linde\n*Verzonden:* maandag\n*Aan:* Jan\n\nBeste Jan,",
    "Gmail in Dutch": "Op ma 23 nov 2026 om 10:11 schreef De Linde <betaal@linde.example>:\n\n> Beste Jan,\n> betaal",
    "Gmail in Dutch, wrapped": "Op ma 23 nov 2026 om 10:11 schreef Kwekerij De Linde <\nbetaal@linde.example>:\n\n> Beste Jan,",
    "Gmail in English": "On Mon, Nov 23, 2026 at 10:11 AM De Linde <betaal@linde.example> wrote:\n\n> Dear Jan,",
    "Gmail in German": "Am Mo., 23. Nov. 2026 um 10:11 Uhr schrieb De Linde <betaal@linde.example>:\n\n> Hallo",
    "Gmail in French": "Le lun. 23 nov. 2026 à 10:11, De Linde <betaal@linde.example> a écrit :\n\n> Bonjour",
    "iPhone in Dutch": "Verstuurd vanaf mijn iPhone\n\nOp 23 nov. 2026 om 10:11 heeft De Linde <betaal@linde.example> het volgende geschreven:\n\nBeste Jan,",
    "iPhone in English": "Sent from my iPhone\n\n> On 23 Nov 2026, at 10:11, De Linde <betaal@linde.example> wrote:\n> \n> Dear Jan,",
    "iPhone in German": "Von meinem iPhone gesendet\n\nAm 23.11.2026 um 10:11 schrieb De Linde <betaal@linde.example>:\n\nHallo",
    "Android": "Outlook voor Android downloaden\n________________________________\nVan: De Linde\nVerzonden: maandag\nAan: Jan\n\nBeste",
    "line in Dutch": "-----Oorspronkelijk bericht-----\nVan: De Linde\n\nBeste Jan,",
    "line in English": "-----Original Message-----\nFrom: De Linde\n\nDear Jan,",
    "line in German": "-----Ursprüngliche Nachricht-----\nVon: De Linde\n\nHallo",
    "signature": "-- \nJan de Vries\nBakkerij Zon\n06 0000 0000",
    "only marks": "> Beste Jan,\n> betaal",
}  # fmt: skip


@pytest.mark.parametrize("program", QUOTES)
def test_what_is_quoted_is_cut_off(program: str) -> None:
    assert own_words(f"{MINE}\n\n{QUOTES[program]}\n") == MINE


def test_an_answer_between_and_below_the_quoted_lines_is_kept() -> None:
    text = "Op 23 nov 2026 schreef De Linde <betaal@linde.example>:\n> Wanneer betaalt u?\nVrijdag.\n\n> En de rest?\nDaarna.\n"
    assert own_words(text) == "Vrijdag.\n\nDaarna."


@pytest.mark.parametrize(
    "text",
    [
        "Op vrijdag betaal ik.\nVan: mijn spaarrekening.",
        "Op uw vraag:\nik betaal morgen",
        "Bedrag -- zie onder -- klopt niet",
        "Ik stuurde een mail van mijn telefoon.",
        "On Friday I will pay: promised",
    ],
)
def test_words_that_only_look_like_a_quote_are_kept(text: str) -> None:
    assert own_words(text) == text


@pytest.mark.parametrize(
    "quoted",
    [
        '<div class="gmail_quote"><div>Op ma schreef De Linde:</div><blockquote>Beste Jan</blockquote></div>',
        "<blockquote type=cite>Beste Jan</blockquote>",
        '<div class="OutlookMessageHeader">Van: De Linde</div><p>Beste Jan</p>',
        '<div id="appendonsend"></div><hr><div id="divRplyFwdMsg">Van: De Linde</div><div>Beste Jan</div>',
        "<div style='border-top:solid'><p><b>Van:</b> De Linde<br><b>Verzonden:</b> maandag<br><b>Aan:</b> Jan</p></div><p>Beste Jan</p>",
        "<p>-----Oorspronkelijk bericht-----</p><p>Beste Jan</p>",
        '<div class="gmail_signature">Jan de Vries, Bakkerij Zon</div>',
    ],
)
def test_what_html_quotes_is_cut_off_and_kept_in_all_words(quoted: str) -> None:
    html = f"<html><head><style>p {{}}</style></head><body><p>Ik betaal<br>vrijdag.</p>{quoted}</body></html>"
    read = read_mail(mail(html, "Content-Type: text/html; charset=utf-8"))
    assert read.words == "Ik betaal\nvrijdag."
    assert "Jan" in read.all_words
    assert "{" not in read.all_words


def test_cells_and_entities_of_html_are_words() -> None:
    assert text_of_html("<table><tr><td>&euro;&nbsp;10</td><td>betaald</td></tr></table>") == "€ 10 betaald"
