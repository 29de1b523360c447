"""Fuzz one reader: `python -m tests.fuzz camt --minutes 10`.

Where `atheris` is installed, coverage guides it; it is not among the requirements of the project. Elsewhere the
mutations run by themselves. Every input that breaks an invariant is kept, made as small as it goes, once for each
place in which something broke; the run goes on. Nothing of it is written inside the repository.
"""

import argparse
import importlib.util
import resource
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from random import Random

SIZE_MAX = 64 * 1024
SECONDS_MAX = 5.0
MEMORY_MAX_KB = 300 * 1024
HANG_SECONDS = 120
SHRINK_TRIES = 2000
NAMES = "detect camt mt940 exports ubl cii pdf auditfile payouts lists mapping proposals archives".split()

Examine = Callable[[bytes], None]


class TooSlow(AssertionError):
    """One input took more than five seconds of the processor."""


class TooLarge(AssertionError):
    """One input took more than 300 MB."""


class Watch:
    """Examines input after input, and keeps the first that breaks in each place."""

    def __init__(self, examine: Examine, folder: Path) -> None:
        self.examine = examine
        self.folder = folder
        self.found: set[str] = set()
        self.count = 0

    def __call__(self, data: bytes) -> None:
        """Examine one input; keep it where something broke that was not seen before."""
        self.count += 1
        place = self.broken(data)
        if place is None or place in self.found:
            return
        self.found.add(place)
        smallest = data if place.startswith("Too") else self.smaller(data, place)
        name = sha256(place.encode()).hexdigest()[:8]
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / f"{name}.bin").write_bytes(smallest)
        (self.folder / f"{name}.txt").write_text(f"{place}\n\n{self.told(smallest)}", encoding="utf-8")
        print(f"found {name}: {place}", flush=True)

    def broken(self, data: bytes) -> str | None:
        """Return where and how an input breaks an invariant, None where all holds."""
        started, memory = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        try:
            self.examine(data)
            if time.process_time() - started > SECONDS_MAX:
                raise TooSlow(f"{time.process_time() - started:.1f} s for {len(data)} bytes")
            if resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory > MEMORY_MAX_KB:
                raise TooLarge(f"{len(data)} bytes")
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:  # noqa: BLE001  # a panic of a library in Rust is no Exception
            frames = [
                one for one in traceback.extract_tb(error.__traceback__) if "/atheris/" not in one.filename
            ]
            ours = [one for one in frames if "/voldaan/" in one.filename] or frames
            places = {f"{Path(one.filename).name}:{one.name}:{one.lineno}" for one in (ours[-1], frames[-1])}
            return f"{type(error).__name__} in {' and '.join(sorted(places))}"
        return None

    def told(self, data: bytes) -> str:
        """Return the traceback of an input."""
        try:
            self.examine(data)
        except BaseException:  # noqa: BLE001
            return traceback.format_exc()
        return "It does not break when read again."

    def smaller(self, data: bytes, place: str) -> bytes:
        """Return the input without the pieces that it can do without and still break in the same place."""
        size, tries = len(data) // 2, 0
        while size:
            at = 0
            while at < len(data) and tries < SHRINK_TRIES:
                shorter = data[:at] + data[at + size :]
                tries += 1
                if self.broken(shorter) == place:
                    data = shorter
                else:
                    at += size
            size //= 2
        return data


def main() -> int:
    """Fuzz one target for some minutes; exit code 1 where something was found."""
    arguments = _arguments()
    guided = importlib.util.find_spec("atheris") is not None
    folder: Path = arguments.folder / arguments.target
    if guided:
        import atheris

        with atheris.instrument_imports(
            include=["voldaan", "pypdf"] if arguments.target == "pdf" else ["voldaan"]
        ):
            from tests.fuzz import seeds, targets
    else:
        from tests.fuzz import seeds, targets
    watch = Watch(targets.TARGETS[arguments.target], folder / "found")
    inputs = seeds.own(arguments.target) + seeds.of_others(arguments.target)
    (_guided if guided else _unguided)(watch, inputs, folder, arguments)
    return int(bool(watch.found))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("target", choices=NAMES)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument(
        "--size", type=int, default=SIZE_MAX, help="no input has more bytes; smaller ones go faster"
    )
    parser.add_argument("--seed", type=int, default=0, help="0: another one each time")
    parser.add_argument(
        "--folder",
        type=Path,
        default=Path(tempfile.gettempdir()) / "voldaan-fuzz",
        help="where inputs and what is found are kept",
    )
    return parser.parse_args()


def _unguided(watch: Watch, inputs: list[bytes], _folder: Path, arguments: argparse.Namespace) -> None:
    """Mutate the inputs until the time is up."""
    from tests.fuzz.mutations import mutated

    chance = Random(arguments.seed or None)
    until = time.monotonic() + arguments.minutes * 60
    for data in inputs:
        watch(data)
    while time.monotonic() < until:
        watch(mutated(chance.choice(inputs), chance, arguments.size))
    print(f"{arguments.target}: {watch.count} inputs, {len(watch.found)} places found")


def _guided(watch: Watch, inputs: list[bytes], folder: Path, arguments: argparse.Namespace) -> None:
    """Let libFuzzer choose and mutate; half of its mutations are ours."""
    import atheris

    from tests.fuzz.mutations import mutated

    corpus = folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for data in inputs:
        (corpus / sha256(data).hexdigest()[:16]).write_bytes(data)

    def mutate(data: bytes, size_max: int, seed: int) -> bytes:
        chance = Random(seed)
        if chance.random() < 0.5:
            return bytes(atheris.Mutate(data, size_max))
        return mutated(data, chance, size_max)

    options = {
        "max_total_time": int(arguments.minutes * 60),
        "max_len": arguments.size,
        "timeout": HANG_SECONDS,
        "rss_limit_mb": 3000,
        "seed": arguments.seed,
        "artifact_prefix": f"{folder}/",
        "print_final_stats": 1,
        "verbosity": 1,
    }
    atheris.Setup(
        [sys.argv[0], *(f"-{name}={value}" for name, value in options.items()), str(corpus)],
        watch,
        custom_mutator=mutate,
    )
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main())
