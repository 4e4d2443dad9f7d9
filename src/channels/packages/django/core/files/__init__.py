"""Files that were uploaded, in memory."""
