/** A page with every chart and table, each in a card of its own. */
import "./bars.js";
import "./lines.js";
import "./differences.js";
import "./tables.js";
import { fade } from "../../../../dashboard/src/components/charts/fade.ts";
import { notHere } from "../../../../dashboard/src/components/page/not-here.ts";
import { notFound } from "../../../../dashboard/src/components/sections/not-found.ts";
import { yearTable } from "../../../../dashboard/src/components/sections/requirements/year-table.ts";

/** For tests that draw a part by itself. */
globalThis.parts = { fade, notHere, notFound, yearTable };
