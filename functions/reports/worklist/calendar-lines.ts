import { addDays, day } from "../../domain/calendar/day.ts";

/** The events of a calendar, each as its lines, as the text of a file. */
export const calendarOf = (events: readonly string[]): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//ILP Observatory//Worklist//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    ...events,
    "END:VCALENDAR",
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join("");

/** The days of an event of one whole day. */
export const eventDays = (asOf: string, dueOn: string): readonly string[] => [
  // The day that the list is true for, so that equal lists give equal bytes.
  `DTSTAMP:${plain(asOf)}T000000Z`,
  `DTSTART;VALUE=DATE:${plain(dueOn)}`,
  `DTEND;VALUE=DATE:${plain(addDays(day(dueOn), 1))}`,
];

const plain = (on: string): string => on.replaceAll("-", "");

/** Text of a property as iCalendar asks: backslash, comma, semicolon and line break escaped (RFC 5545, 3.3.11). */
export const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replace(/\r\n|\r|\n/g, "\\n")
    // No other control character may stand in a text.
    // oxlint-disable-next-line no-control-regex -- these are the characters that the text must not hold
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "");

const LONGEST_LINE = 75;

/** A content line in pieces of at most 75 octets, each after the first begun by a blank (RFC 5545, 3.1). */
export function folded(line: string): string {
  const pieces: string[] = [];
  let piece = "";
  let octets = 0;
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (octets + size > LONGEST_LINE) {
      pieces.push(piece);
      piece = " ";
      octets = 1;
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece].join("\r\n");
}
