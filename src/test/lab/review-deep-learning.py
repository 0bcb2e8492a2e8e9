"""Lab of the day review-deep-learning: prints one line "check-id value" for each check with a number."""
import numpy as np

print("dense-count", 50 * 20 + 20)
values = np.exp([3, 1, 1])
print(f"softmax-first {(values / values.sum())[0]:.3f}")
assert 30 * 12 + 12 == 372 and 8 * (3 * 3 * 3 + 1) == 224
assert round(0.25**6, 5) == 0.00024
