"""Lab of the day data-engineering-vocabulary: prints one line "check-id value" for each check with a number."""
print("fleet-events", 25 * 86_400 // 10)
assert 86_400 // 5 == 17_280 and 40 * 17_280 == 691_200
