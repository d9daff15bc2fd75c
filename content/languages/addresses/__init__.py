"""Addresses in the language of their page: `/staedte/bonn/` for `/cities/bonn/` (ADR 31).

In lists of addresses, `translated("cities/<slug:slug>/")` stands for a route. Without
TRANSLATE_ADDRESSES its words are as they are written there; whichever form an address has been
given out in, it leads to today's.
"""
