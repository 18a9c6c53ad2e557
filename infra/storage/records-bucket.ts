import { Duration, RemovalPolicy } from "aws-cdk-lib";
import type { IKey } from "aws-cdk-lib/aws-kms";
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type LifecycleRule,
  ObjectOwnership,
  StorageClass,
} from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";

/** What rests in the records bucket, by the first part of its keys. */
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
  // An extract is made by hand: no function is granted more of these than the secrets that an
  // upgrade carries over.
  restricted: "restricted/",
  // The console writes it; no step of the night reads or writes one.
  accessLog: "access-log/",
} as const;

/** What versions before editions wrote: release carries over what a district had decided, and deletes the rest. */
export const FORMER_PREFIXES = { partials: "partials/", patterns: "patterns/" } as const;

/** Personal data, at every stage from the export as sent to the protected release. Never public. */
export function recordsBucket(scope: Construct, key: IKey, logs: Bucket): Bucket {
  return new Bucket(scope, "Records", {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
    encryption: BucketEncryption.KMS,
    encryptionKey: key,
    // One call to the key service a bucket and hour instead of one an object.
    bucketKeyEnabled: true,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    versioned: true,
    serverAccessLogsBucket: logs,
    serverAccessLogsPrefix: "records/",
    lifecycleRules: LIFECYCLE,
    removalPolicy: RemovalPolicy.RETAIN,
  });
}

const LIFECYCLE: LifecycleRule[] = [
  {
    id: "tidy",
    abortIncompleteMultipartUploadAfter: Duration.days(7),
    noncurrentVersionExpiration: Duration.days(90),
    expiredObjectDeleteMarker: true,
  },
  {
    // Only the newest version of each file is read again; the rest, most of it, is kept as evidence.
    id: "raw-to-infrequent-access",
    prefix: RECORDS_PREFIXES.raw,
    transitions: [
      { storageClass: StorageClass.INFREQUENT_ACCESS, transitionAfter: Duration.days(30) },
    ],
  },
  // These can be made again from what is conformed. Editions are not among them: the release step
  // deletes those that it does not keep.
  { id: "counts-expire", prefix: RECORDS_PREFIXES.counts, expiration: Duration.days(90) },
  { id: "protected-expire", prefix: RECORDS_PREFIXES.protected, expiration: Duration.days(90) },
  { id: "previews-expire", prefix: RECORDS_PREFIXES.previews, expiration: Duration.days(30) },
  { id: "runs-expire", prefix: RECORDS_PREFIXES.runs, expiration: Duration.days(30) },
];
