"""Lab of the day unsupervised-learning: prints one line "check-id value" for each check with a number."""
from sklearn.datasets import load_wine

wine = load_wine(as_frame=True).frame
low = wine[wine["flavanoids"] < 1.4]["target"]
assert len(low) == 57 and (low == 1).sum() == 10 and (wine["target"] == 2).sum() == 48
print("low-flavanoids", (low == 2).sum())
rich = wine[wine["proline"] > 1000]["target"]
print("high-proline", len(rich))
assert (rich == 0).all() and (wine["target"] == 0).sum() == 43 + 16
assert round(wine["flavanoids"].corr(wine["total_phenols"]), 2) == 0.86
