import { ofSchool, permit, roleInWords } from "../../access/permit.ts";
import { rolesOf } from "../../access/reader.ts";
import type { SeenStudent } from "../../console/seen-as.ts";
import { grouped } from "../../domain/text/grouped.ts";
import type { ConsoleCase } from "./console-case.ts";
import { noteLook } from "./note-look.ts";

/**
 * Logs whom a list names, once per role that permits it. A list that names nobody is logged as a
 * look at its number.
 */
export async function noteShown(
  of: ConsoleCase,
  what: string,
  meant: ConsoleCase["schools"],
  shown: readonly SeenStudent[],
): Promise<void> {
  const schools = meant.map(({ id }) => id);
  const byRole = grouped(shown, (seen) => `${seen.permit.role ?? ""} ${String(seen.seesPlans)}`);
  for (const studentsOfRole of byRole.values()) {
    const [first] = studentsOfRole;
    if (first === undefined) continue;
    await noteLook(of, {
      kind: first.seesPlans ? "see-student" : "see-records",
      what,
      permit: first.permit,
      schools,
      students: studentsOfRole.length,
    });
  }
  if (shown.length > 0) return;
  const permits = schools.map((id) => permit(of.reader, "see-figures", ofSchool(id), of.schools));
  const own = permits.find(({ isAllowed }) => isAllowed);
  // The list was shown, and the reader may see none of its students.
  const because = { isAllowed: true, because: rolesInWords(of), role: null };
  await noteLook(of, {
    ...{ kind: own === undefined ? "see-records" : "see-figures", what, schools, students: 0 },
    permit: own ?? because,
  });
}

const rolesInWords = ({ reader, schools }: ConsoleCase): string =>
  rolesOf(reader)
    .map((held) => `${roleInWords(held, schools)}.`)
    .join(" ");
