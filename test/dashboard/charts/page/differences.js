import { forest } from "../../../../dashboard/src/components/charts/forest.ts";
import { gapBars } from "../../../../dashboard/src/components/charts/gap-bars.ts";
import { card } from "./card.js";

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

card(
  "exact-gaps",
  gapBars({
    label: "Exact gaps between groups in reviews held on time",
    rows: [
      { name: "Students with disabilities", low: -4.9, high: -4.9, words: "4.9 lower" },
      {
        name: "Native Hawaiian or Other Pacific Islander",
        low: -15.6,
        high: -15.6,
        words: "15.6 lower",
      },
    ],
  }),
);
