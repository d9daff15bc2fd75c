import factory

from content.models import StagedUpload


class StagedUploadFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = StagedUpload

    storage = "default"
    stored_name = factory.Sequence(lambda n: f"pictures/{n:04}.jpg")
    original_name = "bridge.jpg"
    size = 1000
    facts = factory.Dict({"width": 40, "height": 30})
