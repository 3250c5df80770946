const { process } = globalThis;

/**
 * What `import process from 'node:process'` becomes in the bundle. esbuild would copy the module's properties to read the
 * default from the copy, and so look at each of them: at `title` too, which ends Node at once in a process without a
 * console title (libuv asserts that there is one; seen under Wine with CREATE_NO_WINDOW, which the module uses).
 */
// biome-ignore lint/style/noDefaultExport: it replaces a module that has a default export.
export default process;
