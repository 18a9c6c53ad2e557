/** What each message of an edition claims: which row of which table says it, and in which columns. */
import type {
  Comparison,
  Message,
  MessageId,
  MessageValues,
} from "../../functions/releases/words/message.ts";

type Columns = { readonly [column: string]: unknown };

/** That a table has one row with these names, and that it says this; or of several rows one of them. */
export interface Claim {
  readonly table: string;
  readonly row: Columns;
  readonly says: Columns;
  readonly isOfOne?: boolean;
}

type Share = { readonly low: number; readonly high: number };
const ends = ({ low, high }: Share): Columns => ({ low, high });
/** The day of a figure that is held; of one that is not the edition's own. */
const drawn = (heldOn: string | null, asOf: string): Columns => ({ drawnOn: heldOn ?? asOf });

const EVERYBODY = { breakdown: "all" };
const standing = (school: string, of: Columns, says: Columns): Claim => ({
  ...{ table: "standings", row: { school, ...EVERYBODY, ...of }, says },
});
const rate = (school: string, of: Columns, says: Columns): Claim => ({
  ...{ table: "rates", row: { school, ...of }, says },
});
const NOT_MET = { requirement: "all", standing: "not-met" };
const TIMELINESS = { measure: "review-timeliness", ...EVERYBODY };

/** What a message claims; nothing where it has no figure, which has a check of its own. */
export function claimsOf({ id, values }: Message, place: string, asOf: string): readonly Claim[] {
  // The id pairs the values with what is claimed of them; the compiler does not follow one through the other.
  const claims = CLAIMS[id] as Claims<typeof id> | undefined;
  return claims?.(values as never, place, asOf) ?? [];
}

type Claims<Id extends MessageId> = (
  values: MessageValues[Id],
  place: string,
  asOf: string,
) => readonly Claim[];

const undetermined = (
  values: MessageValues["cannot-be-determined"],
  place: string,
  asOf: string,
): readonly Claim[] =>
  ["not-determinable", "met", "not-met"].map((of) =>
    standing(
      place,
      { requirementName: values.requirement, standing: of },
      of === "not-determinable"
        ? { ...ends(values.share), ...drawn(values.heldOn, asOf) }
        : { low: 0 },
    ),
  );

const ofTransition = (groupName: string, says: Columns): Claim =>
  rate("", { measure: "transition-coverage", breakdown: "transition", groupName }, says);

const ofReviews = (status: string, says: Columns): Claim => ({
  table: "statuses",
  row: { school: "", requirement: "all", ...EVERYBODY, status },
  says,
});

const estimate = (exposure: string, method: string, says: Columns): Claim => ({
  table: "associations",
  row: { level: "district", exposure, method },
  says,
});

function rateChanged({ rate: of, share, change }: MessageValues["rate-changed"]): readonly Claim[] {
  if (change.kind === "not-compared") return [];
  return [
    {
      table: "changes",
      row: { school: "", measure: of.measure, breakdown: of.breakdown, groupName: of.name },
      says: {
        ...{ ...ends(share), change: change.kind },
        ...{ previousLow: change.before.low, previousHigh: change.before.high },
      },
    },
    {
      table: "trend",
      row: { school: "", measure: of.measure, breakdown: of.breakdown, groupName: of.name },
      says: { ...ends(change.before), drawnOn: change.on },
      isOfOne: true,
    },
  ];
}

/** What a comparison claims of the rates over the year. */
export function changeClaims(
  change: Comparison | null,
  of: Columns,
  asOf: string,
): readonly Claim[] {
  if (change === null) return [];
  // A figure that was held is of the day of its counts, and several editions show it.
  if (change.kind !== "not-compared")
    return [
      {
        ...{ table: "trend", row: of },
        says: { ...ends(change.before), drawnOn: change.on },
        isOfOne: true,
      },
    ];
  const before = { table: "trend", row: { ...of, asOf: change.on } };
  return [
    { ...before, says: { state: "shown" } },
    { table: "trend", row: { ...of, asOf }, says: { state: "shown", comparableSince: asOf } },
  ];
}

