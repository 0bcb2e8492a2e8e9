"""Lab of the day grafana-dashboards: error budget and the minute at which the alert fires."""
ratios = [1, 2, 7, 8, 3, 6, 9, 11, 10, 4, 2]  # per cent, one reading each 30 seconds
since, fired = None, None
for i, ratio in enumerate(ratios):
    since = (i if since is None else since) if ratio > 5 else None
    if since is not None and (i - since) * 30 >= 90 and fired is None:
        fired = i
print("fires-at", 30 * fired)
print(f"error-budget {1_200_000 * 0.005:.0f}")
print(f"# minutes of 99.9 % in 30 days {30 * 24 * 60 * 0.001:.1f}")
