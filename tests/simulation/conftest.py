"""A world has the whole book for itself, and a postman who lies."""

import pytest
from django.conf import settings


@pytest.fixture(autouse=True)
def _postman(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "VOLDAAN_CHANNELS", "tests.simulation.postman.channels")
