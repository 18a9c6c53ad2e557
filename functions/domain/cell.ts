/** What may be shown of one figure: a value, or the reason why there is none. Never null, 0 or an asterisk. */
export type Cell =
  | {
      readonly kind: "shown";
      readonly numerator: number;
      readonly denominator: number;
      /** Numerator over denominator, 0 to 1. */
      readonly rate: number;
      /** The 95 % Wilson interval of the rate. */
      readonly low: number;
      readonly high: number;
    }
  | { readonly kind: "hidden" }
  | { readonly kind: "not-enough-data" }
  | { readonly kind: "not-applicable" };

export type CellKind = Cell["kind"];
