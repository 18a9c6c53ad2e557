/** A page with every chart and table, each in a card of its own. */
import "./bars.js";
import "./lines.js";
import "./differences.js";
import "./tables.js";
import { fade } from "../../../../dashboard/src/components/charts/fade.ts";
import { notHere } from "../../../../dashboard/src/components/page/not-here.ts";
import { sheetHead } from "../../../../dashboard/src/components/page/sheet-head.ts";
import { fileName } from "../../../../dashboard/src/components/sections/methods/file-name.ts";
import { notFound } from "../../../../dashboard/src/components/sections/not-found.ts";
import { besideBars } from "../../../../dashboard/src/components/sections/plan-quality/beside-bars.ts";
import { qualityTable } from "../../../../dashboard/src/components/sections/plan-quality/quality-table.ts";
import { yearTable } from "../../../../dashboard/src/components/sections/requirements/year-table.ts";

/** For tests of a part by itself. */
globalThis.parts = {
  besideBars,
  fade,
  fileName,
  notFound,
  notHere,
  qualityTable,
  sheetHead,
  yearTable,
};
