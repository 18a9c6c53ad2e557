import type { ProposedFile } from "../../sources/propose/propose-profile.ts";
import { notShownLines } from "./not-shown-text.ts";
import type { NewProfile } from "../steps/profile-new.ts";

const MOST_NAMED = 60;
const MOST_GAPS = 100;

/**
 * What people read after `ilp profile new`: what each file appears to be, and what is left to do.
 */
export function newProfileText(made: NewProfile, written: string | null): string {
  const { files, gaps, leftToDo } = made;
  const head = written === null ? [] : [`wrote ${written}`];
  const left = leftToDo.slice(0, MOST_GAPS);
  return [
    ...head,
    ...files.flatMap(fileLines),
    ...(leftToDo.length === 0
      ? ["check each column of the profile, then ingest the files with it"]
      : [
          gaps.length === 0
            ? "check each column, and:"
            : `check each column, and fill ${gaps.length === 1 ? "the gap" : `the ${gaps.length} gaps`} marked "?" (nothing is ingested before):`,
          ...left.map((line) => `  ${line}`),
          ...(left.length < leftToDo.length ? [`  and ${leftToDo.length - left.length} more`] : []),
        ]),
  ]
    .map((line) => `ilp: ${line}\n`)
    .join("");
}

function fileLines(file: ProposedFile): readonly string[] {
  const { tables, columns, read, unread, people, unsure, notes, outcome } = file;
  const is =
    outcome === "not-read"
      ? "not read"
      : outcome === "known"
        ? "needs no profile"
        : `fills ${tables.join(", ")} from ${read} column${read === 1 ? "" : "s"}`;
  const named = unread.slice(0, MOST_NAMED);
  const more = unread.length > named.length ? ` and ${unread.length - named.length} more` : "";
  return [
    `${file.file}: ${is}`,
    ...(unread.length === 0 ? [] : [`  columns not used: ${named.join(", ")}${more}`]),
    ...notShownLines({ people, unsure }, columns).map((line) => `  ${line}`),
    ...notes.filter((note) => note !== "").map((note) => `  ${note}`),
  ];
}
