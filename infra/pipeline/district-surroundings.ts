import type { District } from "../settings/configuration.ts";
import type { OperationsStack } from "../operations/operations-stack.ts";
import type { StorageStack } from "../storage/storage-stack.ts";

/** What each function of a district is built on. */
export interface DistrictSurroundings {
  readonly district: District;
  readonly storage: StorageStack;
  readonly operations: OperationsStack;
  /** The folder of the bundles, one folder a handler. */
  readonly bundles: string;
}
