"""What every e-mail is built with: the head, the sheet, and the few shapes that each mail program draws alike.

Outlook for Windows sets a mail with Word. There padding counts only in a cell, a width only on a table or a cell, and
`max-width`, `inline-block` and `<!doctype>` do not exist: it gets cells of its own in comments that only it reads.
What is used here, and who lacks it, stands in `tools/mail_lint/support.py`; whatever is not there is refused by a test.
"""

from html import escape
from typing import Final

from voldaan.letters.style import FONT_STACKS, INK, HouseStyle

MUTED: Final = "#565b62"
LINE: Final = "#e4e0d8"
PAPER: Final = "#fdfcf9"
SHEET_WIDTH: Final = 560
"""Of the text, in pixels: with its white at both sides 600, as wide as the pane of most mail programs."""
SHEET_PADDING: Final = 20
# Two blocks: a program that does not know the one drops all of it.
# Outlook reads !important only with a space before it.
_NARROW: Final = """
@media only screen and (max-width:480px){
.sheet{padding:20px 16px !important}
.amount{font-size:30px !important;line-height:36px !important}
.label{display:block !important;width:auto !important;padding:6px 0 0 !important}
.value{display:block !important;padding:0 !important}
}
"""
_DARK: Final = """
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.page{background-color:#16191c !important}
.ink,.ink a{color:#f1efe9 !important}
.muted,.muted a{color:#b9bdc2 !important}
.accent{color:ACCENT !important}
.logo{padding:8px !important;background-color:PAPER !important}
.box{background-color:#22272b !important;border-color:ACCENT !important}
.rule{border-color:#3a4046 !important}
}
"""
# Word takes Times for a font that it does not know, and lets a cell inherit nothing.
_OUTLOOK: Final = f"""<!--[if mso]>
<xml><o:OfficeDocumentSettings><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml>
<style>
table,td,div,p,h1,h2,a,span,strong{{font-family:'Segoe UI',Arial,sans-serif}}
td{{font-size:16px;line-height:24px;color:{INK}}}
</style>
<![endif]-->"""


def document(*, language: str, subject: str, preview: str, blocks: str, style: HouseStyle) -> str:
    """Return the whole HTML around the blocks of a message.

    `preview` is what an inbox shows beside the subject; who opens the mail does not see it.
    """
    tongue, dark = text(language), _DARK.replace("ACCENT", style.accent_in_the_dark).replace("PAPER", PAPER)
    return (
        f'<!doctype html><html lang="{tongue}" xmlns:o="urn:schemas-microsoft-com:office:office"><head>'
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">'
        '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">'
        '<meta name="format-detection" content="telephone=no,date=no,address=no,email=no">'
        '<meta name="x-apple-disable-message-reformatting">'
        f"<title>{text(subject)}</title><style>{_NARROW}</style><style>{dark}</style>{_OUTLOOK}</head>"
        f'<body class="page" bgcolor="{PAPER}" style="margin:0;padding:0;background-color:{PAPER}">'
        f"{_preview(preview)}{_sheet(blocks, tongue, font=FONT_STACKS[style.typeface])}</body></html>"
    )


def _preview(words: str) -> str:
    hidden = (
        "display:none;max-height:0;overflow:hidden;mso-hide:all;font-size:1px;line-height:1px;color:" + PAPER
    )
    return f'<div style="{hidden}">{text(words)}</div>'


def _sheet(blocks: str, language: str, *, font: str) -> str:
    """Return the column in the middle, which says its language again: some programs throw `<html>` away."""
    width = SHEET_WIDTH + 2 * SHEET_PADDING
    cell = (
        f'<td class="sheet ink" align="left" style="padding:32px {SHEET_PADDING}px;text-align:left;'
        f'font-family:{font};font-size:16px;line-height:1.5;color:{INK}">{blocks}</td>'
    )
    inner = (
        f'<div lang="{language}" style="max-width:{width}px;margin:0 auto">{table(f"<tr>{cell}</tr>")}</div>'
    )
    ghost = outlook(
        f'<table role="presentation" align="center" width="{width}" cellpadding="0" cellspacing="0" border="0">'
        f'<tr><td width="{width}">'
    )
    middle = f'<td class="page" align="center" bgcolor="{PAPER}" style="background-color:{PAPER}">'
    return table(f"<tr>{middle}{ghost}{inner}{outlook('</td></tr></table>')}</td></tr>")


def table(rows: str, *, width: str = "100%") -> str:
    """Return rows as a table that is only there for the layout."""
    return (
        f'<table role="presentation" width="{width}" cellpadding="0" cellspacing="0" border="0" '
        f'style="border-collapse:collapse;font-size:16px;line-height:1.5">{rows}</table>'
    )


def band(inner: str, *, looks: str, style: str, ground: str = "") -> str:
    """Return something across the whole width with a line or a ground of its own, of the classes `looks`."""
    colour = f' bgcolor="{ground}"' if ground else ""
    painted = f"background-color:{ground};" if ground else ""
    return table(f'<tr><td class="{looks}"{colour} style="{painted}{style}">{inner}</td></tr>')


def beside(left: str, right: str, *, left_width: int, right_width: int) -> str:
    """Return two columns that become one where there is no room, without asking the program how wide it is."""
    column = "display:inline-block;vertical-align:top;width:100%;font-size:16px;max-width:"
    ghost = '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>'
    cell = '<td width="{}" valign="top">'
    return (
        f'<div style="font-size:0;line-height:0">{outlook(ghost + cell.format(left_width))}'
        f'<div style="{column}{left_width}px;line-height:1.5">{left}</div>'
        f"{outlook('</td>' + cell.format(right_width))}"
        f'<div style="{column}{right_width}px;line-height:1.5">{right}</div>{outlook("</td></tr></table>")}</div>'
    )


def gap(pixels: int) -> str:
    """Return white space above or below a table: a margin there is not drawn everywhere."""
    return (
        f'<div style="font-size:1px;line-height:{pixels}px;height:{pixels}px;mso-line-height-rule:exactly">'
        "&nbsp;</div>"
    )


def outlook(markup: str) -> str:
    """Return markup that only Outlook for Windows reads."""
    return f"<!--[if mso]>{markup}<![endif]-->"


def text(value: str) -> str:
    """Return what somebody wrote as text, so that it can never become markup."""
    return escape(value, quote=True)
