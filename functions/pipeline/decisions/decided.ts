import type { ConformedManifest } from "../../conformed/conformed-manifest.ts";
import type { DecisionKind, DecisionState } from "../../console/decision-answers.ts";
import { csvRecords } from "../../sources/csv/csv-records.ts";
import { rawBytes } from "../intake/raw-file.ts";
import type { ObjectStore } from "../ports.ts";
import { removalDecisions } from "../settings/removal-decisions.ts";
import {
  RECORDED_ATTESTATION,
  RECORDED_CASELOAD,
  RECORDED_CONFIRMATION,
  RECORDED_DUTY,
  RECORDED_EXEMPTION,
} from "../../conformed/recorded-tables.ts";

/** One decision, or one withdrawal, as it was recorded. */
export interface Decided {
  readonly kind: DecisionKind;
  /** The SHA-256 of the file that records it; of a removal, of the file that it is about. */
  readonly sha256: string;
  /** The instant, as ISO text. */
  readonly at: string;
  readonly by: string;
  readonly isWithdrawal: boolean;
  readonly state: DecisionState;
  /** The student's identifier; null where it is about none. */
  readonly student: string | null;
  /** The id of what it is about: a requirement, a duty, a counselor; of a removal the file's name. */
  readonly about: string;
  /** From when it holds, or the day on which something was done or read; empty of an assignment and a removal. */
  readonly on: string;
  /** First day on which it no longer holds; empty for no end. */
  readonly until: string;
  /** Why, as it was written down; empty where the record has no reason. */
  readonly reason: string;
  /** Of an attestation whether it is stated to be met, of a removal whether it is accepted; null of any other. */
  readonly isYes: boolean | null;
}

type Unplaced = Omit<Decided, "state"> & {
  /** Of two decisions with the same key, the later one holds. */
  readonly key: string;
};

type Cells = { readonly [column: string]: string };
type OfRecord = Omit<Unplaced, "sha256" | "at" | "isWithdrawal" | "kind">;

/**
 * Every decision that was recorded one by one, the newest first: the files in use are read back as they
 * were written. A decision that a district sends in a list of its own is not among them.
 */
export async function decidedOneByOne(
  records: ObjectStore,
  manifest: ConformedManifest,
): Promise<readonly Decided[]> {
  const { district, files } = manifest;
  const unplaced: Unplaced[] = [];
  const wanted = files.flatMap(({ name, sha256 }) => {
    const kind = kindOfFile(name);
    return kind === null ? [] : [{ name, sha256, kind }];
  });
  for (let from = 0; from < wanted.length; from += AT_ONCE) {
    const read = wanted.slice(from, from + AT_ONCE).map(async ({ kind, ...file }) => {
      const { sha256 } = file;
      const rows = recordedRows(await rawBytes(records, district, file));
      return rows.map((cells): Unplaced => ({
        ...{ kind, sha256, at: cells["recorded_at"] ?? "" },
        isWithdrawal: cells["is_withdrawn"] === "yes",
        ...READ[kind](cells),
      }));
    });
    unplaced.push(...(await Promise.all(read)).flat());
  }
  return placed([...unplaced, ...(await removals(records, manifest))]);
}

/** How many files are read at the same time: each is small. */
const AT_ONCE = 64;

type FileKind = Exclude<DecisionKind, "removal">;
const FILES: { readonly [kind in FileKind]: string } = {
  exemption: RECORDED_EXEMPTION.name,
  attestation: RECORDED_ATTESTATION.name,
  assignment: RECORDED_CASELOAD.name,
  duty: RECORDED_DUTY.name,
  confirmation: RECORDED_CONFIRMATION.name,
};

/** The kind of a file that records one decision, as the plain profile names such files; null of any other. */
function kindOfFile(name: string): FileKind | null {
  const beginning = /^(recorded_[a-z]+?)(?:_[a-z]+)?\.csv$/i.exec(name)?.[1]?.toLowerCase();
  const kinds = Object.keys(FILES) as readonly FileKind[];
  return kinds.find((kind) => FILES[kind] === beginning) ?? null;
}

