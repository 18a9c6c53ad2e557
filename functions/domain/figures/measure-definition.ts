/** What a published measure means, in words: kept beside its code and sent with every release. */
export interface MeasureDefinition {
  readonly id: string;
  readonly name: string;
  /** Whether a higher rate is what the district wants. */
  readonly isHigherBetter: boolean;
  readonly definition: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly exclusions: string;
  readonly source: string;
  /**
   * False of what rules read from texts, if a validation against labels of people has not shown that
   * they may be relied on: then it is for staff alone, and for no headline.
   */
  readonly isValidated?: false;
  /** Changes with any change of what is counted. */
  readonly version: number;
}
