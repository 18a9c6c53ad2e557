import { createInterface } from "node:readline/promises";
import type { ProfileGap } from "../../sources/profiles/profile-gaps.ts";
import { printable } from "../arguments/printable.ts";
import type { AskGap } from "./profile-new.ts";

/** Asks one line; null if nobody answers any more. */
export type AskLine = (question: string) => Promise<string | null>;

/** The terminal to ask on; null if there is none, as in a pipe. */
export function terminalToAsk(): { readonly ask: AskLine; close(): void } | null {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return null;
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  let isClosed = false;
  lines.on("close", () => (isClosed = true));
  return {
    async ask(question) {
      if (isClosed) return null;
      const stop = new AbortController();
      const close = () => stop.abort();
      lines.once("close", close);
      try {
        return await lines.question(question, { signal: stop.signal });
      } catch {
        // The end of the input leaves the remaining gaps open.
        return null;
      } finally {
        lines.off("close", close);
      }
    },
    close: () => lines.close(),
  };
}

/** Asks about one gap after another, each until the answer is allowed or empty. */
export function askGaps(ask: AskLine): AskGap {
  let isOver = false;
  return async (gap, place, of) => {
    while (!isOver) {
      const line = await ask(questionOf(gap, place, of));
      if (line === null) isOver = true;
      const answer = answerTo(gap, line?.trim() ?? "");
      if (answer !== null) return answer;
    }
    return "";
  };
}

function questionOf({ question, allowed }: ProfileGap, place: number, of: number): string {
  const head = `\n[${place} of ${of}] ${printable(question)}\n`;
  if (allowed === null) return `${head}answer (Enter leaves it open): `;
  if (!areNumbered(allowed)) {
    return `${head}  ${allowed.join(", ")}\nword (Enter leaves it open): `;
  }
  const choices = allowed.map((choice, index) => `  ${index + 1} ${choice}\n`).join("");
  return `${head}${choices}number or word (Enter leaves it open): `;
}

/** In a list of grades or other numbers, a number is an answer and not a position in the list. */
const areNumbered = (allowed: readonly string[]): boolean =>
  !allowed.some((choice) => /^\d/.test(choice));

/** What the answer means; null if it is not an allowed value. */
function answerTo({ allowed }: ProfileGap, answer: string): string | null {
  if (answer === "" || allowed === null) return answer;
  const asked = [answer, answer.padStart(2, "0")].map((text) => text.toLowerCase());
  const word = allowed.find((choice) => asked.includes(choice.toLowerCase()));
  if (word !== undefined || !areNumbered(allowed)) return word ?? null;
  return /^\d+$/.test(answer) ? (allowed[Number(answer) - 1] ?? null) : null;
}
