"""One line about what was just done, shown once on the next page, with a way back where there is one.

There are no sessions: the line travels in a signed cookie that lives for two minutes.
"""

from dataclasses import asdict, dataclass, field

from django.core import signing
from django.http import HttpRequest, HttpResponse

COOKIE = "desk_notice"
SECONDS = 120
_SALT = "voldaan.desk.notice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What was done, or why it was not."""

    text: str
    refused: bool = False
    undo_url: str = ""
    """Where a POST takes it back. Empty: there is no way back."""
    undo_label: str = ""
    undo_fields: dict[str, str] = field(default_factory=dict)


def leave(response: HttpResponse, notice: Notice) -> None:
    """Send a notice along, for the next page."""
    signed = signing.dumps(asdict(notice), salt=_SALT, compress=True)
    response.set_cookie(COOKIE, signed, max_age=SECONDS, httponly=True, samesite="Strict")


def take(request: HttpRequest) -> Notice | None:
    """Return the notice that came along. One that is old or not ours counts as none."""
    signed = request.COOKIES.get(COOKIE)
    if not signed:
        return None
    try:
        return Notice(**signing.loads(signed, salt=_SALT, max_age=SECONDS))
    except (signing.BadSignature, TypeError):
        return None


def forget(response: HttpResponse) -> None:
    """Remove the notice: it was shown."""
    response.delete_cookie(COOKIE, samesite="Strict")
