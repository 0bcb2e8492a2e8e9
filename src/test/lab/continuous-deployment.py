"""Lab of the day continuous-deployment: minutes from merge to answer, and how many of them are waiting."""
stages = {"check": 4, "train": 6, "gate": 1, "image": 3, "smoke": 1, "approval": 60, "rollout": 5}
print("minutes-to-answer", sum(stages.values()))
print(f"share-of-waiting {100 * stages['approval'] / sum(stages.values()):.0f}")
