import { reportFileName } from "../records/report-file-name.ts";
import { failed, notMade, passed, type ReportCheck } from "./report-check.ts";

/** Every part of the file's name is known, so that it does not fail when it is written. */
export const fileNamed: ReportCheck = {
  id: "file-name",
  name: "The file can be named as the layout asks",
  scope: "layout",
  run({ context }) {
    const { layout } = context.definition;
    if (layout === null) return notMade("The state's layout is not known, so there is no file.");
    try {
      reportFileName(layout.fileName, context, ANY_INSTANT);
    } catch (error) {
      const because = error instanceof Error ? error.message : "";
      return failed(`${capital(because)}.`, "Set it with ilp report settings.");
    }
    return passed("Every part of the file's name is known.");
  },
};

const ANY_INSTANT = "2000-01-01T00:00:00.000Z";

const capital = (words: string): string => `${words[0]?.toUpperCase() ?? ""}${words.slice(1)}`;
