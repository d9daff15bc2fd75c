"""Rights, lists and forms of what is published."""
