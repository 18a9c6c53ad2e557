/** A share as charts read it: its least and its greatest value. */
export const share = (low, high = low) => ({ low, high });

export const partsOf = (shares) =>
  Object.entries(shares).map(([part, ends]) => ({ part, ...share(...ends) }));

export const pastOf = (shares) =>
  shares.map(([asOf, comparableSince, low, high]) => ({
    asOf,
    comparableSince,
    ...share(low, high),
  }));
