"""The issues on the council's page of 2015, in words of our own, and the council's latest one.

The titles and dates are real; what the old issues say is made from the facts on this site.
"""

from twinning_site.demo.newsletters.bonn import BONN_ISSUES
from twinning_site.demo.newsletters.council import latest_issue
from twinning_site.demo.newsletters.grenoble import GRENOBLE_ISSUES
from twinning_site.demo.newsletters.perm import PERM_ISSUES

OLD_ISSUES = [*BONN_ISSUES, *GRENOBLE_ISSUES, *PERM_ISSUES]

__all__ = ["OLD_ISSUES", "latest_issue"]
