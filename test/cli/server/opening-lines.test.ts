import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { openingLines, printOnEnter } from "../../../functions/cli/server/opening-lines.ts";

const ADDRESS = "http://127.0.0.1:3001/open/x";

describe("openingLines", () => {
  it("says where the console is, for whom it opens, and that it opens once and names students", () => {
    expect(openingLines(ADDRESS, "K-71", false)).toBe(
      `the console is at ${ADDRESS}\nIt opens once, in one browser, within 15 minutes, for staff id K-71, and names students.\n`,
    );
    expect(openingLines(ADDRESS, null, false)).toContain("for the system account,");
  });

  it("says that Enter prints a new one where somebody can press it", () => {
    expect(openingLines(ADDRESS, null, true)).toContain(
      "Enter prints a new one; a staff id and Enter prints one for that person.",
    );
  });

  it("moves no cursor by a staff id", () => {
    expect(openingLines(ADDRESS, "K\u001b[2J", false)).not.toContain("\u001b");
  });
});

describe("printOnEnter", () => {
  const entered = async (...lines: readonly string[]) => {
    const input = new PassThrough();
    const printed: string[] = [];
    let count = 0;
    const openingFor = (identity: string | null) => `http://x/open/${++count}-${identity ?? ""}`;
    const stop = printOnEnter(input, "K-71", openingFor, (text) => printed.push(text));
    for (const line of lines) input.write(`${line}\n`);
    await new Promise((resolve) => setImmediate(resolve));
    stop();
    return printed.map((text) => /http:\S+/.exec(text)![0]);
  };

  it("prints one for whom the command was started, for each Enter alone", async () => {
    expect(await entered("", "  ")).toEqual(["http://x/open/1-K-71", "http://x/open/2-K-71"]);
  });

  it("prints one for the staff id of the line", async () => {
    expect(await entered(" K-72 ", "Ana Díaz")).toEqual([
      "http://x/open/1-K-72",
      "http://x/open/2-Ana",
    ]);
  });

  it("stops reading when it is told to", async () => {
    const input = new PassThrough();
    const printed: string[] = [];
    printOnEnter(
      input,
      null,
      () => "x",
      (text) => printed.push(text),
    )();
    input.write("\n");
    await new Promise((resolve) => setImmediate(resolve));
    expect(printed).toEqual([]);
  });
});
