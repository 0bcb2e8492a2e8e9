"""Lab of the day numpy-arrays: prints one line "check-id value" for each check with a number."""
import numpy as np

temps = np.random.default_rng(0).normal(15, 5, size=(7, 24)).round(1)
print("warmest-hour", temps.max())
assert tuple(np.unravel_index(temps.argmax(), temps.shape)) == (3, 7)
print("shape-of-hours", len(temps.mean(axis=0)))
assert temps.max(axis=1).shape == (7,)
try:
    temps - temps.mean(axis=1)
except ValueError:
    pass
else:
    raise AssertionError("the shapes must not fit")
assert np.allclose((temps - temps.mean(axis=1, keepdims=True)).mean(axis=1), 0)
assert (temps + np.ones((7, 1))).shape == (7, 24)
