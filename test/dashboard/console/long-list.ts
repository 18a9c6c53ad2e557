import { LIST, VINCENT } from "./answers.ts";
import type { Asked } from "./stub-console.ts";

/** Answers a list of as many students in pages, as `ilp-after` asks for them. Their keys are `key-0`, `key-1` and so on. */
export const longList =
  (all: number, page = 100) =>
  ({ headers }: Asked) => {
    const from = Number(headers["ilp-after"] ?? 0);
    const until = Math.min(from + page, all);
    const students = Array.from({ length: until - from }, (_, at) => ({
      ...VINCENT,
      key: `key-${from + at}`,
      givenName: `Vincent ${from + at}`,
    }));
    const next = until < all ? String(until) : null;
    return { value: { ...LIST, counted: all, named: all, students, next } };
  };
