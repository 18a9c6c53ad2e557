/** Chunks of which the first is so long that it shows how the file begins; shorter only where the file is. */
export function withBeginning(
  length: number,
  to: { begin(bytes: Uint8Array): void; push(bytes: Uint8Array): void },
): { push(bytes: Uint8Array): void; end(): void } {
  let first: Uint8Array | null = new Uint8Array(0);
  const begin = (bytes: Uint8Array): void => {
    first = null;
    to.begin(bytes.subarray(0, length));
    to.push(bytes);
  };
  return {
    push(bytes) {
      if (first === null) to.push(bytes);
      else if (first.length + bytes.length < length) first = new Uint8Array([...first, ...bytes]);
      else if (first.length === 0) begin(bytes);
      else {
        const missing = length - first.length;
        begin(new Uint8Array([...first, ...bytes.subarray(0, missing)]));
        to.push(bytes.subarray(missing));
      }
    },
    end() {
      if (first !== null) begin(first);
    },
  };
}
