"""The outbox, its deliveries, and the texts of letters."""
