import { flattened, ofType, synthesized, type Resources } from "./synthesized.ts";

const { storage, pipeline } = synthesized();

export interface Grant {
  readonly role: string;
  readonly action: string;
  readonly resource: string;
  readonly conditions: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** All that the roles of the first district may do. */
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

/** Of which partitions of the table a handler may use items: patterns of partition keys. */
export const partitions = (handler: string, action: string): readonly string[] =>
  grants
    .filter((grant) => isOf(handler, grant) && grant.action === action)
    .flatMap(
      ({ conditions }) =>
        [conditions["ForAllValues:StringLike"]?.["dynamodb:LeadingKeys"]].flat() as string[],
    )
    .sort();

function grantsOf(resources: Resources): readonly Grant[] {
  const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);
  return ofType(resources, "AWS::IAM::Policy").flatMap(([role, { Properties }]) => {
    const { Statement } = Properties["PolicyDocument"] as {
      Statement: {
        Effect: string;
        Action: unknown;
        Resource: unknown;
        Condition?: Grant["conditions"];
      }[];
    };
    return Statement.filter(({ Effect }) => Effect === "Allow").flatMap(
      ({ Action, Resource, Condition }) =>
        listOf(Action).flatMap((action) =>
          listOf(Resource).map((resource) => ({
            role,
            action: String(action),
            resource: flattened(resource),
            conditions: Condition ?? {},
          })),
        ),
    );
  });
}
