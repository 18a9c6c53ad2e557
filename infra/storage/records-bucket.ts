import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { AnyPrincipal, Effect, PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import {
  BlockPublicAccess,
  Bucket,
  type IBucket,
  BucketEncryption,
  type LifecycleRule,
  ObjectOwnership,
  StorageClass,
} from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";
import { KEPT_DAYS, recordsKeys } from "../../functions/layout.ts";

/** The contents of the records bucket, by the first part of the keys. */
export const RECORDS_PREFIXES = {
  raw: "raw/",
  conformed: "conformed/",
  quarantine: "quarantine/",
  counts: "counts/",
  editions: "editions/",
  // Previews are made by hand: no function is granted any of these.
  previews: "previews/",
  protection: "protection/",
  protected: "protected/",
  runs: "runs/",
  // An extract is made by hand: no function is granted any of these.
  restricted: "restricted/",
  // The console writes it; no step of the night reads or writes one.
  accessLog: "access-log/",
  // Which mails of a week were sent: `ilp digest` writes it, by hand or by a timer of the district's own.
  digests: "digests/",
} as const;

/** Personal data at every stage, from the export as sent to the protected release. Never public. */
export function recordsBucket(
  scope: Construct,
  key: IKey,
  logs: IBucket,
  districts: readonly string[],
): Bucket {
  const bucket = new Bucket(scope, "Records", {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
    encryption: BucketEncryption.KMS,
    encryptionKey: key,
    // One call to the key service per bucket and hour instead of one per object.
    bucketKeyEnabled: true,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    versioned: true,
    serverAccessLogsBucket: logs,
    serverAccessLogsPrefix: "records/",
    lifecycleRules: [...LIFECYCLE, ...districts.flatMap(restrictedExpiry)],
    removalPolicy: RemovalPolicy.RETAIN,
  });
  appendOnly(bucket, RECORDS_PREFIXES.accessLog);
  return bucket;
}

/**
 * Objects under a prefix can be added but not changed, whoever asks: a write must say that it
 * replaces nothing (`If-None-Match`), and nothing is deleted. An upload in parts says so when it is
 * completed.
 */
function appendOnly(bucket: Bucket, prefix: string): void {
  const resources = [bucket.arnForObjects(`${prefix}*`)];
  const deny = (sid: string, actions: string[], conditions = {}) =>
    bucket.addToResourcePolicy(
      new PolicyStatement({
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        ...{ sid, actions, resources, conditions },
      }),
    );
  deny("NoEntryReplaced", ["s3:PutObject"], {
    Null: { "s3:if-none-match": "true" },
    Bool: { "s3:ObjectCreationOperation": "true" },
  });
  deny("NoEntryDeleted", ["s3:DeleteObject", "s3:DeleteObjectVersion"]);
}

const LIFECYCLE: LifecycleRule[] = [
  {
    id: "tidy",
    abortIncompleteMultipartUploadAfter: Duration.days(7),
    noncurrentVersionExpiration: Duration.days(90),
    expiredObjectDeleteMarker: true,
  },
  {
    // Only the newest version of each file is read again; the others, which are most, are kept as
    // evidence.
    id: "raw-to-infrequent-access",
    prefix: RECORDS_PREFIXES.raw,
    transitions: [
      { storageClass: StorageClass.INFREQUENT_ACCESS, transitionAfter: Duration.days(30) },
    ],
  },
  // These can be made again from conformed records. Editions are not among them: the release step
  // deletes those that it does not keep.
  { id: "counts-expire", prefix: RECORDS_PREFIXES.counts, expiration: Duration.days(90) },
  { id: "protected-expire", prefix: RECORDS_PREFIXES.protected, expiration: Duration.days(90) },
  { id: "previews-expire", prefix: RECORDS_PREFIXES.previews, expiration: Duration.days(30) },
  { id: "runs-expire", prefix: RECORDS_PREFIXES.runs, expiration: Duration.days(30) },
];

/**
 * What names students and expires, also where nobody runs the command that removes it. Certificates lie
 * beside it under `restricted/` and are kept, so each district has rules of its own.
 */
const restrictedExpiry = (district: string): LifecycleRule[] => [
  {
    id: `state-reports-of-${district}-expire`,
    prefix: recordsKeys.stateReports(district),
    expiration: Duration.days(KEPT_DAYS.stateReports),
  },
  {
    id: `state-errors-of-${district}-expire`,
    prefix: recordsKeys.stateErrorsAll(district),
    // The last day is one on which it is kept.
    expiration: Duration.days(KEPT_DAYS.stateErrors + 1),
  },
];
