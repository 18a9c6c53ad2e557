import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

/** The clock, chance and the environment come in from the handlers and the command line only. */
const OUTSIDE_WORLD = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: "Time comes in as asOf: read no clock below the handlers.",
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: "Time comes in as asOf: read no clock below the handlers.",
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: "No chance below the handlers: take a seeded generator.",
  },
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: "The environment is read in handlers and the command line only.",
  },
];

const STYLE = [
  { selector: "TSEnumDeclaration", message: "No enum: a const array and its union type." },
  {
    selector: "ImportNamespaceSpecifier",
    message: "Import the names that are used.",
  },
  {
    selector: "ExportAllDeclaration",
    message: "No barrel files: import from the file that holds the thing.",
  },
];

const DEFAULT_EXPORT = {
  selector: "ExportDefaultDeclaration",
  message: "Named exports; a default only where a tool's configuration demands one.",
};

export default defineConfig(
  globalIgnores([
    "**/node_modules/",
    "**/dist/",
    "cdk.out/",
    ".local/",
    "dashboard/src/.observablehq/",
    // Runs in CloudFront, which knows no modules and calls a function by its name.
    "infra/site/*.js",
  ]),
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strict],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": "error",
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/only-throw-error": "error",
      "@typescript-eslint/no-unsafe-assignment": "error",
      "@typescript-eslint/no-unsafe-argument": "error",
      "@typescript-eslint/no-unsafe-call": "error",
      "@typescript-eslint/no-unsafe-member-access": "error",
      "@typescript-eslint/no-unsafe-return": "error",
      // The compiler does this, and knows the underscore.
      "@typescript-eslint/no-unused-vars": "off",
      "no-restricted-syntax": ["error", ...STYLE, DEFAULT_EXPORT],
    },
  },
  {
    rules: {
      eqeqeq: "error",
      "no-console": "error",
      "no-control-regex": "error",
      "no-empty": "error",
      "no-irregular-whitespace": "error",
      "no-self-compare": "error",
      "no-sparse-arrays": "error",
      "no-unsafe-finally": "error",
      "no-useless-escape": "error",
      "no-var": "error",
      "prefer-const": "error",
      "require-yield": "error",
    },
  },
  {
    files: ["functions/**/*.ts"],
    ignores: ["functions/adapters/**", "functions/cli/**", "functions/handlers/**"],
    rules: { "no-restricted-syntax": ["error", ...STYLE, DEFAULT_EXPORT, ...OUTSIDE_WORLD] },
  },
  {
    // A longer function is several steps, each of which wants a name and a test. Tables of data may be as long as they are.
    files: ["functions/**/*.ts", "infra/**/*.ts"],
    rules: {
      "max-lines-per-function": [
        "error",
        { max: 60, skipBlankLines: false, skipComments: false, IIFEs: true },
      ],
    },
  },
  {
    files: ["functions/cli/**", "infra/*.ts", "dashboard/*.ts", "fixtures/**", "test/**"],
    rules: { "no-console": "off" },
  },
  {
    files: ["test/**/*.ts"],
    rules: {
      "@typescript-eslint/no-non-null-assertion": "off",
      // What a test reads back from JSON or writes with a matcher (`expect.any`) is typed any.
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      "no-restricted-syntax": ["error", STYLE[0], DEFAULT_EXPORT],
    },
  },
  {
    // A stack's context is typed any by the CDK; each value is checked as it is read.
    files: ["infra/**/*.ts"],
    rules: { "@typescript-eslint/no-unsafe-assignment": "off" },
  },
  {
    files: ["*.config.ts", "**/*.d.ts"],
    rules: { "no-restricted-syntax": ["error", ...STYLE] },
  },
);
