import { nothingIngested } from "../../pipeline/not-possible.ts";
import type { Command } from "commander";
import { LOG_KINDS, type LogEntry } from "../../access/log-entry.ts";
import type { Day } from "../../domain/calendar/day.ts";
import { readAccessLog, WHOLE_LOG } from "../../pipeline/console/access-log.ts";
import { conformedInForce } from "../../pipeline/conform/conformed-in-force.ts";
import { AS_STAFF, commandCase, noted, type AsStaff } from "../arguments/as-staff.ts";
import { CommandError } from "../arguments/command-error.ts";
import {
  dayArgument,
  ofDistrict,
  parsed,
  print,
  type OfDistrict,
} from "../arguments/command-parts.ts";
import { withLocalPlaces } from "../arguments/local-places.ts";
import { nameAsked } from "../arguments/name-asked.ts";
import { schoolsAsked } from "../arguments/schools-asked.ts";
import { columns } from "../arguments/text-columns.ts";

interface LogAsked extends OfDistrict, AsStaff {
  readonly district: OfDistrict["district"];
  readonly from?: Day;
  readonly until?: Day;
  readonly staff?: string;
  readonly school?: string;
  readonly kind?: string;
  readonly limit: number;
}

/** Entries that are shown where no other number is asked for. */
const SHOWN = 200;

/** Adds `ilp access-log`: who looked at exact figures or names, and who recorded what. It names no student. */
export function addAccessLogCommand(program: Command): void {
  ofDistrict(
    program,
    "access-log",
    "List who looked at exact figures or students' names and who recorded what, newest first. Names no student.",
  )
    .option("--from <day>", "the first date (in UTC)", parsed(dayArgument))
    .option("--until <day>", "the last date (in UTC)", parsed(dayArgument))
    .option("--staff <id>", "only entries of one staff member, or of the “system account”")
    .option(
      "--school <id>",
      "only entries about one school, by id or name, or about the whole district",
    )
    .option("--kind <kind>", `only entries of one kind: ${LOG_KINDS.join(", ")}`)
    .option(
      "--limit <number>",
      "list only this many entries, the newest ones",
      parsed(limitArgument),
      SHOWN,
    )
    .option(...AS_STAFF)
    .action(async (options: LogAsked) => {
      const { district, from = null, until = null, staff = null } = options;
      if (from !== null && until !== null && until < from) {
        throw new CommandError(`--until ${until} is before --from ${from}`);
      }
      const kind =
        options.kind === undefined
          ? null
          : nameAsked(options.kind, LOG_KINDS, "the log has no entries of kind");
      const page = await withLocalPlaces(options.data, async (places) => {
        const manifest = await conformedInForce(places.records, district);
        if (manifest === null) throw new CommandError(nothingIngested(district));
        await noted(await commandCase(places, options), "see-log", "log");
        const school =
          options.school === undefined
            ? null
            : (schoolsAsked(manifest, options.school)[0]?.id ?? null);
        const filter = { ...WHOLE_LOG, from, until, who: staff, school, kind };
        return readAccessLog(places, district, filter, options.limit, null);
      });
      print(options, page.entries, (entries) => logText(entries, page.next !== null));
    });
}

function logText(entries: readonly LogEntry[], hasMore: boolean): string {
  if (entries.length === 0) return "the log has no entry that fits\n";
  const table = columns(
    ["when", "who", "role", "kind", "what", "schools", "students", "allowed", "through", "because"],
    entries.map((entry) => [
      entry.at,
      entry.who,
      `${entry.role ?? ""}${entry.isDemo ? " (demo)" : ""}`,
      entry.kind,
      entry.what,
      entry.schools?.join(", ") ?? "district",
      entry.students === null ? "" : String(entry.students),
      entry.isAllowed ? "yes" : "refused",
      entry.through,
      entry.because,
    ]),
  );
  return hasMore ? `${table}there are older entries: use --limit or --until to see them\n` : table;
}

function limitArgument(text: string): number {
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 1)
    throw new Error("expected a whole number, 1 or greater");
  return limit;
}
