"""Lab of the day model-versions: prints one line "check-id value" for each check with a number."""
print("answers-to-find", 25 * 60)
assert 12 * 40 == 480
