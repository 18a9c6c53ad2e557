import { compress, encodingOf, isCompressible, type ContentEncoding } from "./content-encoding.ts";
import { keptBuffers } from "./kept-buffers.ts";

/** The content of an answer, before its encoding is chosen. */
export interface Content {
  readonly type: string;
  readonly size: number;
  /** Names the content of a file, so that it is compressed once; null for what is made for one request. */
  readonly identity: string | null;
  readonly read: () => Promise<Uint8Array>;
}

export interface Sent {
  readonly headers: { readonly [header: string]: string | number };
  readonly encoding: ContentEncoding | null;
  readonly bytes: Uint8Array;
}

/** The files of both sites and of some releases, compressed. */
const KEPT_BYTES = 64 * 1024 * 1024;
const kept = keptBuffers(KEPT_BYTES);

/**
 * The bytes that are sent and the headers that say how.
 * @param accepted the header `accept-encoding`
 */
export async function sentContent(content: Content, accepted: string | undefined): Promise<Sent> {
  const { type, size } = content;
  const encoding = sentEncoding(content, accepted);
  const bytes = encoding === null ? await content.read() : await compressed(content, encoding);
  return {
    headers: {
      "content-length": bytes.length,
      ...(isCompressible(type, size) && { vary: "Accept-Encoding" }),
      ...(encoding !== null && { "content-encoding": encoding }),
    },
    encoding,
    bytes,
  };
}

/** Null if the content is sent as it is. */
export const sentEncoding = (
  { type, size }: Pick<Content, "type" | "size">,
  accepted: string | undefined,
): ContentEncoding | null => (isCompressible(type, size) ? encodingOf(accepted) : null);

function compressed({ identity, read }: Content, encoding: ContentEncoding): Promise<Uint8Array> {
  const make = async () => compress(await read(), encoding);
  return identity === null ? make() : kept(`${encoding} ${identity}`, make);
}
