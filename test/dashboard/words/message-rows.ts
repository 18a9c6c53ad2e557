import type { Message } from "../../../functions/releases/words/message.ts";

/** A message, and what it says in English and in Spanish, without the marks of English within it. */
export type MessageRow = readonly [message: Message, en: string, es: string];

/** An exact share. */
export const exactly = (share: number) => ({ low: share, high: share });

/** A range of a public release. */
export const between = (low: number, high: number) => ({ low, high });

export const GRADES = ["06", "07", "08", "09", "10", "11", "12"] as const;
export const MANDATE = "Effective Practice";
