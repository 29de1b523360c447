"""What somebody wrote, without the mail that was answered to and without a signature."""

import re

LINES_MAX = 20_000
LINE_MAX_SIGNS = 20_000
ATTRIBUTION_MAX_LINES = 4
ATTRIBUTION_MAX_SIGNS = 400
HEADER_BLOCK_MAX_LINES = 8

SEPARATOR = re.compile(
    r"^[ >]*(?:[-_*=]{2,}\s*)(?:original (?:message|mail|appointment)|oorspronkelijk(?:e)? (?:bericht|e-?mail|mail)|"
    r"origineel bericht|urspr(?:ü|ue)ngliche (?:nachricht|e-?mail)|message d'origine|message original|"
    r"doorgestuurd bericht|forwarded (?:message|by).{0,80}|weitergeleitete nachricht|mensaje original|reply message|"
    r"antwoord(?: bericht)?)\s*[-_*=]*\s*$"
    r"|^(?:begin forwarded message|begin doorgestuurd bericht|anfang der weitergeleiteten (?:nachricht|e-mail)):?\s*$",
    re.IGNORECASE,
)
_MARK = r"^[ >|]*\*{0,2}"
FROM = re.compile(rf"{_MARK}(?:from|van|von|de|afzender|fr[aå]n|fra|od|от|差出人)\s?:", re.IGNORECASE)
OTHER_HEADER = re.compile(
    rf"{_MARK}(?:sent|date|to|cc|subject|verzonden|verstuurd|datum|aan|onderwerp|gesendet|an|betreff|envoy[eé]|"
    r"à|objet|reply-to|skickat|till|ämne|sendt|til|emne|data|do|temat|wysłano|отправлено|кому|тема|дата|件名|宛先|送信日時|日付)\s?:",
    re.IGNORECASE,
)
ATTRIBUTION = re.compile(
    r"^[ >]*(?:"
    r"(?:on|op|am|le|el|il|den|em|w dniu|dnia|pada)\s.{0,300}\b(?:wrote|schreef|geschreven|schrieb|a écrit|escribió|"
    r"ha scritto|skrev|escreveu|napisał(?:\(a\)|a)?|pisze)\b.{0,120}:"
    r"|.{1,150}\b(?:schreef|wrote|schrieb) (?:op|on|am) .{4,120}:"
    r"|.{0,120}\d{1,4}.{0,120}<\s?[^<>\s@]{1,100}@[^<>\s]{1,100}>\s?(?:\w{1,20}\s?){0,2}:"
    r"|[^\n:]{1,80}<[^<>\s@]{1,100}@[^<>\s]{1,100}>\s(?:wrote|schreef|schrieb|skrev|napisał).{0,40}:"
    r"|\d{4}年.{1,200}:"
    r")\s*$",
    re.IGNORECASE,
)
BEGINS_ATTRIBUTION = re.compile(
    r"^[ >]*(?:(?:on|op|am|le|el|il|den|em|w dniu|dnia|\d{4})\b|\d{1,4}[-./年])", re.IGNORECASE
)
SIGNATURE = re.compile(r"^\s?(?:--|—|__)\s?$")
DEVICE = re.compile(
    r"^\W*(?:(?:sent|verzonden|verstuurd|gesendet|envoyé|skickat|wysłane)\b.{0,30}"
    r"\b(?:iphone|ipad|android|mobile|mobiel|telefoon|phone|smartphone|blackberry|samsung|galaxy|huawei|outlook|mail|"
    r"tablet|handset|device|windows|proton|yahoo)\b.{0,60}"
    r"|von meinem .{1,40} gesendet.{0,20}|get outlook for .{1,30}|outlook voor .{1,20} (?:downloaden|ophalen).{0,30}|"
    r"download outlook voor .{1,30}|verkrijg outlook voor .{1,20}|outlook für .{1,20} (?:beziehen|herunterladen))\W*$",
    re.IGNORECASE,
)


def own_words(text: str) -> str:
    """Return a text without quoted lines, what stands below the line that names who is quoted, and signatures.

    An answer between or below lines marked with `>` is kept. Never fails; looks at the first 20,000 lines.
    """
    lines = [line[:LINE_MAX_SIGNS].rstrip() for line in text.replace("\xa0", " ").splitlines()[:LINES_MAX]]
    kept: list[str] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        if SEPARATOR.match(line) or _is_header_block(lines, index):
            break
        if length := _attribution_lines(lines, index):
            index += length
            if any(kept) and not _quoted_next(lines, index):
                break
        else:
            if not _is_quoted(line):
                kept.append(line)
            index += 1
    return _without_signature(kept)


def _attribution_lines(lines: list[str], index: int) -> int:
    """Return how many lines from here name who is quoted; 0 where none do. Such a line is often wrapped."""
    first = lines[index]
    if not first.strip() or SIGNATURE.match(first):
        return 0
    wrapped = ATTRIBUTION_MAX_LINES if BEGINS_ATTRIBUTION.match(first) else 1
    joined = ""
    for length, line in enumerate(lines[index : index + wrapped], start=1):
        bare = line.lstrip("> ")
        if not bare:
            return 0
        joined = f"{joined} {bare}".strip()
        if len(joined) > ATTRIBUTION_MAX_SIGNS:
            return 0
        if joined.endswith(":") and ATTRIBUTION.match(joined):
            return length
    return 0


def _is_header_block(lines: list[str], index: int) -> bool:
    """Test if the headers of a quoted mail begin here: From with two others close below."""
    if not FROM.match(lines[index]):
        return False
    near = lines[index + 1 : index + 1 + HEADER_BLOCK_MAX_LINES]
    return sum(1 for line in near if OTHER_HEADER.match(line)) >= 2


def _is_quoted(line: str) -> bool:
    return line.lstrip().startswith(">")


def _quoted_next(lines: list[str], index: int) -> bool:
    """Test if the next line that says something is marked as quoted."""
    return next((_is_quoted(line) for line in lines[index : index + 5] if line.strip()), False)


def _without_signature(lines: list[str]) -> str:
    end = next((index for index, line in enumerate(lines) if SIGNATURE.match(line)), len(lines))
    words = [line for line in lines[:end] if not DEVICE.match(line[:200])]
    while words and (not words[-1].strip() or re.fullmatch(r"\s*[-_*=]{5,}\s*", words[-1])):
        words.pop()
    return re.sub(r"\n{3,}", "\n\n", "\n".join(words)).strip()
