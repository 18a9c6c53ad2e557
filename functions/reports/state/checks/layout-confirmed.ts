import { reportYear } from "../records/report-records.ts";
import { failed, notMade, passed, type ReportCheck } from "./report-check.ts";

/** The layout was seen in the state's own text for the school year, or a person of the district has compared the two. */
export const layoutConfirmed: ReportCheck = {
  id: "layout",
  name: "The layout is the state's for the school year",
  scope: "layout",
  run({ context, checkedYears }) {
    const { definition } = context;
    const year = reportYear(context);
    if (definition.layout === null) {
      return failed(
        "The state's layout is not known, so there is no file.",
        definition.leftOut.map(({ nextStep }) => nextStep).join(" "),
      );
    }
    if (definition.layout.kind === "worksheet") {
      return notMade("A worksheet of counts has no layout of a state.");
    }
    if (definition.state === null) return passed("The layout is this project's own.");
    const isSeen = definition.layout.status === "confirmed" || definition.filedBy !== "district";
    if (definition.effective.includes(year) && isSeen) {
      return passed(`The layout was seen for ${year}: ${definition.citation}.`);
    }
    if (checkedYears.includes(year)) {
      return passed(`The district has compared the layout with the state's for ${year}.`);
    }
    if (definition.effective.includes(year)) {
      return failed(
        `Part of the layout for ${year} was recalled and not seen.`,
        `${definition.leftOut.map(({ nextStep }) => nextStep).join(" ")} Then record that with ilp report layout.`,
      );
    }
    return failed(
      `The layout was seen for ${definition.effective.join(" and ")}, not for ${year}.`,
      `Compare it with the state's for ${year}, then record that with ilp report layout.`,
    );
  },
};
