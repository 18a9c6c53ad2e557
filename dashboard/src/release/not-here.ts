/** Something that the address asks for and the page does not have. */
export interface NotHere {
  /** What is not here, as a sentence. */
  readonly sentence: string;
  /** What is shown in its place. */
  readonly shown: string;
  /** What the address is without it. */
  readonly parameters: { readonly [key: string]: null };
}
