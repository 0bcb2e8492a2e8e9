"""Lab of the day kafka-streams: prints one line "check-id value" for each check with a number."""
import zlib
from collections import Counter, defaultdict


class Log:
    """A topic of two partitions in memory, with an offset for each group and partition."""

    def __init__(self, partitions=2):
        self.partitions = [[] for _ in range(partitions)]
        self.offsets = defaultdict(int)

    def append(self, key, event):
        self.partitions[zlib.crc32(key.encode()) % len(self.partitions)].append(event)

    def read(self, group, partition):
        new = self.partitions[partition][self.offsets[group, partition]:]
        self.offsets[group, partition] += len(new)
        return new


log, seen = Log(), Counter()
for event in range(100):
    log.append(f"zone {event % 12}", event)
    if event < 40 or event > 70:  # group B sleeps in between
        seen["B"] += len(log.read("B", 0) + log.read("B", 1))
    seen["A"] += len(log.read("A", 0) + log.read("A", 1))
assert seen["A"] == 100
print("seen-by-group-b", seen["B"])
print("idle-readers", 6 - 4)
