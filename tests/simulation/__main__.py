"""Live one seed in a book of its own and say what came of it: `python -m tests.simulation SEED [DAYS [CREDITOR]]`.

With `VOLDAAN_DATABASE_URL` the book lies on PostgreSQL; it must be an empty one.
"""

import json
import os
import sys
import tempfile
from pathlib import Path


def main(seed: int, days: int, only: str) -> int:
    """Live a seed, print one JSON line, and return 1 where a property did not hold."""
    with tempfile.TemporaryDirectory(prefix="voldaan-world-") as home:
        os.environ |= {"VOLDAAN_HOME": home, "VOLDAAN_SECRET_KEY": "only-for-tests"}
        os.environ["DJANGO_SETTINGS_MODULE"] = "voldaan.config.settings"
        import django

        django.setup()
        from django.conf import settings
        from django.core.management import call_command

        from tests.simulation.life import live
        from tests.simulation.told import decisions_of, digest_of

        settings.VOLDAAN_CHANNELS = "tests.simulation.postman.channels"
        call_command("migrate", verbosity=0)
        world = live(seed, days=days, folder=Path(home), only=only)
        decided = list(decisions_of(office.client for office in world.offices))
        told = {
            "seed": seed,
            "breaches": world.breaches,
            "counts": world.counts,
            "decisions": digest_of(decided),
        }
        print(json.dumps(told))
    return 1 if world.breaches else 0


if __name__ == "__main__":
    seed, days, only = [*sys.argv[1:], *("1", "75", "")[len(sys.argv) - 1 :]]
    sys.exit(main(int(seed), int(days), only))
