"""Clients, the agency, and the engagements between them."""

import argparse
from typing import Any

from voldaan.domain.identifiers import is_valid_iban
from voldaan.domain.money import format_euro, parse_euro
from voldaan.interfaces.cli.answer import Refused, give, note, say, table
from voldaan.interfaces.cli.arguments import Add, day, person, with_client, with_json
from voldaan.interfaces.cli.clock import now, today

TRUTHS = ("bank", "ledger", "client_word")
TRUTH_WORDS = {
    "BANK": "de bankafschriften",
    "LEDGER": "de openstaandepostenlijst",
    "CLIENT_WORD": "het woord van de opdrachtgever",
}
SHIPPED = "shipped are agency, businesses, consumers, loyal-customer, small-amounts and standard, see docs/strategies"
TEXTS_HELP = "the text set that is written in (default: standard); shipped are standard and informal, see docs/texts.md"
CLIENT_TEXTS = (
    ("coc-number", "KvK number"),
    ("vat-number", "VAT number"),
    ("street", "street and house number"),
    ("postcode", "postcode"),
    ("city", "town"),
    ("signer", "the person who signs and answers the telephone"),
    ("phone", "telephone"),
    ("email", "e-mail address"),
    ("website", "website"),
    ("authorised-person", "who may confirm a hand-over"),
)
STYLE_SAYS = "the house style of its messages; an empty text for its name in its colour: see style list"
AGENCY_TEXTS = (
    ("registered-name", "name in the register of the Wki"),
    ("registration-mark", "registration mark (registratiekenmerk)"),
    ("coc-number", "KvK number"),
    ("vat-number", "VAT number"),
    ("street", "street and house number"),
    ("postcode", "postcode"),
    ("city", "town"),
    ("signer", "the person who signs and answers the telephone"),
    ("phone", "telephone"),
    ("email", "e-mail address"),
    ("website", "website"),
    ("complaints", "where to complain, one sentence"),
    ("iban", "third-party account"),
    ("iban-name", "name of the third-party account"),
)


def register(add: Add) -> None:
    """Add `client`, `agency` and `engagement`."""
    _register_client(add)
    _register_agency(add)
    _register_engagement(add)


def _register_client(add: Add) -> None:
    client = add("client", says="clients: add, list, show").add_subparsers(metavar="WHAT", required=True)
    new = add("add", says="add a client, or change what is known of one", under=client)
    new.add_argument("key", metavar="KEY", help="short name, as in bakkerij-zon")
    new.add_argument("--name", help="the client's name, as on its invoices")
    new.add_argument("--iban", action="append", default=[], help="a bank account; may be given several times")
    new.add_argument("--payment-truth", choices=TRUTHS, help="by what payments are known (default: bank)")
    new.add_argument(
        "--truth-days", type=int, metavar="N", help="how many days payments may lie behind a reminder"
    )
    new.add_argument(
        "--link-from",
        type=int,
        metavar="POINTS",
        help="how much must speak for a match before it counts without a person (default: 80)",
    )
    new.add_argument(
        "--tolerance",
        type=int,
        metavar="CENTS",
        help="how much too little still closes an invoice (default: 5)",
    )
    new.add_argument(
        "--strategy",
        metavar="KEYS",
        help=f"the strategies by which is reminded, with commas, the first that fits (default: standard); {SHIPPED}",
    )
    new.add_argument("--texts", dest="text_set", metavar="KEY", help=TEXTS_HELP)
    new.add_argument(
        "--approval",
        choices=("automatic", "batch", "four-eyes"),
        help="who agrees to a message before it leaves: its rule, a person, or two (default: batch)",
    )
    new.add_argument(
        "--thanks",
        action=argparse.BooleanOptionalAction,
        help="who pays after a reminder gets a thank-you by e-mail",
    )
    new.add_argument(
        "--statements",
        choices=("on-request", "monthly"),
        help="when business debtors get a statement of account (default: on-request)",
    )
    new.add_argument(
        "--next-step-collection",
        action=argparse.BooleanOptionalAction,
        help="the client has ordered collection when the last term passes",
    )
    new.add_argument(
        "--private-law-only",
        action=argparse.BooleanOptionalAction,
        help="a public body says that its invoices are ordinary ones, but where they name a tax, a levy or a fine",
    )
    new.add_argument("--style", metavar="KEY", help=STYLE_SAYS)
    _asks_first(new)
    _texts(new, CLIENT_TEXTS)
    new.set_defaults(run=run_add)
    listing = add("list", says="every client", under=client)
    with_json(listing)
    listing.set_defaults(run=run_list)
    one = add("show", says="one client", under=client)
    one.add_argument("key", metavar="KEY")
    with_json(one)
    one.set_defaults(run=run_show)


