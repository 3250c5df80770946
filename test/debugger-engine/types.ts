import { type Answer, askEngine, type EngineOptions } from './engine.ts';

/** A structure or union as the engine's `dt` shows it. */
export interface EngineType {
  /** Bytes, by the engine's C++ evaluator. */
  readonly size: number;
  /** In the order of the PDB: `+0x058 KernelStack : Ptr64 Void`, without the blanks of the columns. */
  readonly members: readonly string[];
}

/** The lines of `dt`; the engine marks static members with `=` in place of `+`. */
export function membersOf({ text }: Answer): readonly string[] {
  return text.split('\n').flatMap((line) => {
    const [, place, name = '', type = ''] = /^ {3}([+=]0x[0-9a-f]+) (\S+) *: (.*?) *$/.exec(line) ?? [];
    // Of a function the engine shows what it returns, indented; ktriage marks it as a function.
    const spelled = type.replace(/(^|(?<=Ptr64 )) {4}\w.*$/, 'Function');
    return place === undefined ? [] : [`${place} ${name} : ${spelled}`];
  });
}

function sizeOf({ question, text }: Answer): number {
  const [, size] = /^unsigned int64 ((?:0x)?[0-9a-f]+)$/m.exec(text) ?? [];
  if (size === undefined) throw new SyntaxError(`the engine answers '${question}' with: ${text}`);
  return Number(size);
}

/**
 * Asks the engine for structures by name, from the PDB that it finds in the store.
 * @param dump a dump, or an image file, which the engine opens as well
 * @param module the name before `!`
 */
export async function engineTypes(
  dump: string,
  module: string,
  names: readonly string[],
  options: EngineOptions,
): Promise<ReadonlyMap<string, EngineType>> {
  const shown = (name: string) => `dt ${module}!${name}`;
  const size = (name: string) => `?? sizeof(${module}!${name})`;
  const session = await askEngine(
    dump,
    names.flatMap((name) => [shown(name), size(name)]),
    options,
  );
  return new Map(
    names.map((name, index) => {
      const [members, bytes] = session.answers.slice(index * 2, index * 2 + 2);
      if (members === undefined || bytes === undefined) throw new Error(`the engine leaves out ${name}`);
      return [name, { size: sizeOf(bytes), members: membersOf(members) }];
    }),
  );
}
