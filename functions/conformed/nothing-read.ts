import { RECORD_TYPES } from "../domain/record-types/record-types.ts";
import type { CanonicalTable } from "../sources/profiles/profile.ts";
import type { FileKind } from "../sources/profiles/profiles.ts";
import type { JudgedFile } from "./judged-file.ts";
import type { HeldTable } from "../join/rows/held-rows.ts";

/** The record types that every district needs. */
const NEEDED = ["organization", "enrollment"] as const satisfies readonly HeldTable[];

/**
 * Why files give no conformed version: for each record type that a district needs, why the files
 * that could have given it do not or, if none could, which files of their formats would.
 * @returns sentences that begin in lower case and have no period
 */
export function whyNothing(
  read: readonly JudgedFile[],
  kinds: readonly FileKind[],
): readonly string[] {
  return NEEDED.flatMap((table) => {
    const isRead = read.some(
      ({ file, outcome }) => outcome === "used" && file.rows[table].length > 0,
    );
    if (isRead) {
      return table === "enrollment"
        ? ["every enrollment that was read was rejected: ilp quarantine list shows why"]
        : [];
    }
    const could = read.filter(({ file: { reading } }) =>
      reading.kind === null
        ? reading.lacking.some((lacking) => lacking.table === table)
        : readsTable(reading.kind, table),
    );
    const reasons = could.map((file) => `${file.received.name} ${whyNone(file, table)}`);
    const others = otherFiles(read, kinds, table, could);
    // A school may also be known from the enrollments alone.
    if (table === "organization" && could.length === 0) return [];
    const { one: single, many } = RECORD_TYPES[table].words;
    const send = others.length === 0 ? "" : `; send ${others.join(" or ")}`;
    return [
      reasons.length === 0
        ? `no file has ${many}${send === "" ? "; send the file of the export that has them" : send}`
        : `no ${single} could be read: ${reasons.join("; ")}${send}`,
    ];
  });
}

const readsTable = (kind: FileKind | null, table: CanonicalTable): boolean =>
  kind?.profile.reads.some((read) => read.table === table) === true;

function whyNone({ file, outcome }: JudgedFile, table: CanonicalTable): string {
  const { lacking, records, rejected } = file.reading;
  const columns = lacking.find((ofTable) => ofTable.table === table)?.columns ?? [];
  if (columns.length > 0) return `lacks ${columns.join(" and ")}`;
  if (outcome === "waiting") return "waits to be accepted";
  if (outcome === "refused") return "was refused";
  if (records === 0) return "holds no record";
  if (rejected === records) return "has only records that are rejected";
  return outcome === "used" ? "has no record of one" : `is ${outcome}`;
}

/** The files of the same formats that would give it and were not sent. */
function otherFiles(
  read: readonly JudgedFile[],
  kinds: readonly FileKind[],
  table: CanonicalTable,
  could: readonly JudgedFile[],
): readonly string[] {
  const formatOf = ({ kind }: FileKind): string => kind.slice(0, kind.indexOf("/"));
  const sent = read.flatMap(({ file }) => file.reading.kind ?? []);
  const formats = new Set(sent.map(formatOf));
  const isSent = new Set(sent.map(({ kind }) => kind));
  return (
    kinds
      .filter((kind) => formats.has(formatOf(kind)) && !isSent.has(kind.kind))
      .filter((kind) => readsTable(kind, table))
      // A file of this name was sent and lacks columns, so it need not be asked for again.
      .filter(
        ({ profile }) =>
          !could.some(({ received }) => new RegExp(profile.pattern, "i").test(received.name)),
      )
      .map(({ profile }) => profile.file)
  );
}
