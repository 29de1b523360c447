"""What the client said when it was asked whether invoices may be reminded ("klopt dit nog?")."""

from datetime import date

from voldaan.domain.strategy.facts import ClientAnswer
from voldaan.records.models import Client
from voldaan.records.raw import day_of_row, of, rows_from


def client_answers(client: Client, on: date, account_id: int | None) -> dict[int, ClientAnswer]:
    """Return the latest answer about each open invoice.

    An answer serves one message, so it is over once that was sent and did not come back. Where the client said
    something else than GO, a payment or a hold stands in the book; when that is over, the client is asked anew. So it
    is about what was settled when the rest of the list had its answer, and is open again: nobody spoke of that.
    """
    where, own = of(client, account_id, table="i.")
    rows = rows_from(
        "SELECT x.invoice_id, x.stage, c.answer_by, x.answer, c.answered_at IS NOT NULL, c.silence_goes, "
        "EXISTS (SELECT 1 FROM records_reminded r JOIN records_message m ON m.id = r.message_id "
        "WHERE r.invoice_id = x.invoice_id AND r.stage = x.stage AND m.state = 'SENT' AND r.\"on\" >= c.made_on) "
        "FROM records_clientcheckitem x JOIN records_clientcheck c ON c.id = x.client_check_id "
        f"JOIN records_invoice i ON i.id = x.invoice_id WHERE {where} AND i.open_cents > 0 AND c.made_on <= %s "
        "ORDER BY x.id",
        [*own, on],
    )
    latest = {number: said for number, *said in rows}
    return {
        number: ClientAnswer(
            stage,
            day_of_row(answer_by),
            "GO" if answer else "NOTHING",
            silence_holds=not silence_goes,
        )
        for number, (stage, answer_by, answer, came_back, silence_goes, was_sent) in latest.items()
        if (answer == "GO" or not (answer or came_back)) and not was_sent
    }
