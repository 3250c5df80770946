import type { Steps } from '../binary/steps.ts';
import type { ExportFormat, ExportModel, ExportOptions } from './model.ts';

/** Writes a model in one format, in steps: a model may hold all threads of a machine. */
export type ExportWriter = (model: ExportModel, options: ExportOptions) => Steps<string | Uint8Array>;

/** A format whose pictures and texts are small whatever the model is, in one step. */
const inOneStep = (write: (model: ExportModel, options: ExportOptions) => string): ExportWriter =>
  function* oneStep(model, options) {
    yield undefined;
    return write(model, options);
  };

/** A format, loaded when it is asked for: most runs write none. */
interface FormatRow {
  /** Ends of file names that mean this format, the usual one first. */
  readonly extensions: readonly string[];
  load(): Promise<ExportWriter>;
}

export const FORMATS: Readonly<Record<ExportFormat, FormatRow>> = {
  Html: {
    extensions: ['.html', '.htm'],
    load: async () => (await import('./html/write-html.ts')).writeHtml,
  },
  Speedscope: {
    extensions: ['.speedscope.json', '.speedscope'],
    load: async () => (await import('./speedscope.ts')).writeSpeedscope,
  },
  Folded: {
    extensions: ['.folded', '.collapsed'],
    load: async () => (await import('./folded.ts')).writeFolded,
  },
  Pprof: {
    extensions: ['.pb.gz', '.pprof'],
    load: async () => (await import('./pprof.ts')).writePprof,
  },
  Dot: { extensions: ['.dot', '.gv'], load: async () => inOneStep((await import('./dot.ts')).writeDot) },
  Mermaid: {
    extensions: ['.mmd', '.mermaid'],
    load: async () => inOneStep((await import('./mermaid.ts')).writeMermaid),
  },
  Text: { extensions: ['.txt'], load: async () => inOneStep((await import('./text.ts')).writeText) },
  Json: { extensions: ['.json'], load: async () => (await import('./json.ts')).writeJson },
};

/** The format that the name of a file means; undefined where it means none. The longest extension decides. */
export function formatOfName(file: string): ExportFormat | undefined {
  const name = file.toLowerCase();
  const rows = Object.entries(FORMATS) as [ExportFormat, FormatRow][];
  const found = rows.flatMap(([format, { extensions }]) =>
    extensions
      .filter((extension) => name.endsWith(extension))
      .map((extension) => ({ format, length: extension.length })),
  );
  return found.sort((a, b) => b.length - a.length)[0]?.format;
}
