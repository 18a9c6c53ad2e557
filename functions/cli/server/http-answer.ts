/** An answer of the console, before it is written out. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: { readonly [header: string]: string };
  readonly body: string | Uint8Array;
  /** The identity of a file of the site; absent if the answer is made for one request. */
  readonly identity?: string;
}

export const inWords = (
  status: number,
  words: string,
  headers: HttpAnswer["headers"] = {},
): HttpAnswer => ({
  status,
  headers: { "content-type": "text/plain; charset=utf-8", ...headers },
  body: `${words}\n`,
});

export const notAllowed = (allow: string): HttpAnswer =>
  inWords(405, "this cannot be done here", { allow });
