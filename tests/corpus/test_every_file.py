"""Every file of others, of whatever kind: read, or refused in sentences. Never anything else."""

from collections import Counter

from tests.corpus.corpora import content, every_file, needs_corpora
from voldaan.formats.as_json import as_json
from voldaan.formats.detect import SUPPORTED, format_of, read_file
from voldaan.formats.lists.mapping import parse_mapping
from voldaan.formats.values import OpenItemList, Refusal

pytestmark = needs_corpora

HIGHRADIUS = """
decimal = "."
dates = "dd-mm-yyyy"
delimiter = ","
currency = "USD"
round_to_cents = true
[columns]
number = "doc_id"
debtor_number = "cust_number"
debtor_name = "name_customer"
issue_date = "posting_date"
due_date = "due_in_date"
open = "converted_usd"
"""


def test_every_file_is_read_or_refused_in_sentences() -> None:
    counts: Counter[tuple[str, str]] = Counter()
    for path in every_file():
        data = path.read_bytes()
        assert format_of(data) in (None, *SUPPORTED)
        try:
            for reading in read_file(data, path.name):
                assert all(told["kind"] for told in as_json(reading))
            counts[format_of(data) or "list", "read"] += 1
        except Refusal as refusal:
            assert refusal.problems
            for problem in refusal.problems:
                assert problem.what.strip(), path
                assert problem.why.strip(), path
                assert problem.how_to_fix.strip(), path
            counts[format_of(data) or "other", "refused"] += 1
    print(
        "\n".join(
            ["\nEvery file", *(f"  {count:5d}  {kind} {end}" for (kind, end), count in counts.most_common())]
        )
    )
    assert counts.total() > 1700


def test_a_foreign_open_item_list_is_read_with_its_mapping() -> None:
    data = content("openitems/highradius/open_invoices_raw.csv")
    (found,) = read_file(data, "open_invoices_raw.csv", mapping=parse_mapping(HIGHRADIUS))
    assert isinstance(found, OpenItemList)
    assert len(found.items) == 9681
    assert all(item.due_date and item.open_cents > 0 for item in found.items)
