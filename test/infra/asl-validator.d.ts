/** The package ships without types; this is what the tests use of it. */
declare module "asl-validator" {
  export default function aslValidator(definition: object): {
    readonly isValid: boolean;
    readonly errors: readonly object[];
  };
}
