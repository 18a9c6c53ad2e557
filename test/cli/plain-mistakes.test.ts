import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ingestedFolder } from "../support/cast-folder.ts";
import { ilp } from "../support/run-ilp.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

describe("a plain mistake", { timeout: 60_000 }, () => {
  it.each(["ingest", "inspect"])(
    "is told by ilp %s of a folder without a file",
    async (command) => {
      const folder = scratchFolder();
      mkdirSync(join(folder, "exports"));
      const of =
        command === "ingest" ? ["--district", "cast", "--data", await ingestedFolder()] : [];
      const { status, stderr } = await ilp(command, join(folder, "exports"), ...of);
      expect(status).toBe(1);
      expect(stderr).toMatch(
        /^ilp: there is no file in .*exports: expected exports, or zips or folders/,
      );
    },
  );

  it("is told by ilp quarantine replay of a file that is no profile, and of nothing, and nothing of it is kept", async () => {
    const data = await ingestedFolder();
    const cast = ["--district", "cast", "--data", data];
    const list = async () => (await ilp("quarantine", "list", ...cast, "--json")).stdout;
    const before = await list();
    const folder = scratchFolder();
    const replay = (path: string) => ilp("quarantine", "replay", ...cast, "--profile", path);
    expect((await replay(folder)).stderr).toMatch(/^ilp: there is no file in /);
    writeFileSync(join(folder, "minutes.csv"), "a,b\n1,2\n");
    expect(await replay(join(folder, "minutes.csv"))).toMatchObject({
      status: 1,
      stderr: "ilp: minutes.csv is not a profile: its name must end in ilp.profile.json\n",
    });
    // The next ingest would find what had been kept.
    await ilp("ingest", ...cast, "--accept-removals");
    expect(await list()).toBe(before);
  });

  it("is told by ilp access-log of days the wrong way round", async () => {
    const days = ["--from", "2022-05-01", "--until", "2022-04-30"];
    const { status, stderr } = await ilp(
      ...["access-log", "--district", "cast", "--data", scratchFolder(), ...days],
    );
    expect({ status, stderr }).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("--until 2022-04-30 is before --from 2022-05-01"),
    });
  });
});
