"""Reading a folder: its files, its rows, and all that is wrong with them."""
