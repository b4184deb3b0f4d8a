"""Options → one call; nothing else."""
