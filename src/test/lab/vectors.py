"""Lab of the day vectors: prints one line "check-id value" for each check with a number."""
import numpy as np

ada, bo, cleo = np.array([8, 3, 2, 6]), np.array([4, 1, 1, 3]), np.array([7, 4, 3, 1])


def cosine(a, b):
    return a @ b / (np.linalg.norm(a) * np.linalg.norm(b))


print(f"bo-and-cleo {np.linalg.norm(bo - cleo):.2f}")
print(f"cosine-of-bo-and-cleo {cosine(bo, cleo):.3f}")
assert round(np.linalg.norm(ada - bo), 2) == 5.48 and round(cosine(ada, bo), 3) == 0.996
assert round(np.linalg.norm(ada - cleo), 2) == 5.29 and round(cosine(ada, cleo), 3) == 0.869
assert ada @ bo == 55 and np.isclose(cosine(2 * ada, bo), cosine(ada, bo))
assert np.isclose(cosine(np.array([3, 4]), np.array([4, 3])), 0.96)
