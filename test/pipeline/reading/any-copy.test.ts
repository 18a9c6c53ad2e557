import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import Papa from "papaparse";
import { beforeAll, describe, expect, it } from "vitest";
import type { ConformedManifest } from "../../../functions/conformed/conformed-manifest.ts";
import { ingestFiles, type HandedIn } from "../../support/ingest-files.ts";
import { CAST_EXPORTS, freshPlaces } from "../../support/local-district.ts";

type Table = readonly (readonly string[])[];

/** The exports of the cast as cells, the header first. */
const CAST: ReadonlyMap<string, Table> = new Map(
  readdirSync(CAST_EXPORTS)
    .filter((name) => name.endsWith(".csv"))
    .map((name) => [
      name,
      Papa.parse<string[]>(readFileSync(join(CAST_EXPORTS, name), "utf8"), {
        skipEmptyLines: true,
      }).data,
    ]),
);

/** What a second record of the same thing says instead: the file, the column and the other value. */
const CONTRADICTIONS: readonly (readonly [file: string, column: string, value: string])[] = [
  ["studentSchoolAttendanceEvents.csv", "attendanceEventCategoryDescriptor", "In Attendance"],
  ["calendarDates.csv", "calendarEvent", "Holiday"],
  ["goals.csv", "measurement", "another measure"],
  ["reviews.csv", "participants", "student"],
  ["plans.csv", "counselor_id", "K-99"],
];

const unparsed = (table: Table, delimiter = ",", newline = "\n"): string =>
  `${Papa.unparse(table as string[][], { delimiter, newline })}${newline}`;

/** All that conforming makes of the records, and what it says of the files but their own names and hashes. */
const contentOf = ({ schools, files, rejects, staff, duties, ...rest }: ConformedManifest) => ({
  ...{ schools, rejects, staff, duties, planChangeDays: rest.planChangeDays },
  absencesOutside: rest.absencesOutside,
  files: files.map(({ kind, outcome, records, accepted, rejected, ...counts }) => {
    const { leftOut, repeated, contradicted, setAside } = counts;
    return {
      kind,
      outcome,
      records,
      accepted,
      rejected,
      leftOut,
      repeated,
      contradicted,
      setAside,
    };
  }),
});

async function conformed(files: readonly HandedIn[]) {
  const { manifest } = await ingestFiles(await freshPlaces(), files);
  return contentOf(manifest);
}

/** The cast with the contradictions planted, in a file that has them in one order. */
function planted(): readonly (readonly [string, Table])[] {
  return [...CAST].map(([name, table]) => {
    const [header = [], ...records] = table;
    const more = CONTRADICTIONS.filter(([file]) => file === name).flatMap(([, column, value]) =>
      records
        .slice(0, 3)
        .map((cells) => cells.map((cell, place) => (header[place] === column ? value : cell))),
    );
    const twice = records.slice(0, 2);
    return [name, [header, ...records, ...more, ...twice]] as const;
  });
}

const shuffled = (table: Table): fc.Arbitrary<Table> => {
  const [header = [], ...records] = table;
  return fc
    .shuffledSubarray(records, { minLength: records.length })
    .map((order) => [header, ...order]);
};

describe("the records of a district's files", () => {
  const files = planted();
  let inOrder: Awaited<ReturnType<typeof conformed>>;

  beforeAll(async () => {
    inOrder = await conformed(files.map(([name, table]) => [name, unparsed(table)]));
  });

  it("hold contradictions and repeats, or the law below would say little", () => {
    const sum = (of: "repeated" | "contradicted") =>
      inOrder.files.reduce((all, file) => all + (file[of] ?? 0), 0);
    expect(sum("repeated")).toBeGreaterThan(10);
    expect(sum("contradicted")).toBeGreaterThanOrEqual(12);
  });

  it("come to the same conformed bytes and counts in whatever order they stand", async () => {
    await fc.assert(
      fc.asyncProperty(fc.tuple(...files.map(([, table]) => shuffled(table))), async (tables) => {
        const sent = files.map(([name], index): HandedIn => [name, unparsed(tables[index]!)]);
        expect(await conformed(sent)).toEqual(inOrder);
      }),
      { numRuns: 4 },
    );
  });
});

/** The text in another encoding. */
const ENCODINGS: readonly (readonly [string, (text: string) => Uint8Array])[] = [
  ["UTF-8", (text) => Buffer.from(text, "utf8")],
  ["UTF-8 with its mark", (text) => Buffer.from(`\ufeff${text}`, "utf8")],
  ["UTF-16 with its mark", (text) => Buffer.from(`\ufeff${text}`, "utf16le")],
  ["Windows-1252", (text) => Buffer.from(text, "latin1")],
];

describe("a copy of a file", () => {
  const accented = [...CAST].map(([name, table]): readonly [string, Table] => [
    name,
    name === "users.csv"
      ? table.map((cells) => cells.map((cell) => cell.replace(/^([A-Z]\w+)e$/, "$1é")))
      : table,
  ]);

  it("in another encoding, line end, delimiter or order of columns gives the same conformed bytes", async () => {
    const { schools } = await conformed(accented.map(([name, table]) => [name, unparsed(table)]));
    expect(JSON.stringify(accented)).toContain("é");
    const copies = fc.tuple(
      fc.constantFrom(...ENCODINGS),
      fc.constantFrom("\n", "\r\n", "\r"),
      fc.constantFrom(",", ";", "\t", "|"),
      fc.infiniteStream(fc.nat(1_000)),
    );
    await fc.assert(
      fc.asyncProperty(copies, async ([[, encoded], newline, delimiter, chance]) => {
        const sent = accented.map(([name, table]): HandedIn => {
          const places = (table[0] ?? []).map((_, place) => ({ place, at: chance.next().value }));
          const order = places.sort((a, b) => a.at - b.at).map(({ place }) => place);
          const columns = table.map((cells) => order.map((place) => cells[place] ?? ""));
          return [name, encoded(unparsed(columns, delimiter, newline))];
        });
        expect((await conformed(sent)).schools).toEqual(schools);
      }),
      { numRuns: 8 },
    );
  });
});
