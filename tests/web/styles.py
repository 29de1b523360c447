"""A house style for the tests of the desk."""

from tests.builders import ten_o_clock
from tests.web.book import DAY
from voldaan.usecases.change_style import save_style

MOLEN = 'name = "De Molen"\naccent = "#7a2e1d"\ntypeface = "Source Serif 4"\nfooter = ["Elke dag vers"]\n'


def a_house_style(key: str = "molen", text: str = MOLEN) -> str:
    """Keep a house style, unless it stands so already, and return its key."""
    save_style(key, text, note="Nieuw.", on=DAY, at=ten_o_clock(DAY), by="test")
    return key
