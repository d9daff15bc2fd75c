"""Countries in the order that readers of the active language expect."""

from collections.abc import Iterator

from django_countries import Countries, CountryTuple

from content.text.sorting import sorted_by_name


class SortedCountries(Countries):
    """All countries, sorted by their name in the active language."""

    def __iter__(self) -> Iterator[CountryTuple]:
        return iter(sorted_by_name(super().__iter__()))
