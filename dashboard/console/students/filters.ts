import { html } from "htl";
import type { StudentFilter } from "../../../functions/reports/students/student-filter.ts";
import type {
  RequirementChoice,
  StudentChoices,
  StudentList,
} from "../../../functions/console/answers.ts";
import { choose, type Option } from "../parts/choices.js";

/** Every part of the filter; a change of any asks anew. */
export function filters(
  { asked, choices }: StudentList,
  onChoice: (filter: StudentFilter) => void,
): HTMLElement {
  const { schools, grades, counselors, requirements, problems } = choices;
  const requirement = requirements.find(({ id }) => id === asked.requirement);
  const change = (part: Partial<StudentFilter>): void => onChoice({ ...asked, ...part });
  return html`<div class="filters" role="search" aria-label="Which students">
    ${choose("School", "Every school that you see", schools, asked.school, (school) =>
      // A counselor is of a school as a rule.
      change({ school, counselor: null }),
    )}
    ${choose("Grade", "Every grade", grades, asked.grade, (grade) => change({ grade }))}
    ${choose(
      "Counselor",
      "Every counselor",
      [{ id: "", name: "No counselor" }, ...counselors],
      asked.counselor,
      (counselor) => change({ counselor }),
    )}
    ${
      requirements.length === 0
        ? ""
        : choose("Requirement", "Any requirement", requirements, asked.requirement, (id) =>
            // A status is of its requirement.
            change({ requirement: id, status: null, need: null }),
          )
    }
    ${choose(
      "Status or need",
      "Any",
      statusesAndNeeds(choices, requirement),
      chosenOf(asked),
      (id) => change(answerAsked(id)),
    )}
    ${choose("Records", "Any", problems, asked.problem, (problem) => change({ problem }))}
  </div>`;
}

const STATUS = "status ";
const NEED = "need ";

/** What students can have of the requirement; without one, what they can need under any. */
function statusesAndNeeds(
  { needs }: StudentChoices,
  requirement: RequirementChoice | undefined,
): readonly Option[] {
  const prefixed = (prefix: string, options: readonly Option[]) =>
    options.map(({ id, name }) => ({ id: prefix + id, name }));
  return requirement === undefined
    ? prefixed(NEED, needs)
    : [...prefixed(STATUS, requirement.statuses), ...prefixed(NEED, requirement.needs)];
}

const chosenOf = ({ status, need }: StudentFilter): string | null =>
  status !== null ? STATUS + status : need !== null ? NEED + need : null;

const answerAsked = (id: string | null): Pick<StudentFilter, "status" | "need"> => ({
  status: id?.startsWith(STATUS) === true ? id.slice(STATUS.length) : null,
  need: id?.startsWith(NEED) === true ? id.slice(NEED.length) : null,
});
