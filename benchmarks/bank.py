"""Reading bank files: a CAMT.053 beside a bare parse of the same bytes, an MT940 beside the mt-940 library.

Each figure is of its own process, so that the peak memory is of that reading alone; the rounds take turns, and the
median counts. The library is measured where it is installed (`pip install mt-940`).
"""

import importlib
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from lxml import etree

from voldaan.formats.bank import camt, mt940
from voldaan.formats.source import Source

SMALL = 10_000
STATEMENT_ENTRIES = 1000
"""How many movements a bank puts in one MT940 statement of a busy account."""


def run(*, entries: int, rounds: int) -> Iterator[str]:
    """Yield the figures: time beside the floor in the same rounds, and memory beside a file of a tenth."""
    with tempfile.TemporaryDirectory(prefix="voldaan-bench-") as folder:
        for kind, make, floor, target in (
            ("camt", write_camt, "iterparse", "1.50"),
            ("mt940", write_mt940, "library", "1.00"),
        ):
            large, small = Path(folder) / f"{kind}-large", Path(folder) / f"{kind}-small"
            make(large, entries)
            make(small, SMALL)
            yield from _figures(kind, floor, target, large, small, entries=entries, rounds=rounds)


def _figures(
    kind: str, floor: str, target: str, large: Path, small: Path, *, entries: int, rounds: int
) -> Iterator[str]:
    """Yield the lines of one kind of file."""
    seconds: dict[str, list[float]] = {}
    memory: dict[str, float] = {}
    floors = [name for name in FLOORS if name.startswith(kind)]
    for _ in range(rounds):
        for what in (*floors, f"{kind}-read"):
            found = _child(what, large)
            if found is None:
                continue
            seconds.setdefault(what, []).append(found[0])
            memory[what] = max(memory.get(what, 0.0), found[1])
    medians = {what: sorted(times)[len(times) // 2] for what, times in seconds.items()}
    base = medians.get(f"{kind}-{floor}")
    for what, median in medians.items():
        ratio = f"{median / base:.2f}" if base else "-"
        aim = f" (target {target})" if what == f"{kind}-read" else ""
        yield f"{what}-{entries} {median:.2f} s {ratio}{aim}"
    if base is None:
        yield f"{kind}-{floor} - s - (not installed: pip install mt-940)"
    yield f"{kind}-read-rate-{entries} {entries / medians[f'{kind}-read']:.0f} entries/s -"
    few = _child(f"{kind}-read", small)
    assert few is not None
    large_memory = memory[f"{kind}-read"]
    yield f"{kind}-read-memory-{SMALL} {few[1]:.0f} MB 1.00"
    yield f"{kind}-read-memory-{entries} {large_memory:.0f} MB {large_memory / few[1]:.2f} (target 1.50: flat)"


def _child(what: str, path: Path) -> tuple[float, float] | None:
    """Return seconds and megabytes of one reading in a process of its own, None where its library is missing."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.bank", what, str(path)], check=True, capture_output=True, text=True
    )
    first, second = done.stdout.split()
    return None if first == "missing" else (float(first), float(second))


def write_camt(path: Path, entries: int) -> None:
    """Write one CAMT.053 statement of this many payments that adds up."""
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">'
        "<BkToCstmrStmt><GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-11-03T06:00:00</CreDtTm></GrpHdr><Stmt><Id>S1</Id>"
        "<ElctrncSeqNb>306</ElctrncSeqNb><Acct><Id><IBAN>NL91ABNA0417164300</IBAN></Id><Ccy>EUR</Ccy></Acct>"
    )
    with path.open("w", encoding="utf-8") as file:
        file.write(head + _camt_balance("OPBD", 0) + _camt_balance("CLBD", sum(map(_cents, range(entries)))))
        for number in range(entries):
            file.write(_camt_entry(number))
        file.write("</Stmt></BkToCstmrStmt></Document>")


def _cents(number: int) -> int:
    return 1000 + number * 37 % 90_000


def _camt_balance(code: str, cents: int) -> str:
    return (
        f'<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">{cents / 100:.2f}</Amt>'
        "<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-02</Dt></Dt></Bal>\n"
    )


def _camt_entry(number: int) -> str:
    amount = f'<Amt Ccy="EUR">{_cents(number) / 100:.2f}</Amt><CdtDbtInd>CRDT</CdtDbtInd>'
    reference = f"<AcctSvcrRef>REF{number:012d}</AcctSvcrRef>"
    return (
        f"<Ntry><NtryRef>{number}</NtryRef>{amount}<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-11-02</Dt></BookgDt>"
        f"<ValDt><Dt>2026-11-02</Dt></ValDt>{reference}<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd>"
        "<SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls><TxDtls>"
        f"<Refs>{reference}<EndToEndId>E2E-{number}</EndToEndId></Refs>{amount}<RltdPties>"
        f"<Dbtr><Pty><Nm>{'Korst &amp; Kruim' if number % 10 == 0 else 'Bakkerij'} {number % 5000}</Nm></Pty></Dbtr>"
        f"<DbtrAcct><Id><IBAN>NL20INGB0001234567</IBAN></Id></DbtrAcct><Cdtr><Pty><Nm>De Linde</Nm></Pty></Cdtr>"
        "</RltdPties><RltdAgts><DbtrAgt><FinInstnId><BICFI>INGBNL2A</BICFI></FinInstnId></DbtrAgt></RltdAgts>"
        f"<RmtInf><Ustrd>Factuur 2026-{number:06d} met dank</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>\n"
    )


def write_mt940(path: Path, entries: int) -> None:
    """Write this many payments as MT940 statements that add up and follow each other."""
    balance = 0
    with path.open("w", encoding="ascii", newline="") as file:
        for first in range(0, entries, STATEMENT_ENTRIES):
            lines = [
                f":20:P{first:09d}",
                ":25:NL91ABNA0417164300EUR",
                f":28C:{first // STATEMENT_ENTRIES + 1:05d}",
                f":60F:C261101EUR{_comma(balance)}",
            ]
            for number in range(first, min(first + STATEMENT_ENTRIES, entries)):
                balance += _cents(number)
                lines.append(f":61:2611021102C{_comma(_cents(number))}NTRFEREF//{number:014d}")
                words = (
                    f":86:/EREF/E2E{number:09d}//CNTP/NL20INGB0001234567/INGBNL2A/Bakkerij Korst en Kruim "
                    f"{number % 5000}/UTRECHT//REMI/USTD//Factuur 2026-{number:06d} met dank/"
                )
                lines += [words[start : start + 65] for start in range(0, len(words), 65)]
            lines += [f":62F:C261102EUR{_comma(balance)}", "-"]
            file.write("\r\n".join([*lines, ""]))


def _comma(cents: int) -> str:
    return f"{cents // 100},{cents % 100:02d}"


def _bare_iterparse(path: Path) -> None:
    """Parse the file with lxml's own stream, and look at nothing."""
    for _, element in etree.iterparse(str(path)):
        element.clear()


def _bare_entries(path: Path) -> None:
    """Parse the file and stop only at the entries, without looking into them: less than any reader can do."""
    for _, element in etree.iterparse(str(path), tag="{*}Ntry"):
        element.clear()


def _library(path: Path) -> None:
    """Read the file with the mt-940 library, statement by statement, as it wants them."""
    library = importlib.import_module("mt940")
    for statement in path.read_text(encoding="ascii").split("\n-\r\n"):
        if statement.strip():
            library.parse(statement)


def _camt(path: Path) -> None:
    assert all(statement.balanced for statement in camt.read(Source.of_path(path)))


def _mt940(path: Path) -> None:
    assert all(statement.balanced for statement in mt940.read(Source.of_path(path)))


FLOORS: dict[str, Callable[[Path], None]] = {
    "camt-iterparse": _bare_iterparse,
    "camt-iterparse-entries-only": _bare_entries,
    "mt940-library": _library,
}
READS: dict[str, Callable[[Path], None]] = {"camt-read": _camt, "mt940-read": _mt940}


def _measure(what: str, path: Path) -> None:
    """Print the seconds of the processor and the peak megabytes of one reading."""
    start = time.process_time()
    try:
        (FLOORS | READS)[what](path)
    except ModuleNotFoundError:
        print("missing 0")
        return
    print(
        f"{time.process_time() - start:.3f} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.1f}"
    )


if __name__ == "__main__":
    _measure(sys.argv[1], Path(sys.argv[2]))
