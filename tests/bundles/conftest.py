from tests.demo.conftest import demo, loaded_demo, media, quick_pictures

__all__ = ["demo", "loaded_demo", "media", "quick_pictures"]
