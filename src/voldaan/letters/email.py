"""The e-mail: tables and inline styles that every mail program draws, nothing loaded from outside.

Each text goes through `_text` on its way in, so what a debtor or a client wrote can never become markup.
"""

from collections.abc import Iterator
from html import escape
from urllib.parse import quote

from voldaan.letters.content import Claim, Content, Overview, OverviewRow, PaymentBox, Point, Row
from voldaan.letters.style import INK, HouseStyle, tint

_FONT = "font-family:'Source Sans 3','Segoe UI',Roboto,Helvetica,Arial,sans-serif"
_MUTED = "#565b62"
_LINE = "#e4e0d8"
_TABLE = '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="{style}">'

_DARK = """
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.page,.sheet{background:#16191c!important}
.ink,.ink a{color:#f1efe9!important}
.muted,.muted a{color:#b9bdc2!important}
.accent{color:#f1efe9!important}
.box{background:#22272b!important}
.rule{border-color:#3a4046!important}
}
@media (max-width:480px){
.sheet{padding:20px 16px!important}
.amount{font-size:30px!important}
.label{display:block!important;width:auto!important;padding:6px 0 0!important}
.value{display:block!important;padding:0!important}
}
"""


def html_of(content: Content, style: HouseStyle) -> str:
    """Return the whole HTML part of the e-mail."""
    return (
        f'<!doctype html><html lang="{_text(content.language)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        f"<title>{_text(content.subject)}</title><style>{_DARK}</style></head>"
        f'<body class="page" style="margin:0;padding:0;background:#fdfcf9">'
        f"{_sheet(content, style)}</body></html>"
    )


def _sheet(content: Content, style: HouseStyle) -> str:
    inner = "".join(_blocks(content, style))
    return (
        f'{_TABLE.format(style="border-collapse:collapse")}<tr><td align="center">'
        f'<div class="sheet ink" style="max-width:600px;margin:0 auto;padding:32px 24px;text-align:left;'
        f'{_FONT};font-size:16px;line-height:1.5;color:{INK}">{inner}</div></td></tr></table>'
    )


def _blocks(content: Content, style: HouseStyle) -> Iterator[str]:
    yield _head(content, style)
    yield f'<h1 class="ink" style="margin:0 0 16px;font-size:23px;line-height:1.3;color:{INK}">{_text(content.title)}</h1>'
    yield from (_box(box, content, style) for box in _boxes(content))
    yield _paragraph(content.processed, muted=True)
    yield _paragraph(content.greeting)
    yield from (_paragraph(text) for text in content.opening)
    if content.overview and not content.overview_last:
        yield _overview(content.overview)
    yield _heading(content.points_heading)
    yield from (_point(point, content) for point in content.points)
    yield _heading(content.next_heading)
    yield from (_paragraph(text) for text in content.next)
    yield _signature(content)
    yield from _last(content)
    yield _footer(content)


def _boxes(content: Content) -> tuple[PaymentBox, ...]:
    return (content.total, *content.boxes) if content.total else content.boxes


def _head(content: Content, style: HouseStyle) -> str:
    behalf = (
        f'<br><span class="muted" style="color:{_MUTED}">{_text(content.on_behalf)}</span>'
        if content.on_behalf
        else ""
    )
    return (
        f'<div class="rule" style="border-bottom:3px solid {style.accent};padding:0 0 12px;margin:0 0 24px">'
        f'<strong class="accent" style="font-size:19px;color:{style.accent}">{_text(content.sender_name)}</strong>{behalf}</div>'
    )


def _box(box: PaymentBox, content: Content, style: HouseStyle) -> str:
    picture = _picture(box, content) if box.qr_svg else ""
    wide = "max-width:392px" if picture else "max-width:552px"
    by = f'<div class="ink" style="font-weight:600">{_text(box.by)}</div>' if box.by else ""
    rows = _rows(box.rows) if box.rows else ""
    return (
        f'<div class="box" style="background:{tint(style.accent, 7)};border-left:4px solid {style.accent};'
        f'padding:16px 16px 12px;margin:20px 0 12px;font-size:0">'
        f'<div style="display:inline-block;vertical-align:top;width:100%;{wide};font-size:16px">'
        f'<div class="muted" style="color:{_MUTED}">{_text(box.heading)}</div>'
        f'<div class="amount ink" style="font-size:34px;line-height:1.15;font-weight:700;'
        f'font-variant-numeric:tabular-nums;white-space:nowrap">{_text(box.amount)}</div>{by}{rows}</div>{picture}</div>'
    )


def _picture(box: PaymentBox, content: Content) -> str:
    return (
        f'<div style="display:inline-block;vertical-align:top;width:160px;margin:12px 0 0;font-size:14px;line-height:1.3">'
        f'<img src="cid:{_text(box.qr_cid)}" width="160" height="160" alt="{_text(box.qr_alt)}" '
        f'style="display:block;background:#ffffff;border:0">'
        f'<span class="muted" style="display:block;color:{_MUTED};padding-top:6px">{_text(content.qr_caption)}</span></div>'
    )


def _rows(rows: tuple[Row, ...]) -> str:
    cells = "".join(
        f'<tr><td class="label muted" style="color:{_MUTED};padding:3px 12px 3px 0;vertical-align:top;width:120px">'
        f'{_text(row.label)}</td><td class="value ink" style="padding:3px 0;vertical-align:top;'
        f'font-variant-numeric:tabular-nums;overflow-wrap:anywhere">{_parts(row.value)}</td></tr>'
        for row in rows
    )
    return f"{_TABLE.format(style='margin-top:10px;border-collapse:collapse')}{cells}</table>"


