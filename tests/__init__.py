"""The tests mirror the apps; see CONTRIBUTING.md for how to run them."""
