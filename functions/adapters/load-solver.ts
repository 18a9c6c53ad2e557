import loadHighs, { type Highs } from "highs";

/**
 * HiGHS, compiled to WebAssembly, ready to be asked without a wait. Its package declares its types
 * as those of a CommonJS module, whose default the compiler sees a level too deep.
 */
export const loadSolver = (): Promise<Highs> =>
  (loadHighs as unknown as typeof loadHighs.default)();
