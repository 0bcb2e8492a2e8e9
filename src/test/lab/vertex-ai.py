"""Lab of the day vertex-ai: what an 80/20 split looks like in fifty requests."""
import numpy as np

spread = 1.96 * np.sqrt(50 * 0.2 * 0.8)
print(f"half-width {spread:.1f}")
counts = np.random.default_rng(20).binomial(50, 0.2, 1000)
print("# between 5 and 15", np.mean((counts >= 5) & (counts <= 15)), counts.min(), counts.max())
