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
    const code = error instanceof Error && "code" in error ? error.code : null;
    // The one of a module in the format of today, the other of a bundle in CommonJS.
    if (code === "ERR_MODULE_NOT_FOUND" || code === "MODULE_NOT_FOUND") return null;
    throw error;
  }
}
