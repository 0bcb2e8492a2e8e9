"""Lab of the day the-ml-lifecycle: prints one line "check-id value" for each check with a number."""
round_of_days = 3 + 5 + 2 + 4 + 14
assert round_of_days == 28
print("full-rounds", 182 // round_of_days)
