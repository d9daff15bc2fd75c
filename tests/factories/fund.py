import factory

from links.models import Fund
from tests.factories.publishing import PublishableFactory


class FundFactory(PublishableFactory):
    """Open all year round unless a deadline is given."""

    class Meta:
        model = Fund
        skip_postgeneration_save = True

    name = factory.Sequence(lambda n: f"Fund {n:04}")
    slug = factory.Sequence(lambda n: f"fund-{n:04}")
    summary = factory.LazyAttribute(lambda fund: f"What {fund.name} is for.")
    given_by = "The council"
    deadline = None
    is_all_year = factory.LazyAttribute(lambda fund: fund.deadline is None)

    @factory.post_generation
    def cities(self, create, extracted):
        if extracted:
            self.cities.set(extracted)

    @factory.post_generation
    def groups(self, create, extracted):
        if extracted:
            self.groups.set(extracted)

    @factory.post_generation
    def documents(self, create, extracted):
        if extracted:
            self.documents.set(extracted)
