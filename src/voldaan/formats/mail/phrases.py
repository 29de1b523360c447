"""What mail systems write, as tables: signs of a machine, of a failure, of a delay, of where the original begins."""

import re


def any_of(*patterns: str) -> re.Pattern[str]:
    """Return one pattern that matches where any of these does, in upper or lower case, at the start of lines too."""
    return re.compile("|".join(f"(?:{one})" for one in patterns), re.IGNORECASE | re.MULTILINE)


DAEMON = any_of(
    r"mailer-?\s?daemon", r"\bpost[_-]?master\b", r"\bmmdf\b", r"\bmail-?daemon\b", r"\bsmtp-?daemon\b",
    r"mail deliver(?:y|er)? (?:sub)?-?system", r"mail (?:delivery )?service\b", r"mail administrator",
    r"(?:delivery|mail) subsystem", r"e?-?mail (?:router|gateway)", r"\bmdaemon\b", r"ndr administrator",
    r"^delivery-?(?:reports?|status|agent)", r"mail interconnect", r"^\"?[\w .-]*mail system\"?",
)  # fmt: skip
"""Who mail systems say they are: in the address or the name of From."""

PASSED_ON = any_of(r"^\W{0,3}(?:re|fwd?|fw|aw|wg|tr|sv|vs|antw|antwoord|doorst|doorgest)\s?:")
"""Subjects of an answer or of what is passed on."""

DAEMON_ITSELF = any_of(
    r"mailer-?\s?daemon", r"mail deliver(?:y|er)? (?:sub)?-?system", r"delivery subsystem",
)  # fmt: skip
"""Names that no person writes under."""

MAIL_PROGRAM = any_of(
    r"outlook", r"apple mail", r"iphone|ipad", r"thunderbird|mozilla", r"android",
    r"roundcube|horde|zimbra|squirrelmail", r"evolution|k-?mail\b|mutt\b|the bat|airmail|spark|geary|claws",
    r"lotus notes|office", r"samsung|huawei|xiaomi",
)  # fmt: skip
"""Programs in which people write mail."""

DAEMON_PATH = any_of(
    r"^\s*<?\s*>?\s*$", r"mailer-?daemon", r"\bpost_?master@", r"\bdouble-bounce@",
)  # fmt: skip
"""Return paths of reports: the empty one, and the daemon's."""

FAILURE_SUBJECT = any_of(
    r"^undeliver(?:ed|able)\b", r"^\W*returned (?:e-?)?mail\b", r"^return(?:ed)? (?:to sender|message)",
    r"^(?:e-?mail |message |mail )?delivery (?:has )?(?:failed|failure|problem|error|status|report|"
    r"notification|delay|warning)",
    r"^fail(?:ed|ure)[: ]+(?:delivery|notice|to deliver|mail)", r"^failure notice",
    r"^mail (?:system )?error",
    r"^(?:mail|message) (?:delivery )?(?:fail|could not be delivered|rejected|returned|not delivered)",
    r"^(?:your )?(?:mail|message|e-?mail).{0,40}(?:undeliver|not (?:be )?deliver|has been returned|"
    r"was rejected)",
    r"^nondeliverable mail", r"^non[- ]?delivery", r"^\[?postmaster\]? (?:e-?mail|notify)",
    r"^error (?:sending|delivering)", r"^rejected", r"^warning: (?:could not send|message .*delayed)",
    r"^unzustellbar", r"^nicht zustellbar", r"^onbestelbaar", r"^niet (?:af|be)\w*leverbaar",
    r"^niet bezorgd", r"^message could not be delivered", r"^mail (?:non remis|konnte nicht)",
    r"^non recapitabile", r"^no se puede entregar", r"^non remis",
    r"^delayed mail", r"^permanent delivery failure",
    r"^there was an error (?:sending|delivering)", r"エラー通知", r": non remis\b",
)  # fmt: skip

