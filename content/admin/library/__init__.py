"""Forms and lists of what is in the library: documents, pictures, and how files arrive."""
