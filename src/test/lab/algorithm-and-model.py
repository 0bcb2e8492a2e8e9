"""Lab of the day algorithm-and-model: prints one line "check-id value" for each check with a number."""
import numpy as np

x = np.arange(1, 11)
first = np.array([2.1, 3.9, 6.2, 8.1, 9.8, 12.2, 13.9, 16.1, 18.0, 19.9])
second = np.array([2.9, 6.1, 9.2, 11.8, 15.1, 18.0, 20.8, 24.2, 27.1, 29.9])


def fit(x, y, rate, steps):
    w = 0
    for _ in range(steps):
        w = w - rate * 2 * np.mean(x * (w * x - y))
    return w


print(f"second-parameter {fit(x, second, 0.01, 20):.4f}")
print(f"prediction-at-25 {25 * fit(x, first, 0.01, 20):.2f}")
assert round(fit(x, first, 0.01, 20), 4) == 2.0005
assert np.isclose(fit(x, first, 0.01, 20), x @ first / (x @ x))
assert abs(fit(x, first, 0.03, 20)) > 100
