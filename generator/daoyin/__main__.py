"""`python -m daoyin` is `daoyin`."""

import sys

from daoyin.cli import main

sys.exit(main())
