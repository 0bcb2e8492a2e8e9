"""Lab of the day devops-fundamentals: lead time, and how much of it is work."""
work, wait = 40 + 15 + 25 + 10, 18 * 60 + 5 * 60 + 2 * 60 + 30
print(f"lead-time-hours {(work + wait) / 60:.0f}")
print(f"share-of-work {100 * work / (work + wait):.1f}")
