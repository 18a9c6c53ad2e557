/** Sets the bit of a row, the lowest of a byte first, as Arrow and Parquet have them. */
export function setBit(bits: Uint8Array, index: number): void {
  const byte = index >> 3;
  bits[byte] = (bits[byte] ?? 0) | (1 << (index & 7));
}
