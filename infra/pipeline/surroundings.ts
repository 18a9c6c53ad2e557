import type { IKey } from "aws-cdk-lib/aws-kms";
import type { StorageStack } from "../storage/storage-stack.ts";

/** What each handler's function is built on. */
export interface Surroundings {
  readonly storage: StorageStack;
  /** The folder of the bundles, one folder a handler. */
  readonly bundles: string;
  /** Encrypts the logs. */
  readonly operationsKey: IKey;
}