def _register_agency(add: Add) -> None:
    agency = add("agency", says="the agency: add").add_subparsers(metavar="WHAT", required=True)
    new = add("add", says="add an agency, or change what is known of it", under=agency)
    new.add_argument("key", metavar="KEY")
    new.add_argument("--style", metavar="KEY", help=STYLE_SAYS)
    _texts(new, AGENCY_TEXTS)
    new.add_argument(
        "--registered-until",
        type=day,
        metavar="DATE",
        help="the last day of the registration; after it the agency writes to no natural person",
    )
    new.add_argument("--texts", dest="text_set", metavar="KEY", help=TEXTS_HELP)
    new.set_defaults(run=run_agency)


def _register_engagement(add: Add) -> None:
    engagement = add("engagement", says="what an agency does for a client: start, end").add_subparsers(
        metavar="WHAT", required=True
    )
    new = add("start", says="start an engagement", under=engagement)
    with_client(new)
    new.add_argument("--agency", metavar="KEY", required=True)
    new.add_argument("--from", dest="first_day", type=day, required=True, metavar="DATE")
    new.add_argument("--to", dest="last_day", type=day, metavar="DATE")
    new.add_argument("--price", required=True, help="euros per invoice, excluding VAT, as 4.50")
    new.add_argument(
        "--every-message", action="store_true", help="charge each message, not each invoice once"
    )
    new.add_argument(
        "--strategy",
        default="standard",
        metavar="KEYS",
        help=f"the strategies, with commas, the first that fits (default: standard); {SHIPPED}",
    )
    new.add_argument("--payment-truth", choices=TRUTHS)
    new.add_argument("--pay-to", choices=("client", "agency"), default="client")
    _asks_first(new)
    new.set_defaults(run=run_engagement)
    end = add("end", says="end the engagement that runs", under=engagement)
    with_client(end)
    end.add_argument("--last-day", type=day, required=True, metavar="DATE")
    end.set_defaults(run=run_end)


def run_add(arguments: argparse.Namespace) -> None:
    """Add or change a client."""
    from voldaan.records.message_facts import client_sender
    from voldaan.usecases.choose_strategies import list_remarks
    from voldaan.usecases.choose_style import style_remarks
    from voldaan.usecases.refused_by_name import client_remark
    from voldaan.usecases.register_client import ClientDetails, add_client

    truth = (arguments.payment_truth or "").upper() or None
    details = ClientDetails(
        truth_days_max=_days(arguments, truth),
        link_from_points=arguments.link_from,
        tolerance_cents=arguments.tolerance,
        strategy=arguments.strategy,
        text_set=arguments.text_set,
        approval=arguments.approval and arguments.approval.upper().replace("-", "_"),
        thanks=arguments.thanks,
        statements=arguments.statements and arguments.statements.upper().replace("-", "_"),
        next_step_collection=arguments.next_step_collection,
        private_law_only=arguments.private_law_only,
        asks_first=arguments.asks_first,
        silence_goes=_silence_goes(arguments),
        answer_days=arguments.answer_days,
        house_style=arguments.style,
        **_given(arguments, CLIENT_TEXTS),
    )
    client = add_client(
        arguments.key,
        name=arguments.name,
        ibans=arguments.iban,
        payment_truth=truth,
        details=details,
        on=today(),
        at=now(),
        by=person(),
    )
    for iban in arguments.iban:
        if not is_valid_iban(iban):
            note(
                f"Let op: het controlegetal van {iban} klopt niet. Afschriften en facturen worden eraan herkend; "
                "op een brief staat het alleen omdat u het hier hebt opgegeven."
            )
    told = list_remarks(client.strategy, by_agency=False) if arguments.strategy else []
    if arguments.style:
        told += style_remarks(client.house_style, client_sender(client))
    for remark in filter(None, (client_remark(client), *told)):
        note(f"Let op: {remark}")
    say(f"{client.key}: {client.name}, betalingen volgens {TRUTH_WORDS[client.payment_truth]}.")


