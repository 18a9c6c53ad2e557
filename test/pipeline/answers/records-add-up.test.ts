import { describe, expect, it } from "vitest";
import {
  ATTENDANCE_HEADER,
  ingestFiles,
  lines,
  oneTo,
  roster,
  type HandedIn,
} from "../../support/ingest-files.ts";
import { freshPlaces } from "../../support/local-district.ts";

const attendance = (...rows: readonly string[]): HandedIn => [
  "daily_attendance.csv",
  lines(ATTENDANCE_HEADER, ...rows),
];

async function countsOf(...rows: readonly string[]) {
  const places = await freshPlaces();
  const { manifest } = await ingestFiles(places, [...roster(oneTo(4)), attendance(...rows)]);
  const file = manifest.files.find(({ name }) => name === "daily_attendance.csv")!;
  const { records, accepted, rejected, repeated, contradicted } = file;
  return { records, accepted, rejected, repeated, contradicted };
}

describe("the records of an attendance file", () => {
  const KNOWN = ["0001,2021-09-10,absent,", "0001,2021-09-10,absent,", "0001,2021-09-10,present,"];
  const UNKNOWN = ["9999,2021-09-10,absent,", "9999,2021-09-10,present,"];

  it("are accepted, rejected and passed over, in sum, where some are of nobody in the roster", async () => {
    for (const rows of [
      [...KNOWN, ...UNKNOWN],
      [...UNKNOWN, ...KNOWN.toReversed()],
    ]) {
      expect(await countsOf(...rows)).toEqual({
        ...{ records: 5, accepted: 1, rejected: 2, repeated: 1, contradicted: 1 },
      });
    }
  });

  it("are passed over once, though other records of the file are rejected", async () => {
    expect(await countsOf(...KNOWN, "0002,someday,absent,", ",2021-09-10,absent,")).toEqual({
      ...{ records: 5, accepted: 1, rejected: 2, repeated: 1, contradicted: 1 },
    });
  });
});
