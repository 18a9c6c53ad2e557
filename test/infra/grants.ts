import type { ObjectStore } from "../../functions/pipeline/ports.ts";
import { flattened, ofType, synthesized, type Resources } from "./synthesized.ts";

const { storage, pipeline } = synthesized();

export interface Grant {
  readonly role: string;
  readonly action: string;
  readonly resource: string;
}

/** All that the roles of the pipeline may do. */
export const grants: readonly Grant[] = grantsOf(pipeline);

const bucketNamed = (name: string) =>
  ofType(storage, "AWS::S3::Bucket").find(([id]) => id.startsWith(name))![0];
export const RECORDS = bucketNamed("Records");
export const RELEASES = bucketNamed("Public");
export const INBOX = bucketNamed("Inbox");

export const isOf = (handler: string, { role }: Grant): boolean =>
  role.toLowerCase().startsWith(`${handler}role`);

/** What a handler may do with the objects of a bucket: the patterns of its keys. */
export const patterns = (handler: string, action: string, bucket: string): readonly string[] =>
  grants
    .filter((grant) => isOf(handler, grant) && grant.action === action)
    .flatMap(({ resource }) =>
      resource.startsWith(`<${bucket}>/`) ? [resource.slice(bucket.length + 3)] : [],
    )
    .sort();

/** The store as S3 shows it to a handler: what its role does not allow is refused. */
export function grantedStore(store: ObjectStore, handler: string, bucket: string): ObjectStore {
  const check = (action: string, key: string): void => {
    const isAllowed = patterns(handler, action, bucket).some((pattern) =>
      new RegExp(`^${pattern.replaceAll(".", "\\.").replaceAll("*", ".*")}$`).test(key),
    );
    if (!isAllowed) throw new Error(`AccessDenied: ${handler} may not ${action} ${key}`);
  };
  const checked =
    <Rest extends unknown[], Result>(
      action: string,
      call: (key: string, ...rest: Rest) => Result,
    ) =>
    (key: string, ...rest: Rest): Result => {
      check(action, key);
      return call(key, ...rest);
    };
  return {
    get: checked("s3:GetObject", store.get),
    getTagged: checked("s3:GetObject", store.getTagged),
    stream: checked("s3:GetObject", store.stream),
    // S3 answers HeadObject to those who may get the object.
    size: checked("s3:GetObject", store.size),
    put: checked("s3:PutObject", store.put),
    putIfAbsent: checked("s3:PutObject", store.putIfAbsent),
    putIfTag: checked("s3:PutObject", store.putIfTag),
    putStream: checked("s3:PutObject", store.putStream),
    list: store.list,
    entries: store.entries,
    async delete(keys) {
      const all = [...keys];
      for (const key of all) check("s3:DeleteObject", key);
      await store.delete(all);
    },
  };
}

function grantsOf(resources: Resources): readonly Grant[] {
  const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);
  return ofType(resources, "AWS::IAM::Policy").flatMap(([role, { Properties }]) => {
    const { Statement } = Properties["PolicyDocument"] as {
      Statement: { Effect: string; Action: unknown; Resource: unknown }[];
    };
    return Statement.filter(({ Effect }) => Effect === "Allow").flatMap(({ Action, Resource }) =>
      listOf(Action).flatMap((action) =>
        listOf(Resource).map((resource) => ({
          role,
          action: String(action),
          resource: flattened(resource),
        })),
      ),
    );
  });
}
