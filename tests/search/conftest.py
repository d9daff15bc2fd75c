from tests.demo.conftest import demo, loaded_demo, media, quick_pictures  # noqa: F401 - fixtures
