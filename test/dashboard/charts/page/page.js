import { html } from "htl";
import { fade } from "../../../../dashboard/src/components/charts/fade.ts";
import { forest } from "../../../../dashboard/src/components/charts/forest.ts";
import { gapBars } from "../../../../dashboard/src/components/charts/gap-bars.ts";
import { histogram } from "../../../../dashboard/src/components/charts/histogram.ts";
import { shareRows } from "../../../../dashboard/src/components/charts/share-rows.ts";
import { spark } from "../../../../dashboard/src/components/charts/spark.ts";
import { stackedBars } from "../../../../dashboard/src/components/charts/stacked-bars.ts";
import { trendLines } from "../../../../dashboard/src/components/charts/trend-lines.ts";
import { notHere } from "../../../../dashboard/src/components/page/not-here.ts";
import { notFound } from "../../../../dashboard/src/components/sections/not-found.ts";
import { yearTable } from "../../../../dashboard/src/components/sections/requirements/year-table.ts";
import { dataTable } from "../../../../dashboard/src/components/tables/data-table.ts";

/** For tests that draw a part by itself. */
globalThis.parts = { fade, notHere, notFound, yearTable };

/** A page with every chart and table, each in a card of its own. */
const card = (id, content) => {
  const section = document.createElement("section");
  section.id = id;
  section.className = "card";
  section.append(content);
  document.querySelector("main").append(section);
};

const share = (low, high = low) => ({ low, high });
const partsOf = (shares) =>
  Object.entries(shares).map(([part, ends]) => ({ part, ...share(...ends) }));
const pastOf = (shares) =>
  shares.map(([asOf, comparableSince, low, high]) => ({
    asOf,
    comparableSince,
    ...share(low, high),
  }));

const REVIEW_PARTS = [
  { part: "on-time", name: "Held on time" },
  { part: "held-late", name: "Held late" },
  { part: "not-held", name: "Not held" },
  { part: "no-plan", name: "No plan" },
  { part: "not-determinable", name: "Cannot be determined" },
  { part: "not-due", name: "Not due" },
];

card(
  "stacked",
  stackedBars({
    label: "Reviews by school: held on time, held late, not held",
    parts: REVIEW_PARTS,
    target: 1,
    reference: { kind: "reference", name: "District on time 44%", ...share(0.44) },
    bars: [
      {
        name: "District",
        isWhole: true,
        n: 539,
        note: "second review: 36%",
        parts: partsOf({
          "on-time": [0.44],
          "held-late": [0.11],
          "not-held": [0.33, 0.38],
          "no-plan": [0.06, 0.09],
          "not-determinable": [0],
          "not-due": [0, 0.05],
        }),
      },
      {
        name: "Grand Bend High School",
        href: "#high",
        n: 306,
        note: "second review: 42%",
        parts: partsOf({
          "on-time": [0.33, 0.36],
          "held-late": [0.11],
          "not-held": [0.42],
          "no-plan": [0.11],
          "not-determinable": [0, 0.05],
          "not-due": [0],
        }),
      },
      {
        name: "Grand Bend Middle School",
        href: "#middle",
        n: 233,
        note: "second review: 25–29%",
        parts: partsOf({
          "on-time": [0.55, 0.59],
          "held-late": [0.06, 0.09],
          "not-held": [0.25, 0.29],
          "no-plan": [0, 0.05],
          "not-determinable": [0, 0.05],
          "not-due": [0, 0.05],
        }),
      },
      {
        name: "Alternative Center",
        href: "#alternative",
        n: 7,
        parts: [],
        why: "too few students to show",
      },
      { name: "River Academy", n: null, parts: [], why: "too few students to show" },
    ],
  }),
);

card(
  "shares",
  shareRows({
    label: "Grand Bend High School beside the district",
    changeTitle: "Since March 31",
    rows: [
      {
        name: "Plan open",
        href: "#plan",
        school: share(0.89),
        district: share(0.91),
        peers: share(0.88, 0.92),
        target: 1,
        change: "nearly the same (89%)",
      },
      {
        name: "Second review held",
        more: "due May 2, 2022",
        school: share(0.45, 0.49),
        district: share(0.56),
        peers: null,
        target: 1,
        change: "up from 27%",
      },
      {
        name: "Grade 12 ready",
        school: { why: "too few students to show" },
        district: share(0.8, 0.84),
        peers: null,
        target: 0.9,
      },
      {
        name: "Chronically absent",
        school: share(0.15, 0.24),
        district: share(0, 0.05),
        peers: share(0.14),
        target: null,
      },
    ],
  }),
);

card(
  "late",
  histogram({
    label: "How late reviews are",
    parts: [
      { part: "held-late", name: "Held late (60)" },
      { part: "not-held", name: "Overdue (196)" },
    ],
    bins: [
      { name: "2 weeks or less", counts: { "held-late": 41, "not-held": 128 } },
      { name: "2 to 6 weeks", counts: { "held-late": 19, "not-held": 60 } },
      { name: "More than 6 weeks", counts: { "held-late": 0, "not-held": 8 } },
    ],
  }),
);

const first = [
  ["2021-09-20", "2021-09-20", 0],
  ["2021-11-20", "2021-09-20", 0.05, 0.09],
  ["2022-01-20", "2021-09-20", 0.75, 0.79],
  ["2022-03-31", "2021-09-20", 0.8, 0.84],
  ["2022-05-20", "2021-09-20", 0.83],
];
card("spark", spark({ past: pastOf(first), lastYear: share(0.7) }));

