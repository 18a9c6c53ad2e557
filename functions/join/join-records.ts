import { fieldOf, NO_COLUMNS, type Columns } from "../domain/records/columns.ts";
import { columnsOf } from "../domain/records/columns-builder.ts";
import { recordTypeOf } from "../domain/record-types/record-types.ts";
import { datedEnrollments } from "./roster/dated-enrollments.ts";
import { sentIn, type ArrivedFile } from "./rows/rows-by-key.ts";
import type { RuleIds } from "../mandates/rules/rule-ids.ts";
import { validStaff } from "./valid-staff.ts";
import { nestedSessions } from "./roster/nested-sessions.ts";
import { HELD_TABLES, type HeldTable } from "./rows/held-rows.ts";
import type { JoinLog } from "./rows/join-log.ts";
import { joinedRows, type JoinedRecords } from "./joined-records.ts";
import { keptRecords, rowByRow } from "./rows/kept-records.ts";
import { inPlanYear } from "./plan-years.ts";
import { recordIndex } from "./record-index.ts";
import { referring, type Targets } from "./referring.ts";
import type { Roster } from "./roster/roster.ts";

/** What a step of one type is given. */
interface Joining {
  readonly files: readonly ArrivedFile[];
  readonly targets: Targets;
  readonly log: JoinLog;
}

/**
 * Joins the records of all types, one type after another in the order of the registry, so that each
 * refers to what is joined already.
 */
export function joinRecords(
  files: readonly ArrivedFile[],
  roster: Roster,
  rules: RuleIds,
  log: JoinLog,
): JoinedRecords {
  const records = recordIndex();
  const joined = new Map<HeldTable, Columns>();
  const enrolled = new Set<string>();
  const joining = { files, targets: { roster, rules, records, enrolled }, log };
  for (const table of HELD_TABLES) {
    const columns = joinType(table, joining);
    joined.set(table, columns);
    records.add(recordTypeOf(table), columns);
    if (table === "enrollment") {
      for (const student of fieldOf(columns, "student").values) enrolled.add(String(student));
    }
  }
  const rowsOf = (table: HeldTable): Columns => joined.get(table) ?? NO_COLUMNS;
  joined.set(
    "enrollment",
    datedEnrollments(rowsOf("enrollment"), rowsOf("classEnrollment"), rowsOf("session")),
  );
  return Object.fromEntries(
    HELD_TABLES.map((table) => [table, joinedRows(rowsOf(table))]),
    // Each table keeps the type of its rows.
  ) as unknown as JoinedRecords;
}

/** The records of one type: by its own step where its descriptor cannot say it all, else as its descriptor says. */
function joinType(table: HeldTable, joining: Joining): Columns {
  const own = OWN_STEPS[table];
  if (own !== undefined) return own(joining);
  const { files, targets, log } = joining;
  const refer = inPlanYear(table, referring(table, targets), targets.records, log);
  return keptRecords(table, sentIn(files, table), refer, log);
}

const OWN_STEPS: { readonly [T in HeldTable]?: (joining: Joining) => Columns } = {
  // They are joined first: see `joinRoster`.
  organization: ({ targets }) => targets.roster.organizations,
  person: ({ targets }) => targets.roster.people,
  session({ files, log }) {
    const nested = nestedSessions(files);
    for (const { sent, to } of nested.faulty) {
      log.faults.add(sent.file, "session", sent.record, [to, "outside-its-parent"]);
    }
    log.duplicates.add("session", nested.duplicates);
    return columnsOf(nested.sessions);
  },
  staff({ files, targets, log }) {
    const refer = rowByRow<"staff">(({ row, file, record }) => {
      const valid = validStaff(row, targets.roster.schools);
      for (const fault of valid.setAside) log.faults.add(file, "staff", record, fault);
      return valid.row;
    });
    return keptRecords("staff", sentIn(files, "staff"), refer, log);
  },
};
