import { compileForWindows } from './mingw.ts';
import { ensureWine, runWindowsProgram } from './wine.ts';

/**
 * The truth about structures that cross the boundary to Windows: a program compiled by mingw-w64 prints what the compiler
 * made of a C declaration. Declarations come from mingw's own headers or are written in the test from the public
 * source that the test cites.
 *
 *     const tables = await measureLayouts('#include <windows.h>', { TOKEN_PRIVILEGES: ['PrivilegeCount', 'Privileges'] });
 *     tables.TOKEN_PRIVILEGES // { size: 16, fields: { PrivilegeCount: { offset: 0, size: 4 }, … } }
 */
export interface MeasuredLayout {
  readonly size: number;
  readonly fields: Readonly<Record<string, { readonly offset: number; readonly size: number }>>;
}

/** Fields may be paths (`Header.TimeStamp`). `declarations` is C text: includes and structures. */
export async function measureLayouts<const T extends Readonly<Record<string, readonly string[]>>>(
  declarations: string,
  structures: T,
): Promise<{ readonly [K in keyof T]: MeasuredLayout }> {
  const lines = Object.entries(structures).flatMap(([name, fields]) => [
    `  printf("%s %zu\\n", "${name}", sizeof(${name}));`,
    ...fields.map(
      (field) =>
        `  printf("%s %s %zu %zu\\n", "${name}", "${field}", offsetof(${name}, ${field}), sizeof(((${name} *)0)->${field}));`,
    ),
  ]);
  const program = [
    '#include <stddef.h>',
    '#include <stdio.h>',
    declarations,
    'int main(void) {',
    ...lines,
    '}',
    '',
  ];
  await ensureWine();
  const { status, stdout, stderr } = await runWindowsProgram(compileForWindows(program.join('\n')));
  if (status !== 0) throw new Error(`the layout program ended with ${status}: ${stderr}`);
  const rows = stdout.split(/\r?\n/).map((line) => line.split(' '));
  const layoutOf = (name: string): MeasuredLayout => ({
    size: Number(rows.find((row) => row[0] === name && row.length === 2)?.[1]),
    fields: Object.fromEntries(
      rows
        .filter((row) => row[0] === name && row.length === 4)
        .map(([, field = '', offset, size]) => [field, { offset: Number(offset), size: Number(size) }]),
    ),
  });
  const tables = Object.keys(structures).map((name) => [name, layoutOf(name)]);
  return Object.fromEntries(tables);
}
