/** Decodes what is valid UTF-8, marks and all; null where it is not. */
export function strictUtf8(): (bytes: Uint8Array) => string | null {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  return (bytes) => {
    try {
      return decoder.decode(bytes);
    } catch {
      // The decoder's refusal is the answer we asked for.
      return null;
    }
  };
}
