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
  /** Changes with any change of what is counted. */
  readonly version: number;
}
