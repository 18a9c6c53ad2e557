import type { Day } from "../../domain/calendar/day.ts";
import { longDay } from "../../domain/calendar/long-day.ts";
import type { DigestLine } from "./digest-lines.ts";

/** One caseload or one school of a digest. */
export interface DigestPart {
  readonly title: string;
  /** What the week asks for; empty for a school. */
  readonly words: readonly string[];
  readonly lines: readonly DigestLine[];
}

/** What the mail of a week says to one staff member. It names no student. */
export interface Digest {
  readonly staff: string;
  readonly name: string;
  /** Absent where no address is known. */
  readonly email?: string;
  readonly districtName: string;
  readonly monday: Day;
  readonly asOf: Day;
  readonly parts: readonly DigestPart[];
  /** The due days ahead as iCalendar; null where the person has no caseload. */
  readonly calendar: string | null;
}

/** The mail of a digest, as text and as HTML. */
export interface DigestMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** @param consoleAddress where the links lead, without a slash at the end; null for a mail without links */
export function digestMail(digest: Digest, consoleAddress: string | null): DigestMail {
  const { name, staff, districtName, monday, asOf, parts } = digest;
  const hello = `Hello ${name === "" ? staff : name},`;
  const about = `Student plans at ${districtName}, week of ${longDay(monday)}. Data as of ${longDay(asOf)}.`;
  const stop = `This mail names no student. It goes to counselors and principals of the district’s staff list on Mondays. To stop it, ask whoever keeps the staff list to run: ilp staff email --staff ${staff} --address none`;
  const addressOf = (path: string, query = ""): string =>
    `${consoleAddress ?? ""}/${path}.html${query === "" ? "" : `?${query}`}`;
  const hasLinks = consoleAddress !== null;
  const week = parts.some(({ words }) => words.length > 0) ? addressOf("week") : addressOf("today");
  const textLine = ({ text, query }: DigestLine): string =>
    hasLinks ? `- ${text}\n  ${addressOf("students", query)}` : `- ${text}`;
  const htmlLine = ({ text, query }: DigestLine): string =>
    hasLinks
      ? `<li><a href="${escaped(addressOf("students", query))}">${escaped(text)}</a></li>`
      : `<li>${escaped(text)}</li>`;
  return {
    subject: `Student plans, week of ${longDay(monday)}: ${subjectOf(parts)}`,
    text: [
      hello,
      about,
      ...parts.flatMap((part) => [
        [part.title, ...sentencesOf(part)].join("\n"),
        ...(part.lines.length === 0 ? [] : [part.lines.map(textLine).join("\n")]),
      ]),
      ...(hasLinks ? [`Open the console: ${week}`] : []),
      stop,
    ]
      .join("\n\n")
      .concat("\n"),
    html: [
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Student plans</title></head><body>`,
      `<p>${escaped(hello)}</p>`,
      `<p>${escaped(about)}</p>`,
      ...parts.flatMap((part) => [
        `<h2 style="font-size:1.1em">${escaped(part.title)}</h2>`,
        ...sentencesOf(part).map((sentence) => `<p>${escaped(sentence)}</p>`),
        ...(part.lines.length === 0 ? [] : [`<ul>${part.lines.map(htmlLine).join("")}</ul>`]),
      ]),
      ...(hasLinks ? [`<p><a href="${escaped(week)}">Open the console</a></p>`] : []),
      `<p style="color:#555">${escaped(stop)}</p>`,
      "</body></html>",
    ]
      .join("\n")
      .concat("\n"),
  };
}

/** What a part says before its counts: that nothing waits, where it says nothing else. */
const sentencesOf = ({ words, lines }: DigestPart): readonly string[] =>
  words.length === 0 && lines.length === 0 ? ["Nothing waits."] : words;

/** The first thing of the first part for which anything waits. */
const subjectOf = (parts: readonly DigestPart[]): string => {
  const [first] = parts.flatMap(({ words, lines }) => [
    ...words.slice(0, 1).map((sentence) => sentence.split(":", 1)[0] ?? ""),
    ...lines.map(({ text }) => text),
  ]);
  return first ?? "nothing waits";
};

const MARKS: { readonly [mark: string]: string } = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};
const escaped = (text: string): string => text.replace(/[&<>"]/g, (mark) => MARKS[mark] ?? mark);
