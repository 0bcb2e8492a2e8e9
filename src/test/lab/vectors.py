"""Lab of the day vectors: prints one line "check-id value" for each check with a number."""
import numpy as np

ada, bo, cleo = np.array([8, 3, 2, 6]), np.array([4, 1, 1, 3]), np.array([7, 4, 3, 1])


def cosine(a, b):
    return a @ b / (np.linalg.norm(a) * np.linalg.norm(b))


print(f"ada-and-bo {np.linalg.norm(ada - bo):.2f}")
print(f"cosine-of-ada-and-bo {cosine(ada, bo):.3f}")
assert round(np.linalg.norm(ada - cleo), 2) == 5.29 and round(cosine(ada, cleo), 3) == 0.869
assert ada @ bo == 55 and np.isclose(cosine(2 * ada, bo), cosine(ada, bo))
assert np.isclose(cosine(np.array([3, 4]), np.array([4, 3])), 0.96)
