"""The demo: a site about Oxford's links, with texts and drawings of our own.

Each module holds the data of one kind of row; `manage.py demo` loads it. Facts are from the
council's public page as it stood on 10 November 2015 and from what was public since.
"""

from pathlib import Path

PICTURES = Path(__file__).parent / "pictures"
