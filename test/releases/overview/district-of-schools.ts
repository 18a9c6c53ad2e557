import type { EditionTables } from "../../../functions/releases/overview/edition-tables.ts";
import { messagesOf } from "../../../functions/releases/messages/messages.ts";
import { day } from "../../../functions/domain/calendar/day.ts";
import { aboutRow, problemRow, tablesOf, type About } from "../about-rows.ts";
import { mandateRow, requirementSummary } from "../mandate-rows.ts";
import {
  cameDueRow,
  changeRow,
  exact,
  nextStepRow,
  rateRow,
  shown,
  standingRow,
  statusRow,
  trendRow,
} from "../release-rows.ts";

const TODAY = day("2022-05-20");
/** As many as are on file at the end of a year: the last of each month, and 14 days. */
const EARLIER = [
  ...["2021-09-30", "2021-10-29", "2021-11-30", "2021-12-31", "2022-01-31", "2022-02-28"],
  ...["2022-03-31", "2022-04-29", "2022-05-09", "2022-05-10", "2022-05-11", "2022-05-12"],
  ...["2022-05-13", "2022-05-16", "2022-05-17", "2022-05-18", "2022-05-19"],
];
const PARTS = ["on-time", "held-late", "not-held", "no-plan", "not-determinable", "not-due"];

/** A district at the end of a year, with long names and shares of many digits. */
export function districtOf(
  schools: number,
  edition: About["edition"],
): { readonly about: About; readonly tables: EditionTables } {
  /** Another share for each row, as in a district. */
  let last = 0;
  const figure = (count: number) => {
    last = (last + 379) % 1000;
    return edition === "staff"
      ? { ...exact(last, 1187), count: last }
      : shown(last % 2 === 0 ? "11-19" : "30-39", 1187 - (count % 90));
  };
  const names = Array.from(
    { length: schools },
    (_, index) => `Professor Doctor Wilhelmina Featherstonehaugh Regional Middle School ${index}`,
  );
  const places = [
    { level: "district", school: "", schoolName: "Consolidated Unified School District of Bend" },
    ...names.map((name, index) => ({
      level: "school",
      school: `0123456-${index}`,
      schoolName: name,
    })),
  ];
  const requirement = (id: string) => ({
    ...{ breakdown: "requirement", group: id },
    groupName: `Review of the plan with student and family by the counselor, ${id}`,
  });
  const drawn = { drawnOn: TODAY };
  const rates = places.flatMap((place, index) => [
    rateRow({ measure: "requirements-met", ...place, ...figure(index + 611), ...drawn }),
    rateRow({ measure: "plan-coverage", ...place, ...figure(index + 611), ...drawn }),
    rateRow({ measure: "review-timeliness", ...place, ...figure(index + 611), ...drawn }),
    ...["review-1", "review-2"].flatMap((id) =>
      ["review-held", "requirement-met"].map((measure) =>
        rateRow({ measure, ...requirement(id), ...place, ...figure(index + 511), ...drawn }),
      ),
    ),
    rateRow({
      ...{ measure: "transition-coverage", ...place, ...figure(index + 411), ...drawn },
      ...{ breakdown: "transition", group: "transition-9" },
      groupName: "Review for the move from grade 8 to 9",
    }),
  ]);
  const requirements = ["review-1", "review-2"].map((id) =>
    requirementSummary({
      ...{ id, name: requirement(id).groupName },
      dueOn: { first: TODAY, last: TODAY },
    }),
  );
  const about = aboutRow({
    ...{ edition, asOf: TODAY },
    schools: places
      .slice(1)
      .map(({ school: id, schoolName: name }) => ({ id, name, level: "middle" })),
    mandate: mandateRow({ requirements }),
  });
  const tables = tablesOf({
    rates,
    statuses: places.flatMap((place, index) =>
      PARTS.map((status) => statusRow({ status, ...place, ...figure(index + 101), ...drawn })),
    ),
    standings: places.flatMap((place) => [
      standingRow({ ...place, ...figure(401), ...drawn }),
      ...requirements.map(({ id, name }) =>
        standingRow({ requirement: id, requirementName: name, ...place, ...figure(211), ...drawn }),
      ),
    ]),
    nextSteps: places.flatMap((place) =>
      requirements.map(({ id, name }, index) =>
        nextStepRow({
          requirement: id,
          requirementName: name,
          ...place,
          ...figure(311 + index),
          ...drawn,
        }),
      ),
    ),
    trend: [...EARLIER, TODAY].flatMap((asOf, index) =>
      rates
        .filter(({ level }) => level === "district")
        .map((row) => trendRow(asOf, { ...row, ...figure(411 + index), drawnOn: asOf })),
    ),
    changes: rates
      .filter(({ level }) => level === "district")
      .map(({ measure, breakdown, group, groupName }) =>
        changeRow({ ...{ measure, breakdown, group, groupName }, previousAsOf: "2022-05-19" }),
      ),
    cameDue: requirements.map(({ name }) => cameDueRow({ requirementName: name, count: 1187 })),
    lastYear: rates
      .filter(({ level }) => level === "district")
      .map((row) => ({ ...row, asOf: "2021-05-31" })),
    reconciliation:
      edition === "public"
        ? []
        : [
            problemRow("enrolled-without-plan", 1187, {
              ...{ problemName: "Enrolled without a plan", owner: "Counselor" },
            }),
          ],
  });
  const { trend } = about;
  const messages = messagesOf(tables, {
    ...{ edition, asOf: TODAY, mandate: about.mandate, landmarkDay: 60, trend },
    reading: about.reading,
  });
  return { about: { ...about, messages }, tables };
}
