"""The vectors of the law, of which the QR code has some."""

from tests.domain.conftest import pytest_generate_tests

__all__ = ["pytest_generate_tests"]
