/** What Step Functions answers to a request that it does not carry out, by its code, such as `ExecutionAlreadyExists`. */
export class StatesRefusal extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = "StatesRefusal";
    this.code = code;
  }
}
