"""The bundle's application."""

import sys

from desktop.__main__ import main

sys.exit(main())
