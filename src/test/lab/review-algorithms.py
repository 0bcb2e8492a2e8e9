"""Lab of the day review-algorithms: prints one line "check-id value" for each check with a number."""
import numpy as np

print(f"rmse-of-four {np.sqrt(np.mean(np.square([2, -1, 4, -3]))):.2f}")
print(f"gini-of-three {1 - sum((np.array([6, 3, 1]) / 10) ** 2):.2f}")
assert np.mean(np.abs([2, -1, 4, -3])) == 2.5
