"""Events of the past, of every year, and around the day of loading.

Times are wall-clock times where the event takes place.
"""

from twinning_site.demo.events.coming import coming_events
from twinning_site.demo.events.past import PAST_EVENTS
from twinning_site.demo.events.traditions import traditions

__all__ = ["PAST_EVENTS", "coming_events", "traditions"]
