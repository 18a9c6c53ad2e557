/** The words in which the parts of the executed stacks speak with each other. */

/** A resource of a stack after every reference in its properties was resolved. */
export interface DeployedResource {
  readonly stack: string;
  /** The logical id. */
  readonly id: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly dependsOn: readonly string[];
  /** What `Ref` gives: the name of a bucket, a table or a role, the ARN of a state machine or a topic. */
  readonly ref: string;
  readonly arn: string;
}

/** The synthesised stacks with a name and an ARN for each resource, as CloudFormation would give them. */
export interface Deployed {
  readonly resources: readonly DeployedResource[];
  /** The resources of a type, in the order of the templates. */
  ofType(type: string): readonly DeployedResource[];
  /** @throws Error where no resource, or more than one, has the type and a logical id that begins so */
  one(type: string, idBegins: string, stack?: string): DeployedResource;
  byArn(arn: string): DeployedResource | null;
  /** What the stacks put out, by the name of the stack and of the output. */
  readonly outputs: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** One call of a service, as its policies see it. */
export interface Call {
  /** The ARN of the role that calls, or the name of a service such as `events.amazonaws.com`. */
  readonly principal: string;
  /** Such as `s3:GetObject`. */
  readonly action: string;
  readonly resource: string;
  /** Condition keys in lower case, such as `s3:prefix` and `dynamodb:leadingkeys`. */
  readonly context?: Readonly<Record<string, string | readonly string[]>> | undefined;
}

/** Decides each call by the policies of the role and of the resource, and keeps what it decided. */
export interface Authority {
  /** @throws AccessDenied where no policy allows the call or one denies it */
  check(call: Call): void;
  /** Whether a call would be allowed; it is none, and the journal does not list it. */
  allows(call: Call): boolean;
  /** Whether the role's trust policy lets the service, such as `lambda.amazonaws.com`, act as it. */
  mayAssume(service: string, roleArn: string, context?: Call["context"]): boolean;
  /** Takes calls out of every policy, as a mistaken deployment would, until what it returns is called. */
  withhold(isMeant: (call: Call) => boolean): () => void;
  /** Every call checked so far, in order. */
  readonly journal: readonly (Call & { readonly isAllowed: boolean })[];
}

export class AccessDenied extends Error {
  readonly call: Call;
  constructor(call: Call) {
    super(`${call.principal} is not authorized to perform ${call.action} on ${call.resource}`);
    this.name = "AccessDenied";
    this.call = call;
  }
}

/** The services that handlers reach over HTTP, on this machine. */
export interface Services {
  /** `AWS_ENDPOINT_URL_S3` and the like. */
  readonly endpoints: Readonly<Record<string, string>>;
  /** Credentials by which the services know the role of a caller. */
  credentialsOf(roleArn: string): {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
  };
  close(): Promise<void>;
}

/** The time of the executed stacks: real time and what was skipped by waiting. */
export interface Clock {
  /** Milliseconds by which the stacks are ahead of this machine. */
  readonly ahead: number;
  now(): Date;
  /** Goes on by so many seconds at once, in place of waiting for them. */
  skip(seconds: number): void;
}

/** What a handler came to, in the words of Lambda. */
export type Invoked =
  | { readonly payload: unknown }
  | { readonly error: string; readonly cause: string };

/** Runs bundled handlers as Lambda does: each in a process of its own, with its own environment. */
export interface Lambdas {
  /**
   * @param context what AWS says of the caller, such as the rule for which a service calls
   * @throws AccessDenied where the caller may not invoke the function
   */
  invoke(
    functionArn: string,
    payload: unknown,
    caller: string,
    context?: Call["context"],
  ): Promise<Invoked>;
  /** What all functions have printed, a line each. */
  readonly log: readonly string[];
  close(): Promise<void>;
}
