"""Lab of the day deployment-strategies: one table in a batch, and one peak online."""
print(f"minutes-of-batch {1_200_000 / 2_000 / 60:.0f}")
print(f"copies-at-peak {900 * 0.030:.0f}")
