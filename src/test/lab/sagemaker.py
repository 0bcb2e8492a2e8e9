"""Lab of the day sagemaker: what a training job and an idle endpoint cost at the day's prices."""
print(f"# training {0.24 * 18 / 60:.3f}")
print(f"idle-endpoint {0.12 * 24 * 30:.2f}")
