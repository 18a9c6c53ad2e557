import type { Day } from "../../domain/calendar/day.ts";
import type { DistrictId } from "../../domain/ids.ts";
import { counted } from "../../domain/text/counted.ts";
import { publicKeys } from "../../layout.ts";
import type { ReleaseManifest } from "../../releases/manifest/manifest.ts";
import { hasReportFile } from "../../releases/overview/school-report.ts";
import { NotPossible } from "../not-possible.ts";
import type { ObjectStore } from "../ports.ts";
import { readJson } from "../stored-json.ts";
import { latestPublic } from "./public-releases.ts";
import { staffLatest, staffManifest } from "./staff-editions.ts";

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
 * @throws NotPossible with the days to choose from where the day was not released
 */
export async function publicBoard(
  store: ObjectStore,
  district: DistrictId,
  asOf: Day | null,
): Promise<BoardEdition> {
  const latest = await latestPublic(store, district);
  if (latest === null) {
    throw new NotPossible(
      `district ${district} has no public release yet: run ilp publish --district ${district} --as-of <day> first, or print exact figures with --staff`,
    );
  }
  const { release } = ofDay("public release", [latest, ...latest.releases], asOf);
  const key = `${publicKeys.release(district, release)}manifest.json`;
  const manifest = await readJson<ReleaseManifest>(store, key);
  if (manifest === null) throw new Error(`no public release under ${key}`);
  return boardOf(manifest);
}

/**
 * The staff edition of a day, by default the current one. It shows no figure: whoever prints it asks
 * for each page in a reader's name.
 * @throws NotPossible with the days to choose from where there is none of the day
 */
export async function staffBoard(
  records: ObjectStore,
  district: DistrictId,
  asOf: Day | null,
): Promise<BoardEdition> {
  const latest = await staffLatest(records, district);
  if (latest === null) {
    throw new NotPossible(
      `district ${district} has no edition yet: run ilp publish --district ${district} --as-of <day> first`,
    );
  }
  const { edition } = ofDay("staff edition", latest.editions, asOf);
  return boardOf(await staffManifest(records, district, edition));
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
  asOf: Day | null,
): E {
  const edition = asOf === null ? editions[0] : editions.find((each) => each.asOf === asOf);
  if (edition !== undefined) return edition;
  const days = [...new Set(editions.map((each) => each.asOf))];
  const more = days.length - DAYS_LISTED;
  const listed = days.slice(0, DAYS_LISTED).join(", ");
  throw new NotPossible(
    `there is no ${what} as of ${asOf ?? "any day"}; there is one as of ${listed}${more > 0 ? ` and ${counted(more, "earlier day")}` : ""}`,
  );
}
