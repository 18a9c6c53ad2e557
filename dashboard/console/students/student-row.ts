import type { ListedStudent } from "../../../functions/console/answers.ts";
import { addressOf } from "../student/ask-student.js";
import { absencesInWords } from "../words/absences.js";
import { daysInWords, daysLeftInWords, shortDay } from "../words/days.js";
import { needInWords } from "../words/needs.js";

/** What of a list decides which columns it has. */
export interface Columns {
  readonly hasSchools: boolean;
  /** The name of the requirement that is asked for; null where none is. */
  readonly answerTo: string | null;
  readonly hasPlans: boolean;
}

/** The columns of a list in their order, each with its heading and what a row has in it. */
export const columnsOf = (columns: Columns): readonly Column[] => [
  GRADE,
  ...(columns.hasSchools ? [SCHOOL] : []),
  COUNSELOR,
  ...(columns.answerTo === null ? [] : [{ ...ANSWER, name: columns.answerTo }]),
  ...(columns.hasPlans ? [OVERDUE, NEXT, LAST_REVIEW, ATTENDANCE] : [RECORDS]),
];

export interface Column {
  readonly name: string;
  /** How wide beside others. */
  readonly width: string;
  readonly cell: (student: ListedStudent) => readonly (string | HTMLElement)[];
}

/** One student of the list. The cells carry their headings for a screen on which they stand below each other. */
export function studentRow(student: ListedStudent, columns: readonly Column[]): HTMLElement {
  const { key, familyName, givenName, student: id, programs, isEnrolled } = student;
  const link = made("a", { href: addressOf("student", key) }, `${familyName}, ${givenName}`);
  link.dataset["student"] = key;
  const under = made(
    "span",
    { class: "under" },
    `${id}${isEnrolled ? "" : " · has left, plan open"} `,
    ...programs.flatMap((name) => [flag(name), " "]),
  );
  return made(
    "tr",
    { role: "row", "data-state": stateOf(student) },
    made("th", { scope: "row", role: "rowheader" }, link, under),
    ...columns.map(({ name, cell }) =>
      made("td", { role: "cell", "data-label": name }, ...cell(student)),
    ),
  );
}

/**
 * An element made directly: a list has a hundred thousand, and a template would be parsed for each.
 */
function made(
  name: string,
  attributes: { readonly [name: string]: string },
  ...content: readonly (string | HTMLElement)[]
): HTMLElement {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    element.setAttribute(attribute, value);
  }
  element.append(...content);
  return element;
}

const line = (text: string, isUnder = false): HTMLElement =>
  made("span", { class: isUnder ? "under" : "line" }, text);

const flag = (name: string): HTMLElement => made("span", { class: "flag" }, name);

const GRADE: Column = {
  name: "Grade",
  width: "3.5rem",
  cell: ({ grade }) => [grade.replace(/^0/, "") || "Not given"],
};

const SCHOOL: Column = {
  name: "School",
  width: "minmax(7rem, 1fr)",
  cell: ({ schoolName }) => [schoolName],
};

const COUNSELOR: Column = {
  name: "Counselor",
  width: "minmax(6rem, 0.9fr)",
  cell: ({ counselors }) => [counselors.map(({ name }) => name).join(", ") || "None"],
};

const ANSWER: Column = {
  name: "",
  width: "minmax(9rem, 1.4fr)",
  cell: ({ answer }) =>
    answer === null
      ? ["–"]
      : [
          line(
            answer.dueOn === null
              ? answer.statusName
              : `${answer.statusName}, due ${shortDay(answer.dueOn)}`,
          ),
          ...(answer.because === "" ? [] : [line(daysInWords(answer.because), true)]),
        ],
};

/** Further ones are only counted: the student's page has them all. */
const MOST_OVERDUE = 2;

const OVERDUE: Column = {
  name: "Overdue, since",
  width: "minmax(10rem, 1.5fr)",
  cell: ({ overdue }) => {
    if (overdue.length === 0) return ["–"];
    const more = overdue.length - MOST_OVERDUE;
    return [
      ...overdue
        .slice(0, MOST_OVERDUE)
        .map(({ name, needName, dueOn }) =>
          line(
            `${needInWords(name, needName)} since ${dueOn === null ? "an earlier year" : shortDay(dueOn)}`,
          ),
        ),
      ...(more > 0 ? [line(`and ${more} more`, true)] : []),
    ];
  },
};

const NEXT: Column = {
  name: "Next step, who acts",
  width: "minmax(10rem, 1.7fr)",
  cell: ({ nextStep, overdue, recordProblems }) => {
    const records = recordProblems.map(({ name, sinceOn }) =>
      line(sinceInWords(name, sinceOn), true),
    );
    if (nextStep === null) return records.length === 0 ? ["–"] : records;
    const { name, thing, needName, dueOn, daysLeft, whoActs } = nextStep;
    const left = daysLeft === null ? "" : daysLeftInWords(daysLeft);
    // The longest overdue requirement is shown next to it already.
    const isSaid = overdue[0]?.name === name;
    const due = dueOn === null ? "" : `, due ${shortDay(dueOn)}${left === "" ? "" : ` (${left})`}`;
    return [
      line(
        isSaid
          ? left === ""
            ? needName
            : `${thing}, ${left}`
          : `${needInWords(name, needName)}${due}`,
      ),
      ...(whoActs === "" ? [] : [line(`Who acts: ${whoActs}`, true)]),
      ...records,
    ];
  },
};

const RECORDS: Column = {
  name: "Records to fix",
  width: "minmax(12rem, 3fr)",
  cell: ({ recordProblems }) =>
    recordProblems.length === 0
      ? ["–"]
      : recordProblems.flatMap(({ name, sinceOn, remedy }) => [
          line(sinceInWords(name, sinceOn)),
          line(remedy, true),
        ]),
};

const sinceInWords = (name: string, sinceOn: string): string =>
  sinceOn === "" ? name : `${name} since ${shortDay(sinceOn)}`;

const LAST_REVIEW: Column = {
  name: "Last review",
  width: "minmax(5.5rem, 0.7fr)",
  cell: ({ lastReviewOn }) => [lastReviewOn === null ? "None this year" : shortDay(lastReviewOn)],
};

const ATTENDANCE: Column = {
  name: "Attendance so far",
  width: "minmax(7rem, 0.9fr)",
  cell: ({ attendance }) =>
    attendance === null
      ? ["Cannot be determined"]
      : [
          line(absencesInWords(attendance)),
          ...(attendance.isChronicallyAbsent ? [flag("Chronic")] : []),
        ],
};

/** The color of a row's edge; the words say the same. */
function stateOf({ overdue, nextStep, recordProblems }: ListedStudent): string {
  if (overdue.length > 0) return "overdue";
  if (nextStep !== null) return (nextStep.daysLeft ?? 0) < 0 ? "overdue" : "due";
  return recordProblems.length > 0 ? "record" : "none";
}
