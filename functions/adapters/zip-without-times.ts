/** January 1, 1980, midnight: the first instant that a zip can name. */
const FIRST_DATE = 0x0021;
const FIRST_TIME = 0;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_LENGTH = 22;

/**
 * A zip whose entries all have the first instant that a zip can name, so that equal content gives
 * equal bytes (APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16). Changes the bytes in place.
 * @param bytes a zip without a comment and without parts, as a workbook is
 * @throws when it has no directory at its end
 */
export function zipWithoutTimes(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.byteLength - END_LENGTH;
  if (end < 0 || view.getUint32(end, true) !== END_OF_DIRECTORY) {
    throw new Error("expected a zip that ends with its directory");
  }
  let entry = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(entry, true) !== DIRECTORY_ENTRY) {
      throw new Error("expected an entry of the directory of a zip");
    }
    setTime(view, entry + 12);
    setTime(view, view.getUint32(entry + 42, true) + 10);
    const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(entry + place, true));
    entry += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return bytes;
}

function setTime(view: DataView, place: number): void {
  view.setUint16(place, FIRST_TIME, true);
  view.setUint16(place + 2, FIRST_DATE, true);
}
