"""Lab of the day review-learning-from-data: prints one line "check-id value" for each check with a number."""
precision, recall = 18 / (18 + 12), 18 / (18 + 6)
print(f"f1-of-review {2 * precision * recall / (precision + recall):.3f}")
assert precision == 0.6 and recall == 0.75
print(f"lazy-model {100 - 2.5}")
