import type { Deployed } from "./deployed.ts";

/**
 * The ARN of a key as a resource names the key with which it is encrypted.
 *
 * @throws Error where no stack has the key
 */
export function keyArn(deployed: Deployed, nameOrArn: string): string {
  const resource = deployed
    .ofType("AWS::KMS::Key")
    .find(({ ref, arn }) => ref === nameOrArn || arn === nameOrArn);
  if (resource !== undefined) return resource.arn;
  throw new Error(`key ${nameOrArn} is in no stack: expected the id or the ARN of one`);
}
