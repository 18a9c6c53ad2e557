import { isArrowFile } from "./arrow-rows.ts";

/**
 * The content type of a table in a file; null for any other file. Editions made before there was
 * Parquet have Arrow streams.
 */
export function tableContentType(path: string, bytes: Uint8Array): string | null {
  if (path.endsWith(".csv")) return "text/csv; charset=utf-8";
  if (path.endsWith(".parquet")) return "application/vnd.apache.parquet";
  if (!path.endsWith(".arrow")) return null;
  return `application/vnd.apache.arrow.${isArrowFile(bytes) ? "file" : "stream"}`;
}
