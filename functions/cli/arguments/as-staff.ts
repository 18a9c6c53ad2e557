import type { RequestKind } from "../../access/grants.ts";
import { DISTRICT, permit, type Asked } from "../../access/permit.ts";
import type { DistrictId } from "../../domain/ids.ts";
import { consoleCase, type ConsoleCase } from "../../pipeline/console/console-case.ts";
import { signature, studentsAsked } from "../../pipeline/console/decisions/decision-answer.ts";
import { noteLook } from "../../pipeline/console/note-look.ts";
import type { Places } from "../../pipeline/ports.ts";
import { CommandError } from "./command-error.ts";

/** The staff member for whom a command is run. */
export interface AsStaff {
  readonly district: DistrictId;
  readonly as?: string;
}

/** The option of every command that shows exact figures or names, or records something. */
export const AS_STAFF = [
  "--as <staff id>",
  "run the command as this staff member, with the rights of that person's roles; by default, as the system account",
] as const;

/** Who runs a command, with what is in use. */
export const commandCase = (places: Places, { district, as }: AsStaff) =>
  consoleCase(
    places,
    { district, staff: as ?? null, isDemo: false, through: "command" },
    new Date().toISOString(),
  );

/**
 * Who decides or states what a command records: the staff member for whom it is run, otherwise the
 * person whom `--by` names.
 * @throws CommandError if both are given and differ, or neither is
 */
export function signedBy(of: ConsoleCase, by: string | undefined): string {
  const given = by?.trim() ?? "";
  if (of.reader.kind === "system") {
    if (given === "") throw new CommandError("--by must say who decided or states it");
    return given;
  }
  const own = signature(of);
  if (given !== "" && given !== own && given !== of.reader.staff) {
    throw new CommandError(`--as ${of.reader.staff} records it as ${own}: leave --by out`);
  }
  return own;
}

/**
 * Notes a look or a record of a command in the access log.
 * @throws CommandError with the reason if no role grants it; the refused attempt is noted too
 */
export async function noted(
  of: ConsoleCase,
  kind: RequestKind,
  what: string,
  about: {
    readonly asked?: Asked;
    readonly student?: string;
    readonly schools?: readonly string[];
  } = {},
): Promise<void> {
  // A district without data has nothing to see, and the command says so itself.
  if (of.manifest === null) return;
  const { student } = about;
  const named = student === undefined ? [] : await studentsAsked(of, [student]);
  const asked = about.asked ?? named[0] ?? DISTRICT;
  const allowed = permit(of.reader, kind, asked, of.schools);
  await noteLook(of, {
    ...{ kind, what, permit: allowed },
    schools:
      about.schools ?? (asked.of === "district" || asked.school === "" ? null : [asked.school]),
    students: student === undefined ? null : 1,
    student: student ?? null,
  });
  if (!allowed.isAllowed) throw new CommandError(allowed.because);
}
