import { csvRecords } from "../../sources/csv/csv-records.ts";
import { plainNames } from "../../sources/csv/file-names.ts";
import { keysOf, nameKey } from "../../sources/csv/header.ts";
import { cellsByPosition, textsInWords } from "./error-cells.ts";
import type { ErrorDelimiter, ErrorProfile } from "./error-profile.ts";
import { ERROR_PROFILES } from "./error-profiles.ts";

/** How a state's error report is to be read. */
export interface RecognizedErrors {
  readonly profile: ErrorProfile;
  readonly delimiter: ErrorDelimiter;
  /** Names of the columns; null where every line is a record. */
  readonly header: readonly string[] | null;
  /** Lines with something in them before the header: titles and notes. */
  readonly recordsBeforeHeader: number;
}

/** Why no profile reads a file, in words for who sent it. They hold no cell of the file. */
export interface NotRecognized {
  readonly because: string;
}

export const isRecognized = (
  answer: RecognizedErrors | NotRecognized,
): answer is RecognizedErrors => "profile" in answer;

/** This much of a file is looked at to recognize it. */
const HEAD_CHARACTERS = 65_536;
const HEAD_ROWS = 25;
/** A header is within this many lines, since few notes are above it. */
const HEADER_WITHIN = 12;

/**
 * Recognizes a state's error report: by the columns of its header, without one by what its cells
 * hold, and between profiles that fit alike by the file's name.
 */
export function recognizeErrors(
  name: string,
  text: string,
  profiles: readonly ErrorProfile[] = ERROR_PROFILES,
): RecognizedErrors | NotRecognized {
  const head = text.slice(0, HEAD_CHARACTERS);
  const fits = profiles
    .flatMap((profile) => fitsOf(profile, name, head))
    .sort((a, b) => b.score - a.score);
  const [best] = fits;
  if (best === undefined) return { because: noProfileFits(name, head, profiles) };
  const alike = fits.filter(
    ({ score, recognized: { profile } }) =>
      score === best.score && profile.id !== best.recognized.profile.id,
  );
  if (alike.length === 0) return best.recognized;
  const ids = [best, ...alike].map(({ recognized: { profile } }) => profile.id);
  return {
    because: `The file fits several profiles: ${ids.join(", ")}. Name one of them with --profile.`,
  };
}

interface Fit {
  readonly recognized: RecognizedErrors;
  readonly score: number;
}

/** A header says more than the file's name, and the name more than the number of columns. */
const HEADER_SCORE = 2_000;
const NAME_SCORE = 1_000;

function fitsOf(profile: ErrorProfile, name: string, head: string): readonly Fit[] {
  if (!givesRule(profile, name)) return [];
  const nameScore = isNamed(profile, name) ? NAME_SCORE : 0;
  return profile.delimiters.flatMap((delimiter): readonly Fit[] => {
    const rows = rowsUnder(head, delimiter);
    const place = rows
      .slice(0, HEADER_WITHIN)
      .findIndex((row) => missingColumns(profile, row).length === 0);
    const header = rows[place];
    const base = { profile, delimiter };
    if (header !== undefined) {
      const matched = profile.columns.filter(({ names }) => hasColumn(names, header)).length;
      return [
        {
          recognized: { ...base, header, recordsBeforeHeader: place },
          score: HEADER_SCORE + nameScore + matched,
        },
      ];
    }
    return areRecords(profile, rows)
      ? [{ recognized: { ...base, header: null, recordsBeforeHeader: 0 }, score: nameScore }]
      : [];
  });
}

/** Whether a rule's id is in a column, or in this file's name. */
const givesRule = (profile: ErrorProfile, name: string): boolean =>
  profile.columns.some(({ to }) => to === "ruleId") ||
  textsInWords(profile.fromName ?? [], name).ruleId !== undefined;

const isNamed = ({ fileNames }: ErrorProfile, name: string): boolean =>
  plainNames(name).some((plain) =>
    fileNames.some((pattern) => new RegExp(pattern, "i").test(plain)),
  );

function rowsUnder(head: string, delimiter: ErrorDelimiter): readonly (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  const csv = csvRecords(
    { header: () => undefined, record: (cells) => rows.push(cells) },
    { delimiter: delimiterOf(delimiter), hasHeaderRow: false },
  );
  csv.push(head);
  if (rows.length < HEAD_ROWS) csv.end();
  return rows.slice(0, HEAD_ROWS).map((row) => row.map((cell) => cell.trim()));
}

/** A character that no text has leaves each line whole. */
export const delimiterOf = (delimiter: ErrorDelimiter): string =>
  delimiter === "line" ? "\u001f" : delimiter;

const hasColumn = (names: readonly string[] = [], header: readonly string[]): boolean =>
  names.some((name) => keysOf(header).includes(nameKey(name)));

const missingColumns = ({ signature }: ErrorProfile, header: readonly string[]) =>
  signature.filter((names) => !hasColumn(names, header));

/** Whether at least half of the lines are records without a header, as the profile describes them. */
function areRecords(profile: ErrorProfile, rows: readonly (readonly string[])[]): boolean {
  if (profile.columns.every(({ position }) => position === undefined)) return false;
  const rule = new RegExp(`^(?:${profile.ruleIdForm})$`, "i");
  const codes = Object.keys(profile.severities.codes).map((code) => code.toLowerCase());
  const fitting = rows.filter((row) => {
    const { ruleId, severity, message = "" } = cellsByPosition(profile, row);
    if (ruleId !== undefined) {
      return (
        rule.test(ruleId) && (severity === undefined || codes.includes(severity.toLowerCase()))
      );
    }
    return Object.keys(textsInWords(profile.fromMessage ?? [], message)).length > 0;
  });
  return fitting.length > 0 && fitting.length * 2 >= rows.length;
}

/** What was looked for, and what the file lacks of the profile that it fits best. */
function noProfileFits(name: string, head: string, profiles: readonly ErrorProfile[]): string {
  const nearest = profiles
    .flatMap((profile) =>
      profile.delimiters
        .flatMap((delimiter) => rowsUnder(head, delimiter).slice(0, HEADER_WITHIN))
        .map((row) => ({ profile, missing: missingColumns(profile, row) })),
    )
    .filter(({ profile, missing }) => missing.length < profile.signature.length)
    .sort((a, b) => a.missing.length - b.missing.length)[0];
  if (nearest !== undefined && nearest.missing.length > 0) {
    const lacking = nearest.missing.map((names) => names[0] ?? "").join(", ");
    return `No profile fits the file. It is nearest to ${nearest.profile.id} (${nearest.profile.title}), and lacks the columns: ${lacking}.`;
  }
  if (nearest !== undefined && !givesRule(nearest.profile, name)) {
    return `The file could be of ${nearest.profile.id} (${nearest.profile.title}), whose rule is in the file's name: give the file the name that it had when it was downloaded.`;
  }
  const expected = profiles.map(
    ({ id, signature }) => `${id} (${signature.map((names) => names[0] ?? "").join(", ")})`,
  );
  return `No profile fits the file. Each needs its columns: ${expected.join("; ")}. Send the report as it was downloaded, as CSV or text.`;
}
