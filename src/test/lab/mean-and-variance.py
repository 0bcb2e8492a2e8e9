"""Lab of the day mean-and-variance: prints one line "check-id value" for each check with a number."""
import numpy as np

regular = [9, 10, 11, 10, 9, 11, 10, 10, 12, 8, 10, 11, 9, 10, 10, 11, 9, 10, 10, 10]
wild = [2, 1, 25, 3, 18, 1, 2, 30, 4, 20, 1, 3, 22, 2, 1, 28, 5, 2, 26, 4]
assert len(regular) == len(wild) == 20 and np.mean(regular) == np.mean(wild) == 10
assert np.mean(regular[:5]) == np.mean(wild[:5]) == 9.8
print(f"wild-variance {np.var(wild):.1f}")
assert round(np.var(wild, ddof=1), 1) == 120.4
assert round(np.std(wild), 2) == 10.70 and round(np.std(wild, ddof=1), 2) == 10.97
print(f"median-after {np.median(wild + [180]):g}")
assert np.median(wild) == 3.5 and round(np.mean(wild + [180]), 1) == 18.1
assert round(np.std([8, 10, 12]), 2) == 1.63 and np.std([8, 10, 12], ddof=1) == 2

rng = np.random.default_rng(34)
population = rng.exponential(10, 100_000)
ranges = []
for size in (5, 50, 500):
    means = [rng.choice(population, size).mean() for _ in range(10)]
    ranges.append(max(means) - min(means))
assert ranges[0] > ranges[1] > ranges[2], ranges
