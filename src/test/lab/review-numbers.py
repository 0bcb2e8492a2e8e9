"""Lab of the day review-numbers: prints one line "check-id value" for each check with a number."""
import numpy as np

faulty, good = 1000 / 40, 1000 - 1000 / 40
print(f"accused-part {100 * 0.8 * faulty / (0.8 * faulty + 0.1 * good):.1f}")
low, high = np.percentile([2, 4, 4, 5, 7, 8, 9, 11, 30], [25, 75])
print(f"middle-half {high - low:g}")
print(f"one-step {1 - 0.25 * 2 * (1 - 5):g}")

a, b = np.array([1, 2, 2]), np.array([2, 1, 2])
assert np.isclose(a @ b / np.linalg.norm(a) / np.linalg.norm(b), 8 / 9)
assert (np.array([[1, 2], [0, 1]]) @ np.array([3, 1])).tolist() == [5, 1]
assert round(1.96 * np.sqrt(0.6 * 0.4 / 100), 3) == 0.096
