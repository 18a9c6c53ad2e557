import { parquetMetadata, parquetReadObjects } from "hyparquet";

export type ParquetRow = { readonly [column: string]: string | number | boolean | null };

/** The rows of a Parquet file, days as ISO days. */
export async function parquetRows(bytes: Uint8Array): Promise<readonly ParquetRow[]> {
  const rows = await parquetReadObjects({ file: bufferOf(bytes) });
  return rows.map(
    (row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]: [string, unknown]) => [
          name,
          value instanceof Date ? value.toISOString().slice(0, 10) : value,
        ]),
      ) as ParquetRow,
  );
}

/** Each column with its type and whether it must have a value: `n INT32 OPTIONAL`. */
export const parquetColumns = (bytes: Uint8Array): readonly string[] =>
  parquetMetadata(bufferOf(bytes))
    .schema.slice(1)
    .map(({ name, type, converted_type, repetition_type }) =>
      [name, type, converted_type, repetition_type].filter((part) => part !== undefined).join(" "),
    );

const bufferOf = ({ buffer, byteOffset, byteLength }: Uint8Array): ArrayBuffer =>
  buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer;
