"""Makes a misspelt variable in one of our templates a failure instead of an empty text."""

import sys
from pathlib import Path

from django.conf import settings
from django.template.base import FilterExpression, Node

# `{{ size|default:"small" }}` says that the variable may be missing.
FORGIVING = {"default", "default_if_none"}
OURS = Path(settings.BASE_DIR)
INSTALLED = OURS / ".venv"


class FailingOnUndefined(str):
    """Stands in for the engine's `string_if_invalid`, which Django asks for its truth exactly
    when a variable is undefined. Templates of other packages keep Django's leniency."""

    __slots__ = ()

    def __bool__(self):
        frame = sys._getframe(1)
        expression = frame.f_locals.get("self")
        if frame.f_code.co_name == "resolve" and isinstance(expression, FilterExpression):
            names = {function.__name__ for function, _ in expression.filters}
            template = self._template(frame)
            if template and not names & FORGIVING:
                raise AssertionError(f"{expression.token!r} is undefined in {template}")
        return False

    @staticmethod
    def _template(frame) -> str | None:
        """The file the expression was written in, if it is one of ours."""
        while frame:
            node = frame.f_locals.get("self")
            if isinstance(node, Node) and getattr(node, "origin", None):
                file = Path(node.origin.name)
                ours = file.is_relative_to(OURS) and not file.is_relative_to(INSTALLED)
                return str(file.relative_to(OURS)) if ours else None
            frame = frame.f_back
        return None
