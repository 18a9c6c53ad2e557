import type { Command } from "commander";
import { schoolYearName, schoolYearOf } from "../../domain/calendar/school-year.ts";
import { formBeginnings } from "../../goals/words/form-beginnings.ts";
import { declaredTemplate } from "../../goals/words/template.ts";
import { nothingIngested } from "../../pipeline/not-possible.ts";
import { AS_STAFF, commandCase, noted, type AsStaff } from "../arguments/as-staff.ts";
import { CommandError } from "../arguments/command-error.ts";
import { ofDistrict, print, type OfDistrict } from "../arguments/command-parts.ts";
import { currentAsOf } from "../arguments/current-as-of.ts";
import { withLocalPlaces } from "../arguments/local-places.ts";
import { writeGoalWordings } from "../steps/goal-wordings-file.ts";
import { plansWithGoals } from "../steps/plans-with-goals.ts";
import { beginningsText, type ProposedBeginnings } from "../text/beginnings-text.ts";

interface BeginningsAsked extends AsStaff {
  readonly out: string;
}

/** Adds `ilp goals`: the beginnings of goals that the district's form prints. */
export function addGoalsCommand(program: Command): void {
  const goals = program
    .command("goals")
    .description(
      "Beginnings of goals that the district's form prints, which are no student's own words.",
    );
  ofDistrict(
    goals,
    "beginnings",
    "Propose beginnings of goals that the form may print, as a goal_wordings.csv for a person to check.",
  )
    .option(
      "--out <file>",
      "where the proposal is written, as CSV; a new file",
      "goal_wordings.csv",
    )
    .option(...AS_STAFF)
    .addHelpText(
      "after",
      `
Proposed are the longest beginnings of 4 or more words that are in more than 20 percent of the plans
of the school year and used by more than half of their counselors. Nothing is used until the file is
ingested. The file also has what the district has declared before, since it replaces the earlier one.`,
    )
    .action(async (options: OfDistrict & BeginningsAsked) => {
      print(options, await proposed(options), beginningsText);
    });
}

const ingestAgain = (district: string): string =>
  `the records of ${district} were stored by an earlier version of this program, which did not note what the district has declared of its form: run ilp ingest --district ${district}, then ilp publish --district ${district}, and propose again`;

async function proposed(options: OfDistrict & BeginningsAsked): Promise<ProposedBeginnings> {
  const { district } = options;
  const { read, declared, year } = await withLocalPlaces(options.data, async (places) => {
    const of = await commandCase(places, options);
    if (of.manifest === null) throw new CommandError(nothingIngested(district));
    // A version of before does not say what the district has declared, and a proposal without it would replace it.
    if (of.manifest.joinedFrom === undefined) throw new CommandError(ingestAgain(district));
    const ofYear = schoolYearOf(await currentAsOf(places, district));
    await noted(of, "see-student", "beginnings of goals");
    return {
      read: await plansWithGoals(places.records, of.manifest, ofYear),
      declared: of.manifest.goalWordings ?? [],
      year: ofYear,
    };
  });
  const schoolYear = schoolYearName(year);
  const proposal = formBeginnings(read, declaredTemplate(declared));
  if (proposal.plans === 0) throw new CommandError(`no plan of ${schoolYear} has a goal`);
  const { beginnings } = proposal;
  const out = beginnings.length === 0 ? null : options.out;
  if (out !== null) {
    const more = beginnings.map(({ text }) => ({ wording: "beginning", text }) as const);
    writeGoalWordings(out, [...declared, ...more]);
  }
  return { district, schoolYear, ...proposal, declared: declared.length, out };
}
