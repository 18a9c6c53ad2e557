import { DISTRICT, ofSchool } from "../../../access/permit.ts";
import type { Day } from "../../../domain/calendar/day.ts";
import type { DistrictId } from "../../../domain/ids.ts";
import { counted } from "../../../domain/text/counted.ts";
import { publicKeys } from "../../../layout.ts";
import type { Places } from "../../../pipeline/ports.ts";
import { latestPublic } from "../../../pipeline/release/public-releases.ts";
import { staffManifest } from "../../../pipeline/release/staff-editions.ts";
import { readJson } from "../../../pipeline/stored-json.ts";
import type { ReleaseManifest } from "../../../releases/manifest/manifest.ts";
import { hasReportFile } from "../../../releases/overview/school-report.ts";
import { commandCase, noted, type AsStaff } from "../../arguments/as-staff.ts";
import { CommandError } from "../../arguments/command-error.ts";

/** The edition of which a board report is printed. */
export interface BoardEdition {
  /** The release, or the staff edition. */
  readonly release: string;
  readonly asOf: string;
  readonly districtName: string;
  /** The schools that have a page, in the edition's order. */
  readonly schools: readonly { readonly id: string; readonly name: string }[];
}

/**
 * The public release of a day, by default the current one.
 * @throws CommandError with the days to choose from where the day was not released
 */
export async function publicBoard(
  places: Pick<Places, "public">,
  district: DistrictId,
  asOf: Day | undefined,
): Promise<BoardEdition> {
  const latest = await latestPublic(places.public, district);
  if (latest === null) {
    throw new CommandError(
      `district ${district} has no public release yet: run ilp publish --district ${district} --as-of <day> first, or print exact figures with --staff`,
    );
  }
  const { release } = ofDay("public release", [latest, ...latest.releases], asOf);
  const key = `${publicKeys.release(district, release)}manifest.json`;
  const manifest = await readJson<ReleaseManifest>(places.public, key);
  if (manifest === null) throw new Error(`no public release under ${key}`);
  return boardOf(manifest);
}

/**
 * The staff edition of a day, by default the current one, for whoever sees exact figures of the district
 * or of a school; noted in the access log, as is a refusal.
 * @throws CommandError with the days to choose from, or the reason why nothing is shown
 */
export async function staffBoard(
  places: Places,
  asked: AsStaff,
  asOf: Day | undefined,
): Promise<BoardEdition> {
  const of = await commandCase(places, asked);
  const { latest, exact } = of;
  const { district } = asked;
  if (latest === null) {
    throw new CommandError(
      `district ${district} has no edition yet: run ilp publish --district ${district} --as-of <day> first`,
    );
  }
  const { edition } = ofDay("staff edition", latest.editions, asOf);
  const [school] = exact.schools;
  await noted(
    of,
    "see-figures",
    "board-report",
    exact.isWholeDistrict || school === undefined
      ? { asked: DISTRICT }
      : { asked: ofSchool(school), schools: exact.schools },
  );
  return boardOf(await staffManifest(places.records, district, edition));
}

const boardOf = ({ release, asOf, district, schools }: ReleaseManifest): BoardEdition => ({
  release,
  asOf,
  districtName: district.name,
  schools: schools.filter(({ id }) => hasReportFile(id)),
});

/** As many days as a message lists. */
const DAYS_LISTED = 12;

/** @param editions one or more, the latest day first */
function ofDay<E extends { readonly asOf: string }>(
  what: string,
  editions: readonly E[],
  asOf: Day | undefined,
): E {
  const edition = asOf === undefined ? editions[0] : editions.find((each) => each.asOf === asOf);
  if (edition !== undefined) return edition;
  const days = [...new Set(editions.map((each) => each.asOf))];
  const more = days.length - DAYS_LISTED;
  const listed = days.slice(0, DAYS_LISTED).join(", ");
  throw new CommandError(
    `there is no ${what} as of ${asOf ?? "any day"}; there is one as of ${listed}${more > 0 ? ` and ${counted(more, "earlier day")}` : ""}`,
  );
}