def _days(arguments: argparse.Namespace, truth: str | None) -> int | None:
    """Return how old the payment truth may be: a client's word is given less often than a bank's."""
    if arguments.truth_days is not None:
        return int(arguments.truth_days)
    return 30 if truth == "CLIENT_WORD" else None


def run_list(arguments: argparse.Namespace) -> None:
    """Print every client."""
    from voldaan.records.scope import clients
    from voldaan.usecases.show_client import client_json

    rows = [client_json(client) for client in clients()]
    if arguments.json:
        give(rows)
        return
    table(
        ("sleutel", "naam", "betalingen volgens", "rekeningen"),
        ((row["key"], row["name"], row["payment_truth"], ", ".join(row["ibans"])) for row in rows),
    )


def run_show(arguments: argparse.Namespace) -> None:
    """Print one client."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.show_client import client_json

    row = client_json(client_by_key(arguments.key))
    if arguments.json:
        give([row])
        return
    for name, value in row.items():
        say(f"{name:22} {', '.join(value) if isinstance(value, list) else value}")


def run_agency(arguments: argparse.Namespace) -> None:
    """Add or change an agency."""
    from voldaan.records.message_facts import agency_sender
    from voldaan.usecases.choose_style import style_remarks
    from voldaan.usecases.register_client import AgencyDetails, add_agency

    details = AgencyDetails(
        **_given(arguments, AGENCY_TEXTS),
        text_set=arguments.text_set,
        registered_until=arguments.registered_until,
        house_style=arguments.style,
    )
    agency = add_agency(arguments.key, details=details, on=today(), at=now(), by=person())
    for remark in style_remarks(agency.house_style, agency_sender(agency)) if arguments.style else ():
        note(f"Let op: {remark}")
    say(f"{agency.key}: {agency.registered_name}")


def run_engagement(arguments: argparse.Namespace) -> None:
    """Start an engagement."""
    from voldaan.records.scope import agency_by_key, client_by_key
    from voldaan.usecases.choose_strategies import list_remarks
    from voldaan.usecases.register_client import EngagementTerms, start_engagement

    try:
        price = parse_euro(arguments.price)
    except ValueError as error:
        raise Refused(str(error)) from None
    client = client_by_key(arguments.client)
    terms = EngagementTerms(
        first_day=arguments.first_day,
        last_day=arguments.last_day,
        price_cents=price,
        every_message_is_charged=arguments.every_message,
        strategy=arguments.strategy,
        payment_truth=(arguments.payment_truth or client.payment_truth).upper(),
        pay_to=arguments.pay_to.upper(),
        asks_first=bool(arguments.asks_first),
        silence_goes=bool(_silence_goes(arguments)),
        answer_days=2 if arguments.answer_days is None else arguments.answer_days,
    )
    start_engagement(client, agency_by_key(arguments.agency), terms=terms, on=today(), at=now(), by=person())
    for remark in list_remarks(terms.strategy, by_agency=True):
        note(f"Let op: {remark}")
    say(f"{client.key}: vanaf {terms.first_day} voor {format_euro(price, 'nl')} per factuur, exclusief btw.")


def run_end(arguments: argparse.Namespace) -> None:
    """End the engagement that runs."""
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.register_client import end_engagement

    client = client_by_key(arguments.client)
    end_engagement(client, last_day=arguments.last_day, on=today(), at=now(), by=person())
    say(f"{client.key}: de opdracht eindigt op {arguments.last_day}.")


def _asks_first(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--asks-first",
        action=argparse.BooleanOptionalAction,
        help="ask the client before its debtors are reminded: see client-check",
    )
    parser.add_argument(
        "--silence", choices=("go", "hold"), help="what the client's silence then means (default: hold)"
    )
    parser.add_argument(
        "--answer-days", type=int, metavar="N", help="how many working days it has to answer (default: 2)"
    )


def _silence_goes(arguments: argparse.Namespace) -> bool | None:
    return None if arguments.silence is None else bool(arguments.silence == "go")


def _texts(parser: argparse.ArgumentParser, texts: tuple[tuple[str, str], ...]) -> None:
    for name, says in texts:
        parser.add_argument(f"--{name}", help=says)


def _given(arguments: argparse.Namespace, texts: tuple[tuple[str, str], ...]) -> dict[str, Any]:
    names = [name.replace("-", "_") for name, _ in texts]
    return {name: getattr(arguments, name) for name in names if getattr(arguments, name) is not None}
