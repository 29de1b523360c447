"""The law: what it makes of an amount or a day. No book is needed and nothing is kept."""

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from voldaan.domain.law.contract_interest import AgreedRate
from voldaan.domain.law.rates import MissingRate
from voldaan.domain.wording.finding import Finding
from voldaan.interfaces.cli import law_options
from voldaan.interfaces.cli.answer import Refused, give, say, table
from voldaan.interfaces.cli.arguments import Add, Run, with_json
from voldaan.interfaces.cli.clock import today
from voldaan.usecases.calculate.allocation import calculate_allocation, calculate_split
from voldaan.usecases.calculate.calculation import RIGHT, Calculation, as_json, shown
from voldaan.usecases.calculate.contact import calculate_contact
from voldaan.usecases.calculate.costs import calculate_costs
from voldaan.usecases.calculate.interest import calculate_interest
from voldaan.usecases.calculate.limitation import calculate_limitation
from voldaan.usecases.calculate.notice import calculate_notice
from voldaan.usecases.calculate.rates import list_rates
from voldaan.usecases.calculate.terms import calculate_terms

Options = Callable[[argparse.ArgumentParser], None]
Ask = Callable[[argparse.Namespace], Calculation]


def register(add: Add) -> None:
    """Add `law` with a command for each rule."""
    under = add(
        "law", says="what the law makes of an amount or a day; needs no book", needs_book=False
    ).add_subparsers(metavar="WHAT", required=True)
    for name, (says, ask, options) in _COMMANDS.items():
        parser = add(name, says=says, needs_book=False, under=under)
        options(parser)
        with_json(parser)
        parser.set_defaults(run=_run(ask))
    guard = add("guard", says="what the guard finds in the text of a message", needs_book=False, under=under)
    law_options.guard(guard)
    with_json(guard)
    guard.set_defaults(run=run_guard)


def run_guard(arguments: argparse.Namespace) -> int:
    """Print what the guard finds in a text; exit code 1 where that is anything."""
    from voldaan.domain.wording.facts import MessageFacts
    from voldaan.domain.wording.guard import check

    try:
        facts = MessageFacts.from_json(json.loads(_text(arguments.facts)))
    except (ValueError, RecursionError) as error:
        raise Refused(f"{arguments.facts} holds no facts of a message. {str(error).rstrip('.')}.") from None
    findings = check(facts, _text(arguments.text))
    if arguments.json:
        give([_finding(finding) for finding in findings] or [{"kind": "guard", "passes": True}])
        return int(bool(findings))
    for finding in findings:
        say(f"{finding.rule} ({finding.basis}): {finding.sentence_nl}")
    say(f"{len(findings)} bevindingen." if findings else "De tekst mag weg: geen bevindingen.")
    return int(bool(findings))


def ask_interest(arguments: argparse.Namespace) -> Calculation:
    """Return the interest that was asked."""
    agreed = None
    if arguments.rate is not None:
        agreed = AgreedRate(percent=arguments.rate, per=arguments.per.upper(), day_count=arguments.day_count)
    if arguments.public_body and arguments.kind != "commercial":
        raise Refused("Een overheid is handelsrente verschuldigd: kies --kind commercial bij --public-body.")
    return calculate_interest(
        "PUBLIC_BODY" if arguments.public_body else arguments.kind.upper(),
        arguments.principal,
        until=arguments.until,
        due_date=arguments.due,
        first_day=arguments.first_day,
        day_count=arguments.day_count,
        payments=arguments.payment,
        agreed=agreed,
        capacity=_code(arguments.capacity) if arguments.capacity else None,
    )


def ask_costs(arguments: argparse.Namespace) -> Calculation:
    """Return the collection costs that were asked."""
    return calculate_costs(arguments.principal, vat_percent=arguments.vat, paid_cents=arguments.paid)


def ask_notice(arguments: argparse.Namespace) -> Calculation:
    """Return the term of a notice."""
    return calculate_notice(
        arguments.sent,
        by=arguments.by.upper(),
        delivery_days=arguments.delivery_days,
        principals_cents=arguments.principal,
        vat_percent=arguments.vat,
        creditor=arguments.creditor,
        additional=arguments.holiday,
    )


def ask_contact(arguments: argparse.Namespace) -> Calculation:
    """Return whether contact is allowed."""
    return calculate_contact(arguments.at, additional=arguments.holiday)


