/**
 * Keeps results that take long to make, up to a number of bytes: the one that was last asked for
 * the longest ago is dropped first. Two requests at the same time wait for the same result, and one
 * that failed is made again.
 */
export function keptBuffers(mostBytes: number) {
  const kept = new Map<string, { readonly made: Promise<Uint8Array>; bytes: number }>();
  let bytes = 0;
  const drop = (key: string): void => {
    bytes -= kept.get(key)?.bytes ?? 0;
    kept.delete(key);
  };
  return (key: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> => {
    const buffer = kept.get(key);
    if (buffer !== undefined) {
      // The order of a Map is that of its insertions.
      kept.delete(key);
      kept.set(key, buffer);
      return buffer.made;
    }
    const entry = { made: make(), bytes: 0 };
    kept.set(key, entry);
    entry.made.then(
      ({ length }) => {
        if (kept.get(key) !== entry) return;
        entry.bytes = length;
        bytes += length;
        for (const oldest of kept.keys()) {
          if (bytes <= mostBytes) break;
          drop(oldest);
        }
      },
      () => drop(key),
    );
    return entry.made;
  };
}
