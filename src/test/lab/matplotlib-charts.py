"""Lab of the day matplotlib-charts: prints one line "check-id value" for each check with a number."""
import numpy as np
from sklearn.datasets import load_wine

wine = load_wine(as_frame=True).frame
means = wine.groupby("target")["proline"].mean()
assert means.round(1).tolist() == [1115.7, 519.5, 629.9]
print(f"exaggeration {(means[0] - 500) / (means[2] - 500):.2f}")
assert round(means[0] / means[2], 2) == 1.77
counts, edges = np.histogram(wine["proline"], bins=10)
print("fullest-bin", counts.max())
assert counts.argmax() == 2 and edges[2:4].round().tolist() == [558, 699]
assert np.histogram(wine["proline"], bins=20)[0].max() < 41
