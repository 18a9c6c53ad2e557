import { histogram } from "../../../../dashboard/src/components/charts/histogram.ts";
import { shareRows } from "../../../../dashboard/src/components/charts/share-rows.ts";
import { stackedBars } from "../../../../dashboard/src/components/charts/stacked-bars.ts";
import { card } from "./card.js";
import { partsOf, share } from "./shares.js";

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
