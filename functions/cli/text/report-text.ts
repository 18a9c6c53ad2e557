import { longDay } from "../../domain/calendar/long-day.ts";
import type { Day } from "../../domain/calendar/day.ts";
import { counted } from "../../domain/text/counted.ts";
import { differenceInWords, type Certificate } from "../../reports/state/gate/certificate.ts";
import type { CheckMade, RecordToFix } from "../../reports/state/gate/gate.ts";
import type {
  PartStatus,
  ReportDefinition,
} from "../../reports/state/definitions/report-definition.ts";
import type { ReportSettings } from "../../reports/state/definitions/report-settings.ts";
import { FIX_OWNER_NAMES, inOrder } from "../../reports/state/gate/to-fix-sheet.ts";
import { columns } from "../arguments/text-columns.ts";

const STATUS_NAMES: { readonly [status in PartStatus]: string } = {
  confirmed: "confirmed",
  recalled: "recalled, not checked",
  "not-confirmed": "layout not confirmed",
};

type Listed = Pick<ReportDefinition, "id" | "title" | "state" | "status" | "effective">;

export const definitionsText = (all: readonly Listed[]): string =>
  columns(
    ["report", "state", "layout", "school years", "title"],
    all.map(({ id, title, state, status, effective }) => [
      ...[id, state ?? "any", STATUS_NAMES[status]],
      ...[effective.length === 0 ? "any" : effective.join(", "), title],
    ]),
  );

export function definitionText(definition: ReportDefinition): string {
  const { title, summary, citation, population, fields, leftOut } = definition;
  const rows = fields.map(({ name, definition: words, codes, status }) => [
    ...[name, codes === undefined ? "" : [...new Set(Object.values(codes))].join(" ")],
    ...[STATUS_NAMES[status], words],
  ]);
  const missing = leftOut.map(
    ({ what, because, nextStep }) => `  ${what}: ${because} ${nextStep}\n`,
  );
  return [
    `${title}\n${summary}\nWho is in it: ${population.words}\nWhere it is written: ${citation}\n\n`,
    columns(["field", "codes", "status", "what it is"], rows),
    missing.length === 0 ? "" : `\nWhat it leaves out\n${missing.join("")}`,
  ].join("");
}

interface Checked {
  readonly report: string;
  readonly countDay: Day;
  readonly records: number;
  readonly isReady: boolean;
  readonly checks: readonly CheckMade[];
  readonly toFix: number;
}

const OUTCOMES = { passed: "passed", failed: "FAILED", "not-made": "not made" } as const;

export function checkText({ report, countDay, records, isReady, checks, toFix }: Checked): string {
  const lines = checks.map(({ outcome, name, because, remedy }) =>
    [
      `${OUTCOMES[outcome].padEnd(9)}${name}`,
      `         ${because}${remedy === undefined ? "" : ` ${remedy}`}`,
    ].join("\n"),
  );
  const end = isReady
    ? "Every check passed: ilp report certify freezes it, ilp report export writes the file."
    : "The file cannot be written before each failed check passes.";
  const list =
    toFix === 0 ? "" : ` ilp report fix ${report} lists ${counted(toFix, "thing")} to fix.`;
  return `${report}: ${counted(records, "record")}, count day ${longDay(countDay)}\n\n${lines.join("\n")}\n\n${end}${list}\n`;
}

export const toFixText = (toFix: readonly RecordToFix[]): string =>
  toFix.length === 0
    ? "Nothing is to be fixed.\n"
    : columns(
        ["who", "school", "student", "field", "what is wrong", "where"],
        inOrder(toFix).map(({ about, owner, field, because, system, column }) => [
          ...[FIX_OWNER_NAMES[owner], about.schoolName],
          studentName(about),
          ...[field, because, column === "" ? system : `${system}: ${column}`],
        ]),
      );

/** "Soto, Ana (604822)"; nothing for a record of counts. */
const studentName = ({ student, familyName, givenName }: RecordToFix["about"]): string =>
  student === "" ? "" : `${familyName}, ${givenName} (${student})`;

export const exportText = ({
  file,
  certificate,
}: {
  readonly file: string;
  readonly certificate: string | null;
}): string =>
  certificate === null
    ? `wrote ${file}: every check passed, and nobody has certified it\n`
    : `wrote ${file}, as certified in ${certificate}\n`;

export const certificateText = ({
  certificate,
  certifiedBy,
  certifiedAt,
  files,
  difference,
  expiresOn,
}: Certificate): string =>
  [
    `${certificate}: certified by ${certifiedBy} on ${longDay(certifiedAt.slice(0, 10) as Day)}`,
    ...(difference === null ? [] : [`amendment: ${differenceInWords(difference)}`]),
    ...files.map(({ name, sha256 }) => `  ${sha256}  ${name}`),
    `the files are kept until ${longDay(expiresOn as Day)}, the certificate for good\n`,
  ].join("\n");

export const historyText = (all: readonly Certificate[]): string =>
  all.length === 0 ? "Nothing was certified.\n" : all.map(certificateText).join("\n");

export function settingsText({ district, schools }: ReportSettings): string {
  const rows = [
    ...Object.entries(district).map(([code, value]) => ["district", code, value ?? ""]),
    ...Object.entries(schools).map(([school, value]) => ["school", school, value]),
  ];
  return rows.length === 0 ? "No code is set.\n" : columns(["of", "name", "code"], rows);
}
