"""Lab of the day eigenvalues: prints one line "check-id value" for each check with a number."""
import numpy as np

A = np.array([[2, 1], [1, 2]])


def kept(number):
    angles = np.deg2rad(np.arange(number) * 360 / number)
    x, y = np.vstack([np.cos(angles), np.sin(angles)])
    new_x, new_y = A @ np.vstack([x, y])
    return int((abs(x * new_y - y * new_x) < 1e-9).sum())


print("kept-direction", kept(16))
assert kept(12) == 0
assert np.allclose(sorted(np.linalg.eig(A)[0]), [1, 3])
print(f"another-matrix {max(np.linalg.eig(np.array([[4, 1], [2, 3]]))[0]):.2f}")
v = np.array([1.0, 0.0])
for _ in range(20):
    v = A @ v
    v /= np.linalg.norm(v)
assert np.allclose(v, np.sqrt(0.5))
assert 3**5 == 243
