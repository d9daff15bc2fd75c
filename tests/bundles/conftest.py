from tests.demo.conftest import demo, loaded_demo, media

__all__ = ["demo", "loaded_demo", "media"]
