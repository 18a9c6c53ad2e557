import { districtId, type DistrictId } from "../domain/ids.ts";
import { ENVIRONMENT } from "../layout.ts";
import type { Completeness } from "../sources/feeds/complete-drops.ts";

/** @throws Error that names the variable: a stack sets it beside the grant that makes it useful */
export function variable(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === "") {
    throw new Error(`the environment variable ${name} is not set on this function`);
  }
  return value;
}

/** The one district that this function may work for. */
export const ownDistrict = (): DistrictId => districtId(variable(ENVIRONMENT.district));

/** @throws Error if the stack gives neither "marker" nor a number of minutes */
export function completeness(): Completeness {
  const text = variable(ENVIRONMENT.uploads);
  if (text === "marker") return "marker";
  const quietMinutes = Number(text);
  if (!Number.isFinite(quietMinutes) || quietMinutes <= 0) {
    throw new Error(`${ENVIRONMENT.uploads} is ${text}: expected "marker" or a number of minutes`);
  }
  return { quietMinutes };
}
