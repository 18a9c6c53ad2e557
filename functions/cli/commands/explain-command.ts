import type { Command } from "commander";
import type { Day } from "../../domain/calendar/day.ts";
import { studentId } from "../../domain/ids.ts";
import { explain } from "../../pipeline/worklist/explain.ts";
import { AS_STAFF, commandCase, noted, type AsStaff } from "../arguments/as-staff.ts";
import {
  dayArgument,
  ofDistrict,
  parsed,
  print,
  type OfDistrict,
} from "../arguments/command-parts.ts";
import { currentAsOf } from "../arguments/current-as-of.ts";
import { explanationText } from "../text/explanation-text.ts";
import { withLocalPlaces } from "../arguments/local-places.ts";
import { mandateArgument, mandateAsked, type OfMandate } from "../arguments/mandate-argument.ts";

/** Adds `ilp explain`: every requirement for one student, with the records that decide. */
export function addExplainCommand(program: Command): void {
  ofDistrict(
    program,
    "explain",
    "Explain every requirement for one student: the rule, the dates, the answer and the records behind it.",
  )
    .requiredOption("--student <id>", "the student's identifier in the student information system")
    .option(
      "--as-of <day>",
      "the date to report on; by default, the date of the current staff edition",
      parsed(dayArgument),
    )
    .option(
      "--mandate <id>",
      "the mandate, such as KY; by default, the district's own",
      parsed(mandateArgument),
    )
    .option(...AS_STAFF)
    .action(
      async (
        options: OfDistrict &
          OfMandate &
          AsStaff & { readonly student: string; readonly asOf?: Day },
      ) => {
        const { district, student } = options;
        const explanation = await withLocalPlaces(options.data, async (places) => {
          const asOf = options.asOf ?? (await currentAsOf(places, district));
          await noted(await commandCase(places, options), "see-student", "student", { student });
          const mandate = await mandateAsked(places, options);
          return explain(places, district, studentId(student), asOf, mandate);
        });
        print(options, explanation, explanationText);
      },
    );
}
