import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

const off = (...rules) => Object.fromEntries(rules.map((rule) => [rule, 'off']));

const ERASABLE_SYNTAX = [
  {
    selector: 'TSEnumDeclaration',
    message: 'Only syntax that can be erased: a const object instead of an enum.',
  },
  { selector: 'TSParameterProperty', message: 'Only syntax that can be erased: declare the field.' },
  {
    selector: 'TSModuleDeclaration[kind="namespace"]',
    message: 'Only syntax that can be erased: no namespaces.',
  },
  { selector: 'ExportAllDeclaration', message: 'No barrels: name what is exported.' },
];

const NAMED_EXPORTS = { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' };

export default ts.config(
  { ignores: ['dist/', 'coverage/', 'node_modules/', 'public/', 'tests/fixtures/', 'tests/golden/'] },
  ts.configs.strictTypeChecked,
  ts.configs.stylisticTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.browser },
      parserOptions: {
        project: [
          './src/domain/tsconfig.json',
          './src/workers/tsconfig.json',
          './src/terminal/tsconfig.json',
          './tests/tsconfig.json',
          './tsconfig.json',
        ],
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte'],
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-alert': 'error',
      'no-console': 'error',
      'no-debugger': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'off',
      'no-restricted-syntax': ['error', ...ERASABLE_SYNTAX, NAMED_EXPORTS],
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Typed arrays under noUncheckedIndexedAccess: every checked index would cost a `!`.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-confusing-non-null-assertion': 'off',
      '@typescript-eslint/prefer-for-of': 'off',
      // An empty text is as good as none in names and titles.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      // Flags that a callback turns, and lists with one entry today, look constant to it.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/consistent-type-definitions': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      'svelte/no-at-html-tags': 'error',
      'svelte/button-has-type': 'error',
      'svelte/no-target-blank': 'error',
      'svelte/require-each-key': 'error',
      // The router hashes: links are plain `#/...` made by `href()`.
      'svelte/no-navigation-without-resolve': 'off',
      'prefer-const': 'off',
      'svelte/prefer-const': 'error',
    },
  },
  {
    files: ['src/terminal/**', 'tests/**'],
    languageOptions: { globals: { ...globals.node } },
    rules: { 'no-console': 'off' },
  },
  {
    // Tools that read these files ask for a default export.
    files: ['tests/support/**', 'tests/journeys/**'],
    rules: { 'no-restricted-syntax': ['error', ...ERASABLE_SYNTAX] },
  },
  {
    files: ['**/*.config.ts', '**/*.config.js', 'vite.config.ts'],
    ...ts.configs.disableTypeChecked,
  },
  {
    files: ['**/*.config.ts', '**/*.config.js', 'vite.config.ts'],
    languageOptions: { globals: { ...globals.node }, parserOptions: { project: false, program: null } },
    rules: off('no-restricted-syntax'),
  },
);
