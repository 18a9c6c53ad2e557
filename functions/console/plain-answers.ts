import type { ConsoleAnswer } from "./answers.ts";

/** A value for a page. */
export const json = (value: unknown): ConsoleAnswer => ({
  status: 200,
  type: "application/json; charset=utf-8",
  body: JSON.stringify(value),
  fileName: null,
});

/** Bytes or text for a page, or under a name for a reader to keep. */
export const file = (
  type: string,
  body: string | Uint8Array,
  fileName: string | null = null,
): ConsoleAnswer => ({ status: 200, type, body, fileName });

/** A refusal in words that a page shows as they are. */
export const words = (
  status: Exclude<ConsoleAnswer["status"], 200>,
  text: string,
): ConsoleAnswer => ({
  status,
  type: "text/plain; charset=utf-8",
  body: `${text}\n`,
  fileName: null,
});
