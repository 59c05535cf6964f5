import tseslint from "typescript-eslint";
import reactHooks from "eslint-plugin-react-hooks";

const sizeLimits = {
  "max-lines": ["error", { max: 250, skipBlankLines: false, skipComments: false }],
  "max-lines-per-function": ["error", { max: 40, skipBlankLines: true, skipComments: true }],
  complexity: ["error", 10],
};

export default tseslint.config(
  {
    ignores: ["node_modules/", "build/", "app/generated/", "sandbox/schema/", ".demo/", ".cache/"],
  },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  ...tseslint.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      ...sizeLimits,
      "no-console": "error",
      "no-restricted-syntax": [
        "error",
        { selector: "TSEnumDeclaration", message: "Use a lower-case string union." },
      ],
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": [
        "error",
        { checksVoidReturn: { attributes: false } },
      ],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
    },
  },
  {
    files: ["**/*.tsx"],
    plugins: { "react-hooks": reactHooks },
    rules: {
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      // Markup is long without being complex: a page reads top to bottom.
      "max-lines-per-function": ["error", { max: 90, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ["app/routing/**/*.ts"],
    rules: {
      "no-restricted-globals": ["error", "Date", "fetch", "process", "console", "performance"],
      "no-restricted-properties": ["error", { object: "Math", property: "random" }],
    },
  },
  {
    // Test bodies and command-line programs print and run long; their files stay small all the same.
    files: ["test/**/*.{ts,tsx}", "bench/**/*.ts", "bin/**/*.{ts,mjs}", "sandbox/**/*.ts"],
    rules: { "max-lines-per-function": ["error", { max: 120, skipBlankLines: true }] },
  },
  {
    files: ["bench/**/*.ts", "bin/**/*.{ts,mjs}"],
    rules: { "no-console": "off" },
  },
);
