"""The search of the site: from what officers write to a page of results.

Writing: `indexing` keeps a `SearchEntry` (`models`) of each row in each language. `sources` names
what is searched, `entries` follows what is saved, `themes` what rows share, and `renewal` makes all
anew when the words themselves are indexed otherwise.

Reading: `views` asks `find` for what is meant, and `results` marks the words in it. `find` asks
`query`, which ranks what the index has together with what has no row (`unstored`: the `site_pages`,
themes and the office). While there is little, it goes on with what `words` knows: parts of
compounds, and what was probably meant.

How words are indexed and looked up in SQLite and PostgreSQL is in `content.search`.
"""
