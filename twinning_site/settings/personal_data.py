"""How long personal data is kept, and how many messages the site passes on."""

from twinning_site.settings.environment import env

# Days until an application in a state is erased, and until it counts as overdue
VOLUNTEER_KEEP_DAYS = {
    "new": 365,
    "contacted": 365,
    "passed": 365,
    "active": 730,
    "withdrawn": 30,
    "declined": 180,
} | env.dict("VOLUNTEER_KEEP_DAYS", {"value": int}, {})
VOLUNTEER_OVERDUE_DAYS = {"new": 10, "contacted": 21, "passed": 10} | env.dict(
    "VOLUNTEER_OVERDUE_DAYS", {"value": int}, {}
)
ENQUIRY_KEEP_DAYS = env.int("ENQUIRY_KEEP_DAYS", 180)
FEEDBACK_KEEP_DAYS = env.int("FEEDBACK_KEEP_DAYS", 365)
BIN_DAYS = env.int("BIN_DAYS", 30)
VERSION_KEEP_DAYS = env.int("VERSION_KEEP_DAYS", 730)
AUDIT_KEEP_DAYS = env.int("AUDIT_KEEP_DAYS", 365)
MAIL_KEEP_DAYS = env.int("MAIL_KEEP_DAYS", 30)
# Against spam: how many messages a day are passed on from one e-mail address and from one
# network (a whole school may be one), and the fewest seconds in which a person can fill in a form
MESSAGES_PER_ADDRESS = env.int("MESSAGES_PER_ADDRESS", 5)
MESSAGES_PER_NETWORK = env.int("MESSAGES_PER_NETWORK", 300)
MESSAGE_MIN_SECONDS = env.float("MESSAGE_MIN_SECONDS", 3)
