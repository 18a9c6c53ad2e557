import { dayFit, orderHolds } from "./day-order-fit.ts";
import type { JudgedFile } from "../../conformed/judged-file.ts";
import type { Joining } from "./judge-feed.ts";
import type { Assembled } from "../../join/assemble-district.ts";
import { readStored } from "./read-part.ts";
import type { ReadFile } from "../../join/rows/held-rows.ts";

/**
 * The files with their days read in the order of month and day that they show, where it fits the
 * district's other records; one whose order does not is read once more without, so that its ambiguous
 * days are rejected and said to be so.
 * @param assemble joins the files that leave no day open
 */
export async function decideDayOrders(
  { records, district, kinds, hashedNow }: Joining,
  read: readonly JudgedFile[],
  assemble: (files: readonly JudgedFile[]) => Assembled,
): Promise<ReadonlyMap<JudgedFile, ReadFile>> {
  const open = read.filter(({ outcome, file }) => outcome === "used" && shownBy(file) !== null);
  const changed = new Map<JudgedFile, ReadFile>();
  if (open.length === 0) return changed;
  const roster = assemble(read.filter((file) => !open.includes(file)));
  for (const judged of open) {
    const shown = shownBy(judged.file);
    if (shown === null) continue;
    const isHashed = hashedNow.has(judged.received.sha256);
    const readBy = (order: "month-first" | "day-first" | "open") =>
      readStored(records, district, judged.received, kinds, order, isHashed);
    const other = shown.order === "month-first" ? "day-first" : "month-first";
    const isFit = await orderHolds(shown, dayFit(judged.file, shown.fields, roster), async () =>
      dayFit(await readBy(other), shown.fields, roster),
    );
    if (!isFit) changed.set(judged, await readBy("open"));
  }
  return changed;
}

const shownBy = ({ reading: { dayOrder } }: ReadFile) =>
  dayOrder === null || dayOrder === "open" ? null : dayOrder;
