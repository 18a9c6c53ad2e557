import type { Function } from "aws-cdk-lib/aws-lambda";
import { ENVIRONMENT, inboxPrefix, recordsKeys, tableKeys } from "../../functions/layout.ts";
import type { District } from "../settings/configuration.ts";
import type { DistrictSurroundings } from "./district-surroundings.ts";
import { grantItems, type ItemUse } from "./grant-items.ts";
import { grantObjects, type ObjectUses } from "./grant-objects.ts";

/**
 * Lets a function use what belongs to its district, and passes the names to the function in its
 * environment.
 */
export interface DistrictGrants {
  readonly records: (lambda: Function, uses: ObjectUses) => void;
  readonly public: (lambda: Function, uses: ObjectUses) => void;
  readonly inbox: (lambda: Function, use: "list" | "read") => void;
  readonly items: (lambda: Function, uses: Readonly<Record<string, readonly ItemUse[]>>) => void;
}

export function districtGrants({ district, storage }: DistrictSurroundings): DistrictGrants {
  const { inbox, records, public: releases, table } = storage;
  return {
    records(lambda, uses) {
      lambda.addEnvironment(ENVIRONMENT.recordsBucket, records.bucketName);
      grantObjects(lambda, records, uses);
    },
    public(lambda, uses) {
      lambda.addEnvironment(ENVIRONMENT.publicBucket, releases.bucketName);
      grantObjects(lambda, releases, uses);
    },
    inbox(lambda, use) {
      lambda.addEnvironment(ENVIRONMENT.inboxBucket, inbox.bucketName);
      lambda.addEnvironment(ENVIRONMENT.uploads, uploadsText(district));
      grantObjects(lambda, inbox, { [use]: [`${inboxPrefix(district.id)}*`] });
    },
    items(lambda, uses) {
      lambda.addEnvironment(ENVIRONMENT.table, table.tableName);
      grantItems(lambda, table, uses);
    },
  };
}

const uploadsText = ({ uploads }: District): string =>
  uploads === "marker" ? uploads : String(uploads.quietMinutes);

/** Patterns of a district's object keys. */
export const keyPatterns = (id: string) => ({
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
export const partitionPatterns = (id: string) => ({
  inbox: tableKeys.inbox(id, "").partition,
  run: tableKeys.run(id, "lease").partition,
  ledger: tableKeys.ledger(id, "").partition,
  plans: tableKeys.plan(id, "*", 0).partition,
  planLists: tableKeys.planList(id, "").partition,
  worklist: tableKeys.worklist(id, "").partition,
  worklistEdition: tableKeys.worklistEdition(id).partition,
});
