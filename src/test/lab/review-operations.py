"""Lab of the day review-operations: an index of three bins and what is left of an error budget."""
import numpy as np

p, q = np.array([0.5, 0.3, 0.2]), np.array([0.3, 0.3, 0.4])
print(f"index-of-three-bins {((p - q) * np.log(p / q)).sum():.3f}")
print(f"budget-left {400_000 * 0.005 - 1_500:.0f}")
