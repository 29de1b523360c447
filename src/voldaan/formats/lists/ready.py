"""Ready mappings: how the lists of known packages are read, each with the public source of its titles."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import takewhile

from voldaan.formats.lists.mapping import Mapping, parse_mapping

_SOURCE = "source: "


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyMapping:
    """A ready mapping as it stands in its file."""

    mapping: Mapping
    text: str
    """The file itself, as TOML."""

    @property
    def package(self) -> str:
        """Return the package whose list it reads: its name before the colon."""
        return self.mapping.name.partition(":")[0]

    @property
    def source(self) -> str:
        """Return where its titles were found, in English: the remark in which the file begins."""
        remark = takewhile(lambda line: line.startswith("#"), self.text.splitlines())
        return " ".join(line.lstrip("# ") for line in remark).removeprefix(_SOURCE)


@cache
def ready_mappings() -> tuple[ReadyMapping, ...]:
    """Return the ready mappings with their sources, in the order of their file names."""
    folder = files("voldaan.formats.lists").joinpath("packages")
    texts = sorted(
        (one.name, one.read_text("utf-8")) for one in folder.iterdir() if one.name.endswith(".toml")
    )
    return tuple(ReadyMapping(mapping=parse_mapping(text), text=text) for _, text in texts)


@cache
def mappings() -> tuple[Mapping, ...]:
    """Return the ready mappings alone."""
    return tuple(one.mapping for one in ready_mappings())
