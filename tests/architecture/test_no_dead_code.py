"""What the apps define is used by the apps: tests and the style guide keep nothing alive."""

import ast
import importlib
import inspect
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from django.apps import AppConfig
from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.syndication.views import Feed
from django.db.models.expressions import BaseExpression
from django.forms import BaseForm
from django.utils.deprecation import MiddlewareMixin

ROOT = Path(settings.BASE_DIR)
APPS = ["content", "cities", "links", "events", "volunteers", "twinning_site"]
PYTHON = [
    path
    for app in APPS
    for path in sorted((ROOT / app).rglob("*.py"))
    if "migrations" not in path.parts
]
# What names a thing outside Python
OTHER_SOURCES = [
    ROOT / name for name in ("templates", ".ci", "Makefile", "gunicorn.conf.py", "pyproject.toml")
]
# A string that names something, not a sentence: a column, a path of Python, a template
NAME = re.compile(r"[\w.:/-]+")
WORD = re.compile(r"[A-Za-z_]\w+")
# Decorators that give a thing to Django
REGISTERED = {"admin.register", "receiver"}
# Module-level names that Django, modelsearch and gunicorn look for
CONVENTIONS = {
    "Command",
    "SearchBackend",
    "app_name",
    "application",
    "handler400",
    "handler500",
    "urlpatterns",
}
# Modules of which Django reads every name
READ_AS_A_WHOLE = ("twinning_site.settings", "content.formats.en.formats")
# Methods that a framework asks for though its class has none of the name
HOOKS = {
    BaseForm: r"clean_\w+",
    BaseExpression: r"as_(sqlite|postgresql)",
    Feed: r"(item|feed)_\w+|author_\w+|title|link|description|subtitle",
    MiddlewareMixin: "process_view",
    Sitemap: r"lastmod|changefreq|priority",
}
DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def is_style_guide(path: Path) -> bool:
    """Return whether it shows what there is to those who build pages: no user of its own."""
    return "styleguide" in str(path.relative_to(ROOT))


def families(owner: type) -> Iterator[type]:
    """Yield a class and those that inherit from it: a mixin meets its framework only there."""
    yield owner
    for child in owner.__subclasses__():
        yield from families(child)


def replaces_a_method_of_others(owner: type, name: str) -> bool:
    """Return whether a class that is not ours has the method: who calls that one calls ours."""
    return any(
        name in vars(base)
        for family in families(owner)
        for base in family.__mro__
        if base.__module__.split(".")[0] not in APPS
    )


def is_called_by_convention(owner: type | None, name: str, node: ast.stmt, value: object) -> bool:
    """Return whether a framework finds it by itself: see CONVENTIONS."""
    decorators = {
        ast.unparse(line.func if isinstance(line, ast.Call) else line)
        for line in getattr(node, "decorator_list", [])
    }
    if owner is None:
        return (
            not decorators.isdisjoint(REGISTERED)
            or name in CONVENTIONS
            or (inspect.isclass(value) and issubclass(value, AppConfig))
        )
    return replaces_a_method_of_others(owner, name) or any(
        issubclass(owner, base) and re.fullmatch(names, name) for base, names in HOOKS.items()
    )


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@cache
def imported(path: Path) -> ModuleType:
    """Import a module; not at once, for one is made for SQLite and cannot be imported elsewhere."""
    return importlib.import_module(module_name(path))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


def definitions(path: Path) -> Iterator[tuple[str, type | None, ast.stmt]]:
    """Yield name, class around it, and node of each public function, class, method, constant."""
    module = imported(path)

    def walk(body: list[ast.stmt], owner: type | None) -> Iterator:
        for node in body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name[0] != "_":
                yield node.name, owner, node
            if isinstance(node, ast.ClassDef) and inspect.isclass(
                inner := vars(owner or module).get(node.name)
            ):
                yield from walk(node.body, inner)
            if owner is None and isinstance(node, ast.Assign):
                for target in node.targets:
                    if isinstance(target, ast.Name) and target.id[0] != "_":
                        yield target.id, owner, node

    yield from walk(tree(path).body, None)


def names_in(node: ast.AST) -> Counter[str]:
    """Count the names that code mentions; also within strings, but not in docstrings."""
    docstrings = {
        id(holder.body[0].value)
        for holder in ast.walk(node)
        if isinstance(holder, DOCUMENTED) and ast.get_docstring(holder, clean=False) is not None
    }
    found = Counter()
    for part in ast.walk(node):
        if isinstance(part, ast.Name):
            found[part.id] += 1
        elif isinstance(part, ast.Attribute):
            found[part.attr] += 1
        elif isinstance(part, ast.keyword) and part.arg:
            found[part.arg] += 1
        elif (
            isinstance(part, ast.Constant)
            and isinstance(part.value, str)
            and id(part) not in docstrings
            and NAME.fullmatch(part.value)
        ):
            found.update(set(WORD.findall(part.value)))
    return found


@pytest.fixture(scope="module")
def mentions() -> Counter[str]:
    """How often the apps mention each name. An import is no use, nor is the style guide."""
    found = Counter()
    for path in PYTHON:
        if not is_style_guide(path):
            found += names_in(tree(path))
    for file in [file for source in OTHER_SOURCES for file in [source, *source.rglob("*")]]:
        is_ours = file.is_file() and "node_modules" not in file.parts
        if is_ours and not is_style_guide(file):
            found.update(set(WORD.findall(file.read_text(errors="ignore"))))
    return found


def test_everything_public_is_used(mentions):
    assert len(PYTHON) > 100
    # A class knows only those of its children that have been imported.
    for path in PYTHON:
        imported(path)
    unused = [
        f"{module_name(path)}: {owner.__name__}.{name}" if owner else f"{module_name(path)}: {name}"
        for path in PYTHON
        if not is_style_guide(path) and not module_name(path).startswith(READ_AS_A_WHOLE)
        for name, owner, node in definitions(path)
        if mentions[name] <= names_in(node)[name]
        and not is_called_by_convention(owner, name, node, vars(imported(path)).get(name))
    ]

    assert not unused
