"""Components as HTML, made once for each version of the site."""

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from content.models.remembering.remembered import remembered


@remembered
def remembered_html(template_name: str, **values: object) -> SafeString:
    """Return the HTML of a component that shows public rows and depends on its `values` alone.

    The values have to be hashable: rows, texts, numbers. The clock is none of them: what is on
    now, or has been taken down, the caller has to say by a value.
    """
    return render_to_string(template_name, values)
