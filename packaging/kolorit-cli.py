"""The bundle's command line."""

import sys

from engine.cli.__main__ import main

sys.exit(main())
