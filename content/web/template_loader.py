"""Templates without the indentation of their lines."""

import re

from django.template import Origin
from django.template.loaders import filesystem

INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)


class UnindentedLoader(filesystem.Loader):
    """Load HTML templates without the spaces that their lines begin with.

    They are for those who read the template; on a page they were a tenth of its bytes. Lines stay
    lines, so that errors name the right one. No template may need them: texts that span lines are
    `{% blocktranslate trimmed %}`, and nothing is written inside `<pre>` or `<textarea>`.
    """

    def get_contents(self, origin: Origin) -> str:
        """Return the source of a template."""
        contents = super().get_contents(origin)
        return INDENTATION.sub("", contents) if origin.name.endswith(".html") else contents
