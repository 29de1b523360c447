"""Draw every text in every language, style and way out into a folder, with one page to look at them all.

Words choose: `make gallery GALLERY_ARGS="nl FIRST_REMINDER serif"` draws what has all of them: a text, what is
confirmed, a language, a set of texts, a style (tools/gallery/styles), a kind of debtor, `own` or `agency`, a situation.
Pictures that are there stay.
"""

import argparse
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from tests.web.browser import chromium_here
from tools.gallery.cases import WAYS, every_case
from tools.gallery.draw import Wall
from tools.gallery.hang import hang_all, sheet, totals
from tools.gallery.pictures import camera

SECONDS: Final = 300


def main(arguments: list[str] | None = None) -> int:
    """Draw what was chosen; exit code 1 when something is wrong with a message, 2 when nothing is chosen."""
    parser = argparse.ArgumentParser(prog="python -m tools.gallery", description=__doc__)
    parser.add_argument("words", nargs="*", help="draw only what has all of these words")
    parser.add_argument("--out", type=Path, default=Path("gallery"), help="the folder (gallery)")
    parser.add_argument("--way", choices=WAYS, action="append", help="only this way out")
    parser.add_argument("--no-browser", action="store_true", help="without pictures of e-mails")
    parser.add_argument("--seconds", type=float, default=SECONDS, help=f"stop after so many ({SECONDS})")
    chosen = parser.parse_args(arguments)
    cases = [case for case in every_case() if case.is_chosen(tuple(chosen.words))]
    if not cases:
        print(f"No message has all of: {', '.join(chosen.words)}. Try one word less.", file=sys.stderr)
        return 2
    chromium = None if chosen.no_browser else chromium_here()
    if chromium is None:
        print("Without Chromium (Debian: apt-get install chromium) e-mails get no pictures, only their HTML.")
    with ExitStack() as open_until_done:
        taker = open_until_done.enter_context(camera(chromium, chosen.out / "drawn")) if chromium else None
        wall = Wall(folder=chosen.out, camera=taker)
        hung, left = hang_all(wall, cases, tuple(chosen.way or WAYS), seconds=chosen.seconds)
    index = chosen.out / "index.html"
    index.write_text(sheet(hung), encoding="utf-8")
    print("\n".join(totals(hung)))
    if left:
        print(
            f"{left} messages were left out after {chosen.seconds:.0f} seconds: run it again, it goes on from here."
        )
    print(f"Look at {index}.")
    return int(any(one.wrong for one in hung))


if __name__ == "__main__":
    sys.exit(main())
