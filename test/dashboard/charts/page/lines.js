import { spark } from "../../../../dashboard/src/components/charts/spark.ts";
import { trendLines } from "../../../../dashboard/src/components/charts/trend-lines.ts";
import { card } from "./card.js";
import { pastOf, share } from "./shares.js";

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
