import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { folderStore } from "../../../functions/adapters/folder/folder-store.ts";
import { localFolders } from "../../../functions/cli/arguments/local-places.ts";
import { readInThread } from "../../../functions/cli/steps/read-in-thread.ts";
import { conformedInForce } from "../../../functions/pipeline/conform/conformed-in-force.ts";
import {
  ATTENDANCE_HEADER,
  FERNHILL,
  ORGS,
  oneTo,
  roles,
  users,
} from "../../support/ingest-files.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";
import { LAUNCH } from "../../support/serving-console.ts";

it("reads nothing beside the command on a machine with one processor", () => {
  expect(readInThread("data", FERNHILL) === null).toBe(availableParallelism() < 2);
});

it("reads an attendance file of more than 32 MiB beside the others", async () => {
  const students = oneTo(1000);
  const ofDay = (nth: number): string => {
    const on = new Date(Date.UTC(2021, 0, 4 + nth)).toISOString().slice(0, 10);
    return students.map((n) => `${String(n).padStart(4, "0")},${on},absent,\n`).join("");
  };
  const days = 1500;
  const attendance = [`${ATTENDANCE_HEADER}\n`, ...oneTo(days).map(ofDay)].join("");
  expect(attendance.length).toBeGreaterThan(32 * 2 ** 20);
  const exports = scratchFolder();
  const files = { orgs: ORGS, users: users(students), roles: roles(students) };
  for (const [name, text] of Object.entries({ ...files, daily_attendance: attendance })) {
    writeFileSync(join(exports, `${name}.csv`), text);
  }
  const data = scratchFolder();
  // As it is started: the thread is a bundle beside that of the command.
  const args = [LAUNCH, "ingest", exports, "--district", FERNHILL, "--data", data];
  await promisify(execFile)(process.execPath, args);
  const records = folderStore(localFolders(data).records);
  const manifest = await conformedInForce(records, FERNHILL);
  const file = manifest!.files.find(({ name }) => name === "daily_attendance.csv");
  expect(file).toMatchObject({ outcome: "used", accepted: days * students.length, rejected: 0 });
}, 120_000);
