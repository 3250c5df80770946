/** Colours of text output. Text that is painted is made harmless before. */
export interface Paint {
  /** What a person reads first. */
  answer(text: string): string;
  count(text: string): string;
  /** The image of a driver. */
  module(text: string): string;
  note(text: string): string;
}

const plain = (text: string) => text;

export const NO_PAINT: Paint = { answer: plain, count: plain, module: plain, note: plain };

/** Select Graphic Rendition of ECMA-48, which every terminal since Windows 10 1511 understands. */
const sgr = (code: number) => (text: string) => `\u001b[${code}m${text}\u001b[0m`;

/** Colours of the terminal's own palette, so that they suit its background. */
export const PAINT: Paint = { answer: sgr(1), count: sgr(33), module: sgr(36), note: sgr(2) };

/** Whether a stream is painted: a terminal, unless NO_COLOR is set (no-color.org). */
export function paintFor(
  stream: { readonly isTTY?: boolean },
  environment: Readonly<Record<string, string | undefined>>,
): Paint {
  const refused = (environment['NO_COLOR'] ?? '') !== '' || environment['TERM'] === 'dumb';
  return stream.isTTY === true && !refused ? PAINT : NO_PAINT;
}
