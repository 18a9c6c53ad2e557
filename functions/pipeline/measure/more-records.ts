import type { Attestation } from "../../domain/plans/attestation.ts";
import { CONFORMED, type ConformedTable } from "../../domain/record-types/conformed-tables.ts";
import type { Exemption } from "../../domain/plans/exemption.ts";
import { grouped } from "../../domain/text/grouped.ts";
import type { StudentId } from "../../domain/ids.ts";
import type { ProgramParticipation, Student } from "../../domain/people/student.ts";
import type { RowOf } from "../../domain/records/table-definition.ts";
import { NO_MORE_RECORDS, type MoreRecords } from "../../mandates/clock/clock-case.ts";
import type { AssentOf, ComponentOf, EventOf } from "../../sources/plans/statement-rows.ts";
import type { EarlierYears } from "../../join/earlier-years.ts";
import type { Available } from "../../conformed/availability.ts";

/** Reads the rows of a table, lists as the lists that they are. */
export type ReadTable = <T extends ConformedTable>(
  table: T,
) => Promise<RowOf<(typeof CONFORMED)[T]>[]>;

/**
 * What is known of each student of a school beyond the year's plan. What nobody in the district
 * sends is null.
 */
export async function moreRecords(
  read: ReadTable,
  sent: Available,
): Promise<(student: Student, earlier: EarlierYears) => MoreRecords> {
  const exemptions = grouped(
    (await read("exemption")) as unknown as readonly Exemption[],
    studentOf,
  );
  const attestations = grouped(
    (await read("attestation")) as unknown as readonly Attestation[],
    studentOf,
  );
  const programs = grouped(
    (await read("program")) as unknown as readonly ProgramParticipation[],
    studentOf,
  );
  const assents = grouped((await read("planAssent")) as unknown as readonly AssentOf[], studentOf);
  const components = grouped(
    (await read("planComponent")) as unknown as readonly ComponentOf[],
    studentOf,
  );
  const events = grouped((await read("studentEvent")) as unknown as readonly EventOf[], studentOf);
  const { collected } = sent;
  const { cohort } = NO_MORE_RECORDS;
  const codes = collected === undefined ? {} : { collected };
  // Spreads last: an object that begins with one takes five times as long, and every student has one.
  return ({ student, birthOn }, earlier) => ({
    cohort,
    birthOn,
    programs: sent.programs ? (programs.get(student) ?? []) : null,
    assents: sent.planAssents ? (assents.get(student) ?? []) : null,
    components: sent.planComponents ? (components.get(student) ?? []) : null,
    events: sent.studentEvents ? (events.get(student) ?? []) : null,
    exemptions: exemptions.get(student) ?? [],
    attestations: attestations.get(student) ?? [],
    ...earlier,
    ...codes,
  });
}

const studentOf = ({ student }: { readonly student: StudentId }): StudentId => student;
