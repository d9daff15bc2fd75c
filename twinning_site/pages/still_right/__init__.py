"""“Is this still right?”: groups are asked twice a year about their page, and answer by a link."""