card(
  "trend",
  trendLines({
    label: "Share of students whose review was held, by requirement, September to May",
    dueDays: [
      { day: "2021-11-05", name: "Grade 6 review due" },
      { day: "2022-01-06", name: "First review due" },
      { day: "2022-05-02", name: "Second review due" },
      { day: "2022-06-04", name: "Grade 8 to 9 due" },
    ],
    lastYear: [
      pastOf([
        ["2021-11-20", "", 0.02],
        ["2022-01-20", "", 0.4],
        ["2022-05-20", "", 0.75],
      ]),
    ],
    series: [
      { name: "First review", points: pastOf(first) },
      {
        name: "Second review",
        points: pastOf([
          ["2022-01-20", "2022-01-20", 0.02],
          ["2022-03-31", "2022-01-20", 0.27],
          ["2022-05-20", "2022-01-20", 0.56],
        ]),
      },
      {
        name: "Grade 8 to 9 readiness",
        points: pastOf([
          ["2021-11-20", "2021-11-20", 0.2, 0.24],
          ["2022-01-20", "2021-11-20", 0.3, 0.34],
          ["2022-03-31", "2022-03-31", 0.4, 0.44],
          ["2022-05-20", "2022-03-31", 0.55, 0.59],
        ]),
      },
    ],
  }),
);

card(
  "first-shares",
  shareRows({
    label: "Grand Bend High School beside the district, on its first release",
    changeTitle: "Since the last figures",
    rows: [
      {
        name: "Plan open",
        school: share(0.89),
        district: share(0.91),
        peers: null,
        target: 1,
      },
    ],
  }),
);

card(
  "forest",
  forest({
    label: "Attendance after the day, students with a plan beside similar students",
    unit: "percentage points",
    reach: 1,
    format: (value) => value.toFixed(1),
    rows: [
      { name: "All schools", isWhole: true, estimate: -0.2, low: -1.3, high: 0.9 },
      { name: "Plan open on day 60", estimate: 1.4, low: 0.2, high: 2.6 },
      { name: "Goals in three domains", estimate: 0.8, low: null, high: null },
      { name: "Family took part", estimate: null, low: null, high: null, why: "not enough data" },
    ],
  }),
);

card(
  "gaps",
  gapBars({
    label: "Gaps between groups in reviews held on time",
    rows: [
      { name: "Students with disabilities", low: -14, high: -3, words: "3 to 14 lower" },
      { name: "English learners", low: -2, high: 9, words: "from 2 lower to 9 higher" },
      { name: "Economically disadvantaged", low: -4.5, high: -4.5, words: "4.5 lower" },
      { name: "Female", low: 3, high: 14, words: "3 to 14 higher" },
      { name: "Two or more races", low: -18, high: 24, words: "from 18 lower to 24 higher" },
      { name: "Homeless", low: null, high: null, words: "", why: "too few students to show" },
    ],
  }),
);

const SCHOOLS = [
  "Grand Bend High School",
  "Grand Bend Middle School",
  "Alternative Center",
  "Río Grande Academy",
  "Lincoln Elementary",
];
const rows = Array.from({ length: 25 }, (_, index) => ({
  school: `00${index + 10}`,
  name: index < SCHOOLS.length ? SCHOOLS[index] : `Annex ${index}`,
  n: 100 + index,
  onTime: index === 2 ? null : 30 + index,
  late: index === 2 ? null : 10,
  notHeld: index === 2 ? null : 60 - index,
}));
const percentOf = (value) => (value === null ? "" : `${value}%`);
const table = (caption, some) =>
  dataTable({
    caption,
    rows: some,
    columns: [
      {
        title: "School",
        value: ({ name }) => name,
        cell: ({ name }) => html`<a href="#school">${name}</a>`,
      },
      {
        title: "On time",
        kind: "number",
        isFigure: true,
        value: ({ onTime }) => onTime,
        cell: ({ onTime }) => percentOf(onTime),
      },
      {
        title: "Held late",
        kind: "number",
        isFigure: true,
        foldsOnPhone: true,
        value: ({ late }) => late,
        cell: ({ late }) => percentOf(late),
      },
      {
        title: "Not held",
        kind: "number",
        isFigure: true,
        value: ({ notHeld }) => notHeld,
        cell: ({ notHeld }) => percentOf(notHeld),
      },
      { title: "Students (n)", kind: "number", foldsOnPhone: true, value: ({ n }) => n },
    ],
    markOf: ({ onTime }) => (onTime === null ? "too few students to show" : null),
    sorted: { title: "Not held", order: "descending" },
    empty: "No school has a review of this kind.",
    marks: [
      {
        mark: "too few students to show",
        meaning: "the group is under the smallest group with a public figure",
      },
    ],
    theseRows: {
      name: "second-review.csv",
      columns: [
        { name: "school", value: ({ school }) => school },
        { name: "n", value: ({ n }) => n },
        { name: "on_time", value: ({ onTime }) => onTime },
      ],
    },
    files: ["CSV", "Parquet", "Arrow"].map((format) => ({
      format,
      href: `#${format}`,
      name: `statuses.${format.toLowerCase()}`,
    })),
  });
card("table", table("Second review, by school", rows.slice(0, 5)));
card("long", table("Second review, every school", rows));
card("empty", table("Grade 12 review, by school", []));
card(
  "wide",
  dataTable({
    caption: "Every requirement, by school",
    rows: rows.slice(0, 4),
    columns: [
      { title: "School", value: ({ name }) => name },
      ...Array.from({ length: 12 }, (_, index) => ({
        title: `Requirement number ${index + 1}`,
        kind: "number",
        isFigure: true,
        value: ({ n }) => n + index,
      })),
    ],
  }),
);