def _parts(value: str) -> str:
    """Return a row's value of which a short part, such as an invoice number, stays on one line."""
    parts = (_text(part) for part in value.split(", "))
    return ", ".join(
        f'<span style="white-space:nowrap">{part}</span>' if len(part) <= 24 else part for part in parts
    )


def _paragraph(text: str, *, muted: bool = False) -> str:
    look = (
        f'class="muted" style="margin:0 0 20px;font-size:14px;color:{_MUTED}"'
        if muted
        else 'style="margin:0 0 12px"'
    )
    return f"<p {look}>{_text(text)}</p>"


def _heading(text: str) -> str:
    return f'<h2 class="ink" style="margin:28px 0 8px;font-size:19px;line-height:1.3;color:{INK}">{_text(text)}</h2>'


def _point(point: Point, content: Content) -> str:
    text = _text(point.text)
    if content.phone:
        text = text.replace(_text(content.phone), _phone_link(content.phone))
    text = text.replace("geldfit.nl", '<a href="https://geldfit.nl" style="color:inherit">geldfit.nl</a>')
    return f'<p style="margin:0 0 10px"><strong>{_text(point.lead)}</strong><br>{text}</p>'


def _phone_link(phone: str) -> str:
    dialled = "".join(char for char in phone if char.isdigit() or char == "+")
    return f'<a href="tel:{dialled}" style="color:inherit;white-space:nowrap">{_text(phone)}</a>'


def _signature(content: Content) -> str:
    lines = [f"<strong>{_text(content.signer)}</strong>", *map(_text, content.signature)]
    if content.phone:
        lines.append(_phone_link(content.phone))
    if content.email:
        lines.append(_mail_link(content))
    references = "<br>".join(f"{_text(row.label)}: {_text(row.value)}" for row in content.reference_rows)
    return (
        f'<p style="margin:24px 0 4px">{_text(content.closing)}</p>'
        f'<p style="margin:0 0 12px">{"<br>".join(lines)}</p>'
        f'<p class="muted" style="margin:0 0 12px;font-size:14px;color:{_MUTED}">{references}</p>'
    )


def _mail_link(content: Content) -> str:
    subject = quote(f"{content.reference_rows[0].value}")
    address = _text(quote(content.email, safe="@"))
    return f'<a href="mailto:{address}?subject={subject}" style="color:inherit">{_text(content.email)}</a>'


def _last(content: Content) -> Iterator[str]:
    if content.claim:
        yield _claim_head(content.claim)
    if content.overview and content.overview_last:
        yield _overview(content.overview)
    if content.claim:
        yield _rows(content.claim.terms)
        yield _sums(content.claim.sums)


def _claim_head(claim: Claim) -> str:
    return (
        f'<div class="rule" style="border-top:1px solid {_LINE};margin:28px 0 0">{_heading(claim.heading)}'
        f"{_paragraph(claim.intro, muted=True)}{_rows(claim.parties)}</div>"
    )


def _overview(overview: Overview) -> str:
    invoice = overview.columns[0]
    rows = "".join(_invoice(invoice, row) for row in overview.rows)
    also = ""
    if overview.also_rows:
        also = f'<tr><td colspan="2" style="padding:14px 0 2px"><strong>{_text(overview.also_heading)}</strong></td></tr>'
        also += "".join(_invoice(invoice, row) for row in overview.also_rows)
    total = (
        f'<tr><td style="padding:8px 12px 8px 0"><strong>{_text(overview.total.label)}</strong></td>'
        f'<td align="right" style="{_FIGURE}"><strong>{_text(overview.total.value)}</strong></td></tr>'
    )
    return f"{_heading(overview.heading)}{_TABLE.format(style='border-collapse:collapse')}{rows}{also}{total}</table>"


_FIGURE = "padding:8px 0;vertical-align:top;white-space:nowrap;font-variant-numeric:tabular-nums"


def _invoice(label: str, row: OverviewRow) -> str:
    border = f"border-bottom:1px solid {_LINE}"
    small = f'class="muted" style="font-size:14px;color:{_MUTED}"'
    subject = f"<br>{_text(row.subject)}" if row.subject else ""
    part = f"<br><span {small}>{_text(row.part_paid)}</span>" if row.part_paid else ""
    return (
        f'<tr><td class="rule" style="padding:8px 12px 8px 0;vertical-align:top;overflow-wrap:anywhere;{border}">'
        f"<strong>{_text(label)} {_text(row.number)}</strong>{subject}<br><span {small}>{_text(row.dates)}</span></td>"
        f'<td class="rule" align="right" style="{_FIGURE};{border}">{_text(row.open)}{part}</td></tr>'
    )


def _sums(sums: tuple[Row, ...]) -> str:
    cells = "".join(
        f'<tr><td style="padding:2px 12px 2px 0">{_text(row.label)}</td>'
        f'<td align="right" style="white-space:nowrap;font-variant-numeric:tabular-nums">{_text(row.value)}</td></tr>'
        for row in sums
    )
    return f"{_TABLE.format(style='border-collapse:collapse;max-width:320px')}{cells}</table>"


def _footer(content: Content) -> str:
    lines = "<br>".join(_text(line) for line in content.footer)
    return (
        f'<div class="rule muted" style="border-top:1px solid {_LINE};margin:28px 0 0;padding:12px 0 0;'
        f'font-size:14px;line-height:1.45;color:{_MUTED}">{lines}</div>'
    )


def _text(value: str) -> str:
    return escape(value, quote=True)
