"""Lab of the day review-models: prints one line "check-id value" for each check with a number."""
from sklearn.metrics import roc_auc_score

print(f"silhouette-from-means {(5 - 2) / 5:.2f}")
print(f"lift-of-two-hundred {20 / 50 / (40 / 200):.2f}")
print(f"auc-of-five {roc_auc_score([1, 1, 0, 0, 0], [0.8, 0.5, 0.6, 0.4, 0.2]):.2f}")
