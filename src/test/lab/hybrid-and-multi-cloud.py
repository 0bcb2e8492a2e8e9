"""Lab of the day hybrid-and-multi-cloud: bytes, seconds and money at each border."""
print(f"upload-minutes {30 * 8000 / 200 / 60:.0f}")
print(f"egress-month {30 * (2 * 0.2 + 2 * 0.05) * 0.09:.2f}")
print(f"# rows instead of model: {30 * 30 * 0.09:.0f}")
