"""Lab of the day matrices: prints one line "check-id value" for each check with a number."""
import numpy as np

mirror = np.array([[-1, 0], [0, 1]])
turn = np.array([[0, -1], [1, 0]])
tip = np.array([2, 4])
print("turned-then-mirrored", (mirror @ turn @ [3, 1])[0])
assert (mirror @ turn @ [3, 1]).tolist() == [1, 3] and (turn @ mirror @ [3, 1]).tolist() == [-1, -3]
assert (turn @ tip).tolist() == [-4, 2]
assert (mirror @ turn @ tip).tolist() == [4, 2] and (turn @ mirror @ tip).tolist() == [-4, -2]
assert not (mirror * turn).any()
print("entries-of-a-product", (np.ones((3, 2)) @ np.ones((2, 5))).size)
try:
    np.ones((3, 2)) @ np.ones((3, 2))
except ValueError:
    pass
else:
    raise AssertionError("the shapes must not fit")
