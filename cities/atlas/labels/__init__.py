"""Where names go beside their dots: text widths, possible positions and the choice among them."""
