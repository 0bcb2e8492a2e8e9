"""Lab of the day what-mlops-is-for: prints one line "check-id value" for each check with a number."""
print(f"chain-of-five {100 * 0.98 ** 5:.1f}")

# The text: ten parts at 99 % work together on 90 % of the days.
assert round(100 * 0.99**10) == 90
