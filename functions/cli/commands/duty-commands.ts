import { nothingIngested } from "../../pipeline/not-possible.ts";
import type { Command } from "commander";
import { day, type Day } from "../../domain/calendar/day.ts";
import { conformedInForce } from "../../pipeline/conform/conformed-in-force.ts";
import { mandateSummary } from "../../editions/mandate-summary.ts";
import { recordDuty, withdrawDuty } from "../../pipeline/decisions/duty-decisions.ts";
import type { Progress } from "../../pipeline/ports.ts";
import { AS_STAFF, commandCase, noted, signedBy, type AsStaff } from "../arguments/as-staff.ts";
import { CommandError } from "../arguments/command-error.ts";
import {
  dayArgument,
  ofDistrict,
  parsed,
  print,
  type Json,
  type OfDistrict,
} from "../arguments/command-parts.ts";
import { withLocalPlaces } from "../arguments/local-places.ts";
import { mandateArgument, mandateAsked, type OfMandate } from "../arguments/mandate-argument.ts";
import { dutiesText } from "../text/mandate-text.ts";

const MANDATE = [
  "--mandate <id>",
  "the mandate, such as KY; by default, the district's own",
  parsed(mandateArgument),
] as const;

/** Adds `ilp duties` (list, done): what the district itself has to do, and that it did it. */
export function addDutyCommands(program: Command, progressFor: (of: Json) => Progress): void {
  const duties = program
    .command("duties")
    .description("Duties of the district itself, such as a policy renewal or a yearly report.");

  addList(duties);
  addDone(duties, progressFor);
}

function addList(duties: Command): void {
  ofDistrict(duties, "list", "List the duties: when each is due, and when it was last done.")
    .option(...MANDATE)
    .option("--as-of <day>", "the date to report on; by default, today", parsed(dayArgument))
    .action(async (options: OfDistrict & OfMandate & { readonly asOf?: Day }) => {
      const summary = await withLocalPlaces(options.data, async (places) => {
        const manifest = await conformedInForce(places.records, options.district);
        if (manifest === null) {
          throw new CommandError(nothingIngested(options.district));
        }
        const mandate = await mandateAsked(places, options);
        return mandateSummary(mandate, options.asOf ?? today(), { done: manifest.duties ?? [] });
      });
      print(options, summary.duties, (list) => dutiesText(summary.title, list));
    });
}

function addDone(duties: Command, progressFor: (of: Json) => Progress): void {
  ofDistrict(duties, "done", "Record that the district did one of its duties.")
    .requiredOption("--duty <id>", "the id of the duty; ilp duties list shows the ids")
    .requiredOption("--on <day>", "the date on which it was done", parsed(dayArgument))
    .option("--by <staff>", "the staff member responsible for it; with --as, that person")
    .option(
      "--withdraw",
      "record that it was not done on that date: an earlier record was a mistake",
    )
    .option(...MANDATE)
    .option(...AS_STAFF)
    .action(
      async (
        options: OfDistrict &
          OfMandate &
          AsStaff & {
            readonly duty: string;
            readonly on: Day;
            readonly by?: string;
            readonly withdraw?: true;
          },
      ) => {
        const { district, duty, on } = options;
        const report = await withLocalPlaces(options.data, async (places) => {
          const of = await commandCase(places, options);
          const by = signedBy(of, options.by);
          await noted(of, "record-duty", `duty ${duty.slice(0, 80)}`);
          const mandate = await mandateAsked(places, options);
          const recording = {
            ...{ places, district, mandate, progress: progressFor(options) },
            at: new Date().toISOString(),
          };
          const record = options.withdraw === true ? withdrawDuty : recordDuty;
          return record(recording, { duty, on, by });
        });
        print(
          options,
          report,
          ({ file, version }) =>
            `recorded in ${file}; conformed version ${version}. ilp publish shows it.\n`,
        );
      },
    );
}

const today = (): Day => day(new Date().toISOString().slice(0, 10));
