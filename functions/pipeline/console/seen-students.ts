import { ofStudent, permit } from "../../access/permit.ts";
import { recordsKeys } from "../../layout.ts";
import type { CaseloadsBySchool } from "../../reports/students/caseloads-by-school.ts";
import { readJson } from "../stored-json.ts";
import { CASELOADS } from "../release/staff-editions.ts";
import type { ConsoleCase } from "./console-case.ts";

/**
 * The schools of which a list may name students: those of the reader's roles, and those with
 * students in her caseload.
 */
export async function listSchools(of: ConsoleCase): Promise<ConsoleCase["schools"]> {
  const { reader, schools } = of;
  if (reader.kind === "system") return schools;
  if (reader.kind === "unknown") return [];
  const anyone = { isEnrolled: true, counselors: ["\u0000"] };
  const own = new Set(reader.roles.flatMap((held) => held.schools));
  const counselors = new Set(reader.roles.flatMap((held) => held.counselors));
  const caseloads = await caseloadsInForce(of);
  return schools.filter(
    ({ id }) =>
      (["see-student", "see-records", "see-data-to-fix"] as const).some(
        (kind) => permit(reader, kind, ofStudent({ ...anyone, school: id }), schools).isAllowed,
      ) ||
      (own.has(id) && reader.roles.some(({ role }) => role === "counselor")) ||
      (caseloads[id] ?? []).some((counselor) => counselors.has(counselor)),
  );
}

/**
 * By school, the counselors with students there in the current edition. An edition of an earlier
 * version of the program says none.
 */
async function caseloadsInForce({ places, who, latest }: ConsoleCase): Promise<CaseloadsBySchool> {
  if (latest === null) return {};
  const folder = recordsKeys.staffEdition(who.district, latest.edition);
  return (await readJson<CaseloadsBySchool>(places.records, folder + CASELOADS)) ?? {};
}
