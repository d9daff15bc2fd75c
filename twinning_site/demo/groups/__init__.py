"""The six voluntary groups. Contacts are roles; every address of theirs is at example.org."""

from twinning_site.demo.groups.bonn import BONN_LINK
from twinning_site.demo.groups.grenoble import GRENOBLE_ASSOCIATION
from twinning_site.demo.groups.international_links import INTERNATIONAL_LINKS
from twinning_site.demo.groups.leiden import LEIDEN_LINK
from twinning_site.demo.groups.leon import LEON_ASSOCIATION
from twinning_site.demo.groups.perm import PERM_ASSOCIATION

# The umbrella group first: the others belong to it.
GROUPS = [
    INTERNATIONAL_LINKS,
    BONN_LINK,
    GRENOBLE_ASSOCIATION,
    LEIDEN_LINK,
    LEON_ASSOCIATION,
    PERM_ASSOCIATION,
]
