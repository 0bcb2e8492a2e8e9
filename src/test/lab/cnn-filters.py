"""Lab of the day cnn-filters: prints one line "check-id value" for each check with a number."""
import numpy as np

L = np.zeros((7, 7), int)
L[1:6, 2] = 1
L[5, 2:5] = 1
edges = np.array([[-1, 0, 1]] * 3)


def slide(image, kernel):
    rows, columns = (a - b + 1 for a, b in zip(image.shape, kernel.shape))
    return np.array([[(image[i:i + 3, j:j + 3] * kernel).sum() for j in range(columns)] for i in range(rows)])


answer = slide(L, edges)
print(f"largest-answer {answer.max()}")
print(f"size-with-stride {(7 - 3) // 2 + 1}")
print(f"size-with-padding {(28 + 2 * 2 - 5) // 1 + 1}")
assert answer.size == 25 and answer.min() == -3 and answer[:, 0].tolist() == [2, 3, 3, 3, 2]
