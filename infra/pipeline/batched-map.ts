import { Duration } from "aws-cdk-lib";
import type { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import {
  DistributedMap,
  type IChainable,
  ItemBatcher,
  JitterType,
  ResultWriterV2,
  S3JsonItemReader,
  StateMachineType,
} from "aws-cdk-lib/aws-stepfunctions";
import type { Construct } from "constructs";

export interface BatchedMapProps {
  readonly records: IBucket;
  /** Key of the JSON list to process, as a JSONata expression. */
  readonly itemsKey: string;
  /** Where the results of the batches are kept, as a JSONata expression. */
  readonly resultsPrefix: string;
  /** What each batch receives besides its items. */
  readonly batchInput: Readonly<Record<string, string>>;
  readonly itemsPerBatch: number;
  readonly maxConcurrency: number;
  readonly eachBatch: IChainable;
}

/**
 * Processes a list in the records bucket, many batches at once, each in an execution of its own. A
 * batch is `{ BatchInput, Items }`. The output is the input, unchanged. No failure is tolerated
 * (ToleratedFailurePercentage is 0 if it is absent, and CDK leaves a 0 out): figures of a district
 * without one of its schools are wrong.
 */
export function batchedMap(scope: Construct, name: string, props: BatchedMapProps): DistributedMap {
  // The bucket is given by name, so that CDK does not let the state machine read all of it.
  const bucketNamePath = props.records.bucketName;
  const map = DistributedMap.jsonata(scope, name, {
    mapExecutionType: StateMachineType.STANDARD,
    maxConcurrency: props.maxConcurrency,
    outputs: "{% $states.input %}",
    itemReader: new S3JsonItemReader({ bucketNamePath, key: props.itemsKey }),
    itemBatcher: new ItemBatcher({
      maxItemsPerBatch: props.itemsPerBatch,
      batchInput: props.batchInput,
    }),
    resultWriterV2: new UngrantedResultWriter({
      bucketNamePath,
      prefix: props.resultsPrefix,
    }),
  });
  // S3 may be too busy for Step Functions itself; a batch that ran before has little left to do.
  map.addRetry({
    errors: ["States.ItemReaderFailed", "States.ResultWriterFailed"],
    interval: Duration.seconds(2),
    maxAttempts: 5,
    backoffRate: 2,
    jitterStrategy: JitterType.FULL,
  });
  return map.itemProcessor(props.eachBatch);
}

/**
 * For a bucket given by name, CDK would let the state machine read and write every bucket;
 * `pipeline-stack.ts` grants what it needs.
 */
class UngrantedResultWriter extends ResultWriterV2 {
  override providePolicyStatements(): PolicyStatement[] {
    return [];
  }
}
