import { DISTRICT, ofSchool } from "../../../access/permit.ts";
import type { Day } from "../../../domain/calendar/day.ts";
import type { Places } from "../../../pipeline/ports.ts";
import {
  publicBoard,
  staffBoard,
  type BoardEdition,
} from "../../../pipeline/release/board-edition.ts";
import { commandCase, noted, type AsStaff } from "../../arguments/as-staff.ts";

/** Which figures a board report is asked for, and by whom. */
export interface BoardAsked extends AsStaff {
  readonly asOf?: Day;
  readonly staff?: true;
}

/**
 * The edition that is asked for. An exact one is for whoever sees exact figures of the district or of a
 * school; that is noted in the access log, as is a refusal.
 * @throws CommandError with the reason why nothing is shown, or NotPossible where the day has no edition
 */
export async function boardAsked(
  places: Places,
  { asOf, staff, ...asked }: BoardAsked,
): Promise<BoardEdition> {
  const { district } = asked;
  if (staff !== true) return publicBoard(places.public, district, asOf ?? null);
  const edition = await staffBoard(places.records, district, asOf ?? null);
  const of = await commandCase(places, asked);
  const { isWholeDistrict, schools } = of.exact;
  const [school] = schools;
  await noted(
    of,
    "see-figures",
    "board-report",
    isWholeDistrict || school === undefined
      ? { asked: DISTRICT }
      : { asked: ofSchool(school), schools },
  );
  return edition;
}
