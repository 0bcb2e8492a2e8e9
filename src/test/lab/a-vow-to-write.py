"""Lab of the day a-vow-to-write: prints one line "check-id value" for each check with a number."""
print(f"words-of-the-log {5 * 26 * 120}")

# The text: 180 entries of 100 words; the reason: every day of 26 weeks comes to about 22,000.
assert 180 * 100 == 18_000
assert round(7 * 26 * 120, -3) == 22_000
