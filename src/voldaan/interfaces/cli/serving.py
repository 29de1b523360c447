"""The desk: on an example book that tells a story, or on one's own."""

import argparse
import os
import sys
from typing import Final

from voldaan.interfaces.cli.answer import Refused, say
from voldaan.interfaces.cli.arguments import Add

_NOT_IN_THE_DEMO: Final = tuple(
    f"VOLDAAN_{name}_URL" for name in ("DATABASE", "SMTP", "SMS", "POST", "MAIL_IN")
)


def register(add: Add) -> None:
    """Add `demo` and `serve`."""
    demo = add("demo", says="a full example book, then the desk", needs_book=False)
    demo.add_argument("--no-serve", action="store_true", help="make the book and stop")
    _address(demo)
    demo.set_defaults(run=run_demo)

    serve = add("serve", says="open the desk on the book of this installation")
    _address(serve)
    serve.set_defaults(run=run_serve)


def run_demo(arguments: argparse.Namespace) -> int:
    """Make the example book in its own home, then open the desk on it."""
    os.environ.setdefault("VOLDAAN_HOME", "voldaan-demo")
    for forbidden in _NOT_IN_THE_DEMO:
        if os.environ.get(forbidden):
            raise Refused(
                f"{forbidden} is set. The demo touches no real book and sends nothing; unset it first."
            )
    from voldaan.interfaces.cli.book import open_book

    open_book()
    from voldaan.interfaces.cli.demo import make_demo_book

    make_demo_book()
    return 0 if arguments.no_serve else run_serve(arguments)


def run_serve(arguments: argparse.Namespace) -> int:
    """Serve the desk with gunicorn until it is stopped."""
    from gunicorn.app.wsgiapp import WSGIApplication

    say(f"Het bureau is open op http://{arguments.host}:{arguments.port} (stoppen met Ctrl+C).")
    sys.stdout.flush()
    sys.argv = [
        "voldaan serve",
        f"--bind={arguments.host}:{arguments.port}",
        "--worker-class=gthread",
        "--workers=2",
        "--threads=4",
        "--log-level=warning",
        "voldaan.config.wsgi:application",
    ]
    WSGIApplication("%(prog)s").run()
    return 0


def _address(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--host", default="127.0.0.1", help="without sign-in, leave this on the loopback address"
    )
    parser.add_argument("--port", type=int, default=8000)
