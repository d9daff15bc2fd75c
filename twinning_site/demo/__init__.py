"""The demo: what a site about Oxford's links could say, in words and drawings of our own.

Plain data, one module a kind; `manage.py demo` loads it. Facts are from the council's public
page as it stood on 10 November 2015 and from what was public since.
"""

from pathlib import Path

PICTURES = Path(__file__).parent / "pictures"