TECHNICAL = any_of(
    r"(?:could|can) ?not be (?:\w+ ){0,2}(?:delivered|sent|reached|processed|forwarded)",
    r"couldn'?t be delivered",
    r"(?:was|were|is|are)(?: not|n'?t)(?: been)?(?: \w+)? (?:able to (?:be )?deliver|delivered|reached)",
    r"(?:not|un)(?:-| )?able to (?:be )?(?:deliver|transmit|reach|send)", r"undeliver(?:ed|able)",
    r"nondeliverable", r"(?:did|has|have) not (?:been )?(?:reach|receive|deliver)\w*",
    r"failed to (?:be )?deliver", r"failed delivery",
    r"deliver\w*(?: \S+){0,8} (?:has |have )?(?:been )?(?:failed|aborted|failure|impossible|permanently)",
    r"failed (?:recipients?|addresses|delivery)", r"failure reasons?", r"address(?:es)? failed",
    r"(?:following|these) (?:\w+ )?(?:addresse?s?|recipients?)(?:\(e?s\))? (?:had|has|have|was|were|failed|"
    r"did|could)",
    r"(?:permanent|fatal|delivery|transient|non-fatal) (?:\w+ )?(?:errors?|problems?|failures?)",
    r"transcript of session", r"error(?: \w+){0,3} (?:delivering|sending|while trying to deliver)",
    r"user unknown", r"unknown (?:user|recipient|local|address)",
    r"no such (?:user|mailbox|recipient|address)",
    r"(?:user|mailbox|recipient|address|account)(?: \S+)? (?:does(?:n'?t| not) exist|not (?:found|known|"
    r"exist)|unavailable|unknown|disabled|is (?:not valid|invalid|inactive|disabled))",
    r"(?:invalid|incorrect|malformed) (?:user|recipient|final|address|mailbox)", r"host unknown",
    r"unrouteable", r"not (?:yet )?(?:been )?delivered", r"problem delivering",
    r"\b5\d\d[ -]5\.\d{1,3}\.\d{1,3}\b", r"\brcpt to:", r"<<< 5\d\d", r"hop ?count exceeded|too many hops",
    r"non-?deliver",
    r"(?:konnte|kann|konnten|wurde)[^.\n]{0,60} nicht[^.\n]{0,40}(?:zugestellt|zustellen|werden)",
    r"(?:kon|kan|konden|kunnen|is)[^.\n]{0,60} niet[^.\n]{0,30}(?:bezorg|afgeleverd|bestel|verzonden)",
    r"unzustellbar", r"n'a (?:pas )?pu [^.\n]{0,30}(?:remis|livr|distribu)",
    r"no (?:se )?(?:pudo|ha podido)[^.\n]{0,30}entreg",
    r"送信できません|配信できません|送信に失敗|返送|届けることができません|ディレクトリのリストにありません|エラーテスト",
    r"malformed address",
    r"returned (?:permanent|fatal) errors", r"не доставлено",
)  # fmt: skip
"""What only mail systems say."""

FAILURE = any_of(
    TECHNICAL.pattern, r"over ?quota|quota exceeded|mailbox (?:is )?full|exceeded (?:\w+ ){0,2}quota",
    r"(?:message|mail|recipient|address|e-?mail)(?: \S+){0,6} (?:was|were|"
    r"been) (?:automatically )?(?:rejected|returned|refused)",
    r"no longer (?:valid|on server|accept|use)", r"reject(?:ed)? your (?:message|mail)",
)  # fmt: skip
"""With what answering machines and filters say too."""

DELAY = any_of(
    r"warning message only", r"no action is required", r"(?:not|n'?t) yet been delivered",
    r"will (?:be retried|retry)",
    r"(?:has|have|had|is|been|was) (?:been )?(?:delayed|postponed)\b(?!.{0,40}giv)",
    r"still (?:trying|being attempted)", r"delivery attempts will continue",
    r"continue to (?:try|retry|attempt)", r"delivery (?:is )?delayed", r"could not send message for past",
    r"do not need to resend", r"(?:message|delivery|mail) delayed\b", r"will keep trying",
    r"transient non-fatal errors", r"not yet delivered", r"delay notification",
)  # fmt: skip
GIVEN_UP = any_of(
    r"giv(?:en|ing) up", r"will be deleted from queue", r"permanent(?:ly)? (?:error|fail|fatal)",
    r"retry timeout exceeded", r"could not be delivered for \d", r"no longer attempt",
    r"cannot send message for", r"will not be retried",
)  # fmt: skip

ORIGINAL_BEGINS = any_of(
    r"^[ >]*[-=*_+#]{2,}.{0,80}(?:original|returned|below|unsent|undelivered|copy|headers?\b|"
    r"message (?:text )?follows|nachricht|bericht).*$",
    r"^\s*(?:the )?(?:original |message |returned )?(?:message|mail|"
    r"headers?)(?: text)?(?: headers?)? follows?\b.*$",
    r"^(?:received|return-path|message-id|x-envelope-from|mime-version|dkim-signature):.*$",
    r"^content-type: message/rfc822.*$", r"^(?:original|old) message(?: headers?)?:? *$",
    r"^your message reads.*$", r"^original message details.*$",
    r"^(?:here|this|included|below) is (?:your|a|the) .{0,30}(?:copy|returned|original|header).*$",
    r"^\s*text of your message.*$", r"^-{3,} *message(?:/\S+)?.{0,20}$", r"^start of returned message.*$",
)  # fmt: skip

