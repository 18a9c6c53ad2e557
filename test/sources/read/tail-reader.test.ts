import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { rejectLog, together, type RejectLog } from "../../../functions/join/rows/file-rejects.ts";
import {
  attendanceBook,
  type AttendanceBook,
} from "../../../functions/sources/attendance/attendance-book.ts";
import { bookFromPart, partOfBook } from "../../../functions/sources/attendance/book-part.ts";
import type { Encoding } from "../../../functions/sources/csv/encoding.ts";
import { fileReader } from "../../../functions/sources/read/file-reader.ts";
import type { FileReading, FileToRead } from "../../../functions/sources/read/file-reading.ts";
import { tailReader } from "../../../functions/sources/read/tail-reader.ts";
import { anyAttendanceFile, HEADER } from "../attendance/any-attendance-file.ts";

const fileOf = (encoding: Encoding): FileToRead => ({
  name: "daily_attendance.csv",
  encoding,
  receivedOn: day("2022-06-30"),
});

interface Read {
  readonly reading: FileReading;
  readonly book: AttendanceBook;
  readonly log: RejectLog;
  readonly isExtendable: boolean;
}

function readWhole(file: FileToRead, bytes: Uint8Array): Read {
  const book = attendanceBook();
  const log = rejectLog();
  const reader = fileReader(file, () => undefined, log.add, { book, onRecord: null });
  reader.push(bytes);
  return { reading: reader.end(), book, log, isExtendable: reader.isExtendable() };
}

/** All that reading comes to, the book in the bytes in which it is kept. */
const saidOf = ({ reading, book, log, isExtendable }: Read) => ({
  ...{ reading, isExtendable, rejects: log.rejects(), book: partOfBook(book) },
});

/** What the beginning and then the rest come to; null where the rest cannot be read alone. */
function readInTwo(file: FileToRead, bytes: Uint8Array, cut: number) {
  const before = readWhole(file, bytes.slice(0, cut));
  if (!before.isExtendable) return null;
  // From where it rests, as a night later.
  const book = bookFromPart(partOfBook(before.book));
  const log = rejectLog();
  const rejects = before.log.rejects();
  const beginning = {
    ...before.reading,
    kind: before.reading.kind!.kind,
    rejects: rejects.counts,
  };
  const reader = tailReader(file, bytes, beginning, log.add, { book, onRecord: null });
  if (reader === null) return null;
  reader.push(bytes.slice(cut));
  const reading = reader.end();
  if (reading === null) return null;
  return {
    ...{ reading, isExtendable: reader.isExtendable() },
    ...{ rejects: together(rejects, log.rejects()), book: partOfBook(book) },
  };
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("tailReader", () => {
  it("comes to what the whole file comes to, of any file that goes on from any beginning", () => {
    let inTwo = 0;
    let notInTwo = 0;
    fc.assert(
      fc.property(
        anyAttendanceFile(),
        fc.nat(5000),
        fc.boolean(),
        fc.constantFrom<Encoding>("utf-8", "windows-1252"),
        (bytes, nth, isAtLineEnd, encoding) => {
          const place = nth % (bytes.length + 1);
          const cut = isAtLineEnd ? bytes.lastIndexOf(0x0a, place) + 1 : place;
          const file = fileOf(encoding);
          const read = readInTwo(file, bytes, cut);
          if (read === null) notInTwo++;
          else {
            inTwo++;
            expect(read).toEqual(saidOf(readWhole(file, bytes)));
          }
        },
      ),
      { numRuns: 800 },
    );
    // Else it would have shown nothing. The files are drawn anew: about 180 of 800 are read in two, give or take 12.
    expect(inTwo).toBeGreaterThan(80);
    expect(notInTwo).toBeGreaterThan(80);
  });

  const PLAIN = [
    ...["1,2021-09-01,present,", "2,2021-09-01,absent,", "1,2021-09-01,excused,0.5"],
    ...["nobody,soon,present,", "2,2021-09-01,excused,", "3,2021-09-02,partial,0.25"],
  ];

  it.each([
    ["\n", "of Unix"],
    ["\r\n", "of Windows"],
  ])("reads the rest alone after each whole line with the line end %j, %s", (lineEnd) => {
    const bytes = utf8([HEADER, ...PLAIN, ""].join(lineEnd));
    const file = fileOf("utf-8");
    const whole = saidOf(readWhole(file, bytes));
    expect(whole.reading).toMatchObject({ records: 6, rejected: 1, contradicted: 2 });
    for (let cut = 1; cut <= bytes.length; cut++) {
      const read = readInTwo(file, bytes, cut);
      if (bytes[cut - 1] === 0x0a) expect(read).toEqual(whole);
      else expect(read).toBeNull();
    }
  });

  const begunWith = (text: string): boolean =>
    readWhole(fileOf("utf-8"), utf8(`${HEADER}\n${text}`)).isExtendable;

  it.each([
    ["a record", "1,2021-09-01,present,\n", true],
    ["a record whose line goes on", "1,2021-09-01,present,", false],
    ["half of a line end", "1,2021-09-01,present,\r", false],
    ["a quoted value", '"1",2021-09-01,present,\n', true],
    ["a line end within a quoted value", '1,2021-09-01,present,"\n', false],
    ["a blank line", "1,2021-09-01,present,\n\n", true],
    ["days of which either number may be the month", "1,3/4/2022,present,\n", false],
    ["days of which one can be the month", "1,3/14/2022,present,\n", true],
  ])("asks whether a beginning ends plainly: with %s", (_end, text, isPlain) => {
    expect(begunWith(text)).toBe(isPlain);
  });

  const someStates = (count: number): string =>
    Array.from(
      { length: count },
      (_, nth) => `${nth},2021-09-01,excused,${(nth / 1000).toFixed(3)}\n`,
    ).join("");

  it.each([
    [221, true],
    [222, true],
    [223, false],
  ])("leaves a file of %i states to a whole reading where they are rounded", (count, isAlone) => {
    const beginning = `${HEADER}\n${someStates(10)}`;
    const bytes = utf8(`${HEADER}\n${someStates(count)}`);
    const read = readInTwo(fileOf("utf-8"), bytes, beginning.length);
    expect(read !== null).toBe(isAlone);
    expect(readWhole(fileOf("utf-8"), bytes).isExtendable).toBe(isAlone);
  });

  it.each([
    ["a value that is left open", '1,2021-09-01,present,"\n'],
    ["days whose month may be either number", "1,3/4/2022,present,\n"],
  ])("leaves a file to a whole reading that goes on with %s", (_what, text) => {
    const beginning = `${HEADER}\n1,2021-09-01,present,\n`;
    expect(readInTwo(fileOf("utf-8"), utf8(beginning + text), beginning.length)).toBeNull();
  });

  it("reads nothing on from a file of another kind", () => {
    const bytes = utf8(`${HEADER}\n1,2021-09-01,present,\n`);
    const { reading } = readWhole(fileOf("utf-8"), bytes);
    const beginning = { ...reading, kind: "plain/goals.csv", rejects: [] };
    const target = { book: attendanceBook(), onRecord: null };
    expect(tailReader(fileOf("utf-8"), bytes, beginning, () => undefined, target)).toBeNull();
  });
});
