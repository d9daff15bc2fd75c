"""Forms with texts in several languages, and what officers are told of them."""
