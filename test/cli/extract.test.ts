import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import type { ExtractLog } from "../../functions/pipeline/extract-store.ts";
import { CAST_EXPORTS } from "../support/local-district.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

const LAUNCH = fileURLToPath(new URL("../../functions/cli/launch.mjs", import.meta.url));
const ilp = (...args: string[]) =>
  spawnSync(process.execPath, [LAUNCH, ...args], { encoding: "utf8" });

it("makes an extract for somebody and something, says where it lies, and lists it", () => {
  const at = ["--district", "cast", "--data", scratchFolder()];
  ilp("ingest", CAST_EXPORTS, ...at);
  const early = ilp("extract", "--for", "State University", ...at);
  expect(early).toMatchObject({ status: 1, stdout: "" });
  expect(early.stderr).toBe("ilp: district cast has no release yet: publish one first\n");
  ilp("publish", "--as-of", "2022-03-15", ...at);

  const forNobody = ilp("extract", "--for", "  ", ...at);
  expect(forNobody.status).toBe(1);
  expect(forNobody.stderr).toMatch(/^ilp: say with --for to whom the extract is given.*\n$/);

  const made = ilp("extract", "--for", "State University, agreement 2026-014", ...at);
  expect(made.stderr).toBe("");
  expect(made.status).toBe(0);
  expect(made.stdout).toMatch(/^EXT-2021-22-[0-9A-F]{8} of release 2022-03-15-/);
  expect(made.stdout).toMatch(/of 49 students under the mandate: \d+ not drawn by the lot/);
  const file = /^ {2}(\S+students\.csv)$/m.exec(made.stdout)?.[1] ?? "";
  const lines = readFileSync(file, "utf8").trim().split("\r\n");
  const log = JSON.parse(ilp("extract", "--for", "anybody", "--json", ...at).stdout) as ExtractLog;
  expect(log.purpose).toBe("State University, agreement 2026-014");
  expect(lines).toHaveLength(log.rows + 1);
  const told = log.columns.filter(({ isTold }) => isTold).map(({ name }) => name);
  expect(lines[0]).toBe(["student", ...told].join(","));
  expect(ilp("extract", "--list", ...at).stdout).toContain(`${log.extract}  ${log.release}`);
}, 60_000);
