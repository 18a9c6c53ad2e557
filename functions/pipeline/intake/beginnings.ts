import type { DistrictId } from "../../domain/ids.ts";
import { recordsKeys } from "../../layout.ts";
import type { Beginning } from "../../sources/feeds/feed.ts";
import type { Places } from "../ports.ts";
import { districtKinds } from "./district-kinds.ts";
import { feeds } from "./ledger.ts";

/** The attendance files in use: one that comes may begin with the bytes of one of them. */
export async function beginnings(
  { records, table }: Pick<Places, "records" | "table">,
  district: DistrictId,
): Promise<readonly Beginning[]> {
  const { kinds } = await districtKinds({ records, table }, district);
  const ofAttendance = new Set(
    kinds
      .filter(({ profile }) => profile.reads.some(({ table: name }) => name === "attendance"))
      .map(({ kind }) => kind),
  );
  const versions: Beginning[] = [];
  for (const { kind, newest, good } of await feeds(table, district)) {
    if (!ofAttendance.has(kind)) continue;
    for (const { name, sha256, receivedOn } of good === null ? [newest] : [good, newest]) {
      const bytes = await records.size(recordsKeys.raw(district, sha256));
      if (bytes !== null) versions.push({ name, sha256, bytes, ...(receivedOn && { receivedOn }) });
    }
  }
  return versions;
}
