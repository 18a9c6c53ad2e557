import type { District } from "../settings/configuration.ts";
import type { OperationsStack } from "../operations/operations-stack.ts";
import type { StorageStack } from "../storage/storage-stack.ts";

/** What the functions of a district are built with. */
export interface DistrictSurroundings {
  readonly district: District;
  readonly storage: StorageStack;
  readonly operations: OperationsStack;
  /** The folder of the bundles, one folder per handler. */
  readonly bundles: string;
}
