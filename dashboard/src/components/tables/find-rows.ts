/** Rows whose words hold every word that is looked for, whatever its case and accents. */
export function findRows<Row>(
  rows: readonly Row[],
  wordsOf: (row: Row) => string,
  lookedFor: string,
): readonly Row[] {
  const words = plain(lookedFor)
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const text = plain(wordsOf(row));
    return words.every((word) => text.includes(word));
  });
}

const plain = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();
