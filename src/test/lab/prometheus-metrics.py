"""Lab of the day prometheus-metrics: a percentile from cumulative buckets, a rate, and a count of series."""


def quantile(buckets, q):
    """Linear within the bucket that holds the wanted rank, as Prometheus does it."""
    rank, low, below = q * buckets[-1][1], 0.0, 0
    for edge, count in buckets:
        if count >= rank:
            return low + (edge - low) * (rank - below) / (count - below)
        low, below = edge, count


buckets = [(0.010, 120), (0.025, 300), (0.050, 460), (0.100, 490), (float("inf"), 500)]
print(f"percentile-from-buckets {1000 * quantile(buckets, 0.95):.0f}")
print(f"# median {1000 * quantile(buckets, 0.5):.1f}")
print("series-of-the-service", 3 * 2 + 2 * (5 + 2) + 1)
assert (1500 - 1200) / 60 == 5
