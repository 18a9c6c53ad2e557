import { counted, number } from "../../domain/text/counted.ts";
import type { FormBeginnings } from "../../goals/words/form-beginnings.ts";
import { columns } from "../arguments/text-columns.ts";

export interface ProposedBeginnings extends FormBeginnings {
  readonly district: string;
  /** "2021-22" */
  readonly schoolYear: string;
  /** How many wordings the district has declared already. */
  readonly declared: number;
  /** The file that was written; null if nothing is proposed. */
  readonly out: string | null;
}

/** Beginnings that the form may word as a terminal shows them, and what to do with them. */
export function beginningsText(proposed: ProposedBeginnings): string {
  const { beginnings, plans, authors, schoolYear, out } = proposed;
  const of = `${counted(plans, "plan")} of ${schoolYear} with goals, in which ${counted(authors, "counselor")} ${authors === 1 ? "is" : "are"} named`;
  if (out === null) {
    return `Nothing is proposed, and nothing is written: of ${of}, no beginning of 4 or more words is in more than 20 percent of plans${proposed.areAuthorsJudged ? " and used by more than half of the counselors" : ""}${besideDeclared(proposed)}.\n${unjudged(proposed)}`;
  }
  const rows = beginnings.map((beginning) => [
    ...[`${number(beginning.plans)} of ${number(plans)}`, `${beginning.authors} of ${authors}`],
    ...[number(beginning.continuations), beginning.text],
  ]);
  const table = columns(["plans", "counselors", "ways to go on", "beginning"], rows);
  return `Of ${of}:\n\n${table}\n${unjudged(proposed)}${nextSteps(proposed, out)}`;
}

const besideDeclared = ({ declared }: ProposedBeginnings): string =>
  declared === 0 ? "" : " beside what is declared";

const unjudged = ({ areAuthorsJudged }: ProposedBeginnings): string =>
  areAuthorsJudged
    ? ""
    : "Fewer than 3 counselors are named, so it is not judged whether more than half of them use a beginning.\n";

function nextSteps({ beginnings, declared, district }: ProposedBeginnings, out: string): string {
  const also =
    declared === 0
      ? ""
      : `, after the ${counted(declared, "wording")} that the district has declared`;
  return `${counted(beginnings.length, "beginning")} proposed in ${out}${also}. Nothing is used yet. Keep the rows that the form prints, and delete those that students only often write. Next: ilp ingest ${out} --district ${district}\n`;
}
