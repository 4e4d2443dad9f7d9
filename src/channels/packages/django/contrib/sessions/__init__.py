"""What a site remembers of a visitor between requests."""
