"""Which reports may answer, and every refusal."""
