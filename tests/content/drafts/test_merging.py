"""A draft is joined with what has become public since it was saved."""

import json

from hypothesis import given
from hypothesis import strategies as st

from content.drafts.merging import merge

LANGUAGES = ["de", "en", "fr"]
texts = st.dictionaries(st.sampled_from(LANGUAGES), st.sampled_from("abc")).map(
    lambda found: json.dumps(found, sort_keys=True) if found else ""
)
fields = st.fixed_dictionaries(
    {"title": texts, "year": st.integers(0, 3), "themes": st.lists(st.integers(1, 4), unique=True)}
)
states = st.dictionaries(st.integers(1, 4), fields)


def rows(root, parts):
    return [
        {"model": "cities.city", "pk": 1, "fields": root},
        *({"model": "cities.milestone", "pk": pk, "fields": its} for pk, its in parts.items()),
    ]


def as_sets(merged):
    """The fields of rows, where the order of what is chosen does not count."""
    return {
        (row["model"], row["pk"]): {
            name: sorted(value) if isinstance(value, list) else value
            for name, value in row["fields"].items()
        }
        for row in merged
    }


@given(fields, states, fields, states)
def test_without_a_change_in_public_the_draft_is_what_it_was(root, parts, new, other):
    base, draft = rows(root, parts), rows(new, other)
    merged = merge(base, draft, base)
    assert as_sets(merged.rows) == as_sets(draft)
    assert merged.conflicts == []


@given(fields, states, fields, states)
def test_without_a_change_in_the_draft_it_is_what_is_public(root, parts, new, other):
    base, live = rows(root, parts), rows(new, other)
    merged = merge(base, base, live)
    assert as_sets(merged.rows) == as_sets(live)
    assert merged.conflicts == []


@given(fields, fields, fields)
def test_a_field_that_one_side_has_changed_is_never_lost(old, draft, live):
    merged = merge(rows(old, {}), rows(draft, {}), rows(live, {}))
    for name in ("title", "year"):
        sides = {json.dumps(side[name]) for side in (draft, live) if side[name] != old[name]}
        if len(sides) == 1:
            assert json.dumps(merged.rows[0]["fields"][name]) in sides
    if draft["year"] != live["year"] and old["year"] not in (draft["year"], live["year"]):
        assert ("cities.city", 1, "year") in merged.conflicts


def test_languages_are_joined_one_by_one():
    def title(**texts):
        return rows({"title": json.dumps(texts)}, {})

    merged = merge(
        title(de="Alt", en="Old"), title(de="Neu", en="Old"), title(de="Alt", en="New", fr="Neuf")
    )

    assert json.loads(merged.rows[0]["fields"]["title"]) == {"de": "Neu", "en": "New", "fr": "Neuf"}
    assert merged.conflicts == []


def test_part_that_is_gone_in_public_is_new_if_the_draft_has_changed_it():
    base = rows({}, {1: {"year": 1}, 2: {"year": 2}})
    merged = merge(base, rows({}, {1: {"year": 1}, 2: {"year": 9}}), rows({}, {}))
    assert [(row["pk"], row["fields"]) for row in merged.rows[1:]] == [(-1, {"year": 9})]
