"""Can both be right? One answer for pairs, passages and arithmetic."""
