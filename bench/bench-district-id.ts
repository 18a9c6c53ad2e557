import { districtId } from "../functions/domain/ids.ts";

/** The district under which the bench ingests and publishes. */
export const DISTRICT = districtId("bench");
