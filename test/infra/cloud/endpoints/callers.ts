import { createHash, randomUUID } from "node:crypto";
import type { Deployed, Services } from "../templates/deployed.ts";

/** Who may be behind an access key. */
export type Caller =
  | { readonly kind: "role"; readonly arn: string }
  /** A test itself, which no policy holds. */
  | { readonly kind: "test" };

export type Credentials = ReturnType<Services["credentialsOf"]>;

/** Knows callers by the access key in what they send; the signature is not checked. */
export interface Callers {
  /** @throws Error where no stack has the role */
  credentialsOf(roleArn: string): Credentials;
  readonly ofTests: Credentials;
  /** Who sent a request with this `Authorization` header, or null. */
  behind(authorization: string | undefined): Caller | null;
}

export function callersOf(deployed: Deployed): Callers {
  const roles = new Map(
    deployed.ofType("AWS::IAM::Role").map(({ arn }) => [credentials(arn).accessKeyId, arn]),
  );
  const ofTests = credentials(randomUUID());
  return {
    ofTests,
    credentialsOf(roleArn) {
      const made = credentials(roleArn);
      if (!roles.has(made.accessKeyId)) throw new Error(`no stack has the role ${roleArn}`);
      return made;
    },
    behind(authorization = "") {
      const [, accessKeyId = ""] = /Credential=([^/]+)\//.exec(authorization) ?? [];
      if (accessKeyId === ofTests.accessKeyId) return { kind: "test" };
      const arn = roles.get(accessKeyId);
      return arn === undefined ? null : { kind: "role", arn };
    },
  };
}

function credentials(name: string): Credentials {
  const digest = createHash("sha256").update(name).digest("hex");
  return {
    accessKeyId: `ASIA${digest.slice(0, 16).toUpperCase()}`,
    secretAccessKey: digest.slice(16, 56),
  };
}
