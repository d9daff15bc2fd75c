"""The pictures of a map: the main picture, the insets of crowded parts and what is in each."""
