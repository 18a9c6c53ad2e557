import { EXCUSALS, type Excusal } from "../../domain/calendar/attendance.ts";
import { dayFromNumber } from "../../domain/calendar/day.ts";
import { attendanceBook, type AttendanceBook } from "../../sources/attendance/attendance-book.ts";

/** What a book's bytes mean: its states and students in order, and how many pages of each school year follow. */
interface BookPart {
  readonly states: readonly (readonly [absentMilli: number, excusal: Excusal])[];
  readonly students: readonly string[];
  readonly years: readonly { readonly first: number; readonly students: readonly number[] }[];
}

const PAGE = 366;

/** A book at rest: the length of a JSON document, the document, then a page a student and school year. */
export function partOfBook(book: AttendanceBook): Uint8Array {
  const pages: Uint8Array[] = [];
  const json = new TextEncoder().encode(JSON.stringify(describedBook(book, pages)));
  const bytes = new Uint8Array(4 + json.length + pages.length * PAGE);
  new DataView(bytes.buffer).setUint32(0, json.length);
  bytes.set(json, 4);
  for (const [index, page] of pages.entries()) bytes.set(page, 4 + json.length + index * PAGE);
  return bytes;
}

function describedBook(book: AttendanceBook, pages: Uint8Array[]): BookPart {
  const students = [...book.students()];
  const states: [number, Excusal][] = [];
  for (let code = 1; ; code++) {
    const state = book.stateOf(code);
    if (state === undefined) break;
    states.push([state.absentMilli, state.excusal]);
  }
  const years = book.years().map((first, year) => {
    const present: number[] = [];
    for (const [number, student] of students.entries()) {
      const page = book.pageOf(student, year);
      if (page === null) continue;
      present.push(number);
      pages.push(page);
    }
    return { first, students: present };
  });
  return { states, students, years };
}

/** The book of which `partOfBook` made these bytes. */
export function bookFromPart(bytes: Uint8Array): AttendanceBook {
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0);
  const json = new TextDecoder().decode(bytes.subarray(4, 4 + length));
  const { states, students, years } = JSON.parse(json) as BookPart;
  const pages = bytes.subarray(4 + length);
  const book = attendanceBook();
  const codes = states.map(([absentMilli, excusal]) =>
    book.codeOf(absentMilli, EXCUSALS.includes(excusal) ? excusal : "unknown"),
  );
  for (const student of students) book.studentNumber(student);
  let offset = 0;
  for (const year of years) {
    const place = book.dayIndexOf(dayFromNumber(year.first));
    for (const student of year.students) {
      for (let day = 0; day < PAGE; day++) {
        const code = pages[offset + day] ?? 0;
        if (code !== 0) book.mark(student, place + day, codes[code - 1] ?? 0);
      }
      offset += PAGE;
    }
  }
  return book;
}
