import { longDay } from "../../domain/calendar/long-day.ts";
import { join } from "node:path";
import type { DistrictId } from "../../domain/ids.ts";
import { recordsKeys } from "../../layout.ts";
import { mandateSetting } from "../../pipeline/settings/mandate-setting.ts";
import type { Measuring } from "../../metrics/students/measuring.ts";
import type { Places, Progress } from "../../pipeline/ports.ts";
import { writePreview } from "../../pipeline/release/preview.ts";
import { trialStore } from "../../pipeline/release/trial-store.ts";
import { DATA_FOLDER, localFolders } from "../arguments/local-places.ts";
import { manifestToPublish } from "./publish-release.ts";
import { measureSchools } from "./school-pool.ts";

/** What `ilp publish --mandate` wrote, and the commands that would put it into use. */
export interface PreviewReport {
  readonly district: string;
  readonly asOf: string;
  readonly mandate: string;
  readonly mandateTitle: string;
  readonly edition: string;
  /** False when the same preview was there already. */
  readonly isNew: boolean;
  readonly schoolsMeasured: number;
  /** The folder of its tables on this machine. It names students. */
  readonly folder: string;
  /** The commands that make it the current edition. */
  readonly toMakeReal: readonly string[];
}

/** Writes the staff edition that a day would have under a mandate, and changes nothing that is in use. */
export async function previewMandate(
  { records }: Pick<Places, "records">,
  data: string,
  district: DistrictId,
  measuring: Measuring,
  progress: Progress,
): Promise<PreviewReport> {
  const { asOf, mandate } = measuring;
  const manifest = await manifestToPublish(records, district, asOf);
  const trial = recordsKeys.preview(district, mandate.id);
  const schoolsMeasured = await measureSchools(
    data,
    trialStore(records, trial),
    manifest,
    measuring,
    progress,
    trial,
  );
  progress.step("write the preview", null);
  const { edition, folder, isNew } = await writePreview(records, manifest, measuring);
  progress.done();
  const setting = await mandateSetting(records, district);
  const isSet = setting?.mandate === mandate.id && setting.overlay === null;
  const options = `--district ${district}${data === DATA_FOLDER ? "" : ` --data ${asArgument(data)}`}`;
  return {
    ...{ district, asOf, mandate: mandate.id, mandateTitle: mandate.title },
    ...{ edition, isNew, schoolsMeasured },
    folder: join(localFolders(data).records, folder),
    toMakeReal: [
      ...(isSet ? [] : [`ilp district set ${options} --mandate ${mandate.id}`]),
      `ilp publish ${options} --as-of ${asOf}`,
    ],
  };
}

const asArgument = (text: string): string => (/[^\w./:-]/.test(text) ? JSON.stringify(text) : text);

/**
 * The preview as people read it: that it is one, where it is, and which commands would put it into
 * use.
 */
export const previewText = (report: PreviewReport): string =>
  [
    `preview of the staff edition of ${longDay(report.asOf)} under ${report.mandateTitle}${report.isNew ? "" : ", which was there already"}`,
    `its tables, as CSV and Arrow, and its students are in ${report.folder}: it names students, keep it inside the district`,
    "nothing else was changed: not the mandate, the current staff edition, a worklist or the public figures",
    `to use this mandate: ${report.toMakeReal.join(" && ")}`,
    "",
  ].join("\n");
