"""One factory for each model. Numbers are padded, so that rows sort as they were made."""
