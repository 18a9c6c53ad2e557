import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { incomingFiles } from "../../functions/adapters/incoming/incoming-files.ts";
import { ingestText } from "../../functions/cli/text/step-text.ts";
import { day } from "../../functions/domain/calendar/day.ts";
import type { IncomingFile } from "../../functions/pipeline/ports.ts";
import { receive } from "../../functions/pipeline/intake/receive.ts";
import { FERNHILL } from "../support/ingest-files.ts";
import { freshPlaces, quiet } from "../support/local-district.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

const PLANS = "plan_id,student_id,plan_type\nP1,0042,ILP\n";
const ON = day("2022-06-01");

/** What became of each file under a path, in words. */
async function receivedFrom(path: string) {
  const places = await freshPlaces();
  const received = await receive(FERNHILL, incomingFiles(path), places, ON, quiet);
  return received.map(({ file, outcome, ...more }) =>
    "message" in more ? `${file}: ${outcome}, ${more.message}` : `${file}: ${outcome}`,
  );
}

describe("a folder of somebody else's", () => {
  it("hands in no file that a link fetches from elsewhere", async () => {
    const elsewhere = join(scratchFolder(), "secret.csv");
    writeFileSync(elsewhere, PLANS);
    const folder = scratchFolder();
    writeFileSync(join(folder, "plans.csv"), PLANS);
    symlinkSync(elsewhere, join(folder, "linked.csv"));
    symlinkSync("plans.csv", join(folder, "same.csv"));
    expect(await receivedFrom(folder)).toEqual([
      "linked.csv: unreadable, linked.csv is a link to a file of another folder: hand in the file itself",
      "plans.csv: received",
      "same.csv: received",
    ]);
  });

  it("waits for no pipe", async () => {
    const folder = scratchFolder();
    const made = spawnSync("mkfifo", [join(folder, "endless.csv")]);
    expect(made.status).toBe(0);
    expect(await receivedFrom(folder)).toEqual(["endless.csv: unreadable, endless.csv is no file"]);
  });
});

describe("a zip of somebody else's", () => {
  const inZip = (files: Parameters<typeof zipSync>[0]): string => {
    const folder = scratchFolder();
    mkdirSync(folder, { recursive: true });
    const path = join(folder, "export.zip");
    writeFileSync(path, zipSync(files));
    return path;
  };

  it("follows no link, and tells it by its name", async () => {
    const SYMLINK = 0o120777 << 16;
    const path = inZip({ "users.csv": [strToU8("/etc/passwd"), { os: 3, attrs: SYMLINK }] });
    expect(await receivedFrom(path)).toEqual([
      'users.csv: unreadable, zip "export.zip", entry "users.csv" is a link to a file and not the file: pack the file itself',
    ]);
  });

  it("opens no zip within it, and tells it by its name", async () => {
    const inner = zipSync({ "plans.csv": strToU8(PLANS) });
    expect(await receivedFrom(inZip({ "inner.zip": inner, "plans.csv": strToU8(PLANS) }))).toEqual([
      'inner.zip: unreadable, zip "export.zip", entry "inner.zip" is a zip within a zip: unpack export.zip once and send what is inside',
      "plans.csv: received",
    ]);
  });
});

describe("a file that is still being written", () => {
  it("is reported, not stored under the hash of what it was", async () => {
    let opened = 0;
    const growing: IncomingFile = {
      name: "plans.csv",
      package: "",

      open: async function* () {
        opened++;
        yield strToU8(PLANS.repeat(opened));
      },
    };
    const places = await freshPlaces();
    const files = async function* () {
      yield await Promise.resolve(growing);
    };
    const [received] = await receive(FERNHILL, files(), places, ON, quiet);
    expect(received).toMatchObject({
      outcome: "unreadable",
      message: "it changed while it was read: hand it in again once it is whole",
    });
    expect(await places.records.list("raw/")).toEqual([]);
  });
});

describe("what is printed of an ingest", () => {
  it("holds no mark that moves a cursor or turns text", () => {
    const text = ingestText({
      ...{
        district: "fernhill",
        version: null,
        isNew: false,
        ...{ changes: [], notCompared: [], madeAgain: 0 },
        schoolsGone: [],
        notSent: [],
        absencesOutside: 1_200,
        sharedAttendance: null,
        undatedEnrollments: 1,
        gradeLevels: { students: 1, unknown: 0 },
        missing: [],
      },
      files: [
        {
          ...{
            file: "a\u001b]0;x\u0007.csv",
            kind: "unknown",
            outcome: "unreadable",
            isKnown: false,
            ...{ leftOut: 0, notCounted: 0, repeated: 0, contradicted: 0, setAside: 0 },
          },
          ...{ records: 0, accepted: 0, rejected: 0, message: "zip \u202e\u009b cannot be read" },
        },
      ],
    });
    expect(text).toContain("1,200 absences");
    // oxlint-disable-next-line no-control-regex -- these are what must not be there
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });
});
