import type { BuildOptions } from "esbuild";

/** How everything that a browser loads is bundled. */
export const FOR_BROWSERS = {
  bundle: true,
  format: "esm",
  platform: "browser",
  mainFields: ["module", "main"],
  target: "es2022",
  minify: true,
  legalComments: "none",
} as const satisfies BuildOptions;
