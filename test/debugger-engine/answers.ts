import type { Answer } from './engine.ts';

/** The engine's answers as values. Each function throws on text that is not what its question is answered with. */

/** `fffff804`7b604650` of the engine's text, or the digits alone, as the project writes addresses: `0xfffff8047b604650`. */
export function addressOf(text: string): string {
  const digits = text.replaceAll('`', '').replace(/^0x/, '');
  if (!/^[0-9a-f]{1,16}$/i.test(digits)) throw new SyntaxError(`the engine wrote no address: '${text}'`);
  return `0x${digits.toLowerCase().padStart(16, '0')}`;
}

function groups(pattern: RegExp, text: string): readonly string[] {
  const match = pattern.exec(text);
  if (match === null) throw new SyntaxError(`the engine wrote nothing like ${pattern}: ${text}`);
  return match.slice(1);
}

const hex = (text: string | undefined): number => Number.parseInt(text ?? '', 16);

/** What `@system` answers. */
export interface EngineSystem {
  readonly build: number;
  /** IMAGE_FILE_MACHINE_*. */
  readonly machine: number;
  readonly processors: number;
  readonly bugCheckCode: string;
  readonly bugCheckParameters: readonly string[];
  /** Seconds since 1970. */
  readonly time: number;
}

export function systemOf({ text }: Answer): EngineSystem {
  const field = (name: string): string => groups(new RegExp(`^${name} (.*)$`, 'm'), text)[0] ?? '';
  const [code = '', ...parameters] = field('bugcheck').split(' ');
  return {
    build: hex(field('build')),
    machine: hex(field('machine')),
    processors: hex(field('processors')),
    bugCheckCode: `0x${code}`,
    bugCheckParameters: parameters.map(addressOf),
    time: hex(field('time')),
  };
}

/** Milliseconds that the opening of a dump shows as up time. */
export function upTimeOf({ text }: Answer): number {
  const pattern = /^System Uptime: (\d+) days (\d+):(\d\d):(\d\d)\.(\d{3})$/m;
  const [days, hours, minutes, seconds, milliseconds] = groups(pattern, text).map(Number);
  return (
    ((((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)) * 1000 +
    (milliseconds ?? 0)
  );
}

/** The comment that the opening of a dump shows. */
export const commentOf = ({ text }: Answer): string | undefined => /^Comment: '(.*)'$/m.exec(text)?.[1];

/** The edition that the opening shows: `WinNt` for a workstation, `LanManNt` for a domain controller, `Server`. */
export const productOf = ({ text }: Answer): string | undefined => /^Product: (\w+)/m.exec(text)?.[1];

export interface EngineModule {
  readonly base: string;
  readonly size: number;
  readonly timeDateStamp: number;
  readonly checkSum: number;
  /** The name before `!`. */
  readonly name: string;
  /** The path, or the name alone where the engine trusts the image more than the list. */
  readonly image: string;
}

/** What `@modules` answers: the loaded or the unloaded modules. */
export function modulesOf({ text }: Answer, kind: 'loaded' | 'unloaded'): readonly EngineModule[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith(`${kind} `))
    .map((line) => {
      const pattern = /^\w+ (\w+) (\w+) (\w+) (\w+) (.*)\t(.*)$/;
      const [base = '', size, stamp, sum, name = '', image = ''] = groups(pattern, line);
      return {
        base: addressOf(base),
        size: hex(size),
        timeDateStamp: hex(stamp),
        checkSum: hex(sum),
        name,
        image,
      };
    });
}

export interface EngineFrame {
  readonly stackPointer: string;
  /** Where the frame's caller goes on. */
  readonly returnAddress: string;
  /** As `module!name+0xoffset`. */
  readonly site: string;
}

/** The rows of `kn`. */
export function framesOf({ text }: Answer): readonly EngineFrame[] {
  const row =
    /^[0-9a-f]{2,} ([0-9a-f]{8}`[0-9a-f]{8}) ([0-9a-f]{8}`[0-9a-f]{8}) {5}(.*?)(?: \(TrapFrame @ .*)?$/;
  return text.split('\n').flatMap((line) => {
    const match = row.exec(line);
    if (match === null) return [];
    const [, pointer = '', address = '', site = ''] = match;
    return [{ stackPointer: addressOf(pointer), returnAddress: addressOf(address), site }];
  });
}

/** The address that `r rip` or `r pc` answers: where frame 0 goes on. Undefined where the engine has no registers of the thread. */
export function instructionPointerOf({ text }: Answer): string | undefined {
  const found = /^(?:rip|pc)=([0-9a-f`]+)/m.exec(text)?.[1];
  return found === undefined ? undefined : addressOf(found);
}

/** The name that `ln` gives an address, `module!name+0xoffset`; undefined where it has none. */
export const nearestNameOf = ({ text }: Answer): string | undefined =>
  /^\([0-9a-f`]+\) {3}(.*?)(?: {3}\||$)/m.exec(text)?.[1]?.trimEnd();

/** The hex digits that `@virtual` and `@physical` answer; none where the engine says that the dump has no such page. */
export const memoryOf = ({ text }: Answer): string => groups(/(?:^|\n)([0-9a-f]*)$/, text)[0] ?? '';
