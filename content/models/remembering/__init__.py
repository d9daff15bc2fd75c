"""What processes remember of public rows, for one version of the site."""
