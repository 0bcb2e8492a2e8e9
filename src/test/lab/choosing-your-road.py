"""Lab of the day choosing-your-road: prints one line "check-id value" for each check with a number."""
needed = [2, 1, 2, 2, 3, 3, 2]
yours = [3, 1, 0, 1, 3, 2, 2]
gaps = [max(0, need - have) for need, have in zip(needed, yours)]
assert gaps == [0, 0, 2, 1, 0, 1, 0]
print("sum-of-gaps", sum(gaps))

# The mistake that the reason names.
assert sum(needed) - sum(yours) == 3
