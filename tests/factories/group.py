import factory

from links.models import LinkGroup
from tests.factories.publishing import PublishableFactory


class LinkGroupFactory(PublishableFactory):
    class Meta:
        model = LinkGroup
        skip_postgeneration_save = True

    name = factory.Sequence(lambda n: f"Group {n:04}")
    slug = factory.Sequence(lambda n: f"group-{n:04}")
    summary = factory.LazyAttribute(lambda group: f"What {group.name} does.")

    @factory.post_generation
    def cities(self, create, extracted):
        if extracted:
            self.cities.set(extracted)

    @factory.post_generation
    def themes(self, create, extracted):
        if extracted:
            self.themes.set(extracted)

    @factory.post_generation
    def documents(self, create, extracted):
        if extracted:
            self.documents.set(extracted)
