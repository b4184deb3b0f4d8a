"""Everything a rule may look at, worked out once."""
