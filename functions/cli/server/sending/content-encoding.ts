import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

export type ContentEncoding = "br" | "gzip";

/** A smaller answer fits in one packet anyway. */
const SMALLEST = 1024;
/** Parquet files and pictures are compressed already. */
const COMPRESSIBLE =
  /^(text\/|application\/(json|javascript|vnd\.apache\.arrow\.(file|stream))|image\/svg\+xml)/;

/** Whether an answer of this type and size is worth compressing. */
export const isCompressible = (type: string, size: number): boolean =>
  size >= SMALLEST && COMPRESSIBLE.test(type);

/**
 * The encoding that a browser prefers among those available, Brotli if it likes two equally; null
 * if it accepts none.
 * Source: RFC 9110, section 12.5.3
 * @param accepted the header `accept-encoding`
 */
export function encodingOf(accepted: string | undefined): ContentEncoding | null {
  const weights = new Map(
    (accepted ?? "").split(",").map((each) => {
      const [name = "", ...parameters] = each.split(";").map((part) => part.trim().toLowerCase());
      const weight = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
      return [name, weight === undefined ? 1 : Number(weight) || 0] as const;
    }),
  );
  const weightOf = (name: ContentEncoding): number => weights.get(name) ?? weights.get("*") ?? 0;
  const best = weightOf("gzip") > weightOf("br") ? "gzip" : "br";
  return weightOf(best) > 0 ? best : null;
}

/**
 * Off the main thread, at a quality that takes about 30 ms per megabyte: the last percent is not
 * worth a wait.
 */
export const compress = (bytes: Uint8Array, encoding: ContentEncoding): Promise<Buffer> =>
  encoding === "gzip"
    ? gzipped(bytes)
    : brotlied(bytes, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: 5,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        },
      });

const gzipped = promisify(gzip);
const brotlied = promisify(brotliCompress);
