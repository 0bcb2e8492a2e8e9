"""Lab of the day distributions: prints one line "check-id value" for each check with a number."""
import numpy as np
from sklearn.datasets import load_wine

rng = np.random.default_rng(35)
uniform, normal, exponential = rng.uniform(0, 20, 5000), rng.normal(10, 3, 5000), rng.exponential(10, 5000)


def iqr(values):
    low, high = np.percentile(values, [25, 75])
    return high - low


print(f"exponential-iqr {iqr(exponential):.2f}")
assert np.percentile(exponential, [25, 75]).round(2).tolist() == [2.93, 14.03]
assert round(10 * np.log(3), 2) == 10.99
print(f"iqr-by-hand {iqr([2, 3, 5, 8, 9, 11, 14, 15, 300]):g}")
assert iqr([3, 5, 6, 7, 8, 9, 10, 12, 40]) == iqr([3, 5, 6, 7, 8, 9, 10, 12, 400]) == 4
inside = abs(normal - normal.mean()) < 2 * normal.std()
assert abs(inside.mean() - 0.95) < 0.01
proline = load_wine(as_frame=True).frame["proline"]
assert round(proline.mean()) == 747 and round(proline.median() + 0.01) == 674
