import type { AnyRow } from "../domain/record-types/field.ts";
import { recordTypeOf } from "../domain/record-types/record-types.ts";
import type { CanonicalRows } from "../sources/read/canonical-rows.ts";
import { datedEnrollments } from "./roster/dated-enrollments.ts";
import { rowsIn, type ArrivedFile } from "./rows/rows-by-key.ts";
import type { RuleIds } from "../mandates/rules/rule-ids.ts";
import { validStaff } from "./valid-staff.ts";
import { nestedSessions } from "./roster/nested-sessions.ts";
import { HELD_TABLES, type HeldTable } from "./rows/held-rows.ts";
import type { JoinLog } from "./rows/join-log.ts";
import { joinedRows, type JoinedRecords } from "./joined-records.ts";
import { keptRecords, type Refer } from "./rows/kept-records.ts";
import { inPlanYear } from "./plan-years.ts";
import { recordIndex } from "./record-index.ts";
import { referring, type Targets } from "./referring.ts";
import type { Roster } from "./roster/roster.ts";

type Rows = { [T in HeldTable]?: readonly CanonicalRows[T][] };

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
  const rows: Rows = {};
  const enrolled = new Set<string>();
  const joining = { files, targets: { roster, rules, records, enrolled }, log };
  for (const table of HELD_TABLES) {
    const joined = joinType(table, joining);
    // The table decides the type of its rows.
    Object.assign(rows, { [table]: joined });
    records.add(recordTypeOf(table), joined as unknown as readonly AnyRow[]);
    if (table === "enrollment")
      for (const { student } of rows.enrollment ?? []) enrolled.add(student);
  }
  const dated = datedEnrollments(
    rows.enrollment ?? [],
    rows.classEnrollment ?? [],
    rows.session ?? [],
  );
  return groupedRecords({ ...rows, enrollment: dated });
}

/** The records of one type: by its own step where its descriptor cannot say it all, else as its descriptor says. */
function joinType<T extends HeldTable>(table: T, joining: Joining): readonly CanonicalRows[T][] {
  const own = OWN_STEPS[table];
  if (own !== undefined) return own(joining);
  const { files, targets, log } = joining;
  const refer = inPlanYear(table, referring(table, targets), targets.records, log);
  return keptRecords(table, rowsIn(files, table), refer, log);
}

const OWN_STEPS: {
  readonly [T in HeldTable]?: (joining: Joining) => readonly CanonicalRows[T][];
} = {
  // They are joined first: see `joinRoster`.
  organization: ({ targets }) => targets.roster.organizations,
  person: ({ targets }) => targets.roster.people,
  session({ files, log }) {
    const nested = nestedSessions(files);
    for (const { sent, to } of nested.faulty) {
      log.faults.add(sent.file, "session", sent.record, [to, "outside-its-parent"]);
    }
    log.duplicates.add("session", nested.duplicates);
    return nested.sessions;
  },
  staff({ files, targets, log }) {
    const refer: Refer<"staff"> = ({ row, file, record }) => {
      const valid = validStaff(row, targets.roster.schools);
      for (const fault of valid.setAside) log.faults.add(file, "staff", record, fault);
      return valid.row;
    };
    return keptRecords("staff", rowsIn(files, "staff"), refer, log);
  },
};

function groupedRecords(rows: Rows): JoinedRecords {
  const records = HELD_TABLES.map((table) => [table, joinedRows(table, rows[table] ?? [])]);
  // Each table keeps the type of its rows.
  return Object.fromEntries(records) as JoinedRecords;
}
