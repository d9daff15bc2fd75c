from tests.demo.conftest import demo, loaded_demo, media  # noqa: F401 - fixtures
