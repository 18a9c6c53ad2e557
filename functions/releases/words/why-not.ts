import { FIGURE_STATES, type FigureState } from "../../domain/figures/figure.ts";

export type WithoutFigure = Exclude<FigureState, "shown">;

/**
 * Why a row has no figure; null if it has one.
 * @throws if there is no such state
 */
export function whyNot({ state }: { readonly state: string }): WithoutFigure | null {
  const stateId = figureState(state);
  return stateId === "shown" ? null : stateId;
}

/** @throws if no figure can be in such a state */
export function figureState(state: string): FigureState {
  const match = FIGURE_STATES.find((each) => each === state);
  if (match === undefined) {
    throw new Error(
      `no figure has the state ${JSON.stringify(state)}: expected one of ${FIGURE_STATES.join(", ")}`,
    );
  }
  return match;
}
