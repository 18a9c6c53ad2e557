/** What a history entry keeps of the list beside its address, so that the way back leads to the same rows. */
export interface ListPlace {
  /** The search text: it names somebody, so it is in no address. */
  readonly search: string;
  /** How many rows were drawn. */
  readonly drawn: number;
  /** The key of the row at which the reader was; null at the top. */
  readonly at: string | null;
  /** Where on the screen that row was, in pixels from its top. */
  readonly top: number;
  /** Whether the row's student was opened. */
  readonly isOpened: boolean;
}

const START: ListPlace = { search: "", drawn: 0, at: null, top: 0, isOpened: false };

/** What the current entry keeps. */
export function listPlace(): ListPlace {
  const state: unknown = history.state;
  return isPlace(state) ? state : START;
}

/** Keeps a place in the current entry. */
export const keepPlace = (place: Partial<ListPlace>): void =>
  history.replaceState({ ...START, ...place }, "");

/** Moves to another address of the list, at its top. */
export const pushList = (address: string, search: string): void =>
  history.pushState({ ...START, search }, "", address);

const isPlace = (state: unknown): state is ListPlace =>
  typeof state === "object" && state !== null && "search" in state && "drawn" in state;