const CLAIMS: { readonly [Id in MessageId]?: Claims<Id> } = {
  "requirements-missing": (values, place, asOf) => [
    standing(place, NOT_MET, {
      ...{ ...ends(values.share), n: values.students },
      ...drawn(values.heldOn, asOf),
    }),
  ],
  "requirements-met": (values, place) => [
    standing(place, NOT_MET, { high: 0, n: values.students }),
  ],
  "none-known-missing": (values, place) => [
    standing(place, NOT_MET, { high: 0, n: values.students }),
  ],
  "nothing-due-yet": (values, place) => [
    standing(place, NOT_MET, { high: 0, n: values.students }),
    standing(place, { requirement: "all", standing: "not-applicable" }, { low: 1 }),
  ],
  "most-missing": (values, place, asOf) => [
    standing(
      place,
      { requirementName: values.requirement, standing: "not-met" },
      values.share === null ? {} : { ...ends(values.share), ...drawn(values.heldOn, asOf) },
    ),
  ],

  "cannot-say-whether-met": (values, place) => [
    standing(place, { requirement: "all", standing: "not-determinable" }, ends(values.share)),
  ],
  "due-soon": (values, place) => {
    const row = { school: place, requirementName: values.requirement, need: "due-soon" };
    return [{ table: "next-steps", row, says: ends(values.share) }];
  },
  "plans-open": (values, place, asOf) => [
    rate(
      place,
      { measure: "plan-coverage", ...EVERYBODY },
      {
        ...ends(values.share),
        ...drawn(values.heldOn, asOf),
      },
    ),
  ],

  "transition-ready": (values, _place, asOf) => [
    ofTransition(values.transition, {
      ...{ ...ends(values.share), n: values.students },
      ...drawn(values.heldOn, asOf),
    }),
  ],
  "transition-too": (values, _place, asOf) => [
    ofTransition(values.transition, { ...ends(values.share), ...drawn(values.heldOn, asOf) }),
  ],
  "transition-without": (values) => [
    ofTransition(values.transition, { state: values.state, low: null }),
  ],
  "reviews-on-time": (values, _place, asOf) => [
    ofReviews("on-time", {
      ...{ ...ends(values.share), n: values.students },
      ...drawn(values.heldOn, asOf),
    }),
    ...changeClaims(values.change, { ...TIMELINESS, school: "" }, asOf),
  ],
  "reviews-otherwise": (values) =>
    (
      [
        ["not-held", values.notHeld],
        ["no-plan", values.noPlan],
        ["not-due", values.notDue],
      ] as const
    ).flatMap(([status, share]) => (share === null ? [] : [ofReviews(status, ends(share))])),
  "most-to-do": (values, _place, asOf) =>
    (
      [
        ["not-held", values.notHeld],
        ["no-plan", values.noPlan],
      ] as const
    ).map(([status, share]) => ({
      table: "statuses",
      row: { level: "school", schoolName: values.place, requirement: "all", ...EVERYBODY, status },
      says: share === null ? { high: 0 } : { ...ends(share), ...drawn(values.heldOn, asOf) },
    })),

  "attendance-compared": (values) => [
    estimate("plan", "within-school-difference", {
      ...{ estimate: values.estimate, students: values.students },
      ...(values.limits === null ? {} : ends(values.limits)),
    }),
  ],
  "goals-compared": (values) => [
    estimate("goals", "spearman", { estimate: values.estimate, ...ends(values.limits) }),
  ],
  "came-due": (values) =>
    values.requirements.map(({ name, students }) => ({
      table: "came-due",
      row: { level: "district", requirementName: name },
      says: { previousAsOf: values.on, ...(students === null ? {} : { count: students }) },
    })),
  "rate-changed": (values) => rateChanged(values),
  "rates-not-compared": (values, _place, asOf) =>
    values.rates.flatMap(({ measure, breakdown, name }) =>
      changeClaims(
        { kind: "not-compared", on: values.on },
        { school: "", measure, breakdown, groupName: name },
        asOf,
      ),
    ),
  "cannot-be-determined": undetermined,
  "would-decide": undetermined,
};
