import { studentId } from "../../domain/ids.ts";
import { attendance as wholeDay, readKind, type AttendanceRecord } from "./attendance-rows.ts";
import type { Fields } from "../values/fields.ts";
import { cellAt, placesOf } from "../csv/header.ts";
import {
  GAP,
  type AttendanceKind,
  type TableRead,
  type WideAttendance,
} from "../profiles/profile.ts";
import { absentMilliOf, sectionBook, type SectionBook } from "./section-book.ts";

export interface PartsOfDays {
  readonly book: SectionBook;
  /** Marks one record; its row comes when the file has ended. */
  read(fields: Fields, cells: readonly string[]): AttendanceRecord | null;
}

/** How attendance by parts of the day is read; null where a record is a whole day. */
export function partsOfDays(
  { attendance }: TableRead,
  header: readonly string[],
): PartsOfDays | null {
  if (attendance === undefined) return null;
  const book = sectionBook(attendance.rollUp);
  switch (attendance.shape) {
    case "sections": {
      const columns = attendance.sectionColumns.map((column) => placesOf([column], header));
      return {
        book,
        read(fields, cells) {
          const student = fields.id("student");
          const on = fields.requiredDay("on");
          const kind = readKind(fields);
          if (fields.fault() !== null) return null;
          const section = columns.map((places) => cellAt(cells, places)).join(" ");
          if (!book.mark(student, on, section, kind)) fields.fail("student", "too-many-sections");
          return null;
        },
      };
    }
    case "wide": {
      const columns = attendance.cells.flatMap((name) =>
        placesOf([name], header).map((place) => ({ name, place })),
      );
      const codes = new Map(
        Object.entries(attendance.codes).flatMap(([code, kind]) =>
          kind === GAP ? [] : [[code.toLowerCase(), kind] as const],
        ),
      );
      return { book, read: (fields, cells) => wideDay(fields, cells, columns, codes, attendance) };
    }
  }
}

/** One record per student and day with a cell for each part of it; the code of the whole day, where there is one, wins. */
function wideDay(
  fields: Fields,
  cells: readonly string[],
  columns: readonly { readonly name: string; readonly place: number }[],
  codes: ReadonlyMap<string, AttendanceKind>,
  { rollUp }: WideAttendance,
): AttendanceRecord {
  if (fields.text("kind") !== "") return wholeDay(fields);
  let missed = 0;
  const kinds = new Set<AttendanceKind>();
  for (const { name, place } of columns) {
    const code = cells[place]?.trim().toLowerCase() ?? "";
    const kind = code === "" ? "present" : codes.get(code);
    if (kind === undefined) fields.failAt(name, "not-a-listed-value");
    else if (kind !== "present" && kind !== "partial") {
      missed++;
      kinds.add(kind);
    }
  }
  const [only] = kinds;
  return {
    student: studentId(fields.id("student")),
    on: fields.requiredDay("on"),
    absentMilli: absentMilliOf(columns.length, missed, rollUp),
    excusal: kinds.has("unexcused")
      ? "unexcused"
      : kinds.size === 1 && only === "excused"
        ? "excused"
        : "unknown",
  };
}
