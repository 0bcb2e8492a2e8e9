"""Lab of the day reading-an-experiment: 1,000 A/A tests, looked at once and ten times."""
import numpy as np

rng = np.random.default_rng(10)
once = peeked = 0
for _ in range(1000):
    a = rng.binomial(500, 0.1, 10).cumsum()
    b = rng.binomial(500, 0.1, 10).cumsum()
    n = 500 * np.arange(1, 11)
    pa, pb = a / n, b / n
    error = np.sqrt(pa * (1 - pa) / n + pb * (1 - pb) / n)
    outside = np.abs(pb - pa) > 1.96 * error
    once += outside[-1]
    peeked += outside.any()
print(f"looked-once {once}")
print(f"looked-ten-times {peeked}")
p = 1 - 0.95**10
print(f"# best-of-ten {100 * p:.0f}")
# The interval of the memo: 0.6 points with a standard error of (1.5 + 0.3) / 2 / 1.96
error = (1.5 + 0.3) / 2 / 1.96
print("# z of the memo", 0.6 / error)