NOT_THE_RECEIVER = any_of(
    r"contact", r"assistance", r"help ?desk", r"\bhelp\b", r"support", r"further (?:info|help)",
    r"problems? report", r"\bfrom\b(?! queue)", r"\bsender\b", r"reporting-mta", r"message-?id",
    r"https?://", r"mailto:", r"envelope-?id",
)  # fmt: skip
"""Lines whose address is somebody else's."""

BAD_ADDRESS = any_of(
    r"user unknown", r"unknown (?:user|recipient|local|address|mailbox|account)",
    r"no such (?:user|mailbox|recipient|address|person|account|domain)",
    r"(?:user|mailbox|recipient|address|account)(?: \S+)? (?:does(?:n'?t| not) exist|not (?:found|known|"
    r"exist)|unknown|disabled|is (?:not valid|invalid|inactive|disabled))",
    r"no mailbox here", r"host unknown|unknown host|unknown domain|domain (?:name )?not found|nxdomain",
    r"unrouteable address", r"invalid (?:user|recipient|mailbox|address|final delivery userid)",
    r"no longer (?:valid|on server|in use|works?)",
    r"not a (?:valid|known) (?:user|recipient|mailbox|address)", r"recipient address rejected: user",
    r"address (?:rejected|unknown)", r"mailbox unavailable", r"not our customer", r"has moved",
)  # fmt: skip
NOT_THE_ADDRESS = any_of(
    r"quota", r"mailbox (?:\S+ )?(?:is )?full", r"full mailbox",
    r"(?:space|storage).{0,30}(?:not enough|exceeded|insufficient)", r"too (?:large|big)",
    r"size (?:limit|exceed)", r"spam|blacklist|blocklist|block list|blocked|rbl\b|reputation|virus",
    r"\bspf\b|\bdkim\b|\bdmarc\b", r"try again|temporar|greylist|grey-list", r"policy",
    r"relay(?:ing)? (?:access )?(?:denied|not)", r"too many (?:hops|connections|recipients)|hop count|loop",
    r"connection (?:timed out|refused|reset)", r"insufficient",
)  # fmt: skip

COMPLAINT_SUBJECT = any_of(
    r"^(?:\[\w+\] )?complaint about (?:a )?message",
    r"^(?:e-?mail )?(?:abuse|spam|feedback(?: loop)?) (?:report|complaint)",
    r"^(?:abuse|spam|feedback)[- ]?loop",
)  # fmt: skip

AUTOMATIC_SUBJECT = any_of(
    r"^\W*auto(?:matic|matisch(?:e[sr]?)?|mated)?[ :-]*(?:re(?:ply|sponse|sponder)|antwoord|antwort|answer)",
    r"^\W*out[ -]of[ -](?:the )?office", r"^\W*(?:ooo|abwesend|afwezig)\b",
    r"^\W*afwezigheid(?:sbericht|smelding|sassistent)?\s*(?:$|[:|-])",
    r"^\W*abwesenheit(?:snotiz|snachricht|smeldung|sassistent)?\s*(?:$|[:|-])",
    r"^r[eé]ponse automatique", r"^r[eé]ponse d'absence", r"^risposta automatica", r"^respuesta autom",
    r"^resposta autom", r"^autosvar", r"^automaattinen",
    r"^vacation (?:reply|response|message|notice|auto)",
    r"^(?:i am|ik ben|ich bin) (?:away|on (?:leave|holiday|vacation)|afwezig|met vakantie|im urlaub|"
    r"niet aanwezig|abwesend)",
    r"^away (?:from|until)", r"^ontvangstbevestiging (?:van )?(?:uw|je)\b",
    r"^(?:niet aanwezig|met vakantie|met verlof)",
    r"^(?:wij hebben|we hebben|we have) (?:uw|je|your) (?:bericht|e-?mail|mail|vraag|message|request)"
    r" (?:(?:goed|in goede orde) )?(?:ontvangen|received)",
    r"^(?:automatisch bericht|automatische beantwoording|自動応答|自動返信)",
    r"^gelesen:|^gelezen:|^read:|^lu ?:",
)  # fmt: skip
"""An answer that is taken for this is read by nobody: whole phrases at the start, never a word of daily life."""
