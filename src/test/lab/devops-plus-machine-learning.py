"""Lab of the day devops-plus-machine-learning: prints one line "check-id value" for each check with a number."""
print(f"ten-at-once {100 * (1 - 0.95 ** 10):.1f}")

# The text: with twenty changes all are sound in 36 % of the cases.
assert round(100 * 0.95**20) == 36
