"""Put an SQLite without the WAL-reset bug in place of the system's, before anything imports it.

SQLite 3.7.0 to 3.51.2 can corrupt a WAL database that several processes write. Many systems still ship one
of those; the wheel `pysqlite3` brings its own. Where no wheel exists, `voldaan doctor` says what is in use.
"""

import importlib
import sys


def use_bundled_sqlite() -> None:
    """Replace the standard library's sqlite3 by pysqlite3 where that is installed."""
    try:
        bundled = importlib.import_module("pysqlite3")
    except ImportError:
        return
    sys.modules["sqlite3"] = bundled
    sys.modules["sqlite3.dbapi2"] = importlib.import_module("pysqlite3.dbapi2")
