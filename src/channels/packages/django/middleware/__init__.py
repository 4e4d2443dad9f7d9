"""What Django does to every request and response."""
