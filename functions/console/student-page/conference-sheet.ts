import { isEnd } from "../../domain/plans/goal-status.ts";
import type { ListedStudent } from "../answers.ts";
import type { DueItem, DueNote, GoalShown, StudentHead } from "./student-page.ts";

/**
 * `GET /console/conference-sheet`, with the header `ilp-student`: the contents of a one-page sheet
 * for the meeting with student and family.
 */
export interface ConferenceSheet {
  readonly givenName: string;
  readonly familyName: string;
  /** Such as "11"; empty if the exports give no grade. */
  readonly grade: string;
  readonly schoolName: string;
  readonly counselors: readonly string[];
  readonly asOf: string;
  /** The goals that the student is working on, as many as fit on the page. */
  readonly goals: readonly {
    readonly description: string;
    readonly targetOn: string | null;
    /** What to settle of its due date, in the place of a second step; null if there is nothing. */
    readonly dueNote: DueNote | null;
    /** The action steps that come next. */
    readonly steps: readonly { readonly description: string; readonly dueOn: string | null }[];
  }[];
  /** Further goals that the student is working on. */
  readonly moreGoals: number;
  /** Goals of the school year that are met. */
  readonly goalsMet: number;
  /** Null if no attendance is sent. */
  readonly attendance: ListedStudent["attendance"];
  /** What a meeting can act on, the most urgent first, as much as fits on the page. */
  readonly due: readonly {
    /** The requirement's name as the district's mandate has it. */
    readonly name: string;
    readonly need: MeetingNeed;
    readonly dueOn: string | null;
  }[];
  readonly moreDue: number;
}

/** Needs that student, family and counselor can act on when they meet. */
const MEETING_NEEDS = [
  "overdue",
  "due-soon",
  "no-plan",
  "plan-missing",
  "content-missing",
  "signature-missing",
  "record-missing",
] as const;
export type MeetingNeed = (typeof MEETING_NEEDS)[number];

/** As many goals as fit on one Letter page beside the lines to write on. */
const MOST_GOALS = 4;
const MOST_STEPS = 2;
const MOST_DUE = 4;

/** @param grade as CEDS codes it; empty if the exports give none */
export function conferenceSheet(
  { givenName, familyName, schoolName, counselors, attendance, asOf }: StudentHead,
  grade: string,
  goals: readonly GoalShown[],
  due: readonly DueItem[],
): ConferenceSheet {
  const ofYear = goals.filter(({ isOfYear }) => isOfYear);
  const aimedAt = ofYear.filter(({ status }) => !isEnd(status));
  const atMeeting = due.flatMap(({ name, need, dueOn }) => {
    const meetingNeed = MEETING_NEEDS.find((listed) => listed === need);
    return meetingNeed === undefined ? [] : { name, need: meetingNeed, dueOn };
  });
  return {
    ...{ givenName, familyName, grade, schoolName, counselors, attendance, asOf },
    goals: aimedAt.slice(0, MOST_GOALS).map(goalOnSheet),
    moreGoals: Math.max(0, aimedAt.length - MOST_GOALS),
    goalsMet: ofYear.filter(({ status }) => status === "met").length,
    due: atMeeting.slice(0, MOST_DUE),
    moreDue: Math.max(0, atMeeting.length - MOST_DUE),
  };
}

function goalOnSheet({
  description,
  targetOn,
  dueNotes,
  steps,
}: GoalShown): ConferenceSheet["goals"][number] {
  // Whether the form filled in the last day of school is a question for the counselor.
  const dueNote = dueNotes.find(({ kind }) => kind !== "last-day-of-school") ?? null;
  return {
    ...{ description, targetOn, dueNote },
    steps: steps
      .filter(({ completedOn }) => completedOn === null)
      .slice(0, dueNote === null ? MOST_STEPS : MOST_STEPS - 1)
      .map((step) => ({ description: step.description, dueOn: step.dueOn })),
  };
}