def ask_allocation(arguments: argparse.Namespace) -> Calculation:
    """Return which debts a payment pays, or how it pays one."""
    if arguments.debt and arguments.principal is None:
        return calculate_allocation(
            arguments.payment, arguments.debt, designated=arguments.designated, on=arguments.on or today()
        )
    if arguments.principal is not None and not arguments.debt:
        return calculate_split(
            arguments.payment,
            costs_cents=arguments.costs,
            interest_cents=arguments.interest,
            principal_cents=arguments.principal,
        )
    raise Refused(
        "Geef elke schuld met --debt, of van één schuld de hoofdsom met --principal (en --costs en --interest)."
    )


def ask_limitation(arguments: argparse.Namespace) -> Calculation:
    """Return from when a claim is time-barred."""
    return calculate_limitation(
        _code(arguments.kind), arguments.due, interruptions=arguments.interrupted, on=arguments.on
    )


def ask_terms(arguments: argparse.Namespace) -> Calculation:
    """Return until when an invoice may be paid."""
    return calculate_terms(
        _code(arguments.buyer),
        arguments.issued,
        agreed_days=arguments.agreed,
        agreed_on=arguments.agreed_on,
        longer_is_express={"yes": True, "no": False}.get(arguments.express),
        large_buys_from_small=arguments.large_buyer,
        invoice_received_on=arguments.received,
        performance_received_on=arguments.performed,
        accepted_on=arguments.accepted,
    )


def ask_rates(arguments: argparse.Namespace) -> Calculation:
    """Return the table of rates."""
    return list_rates(arguments.kind.upper())


def _run(ask: Ask) -> Run:
    """Return what a command runs: the calculation, printed for a program or for a person."""

    def run(arguments: argparse.Namespace) -> None:
        try:
            calculation = ask(arguments)
        except MissingRate as missing:
            raise Refused(missing.sentence("nl")) from None
        except ValueError as error:
            raise Refused(str(error)) from None
        if arguments.json:
            give([as_json(calculation)])
        else:
            _show(calculation)

    return run


def _show(calculation: Calculation) -> None:
    """Print a calculation for people: the answer, its figures and table, the articles, what is not confirmed."""
    say(calculation.answer.nl)
    width = max((len(figure.name.nl) for figure in calculation.figures), default=0)
    for figure in calculation.figures:
        say(f"  {figure.name.nl:{width}}  {shown(figure.value, figure.kind, 'nl')}")
    if calculation.rows:
        columns = calculation.columns
        table(
            tuple(column.name.nl for column in columns),
            [
                tuple(shown(value, column.kind, "nl") for value, column in zip(row, columns, strict=True))
                for row in calculation.rows
            ],
            right=tuple(number for number, column in enumerate(columns) if column.kind in RIGHT),
        )
    for text in calculation.texts:
        say(f"  “{text.nl}”")
    if calculation.caution:
        say(calculation.caution.nl)
    if calculation.citations:
        say(f"Volgens {'; '.join(dict.fromkeys(source.label for source in calculation.citations))}.")
    for source in calculation.not_confirmed:
        say(f"Niet bevestigd, {source.label}: {source.doubt('nl')}")


def _code(word: str) -> Any:
    """Return the code of a word that argparse let through."""
    return word.replace("-", "_").upper()


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "kind": "finding",
        "rule": finding.rule,
        "basis": finding.basis,
        "found": finding.found,
        "mend": finding.mend,
        "sentence_nl": finding.sentence_nl,
        "link": finding.citation.link if finding.citation else None,
    }


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise Refused(f"{path} cannot be read: {error.strerror}.") from None
    except ValueError:
        raise Refused(f"{path} is not UTF-8 text; save it as UTF-8.") from None


_COMMANDS: dict[str, tuple[str, Ask, Options]] = {
    "interest": ("interest over a claim, segment by segment", ask_interest, law_options.interest),
    "costs": ("what collection may cost", ask_costs, law_options.costs),
    "notice": ("the term of a fourteen-day notice, its amounts and words", ask_notice, law_options.notice),
    "contact": ("whether an agency may approach a natural person", ask_contact, law_options.contact),
    "allocate": ("which debts a payment pays, or what first of one", ask_allocation, law_options.allocate),
    "limitation": ("until when a claim can be brought", ask_limitation, law_options.limitation),
    "terms": ("until when an invoice may be paid", ask_terms, law_options.terms),
    "rates": ("the table of interest rates, with its sources", ask_rates, law_options.rates),
}
