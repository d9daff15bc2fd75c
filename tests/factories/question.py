import factory

from tests.factories.application import ApplicationFactory
from volunteers.models import Answer, Question


class QuestionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Question

    label = factory.Sequence(lambda n: f"Question {n:04}?")
    shown_from = "2026-01-01"
    position = factory.Sequence(lambda n: n)


class AnswerFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Answer

    application = factory.SubFactory(ApplicationFactory)
    question = factory.SubFactory(QuestionFactory)
    label = factory.SelfAttribute("question.label")
    kind = factory.SelfAttribute("question.kind")
    position = 0
    text = "Since 2010"
