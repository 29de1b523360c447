"""The text of a mail in HTML, with or without what it quotes."""

import re

from lxml import etree

HTML_MAX_SIGNS = 1_000_000
TEXT_MAX_SIGNS = 200_000
SILENT = frozenset(
    {"head", "style", "script", "title", "meta", "link", "template", "svg", "object", "select"}
)
BLOCKS = frozenset(
    "address article blockquote body center dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr li main ol p "
    "pre section table tr ul".split()
)
QUOTE_CLASSES = frozenset(
    "gmail_quote gmail_quote_container moz-cite-prefix yahoo_quoted protonmail_quote tutanota_quote zmail_extra "
    "mail-quote-collapse gmail_signature gmail_signature_prefix moz-signature moz-forward-container".split()
)
QUOTE_IDS = frozenset("olk_src_body_section signature applemailsignature ms-outlook-mobile-signature".split())
REST_CLASSES = frozenset({"outlookmessageheader"})
REST_IDS = frozenset(
    {"divrplyfwdmsg", "appendonsend", "stopspelling", "mail-editor-reference-message-container"}
)
"""Where an answer ends and everything after it is quoted."""


def text_of_html(html: str, *, quotes: bool = True) -> str:
    """Return the text that a reader of the mail sees, a line for each block; never fails.

    Without `quotes`, what mail programs mark as quoted text or as signature is left out.
    """
    if not html.strip():
        return ""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, recover=True, remove_pis=True)
    try:
        parser.feed(html[:HTML_MAX_SIGNS].encode("utf-8", "replace"))
        root: etree._Element | None = parser.close()
    except (etree.LxmlError, ValueError, AssertionError):
        root = None
    if root is None:
        return " ".join(re.sub(r"<[^<>]{0,2000}>", " ", html[:TEXT_MAX_SIGNS]).split())
    return _tidied(_pieces(root, quotes=quotes))


def _pieces(root: etree._Element, *, quotes: bool) -> list[str]:
    """Return the texts and line ends of a tree, walked without recursion."""
    pieces: list[str] = []
    hidden = 0
    for event, element in etree.iterwalk(root, events=("start", "end", "comment")):
        tag = element.tag.lower() if isinstance(element.tag, str) else ""
        if event == "start":
            if not quotes and not hidden and _begins_rest(element):
                break
            if hidden or tag in SILENT or (not quotes and _is_quote(element, tag)):
                hidden += 1
            else:
                pieces.append("\n" if tag in BLOCKS or tag == "br" else " " if tag in ("td", "th") else "")
                pieces.append(_in_one_line(element.text))
            continue
        hidden -= 1 if hidden and event == "end" else 0
        if not hidden:
            pieces += ["\n" if tag in BLOCKS else "", _in_one_line(element.tail)]
    return pieces


def _is_quote(element: etree._Element, tag: str) -> bool:
    classes = {one.lower() for one in str(element.get("class") or "").split()}
    return (
        tag == "blockquote"
        or bool(classes & QUOTE_CLASSES)
        or str(element.get("id") or "").lower() in QUOTE_IDS
        or element.get("name") == "messageReplySection"
    )


def _begins_rest(element: etree._Element) -> bool:
    classes = {one.lower() for one in str(element.get("class") or "").split()}
    return bool(classes & REST_CLASSES) or str(element.get("id") or "").lower() in REST_IDS


def _in_one_line(text: str | None) -> str:
    return re.sub(r"\s+", " ", text) if text else ""


def _tidied(pieces: list[str]) -> str:
    """Return the pieces as lines without space around them, never more than one empty line in a row."""
    lines = [" ".join(line.split()) for line in "".join(pieces).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()[:TEXT_MAX_SIGNS]
