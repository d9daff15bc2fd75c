from events.admin.event import EventAdmin

__all__ = ["EventAdmin"]
