/**
 * The functions of one district, each with a role of its own that reaches what its step needs of this
 * district and nothing of another. `test/infra` runs every one of them under these grants.
 */
import { Duration, Size } from "aws-cdk-lib";
import type { Function } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import {
  ENVIRONMENT,
  inboxPrefix,
  publicKeys,
  recordsKeys,
  tableKeys,
  type HandlerName,
} from "../../functions/layout.ts";
import type { District } from "../configuration.ts";
import type { DistrictSurroundings } from "./district-surroundings.ts";
import { grantItems, type ItemUse } from "./grant-items.ts";
import { grantObjects, type ObjectUses } from "./grant-objects.ts";
import { handlerFunction } from "./handler-function.ts";

export function districtFunctions(
  scope: Construct,
  surroundings: DistrictSurroundings,
): Readonly<Record<HandlerName, Function>> {
  const { district } = surroundings;
  const { inbox, records, public: releases, table } = surroundings.storage;
  const keys = keysOf(district.id);
  const items = itemsOf(district.id);
  const make = (name: HandlerName, memorySize: number, minutes: number) =>
    handlerFunction(scope, name, surroundings, {
      memorySize,
      timeout: Duration.minutes(minutes),
    });
  const uses = {
    records: (lambda: Function, grant: ObjectUses) => {
      lambda.addEnvironment(ENVIRONMENT.recordsBucket, records.bucketName);
      grantObjects(lambda, records, grant);
    },
    public: (lambda: Function, grant: ObjectUses) => {
      lambda.addEnvironment(ENVIRONMENT.publicBucket, releases.bucketName);
      grantObjects(lambda, releases, grant);
    },
    inbox: (lambda: Function, use: "list" | "read") => {
      lambda.addEnvironment(ENVIRONMENT.inboxBucket, inbox.bucketName);
      lambda.addEnvironment(ENVIRONMENT.uploads, uploadsText(district));
      grantObjects(lambda, inbox, { [use]: [`${inboxPrefix(district.id)}*`] });
    },
    items: (lambda: Function, grant: Parameters<typeof grantItems>[2]) => {
      lambda.addEnvironment(ENVIRONMENT.table, table.tableName);
      grantItems(lambda, table, grant);
    },
  };

  // Lists the inbox and looks up what is known of it.
  const arrive = make("arrive", 512, 2);
  uses.inbox(arrive, "list");
  uses.items(arrive, { [items.inbox]: ["get", "query", "put"] });

  const lease = make("lease", 512, 1);
  lease.addEnvironment(ENVIRONMENT.timezone, district.timezone);
  uses.items(lease, { [items.run]: KEEPS_LEASE });

  const receive = handlerFunction(scope, "receive", surroundings, {
    // Streams and hashes: memory does not grow with a file, the network sets the pace.
    // 1,769 MB is one whole processor; 800 MB take about a minute.
    memorySize: 1769,
    timeout: Duration.minutes(15),
    // A zip is brought here whole before it is read.
    ephemeralStorageSize: Size.gibibytes(4),
  });
  receive.addEnvironment(ENVIRONMENT.timezone, district.timezone);
  uses.inbox(receive, "read");
  uses.records(receive, {
    // Whether a file was read before is seen by what was read of it.
    read: [keys.raw, keys.readParts],
    stream: [keys.raw],
    write: [keys.runs],
  });
  uses.items(receive, {
    // A feed that a later file has mended is taken away.
    [items.ledger]: ["get", "query", "put", "batch"],
    [items.inbox]: ["query", "batch"],
    [items.run]: KEEPS_LEASE,
  });

  // A year of attendance of 100,000 students was read in about 220 MiB.
  const read = make("read", 1769, 15);
  uses.records(read, { read: [keys.raw, keys.readParts], write: [keys.readParts] });
  uses.items(read, { [items.ledger]: ["query"], [items.run]: KEEPS_LEASE });

  // The plans and the roster of the largest districts, held whole for the checks across files.
  const assemble = make("assemble", 3538, 15);
  uses.records(assemble, {
    // What was rejected of a file before is read again, and asked for before it is replaced.
    read: [keys.raw, keys.conformed, keys.quarantine],
    write: [keys.conformed, keys.quarantine, keys.runs],
  });
  uses.items(assemble, {
    // A feed that a new profile knows moves to its own kind.
    [items.ledger]: ["query", "put", "batch"],
    // Written and taken away, and read by the console alone.
    [items.plans]: ["batch"],
    [items.run]: KEEPS_LEASE,
  });

  // One school at a time in memory, and arithmetic for the rest: one whole processor.
  const measure = make("measure", 1769, 10);
  uses.records(measure, { read: [keys.conformed, keys.counts], write: [keys.counts] });
  uses.items(measure, { [items.run]: KEEPS_LEASE });

  // The counts of all schools are held at once, and a row of each student: two whole processors.
  const release = make("release", 3538, 15);
  release.addEnvironment(ENVIRONMENT.firstPublicRelease, district.firstPublicRelease);
  uses.records(release, {
    // The manifest says which schools, and so which counts, a version has. What has changed in the
    // records since the release before is read from the partitions that differ.
    read: [keys.conformed, keys.counts, keys.editions, keys.protection, keys.protected],
    write: [keys.editions, keys.protection, keys.protected],
    // Staff editions that are not kept.
    delete: [keys.editions],
  });
  // Which release came last, and so whether one is due; what was shown before, for the trend.
  uses.public(release, { read: [publicKeys.latest(district.id), keys.releases] });
  // One item per school says where its worklist is.
  uses.items(release, {
    [items.worklist]: ["query", "batch"],
    [items.worklistEdition]: ["get", "put"],
    [items.run]: KEEPS_LEASE,
  });

  // Writes some dozens of small files. The only function that may write to the public bucket, and
  // there neither to the pages nor for another district.
  const publish = make("publish", 1769, 5);
  uses.records(publish, { read: [keys.protected] });
  const lists = [publicKeys.districts, publicKeys.latest(district.id)];
  uses.public(publish, {
    read: lists,
    // A file whose writing was answered too late is compared with what was to be written.
    get: [keys.releases],
    write: [...lists, keys.releases],
  });
  uses.items(publish, { [items.run]: KEEPS_LEASE });

  // Which executions it may look into is granted beside the machine.
  const watch = make("watch", 512, 1);
  uses.items(watch, { [items.run]: KEEPS_LEASE });

  return { arrive, lease, receive, read, assemble, measure, release, publish, watch };
}

/** What every step of a run does with the district's lease, which stands beside where a run stopped. */
const KEEPS_LEASE: readonly ItemUse[] = ["get", "put"];

const uploadsText = ({ uploads }: District): string =>
  uploads === "marker" ? uploads : String(uploads.quietMinutes);

/** Patterns of a district's object keys. */
const keysOf = (id: string) => ({
  raw: recordsKeys.raw(id, "*"),
  conformed: `conformed/${id}/*`,
  readParts: `conformed/${id}/read/*`,
  quarantine: `quarantine/${id}/*`,
  counts: `counts/${id}/*`,
  editions: `${recordsKeys.staffEditions(id)}*`,
  protection: `protection/${id}/*`,
  protected: `protected/${id}/*`,
  runs: `runs/${id}/*`,
  releases: `${id}/releases/*`,
});

/** Partition keys of a district's items. */
const itemsOf = (id: string) => ({
  inbox: tableKeys.inbox(id, "").partition,
  run: tableKeys.run(id, "lease").partition,
  ledger: tableKeys.ledger(id, "").partition,
  plans: tableKeys.plan(id, "*", 0).partition,
  worklist: tableKeys.worklist(id, "").partition,
  worklistEdition: tableKeys.worklistEdition(id).partition,
});
