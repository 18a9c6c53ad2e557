import type { Command } from "commander";
import { DISTRICT, permit } from "../../access/permit.ts";
import { longDay } from "../../domain/calendar/long-day.ts";
import { counted } from "../../domain/text/counted.ts";
import type { WaitingRemoval } from "../../console/decision-answers.ts";
import type { RemovalDecision } from "../../conformed/removal-rulings.ts";
import { waitingRemovals } from "../../pipeline/console/decisions/waiting-decisions.ts";
import { noteLook } from "../../pipeline/console/note-look.ts";
import { nothingIngested } from "../../pipeline/not-possible.ts";
import { removalDecisions } from "../../pipeline/settings/removal-decisions.ts";
import { AS_STAFF, commandCase, type AsStaff } from "../arguments/as-staff.ts";
import { CommandError } from "../arguments/command-error.ts";
import { ofDistrict, print, type OfDistrict } from "../arguments/command-parts.ts";
import { withLocalPlaces } from "../arguments/local-places.ts";

/** Files that would remove many records, and every decision about one, the newest first. */
interface RemovalList {
  readonly files: readonly WaitingRemoval[];
  readonly decisions: readonly RemovalDecision[];
}

/** Adds `ilp removals list`: what waits to be accepted or refused, and what was decided. It names no student. */
export function addRemovalsCommand(program: Command): void {
  const removals = program
    .command("removals")
    .description("Files that would remove many records: accepted or refused by a person.");

  ofDistrict(
    removals,
    "list",
    "List the files that wait or are refused, and every decision about one. The console's page Decisions decides.",
  )
    .option(...AS_STAFF)
    .action(async (options: OfDistrict & AsStaff) => {
      const list = await withLocalPlaces(options.data, async (places): Promise<RemovalList> => {
        const of = await commandCase(places, options);
        if (of.manifest === null) throw new CommandError(nothingIngested(options.district));
        const allowed = permit(of.reader, "decide-removals", DISTRICT, of.schools);
        // A look, although it is for those who decide.
        const look = { kind: "see-rejected-files", what: "removals", schools: null } as const;
        await noteLook(of, { ...look, permit: allowed });
        if (!allowed.isAllowed) throw new CommandError(allowed.because);
        const decisions = await removalDecisions(places.records, options.district);
        return { files: await waitingRemovals(of), decisions: decisions.toReversed() };
      });
      print(options, list, removalsText);
    });
}

const removalsText = ({ files, decisions }: RemovalList): string =>
  [
    ...(files.length === 0 ? ["No file waits to be accepted or refused."] : files.map(fileLine)),
    ...(decisions.length === 0 ? [] : ["", "Decided, the newest first:"]),
    ...decisions.map(decisionLine),
    "",
  ].join("\n");

const fileLine = ({ file, sha256, isRefused, records, removals }: WaitingRemoval): string =>
  `${file} (${sha256.slice(0, 12)}, ${counted(records, "record")}): ${isRefused ? "refused" : "waits"}; would remove ${removals.length === 0 ? "many records" : removals.join(", ")}`;

const decisionLine = ({ file, sha256, decidedAt, decidedBy, ...decided }: RemovalDecision) =>
  `${longDay(decidedAt.slice(0, 10))}  ${file} (${sha256.slice(0, 12)}): ${verdictOf(decided)} by ${decidedBy}: ${decided.reason}`;

const verdictOf = ({
  isAccepted,
  isWithdrawn,
}: Pick<RemovalDecision, "isAccepted" | "isWithdrawn">): string =>
  isWithdrawn ? "refusal withdrawn" : isAccepted ? "accepted" : "refused";
