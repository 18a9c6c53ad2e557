import { DISTRICT, permit, roleInWords, type KnownSchool } from "../../access/permit.ts";
import { readerId, type Reader } from "../../access/reader.ts";
import { noteAccess } from "./access-log.ts";
import type { Places } from "../ports.ts";
import { consoleCase, type SignedIn } from "./console-case.ts";

/** Logs that somebody opened the console, or took another role in the demo. */
export async function noteSession(
  places: Places,
  who: SignedIn,
  kind: "open-session" | "change-demo-role",
  instant: string,
): Promise<void> {
  const { reader, schools } = await consoleCase(places, who, instant);
  const hasRole = reader.kind === "system" || (reader.kind === "staff" && reader.roles.length > 0);
  await noteAccess(places.records, who.district, {
    at: instant,
    who: readerId(reader),
    role: reader.kind === "staff" ? (reader.roles[0]?.role ?? null) : null,
    isDemo: who.isDemo,
    kind,
    what: "session",
    schools: null,
    students: null,
    subject: null,
    isAllowed: hasRole,
    because: reasonOf(reader, schools),
    through: who.through,
  });
}

/** The roles in words; without a role, why nothing is shown. */
const reasonOf = (reader: Reader, schools: readonly KnownSchool[]): string =>
  reader.kind === "staff" && reader.roles.length > 0
    ? reader.roles.map((held) => `${roleInWords(held, schools)}.`).join(" ")
    : permit(reader, "see-figures", DISTRICT, schools).because;
