"""Lab of the day azure-ml: the price of a cluster that never shrinks to nothing."""
print(f"idle-node {0.50 * (24 * 30 - 20):.0f}")
