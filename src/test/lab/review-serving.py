"""Lab of the day review-serving: capacity with one of five copies missing."""
print(f"capacity-in-rollout {(5 - 1) * 1000 / 40:.0f}")
