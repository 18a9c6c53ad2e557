import { DISTRICT, permit, type Permit } from "../../../access/permit.ts";
import type { ConsoleCase } from "../console-case.ts";
import { noteLook } from "../note-look.ts";

/** Whether the reader may work on files for the state; noted in the access log either way. */
export async function notedReportLook(
  of: ConsoleCase,
  what: string,
  students: number | null = null,
): Promise<Permit> {
  const allowed = permit(of.reader, "make-state-file", DISTRICT, of.schools);
  await noteLook(of, { kind: "make-state-file", what, permit: allowed, schools: null, students });
  return allowed;
}
