import { Readable } from "node:stream";
import { afterEach, describe, expect, it, vi } from "vitest";
import { pipeToAsk } from "../../../functions/cli/steps/ask-pipe.ts";

/** Asks this often of a pipe that brings these pieces; what was asked stands beside what was answered. */
async function answered(pieces: readonly string[], often: number) {
  vi.spyOn(process, "stdin", "get").mockReturnValue(Readable.from(pieces) as never);
  let asked = "";
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    asked += String(text);
    return true;
  });
  const pipe = pipeToAsk();
  const answers: (string | null)[] = [];
  for (let question = 1; question <= often; question++) {
    answers.push(await pipe.ask(`${question}? `));
  }
  pipe.close();
  return { answers, asked };
}

describe("answers that a pipe brings", () => {
  afterEach(() => void vi.restoreAllMocks());

  it("are one per line and in order, however the pipe cuts them", async () => {
    const { answers, asked } = await answered(["y\nn", "o\n\nskip\n"], 4);
    expect(answers).toEqual(["y", "no", "", "skip"]);
    expect(asked).toBe("1? 2? 3? 4? ");
  });

  it.each([
    ["Windows", "y\r\nn\r\n"],
    ["nothing", "y\nn"],
  ])("end as lines of %s do", async (_of, text) => {
    expect((await answered([text], 2)).answers).toEqual(["y", "n"]);
  });

  it("are null after the last, however often it is asked", async () => {
    expect((await answered(["y\n"], 3)).answers).toEqual(["y", null, null]);
    expect((await answered([], 1)).answers).toEqual([null]);
  });
});
