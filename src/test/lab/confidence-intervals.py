"""Lab of the day confidence-intervals: prints one line "check-id value" for each check with a number."""
import numpy as np

# The waiting times that the day's first step makes.
waits = np.random.default_rng(7).exponential(scale=10, size=100)


def interval(sample):
    """The 95 % interval of a mean: mean plus and minus 1.96 standard errors."""
    mean = sample.mean()
    error = sample.std(ddof=1) / np.sqrt(len(sample))
    return mean - 1.96 * error, mean + 1.96 * error


low, high = interval(waits)
print(f"interval-width {high - low:.2f}")

# Four times as many right answers out of four times as many cases: only the width changes.
proportion = 0.9
half_width = 100 * 1.96 * np.sqrt(proportion * (1 - proportion) / 200)
print(f"accuracy-of-200 {half_width:.1f}")

# What the day says in passing: the bootstrap agrees, and about 95 % of the intervals hold the true mean of 10.
resampler = np.random.default_rng(8)
means = np.array([resampler.choice(waits, size=len(waits)).mean() for _ in range(5000)])
boot_low, boot_high = np.percentile(means, [2.5, 97.5])
assert abs(boot_low - low) < 0.2 and abs(boot_high - high) < 0.2, (boot_low, boot_high)

maker = np.random.default_rng(9)
hits = 0
for _ in range(1000):
    fresh_low, fresh_high = interval(maker.exponential(scale=10, size=50))
    hits += fresh_low <= 10 <= fresh_high
assert abs(hits - 945) <= 2, hits
