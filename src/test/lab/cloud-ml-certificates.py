"""Lab of the day cloud-ml-certificates: confidence weighted by the domains of an exam."""
weights, confidence = [0.30, 0.25, 0.25, 0.20], [0.9, 0.5, 0.8, 0.6]
print(f"weighted-confidence {100 * sum(w * c for w, c in zip(weights, confidence)):.1f}")
print("# gain per domain", [round(100 * w * (1 - c), 1) for w, c in zip(weights, confidence)])
