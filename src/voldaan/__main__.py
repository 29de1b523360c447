"""`python -m voldaan` is the command `voldaan`."""

import sys

from voldaan.config.entry import main

sys.exit(main())
