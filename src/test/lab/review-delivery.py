"""Lab of the day review-delivery: cold starts in a mean, and a gate in percentage points."""
print(f"mean-with-cold-starts {0.02 * 1800 + 0.98 * 40:.1f}")
print(f"points-lost {100 * (188 / 200 - 183 / 200):.1f}")
