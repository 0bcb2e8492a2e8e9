"""Lab of the day cloud-platforms: one need priced by the day's own list."""
storage, container, requests, gpu = 20 * 0.02, 730 * 0.016, 0.1 * 0.40, 52 / 12 * 2.50
print("#", storage, container, requests, gpu)
print(f"monthly-price {storage + container + requests + gpu:.2f}")
print(f"egress-bill {400 * 0.09:.0f}")
