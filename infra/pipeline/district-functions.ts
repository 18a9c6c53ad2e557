/**
 * The functions of one district. The role of each reaches only what its step needs, and nothing of
 * another district. `test/infra` runs all of them under these grants.
 */
import { Duration, Size } from "aws-cdk-lib";
import type { Function } from "aws-cdk-lib/aws-lambda";
import type { Construct } from "constructs";
import { ENVIRONMENT, publicKeys, type HandlerName } from "../../functions/layout.ts";
import type { District } from "../settings/configuration.ts";
import {
  districtGrants,
  keyPatterns,
  partitionPatterns,
  type DistrictGrants,
} from "./district-grants.ts";
import type { DistrictSurroundings } from "./district-surroundings.ts";
import type { ItemUse } from "./grant-items.ts";
import { handlerFunction } from "./handler-function.ts";

export function districtFunctions(
  scope: Construct,
  surroundings: DistrictSurroundings,
): Readonly<Record<HandlerName, Function>> {
  const { district } = surroundings;
  const parts: DistrictParts = {
    district,
    make: (name, memorySize, minutes, storage) =>
      handlerFunction(scope, name, surroundings, {
        memorySize,
        timeout: Duration.minutes(minutes),
        ...storage,
      }),
    grant: districtGrants(surroundings),
    keys: keyPatterns(district.id),
    partitions: partitionPatterns(district.id),
  };
  return {
    arrive: arrive(parts),
    lease: lease(parts),
    receive: receive(parts),
    read: read(parts),
    assemble: assemble(parts),
    measure: measure(parts),
    release: release(parts),
    publish: publish(parts),
    watch: watch(parts),
  };
}

interface DistrictParts {
  readonly district: District;
  readonly make: (
    name: HandlerName,
    memorySize: number,
    minutes: number,
    storage?: { readonly ephemeralStorageSize: Size },
  ) => Function;
  readonly grant: DistrictGrants;
  readonly keys: ReturnType<typeof keyPatterns>;
  readonly partitions: ReturnType<typeof partitionPatterns>;
}

/**
 * What every step of a run does with the district's lease, whose partition also holds where a run
 * stopped.
 */
const KEEPS_LEASE: readonly ItemUse[] = ["get", "put"];

/** Lists the inbox and looks up what is known about it. */
function arrive({ make, grant, partitions }: DistrictParts): Function {
  const lambda = make("arrive", 512, 2);
  grant.inbox(lambda, "list");
  grant.items(lambda, { [partitions.inbox]: ["get", "query", "put"] });
  return lambda;
}

function lease({ district, make, grant, partitions }: DistrictParts): Function {
  const lambda = make("lease", 512, 1);
  lambda.addEnvironment(ENVIRONMENT.timezone, district.timezone);
  grant.items(lambda, { [partitions.run]: KEEPS_LEASE });
  return lambda;
}

function receive({ district, make, grant, keys, partitions }: DistrictParts): Function {
  // Streams and hashes: memory does not grow with a file, and the network limits the speed. 1,769
  // MB is one full processor; 800 MB take about a minute.
  const lambda = make("receive", 1769, 15, {
    // A zip is copied to this storage as a whole before it is read.
    ephemeralStorageSize: Size.gibibytes(4),
  });
  lambda.addEnvironment(ENVIRONMENT.timezone, district.timezone);
  grant.inbox(lambda, "read");
  grant.records(lambda, {
    // Whether a file was read before is known from the parts that were read.
    read: [keys.raw, keys.readParts],
    stream: [keys.raw],
    write: [keys.runs],
  });
  grant.items(lambda, {
    // A feed that a later file has fixed is removed.
    [partitions.ledger]: ["get", "query", "put", "batch"],
    [partitions.inbox]: ["query", "batch"],
    [partitions.run]: KEEPS_LEASE,
  });
  return lambda;
}

/** Reading a year of attendance of 100,000 students took about 220 MiB. */
function read({ make, grant, keys, partitions }: DistrictParts): Function {
  const lambda = make("read", 1769, 15);
  grant.records(lambda, { read: [keys.raw, keys.readParts], write: [keys.readParts] });
  grant.items(lambda, { [partitions.ledger]: ["query"], [partitions.run]: KEEPS_LEASE });
  return lambda;
}

/**
 * The plans and the roster of the largest districts are in memory as a whole for the checks across
 * files.
 */
function assemble({ make, grant, keys, partitions }: DistrictParts): Function {
  const lambda = make("assemble", 3538, 15);
  grant.records(lambda, {
    // What was rejected of a file before is read again, and looked up before it is replaced.
    read: [keys.raw, keys.conformed, keys.quarantine],
    write: [keys.conformed, keys.quarantine, keys.runs],
  });
  grant.items(lambda, {
    // A feed that a new profile knows moves to its own kind.
    [partitions.ledger]: ["query", "put", "batch"],
    // Written and deleted here, and read only by the console.
    [partitions.plans]: ["batch"],
    [partitions.planLists]: ["query", "batch"],
    [partitions.run]: KEEPS_LEASE,
  });
  return lambda;
}

/** One school at a time in memory, and otherwise arithmetic: one full processor. */
function measure({ make, grant, keys, partitions }: DistrictParts): Function {
  const lambda = make("measure", 1769, 10);
  grant.records(lambda, { read: [keys.conformed, keys.counts], write: [keys.counts] });
  grant.items(lambda, { [partitions.run]: KEEPS_LEASE });
  return lambda;
}

/**
 * The counts of all schools are in memory at once, with a row for each student: two full
 * processors.
 */
function release({ district, make, grant, keys, partitions }: DistrictParts): Function {
  const lambda = make("release", 3538, 15);
  lambda.addEnvironment(ENVIRONMENT.firstPublicRelease, district.firstPublicRelease);
  grant.records(lambda, {
    // The manifest lists the schools of a version, and so their counts. What has changed in the
    // records since the last release is read from the partitions that differ.
    read: [keys.conformed, keys.counts, keys.editions, keys.protection, keys.protected],
    write: [keys.editions, keys.protection, keys.protected],
    // Staff editions that are not kept are deleted.
    delete: [keys.editions],
  });
  // The last release decides whether one is due; what was shown before is needed for the trend.
  grant.public(lambda, { read: [publicKeys.latest(district.id), keys.releases] });
  // One item per school says where its worklist is.
  grant.items(lambda, {
    [partitions.worklist]: ["query", "batch"],
    [partitions.worklistEdition]: ["get", "put"],
    [partitions.run]: KEEPS_LEASE,
  });
  return lambda;
}

/**
 * Writes a few dozen small files. It is the only function that may write to the public bucket, and
 * there neither to the pages nor for another district.
 */
function publish({ district, make, grant, keys, partitions }: DistrictParts): Function {
  const lambda = make("publish", 1769, 5);
  grant.records(lambda, { read: [keys.protected] });
  const lists = [publicKeys.districts, publicKeys.latest(district.id)];
  grant.public(lambda, {
    read: lists,
    // If the answer to a write came too late, the file is compared with what was to be written.
    get: [keys.releases],
    write: [...lists, keys.releases],
  });
  grant.items(lambda, { [partitions.run]: KEEPS_LEASE });
  return lambda;
}

/** The executions that it may look into are granted beside the machine. */
function watch({ make, grant, partitions }: DistrictParts): Function {
  const lambda = make("watch", 512, 1);
  grant.items(lambda, { [partitions.run]: KEEPS_LEASE });
  return lambda;
}
