import { html } from "htl";
import type {
  RequirementChoice,
  StudentChoices,
  StudentList,
} from "../../../functions/console/answers.ts";
import type { StudentFilter } from "../../../functions/reports/students/student-filter.ts";
import { pick } from "../../src/components/page/pick.js";
import { choose, field, type Option } from "../parts/choices.js";
import type { ListPart } from "./list-query.js";
import { SORTS } from "./sorts.js";

/**
 * Every filter and the sort; a change of any asks again. Filters that are used less are folded
 * until one of them is set.
 */
export function filters(
  { asked, choices, sort }: StudentList,
  change: (part: ListPart) => void,
): readonly HTMLElement[] {
  const { schools, grades, counselors, requirements } = choices;
  const sees = requirements.length > 0;
  const first = [
    choose("School", "Every school", schools, asked.school, (school) =>
      // A counselor usually belongs to one school.
      change({ school, counselor: null }),
    ),
    choose("Grade", "Every grade", grades, asked.grade, (grade) => change({ grade })),
    choose("Counselor", "Every counselor", withNobody(counselors), asked.counselor, (counselor) =>
      change({ counselor }),
    ),
    ...(sees
      ? [
          choose("Due", "Any time", DUE, asked.due, (due) =>
            change({ due: due as StudentFilter["due"], from: null, until: null }),
          ),
          pick(
            "Sorted by",
            SORTS.map(({ id, name }) => ({ value: id, label: name })),
            sort,
            (id) => change({ sort: id === "urgency" ? null : id }),
          ),
        ]
      : []),
  ];
  const more = moreFilters(asked, choices, change);
  // On a phone they would push the list off the screen; the sentence above says which are set.
  const isSet = MORE.some((part) => asked[part] !== null) && matchMedia(WIDE).matches;
  return [
    html`<div class="filters">${first}</div>`,
    html`<details class="more-filters" open=${isSet}>
      <summary>More filters</summary>
      <div class="filters">${more}</div>
    </details>`,
    // Some filters, such as a caseload, come with a link and have no list of choices.
    ...(Object.values(asked).every((part) => part === null)
      ? []
      : [html`<a class="clear" href=${location.pathname}>Clear all filters</a>`]),
  ];
}

const WIDE = "(min-width: 761px)";

const withNobody = (counselors: StudentChoices["counselors"]): readonly Option[] => [
  { id: "", name: "No counselor" },
  ...counselors,
];

const DUE: readonly Option[] = [
  { id: "overdue", name: "Overdue" },
  { id: "soon", name: "Due within 30 days" },
];
const FLAGS: readonly Option[] = [
  { id: "chronic", name: "Chronically absent" },
  { id: "iep", name: "IEP" },
  { id: "504", name: "504 plan" },
  { id: "english-learner", name: "English learner" },
];
const ENROLLED: readonly Option[] = [
  { id: "yes", name: "Enrolled" },
  { id: "no", name: "Left with an open plan" },
];

/** The parts that are folded. */
const MORE = [
  ...([
    "requirement",
    "status",
    "need",
    "from",
    "until",
    "plan",
    "held",
    "flag",
    "problem",
    "enrolled",
  ] as const),
];

function moreFilters(
  asked: StudentFilter,
  choices: StudentChoices,
  change: (part: ListPart) => void,
): readonly HTMLElement[] {
  const { requirements, problems } = choices;
  const requirement = requirements.find(({ id }) => id === asked.requirement);
  const day = (value: string): string | null => (value === "" ? null : value);
  const ofPlans =
    requirements.length === 0
      ? []
      : [
          choose("Requirement", "Any requirement", requirements, asked.requirement, (id) =>
            // A status belongs to its requirement.
            change({ requirement: id, status: null, need: null }),
          ),
          choose(
            "Status or need",
            "Any",
            statusesAndNeeds(choices, requirement),
            chosenOf(asked),
            (id) => change(answerAsked(id)),
          ),
          field("Due from", "date", asked.from ?? "", (from) =>
            change({ from: day(from), due: null }),
          ),
          field("Due until", "date", asked.until ?? "", (until) =>
            change({ until: day(until), due: null }),
          ),
          choose("Plan", "Any", [{ id: "none", name: "No open plan" }], asked.plan, (plan) =>
            change({ plan: plan as StudentFilter["plan"] }),
          ),
          field("Last review since", "date", asked.held ?? "", (held) =>
            change({ held: day(held) }),
          ),
          choose("Flag", "Any", FLAGS, asked.flag, (flag) =>
            change({ flag: flag as StudentFilter["flag"] }),
          ),
        ];
  return [
    ...ofPlans,
    choose("Records", "Any", problems, asked.problem, (problem) => change({ problem })),
    choose("Enrollment", "Any", ENROLLED, asked.enrolled, (enrolled) =>
      change({ enrolled: enrolled as StudentFilter["enrolled"] }),
    ),
  ];
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
