import type { Highs } from "highs";

/**
 * HiGHS, compiled to WebAssembly, ready to be asked without a wait; null where its package is not
 * installed. It is for development: nothing that a district runs each night needs it.
 */
export async function loadSolver(): Promise<Highs | null> {
  try {
    // Its package declares its types as those of a CommonJS module, whose default the compiler sees a level too deep.
    const { default: load } = (await import("highs")) as unknown as {
      readonly default: () => Promise<Highs>;
    };
    return await load();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND") {
      return null;
    }
    throw error;
  }
}
