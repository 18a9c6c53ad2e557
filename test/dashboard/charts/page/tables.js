import { html } from "htl";
import { dataTable } from "../../../../dashboard/src/components/tables/data-table.ts";
import { card } from "./card.js";

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
