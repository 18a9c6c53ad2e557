import { createInterface } from "node:readline/promises";
import type { AskLine } from "./ask-gap.ts";

/** Answers that a pipe brings, one per line; null at its end. */
export function pipeToAsk(): { readonly ask: AskLine; close(): void } {
  const lines = createInterface({ input: process.stdin });
  const answers = lines[Symbol.asyncIterator]();
  return {
    async ask(question) {
      process.stderr.write(question);
      const answer = await answers.next();
      return answer.done === true ? null : answer.value;
    },
    close: () => lines.close(),
  };
}
