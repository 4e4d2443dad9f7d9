"""Applications that come with Django."""