const cell = (cells: Cells, column: string): string => cells[column] ?? "";

/** What a row of each kind says. */
const READ: { readonly [kind in FileKind]: (cells: Cells) => OfRecord } = {
  exemption: (cells) => ({
    ...ofRequirement(cells),
    by: cell(cells, "decided_by"),
    isYes: null,
  }),
  attestation: (cells) => ({
    ...ofRequirement(cells),
    by: cell(cells, "attested_by"),
    isYes: cell(cells, "is_met") === "yes",
  }),
  assignment: (cells) => ({
    ...NOTHING_MORE,
    key: ["assignment", cell(cells, "student_id"), cell(cells, "counselor_id")].join("\u0000"),
    by: cell(cells, "assigned_by"),
    student: cell(cells, "student_id"),
    about: cell(cells, "counselor_id"),
  }),
  duty: (cells) => ({
    ...NOTHING_MORE,
    key: ["duty", cell(cells, "duty"), cell(cells, "done_on")].join("\u0000"),
    by: cell(cells, "done_by"),
    about: cell(cells, "duty"),
    on: cell(cells, "done_on"),
  }),
  confirmation: (cells) => ({
    ...NOTHING_MORE,
    key: ["confirmation", cell(cells, "mandate"), cell(cells, "requirement")].join("\u0000"),
    by: cell(cells, "confirmed_by"),
    about: cell(cells, "requirement"),
    on: cell(cells, "confirmed_on"),
    reason: cell(cells, "source"),
  }),
};

const NOTHING_MORE = { student: null, on: "", until: "", reason: "", isYes: null } as const;

const ofRequirement = (cells: Cells) => ({
  key: [
    "attested_by" in cells ? "attestation" : "exemption",
    ...["student_id", "requirement", "from_on"].map((column) => cell(cells, column)),
  ].join("\u0000"),
  student: cell(cells, "student_id"),
  about: cell(cells, "requirement"),
  on: cell(cells, "from_on"),
  until: cell(cells, "until_on"),
  reason: cell(cells, "reason"),
});

/** The rows of a file that records a decision, by their columns. */
function recordedRows(bytes: Uint8Array): readonly Cells[] {
  const rows: Cells[] = [];
  let columns: readonly string[] = [];
  const reader = csvRecords(
    {
      header(cells) {
        columns = cells;
      },
      record(cells) {
        rows.push(Object.fromEntries(columns.map((name, place) => [name, cells[place] ?? ""])));
      },
    },
    { delimiter: "," },
  );
  reader.push(new TextDecoder().decode(bytes).replaceAll("\r\n", "\n"));
  reader.end();
  return rows;
}

async function removals(
  records: ObjectStore,
  { district }: ConformedManifest,
): Promise<readonly Unplaced[]> {
  return (await removalDecisions(records, district)).map((removal) => ({
    ...NOTHING_MORE,
    ...{ kind: "removal" as const, key: `removal\u0000${removal.sha256}`, sha256: removal.sha256 },
    ...{ at: removal.decidedAt, by: removal.decidedBy, isWithdrawal: removal.isWithdrawn },
    ...{ about: removal.file, reason: removal.reason, isYes: removal.isAccepted },
  }));
}

/**
 * The decisions, newest first, each with its state: of several about the same thing, the one
 * recorded last holds.
 */
function placed(records: readonly Unplaced[]): readonly Decided[] {
  const inOrder = records.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  const later = new Map<string, Unplaced>();
  return inOrder.map((record) => {
    const { key, ...decided } = record;
    const next = later.get(key);
    later.set(key, record);
    const state = next === undefined ? "in-force" : next.isWithdrawal ? "withdrawn" : "replaced";
    return { ...decided, state };
  });
}
