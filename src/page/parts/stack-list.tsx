import { useState } from 'preact/hooks';
import type { PageModule } from '../page-data.ts';

/** Frames beyond the limit that are not worth a button. */
const SLACK = 3;

interface Props {
  /** As a debugger prints them, innermost first; a mark ` ?` is a guess. */
  readonly frames: readonly string[];
  readonly foreign: ReadonlySet<string>;
  /** Shows this many frames at first. */
  readonly limit?: number;
  /** Leaves out the frames that every wait has, until all are asked for. */
  readonly skipsWait?: boolean;
}

/** Names of the modules of other makers than Microsoft. */
export const foreignModules = (modules: readonly PageModule[]): ReadonlySet<string> =>
  new Set(modules.filter(({ isThirdParty }) => isThirdParty).map(({ name }) => name));

function classOf(frame: string, foreign: ReadonlySet<string>): string {
  const module = /^[^!+]*/.exec(frame)?.[0] ?? '';
  return [foreign.has(module) ? 'third-party' : '', frame.endsWith(' ?') ? 'guessed' : '']
    .filter((name) => name !== '')
    .join(' ');
}

/** Functions of the kernel that put a thread to sleep, whatever it waits for. */
const OF_A_WAIT = /^nt!(?:Ki|Ke)[A-Z]/;

export function StackList({ frames, foreign, limit = frames.length, skipsWait = false }: Props) {
  const [isOpen, setOpen] = useState(frames.length <= limit + SLACK);
  const lead =
    isOpen || !skipsWait
      ? 0
      : Math.max(
          frames.findIndex((frame) => !OF_A_WAIT.test(frame)),
          0,
        );
  const isBeyond = (index: number) => !isOpen && (index < lead || index >= lead + limit);
  return (
    <>
      <ol class="frames">
        {lead > 0 && <li class="left-out">{lead} frames of the wait itself</li>}
        {frames.map((frame, index) => (
          // Paper shows all of them.
          <li key={index} class={`${classOf(frame, foreign)} ${isBeyond(index) ? 'beyond' : ''}`}>
            {frame}
          </li>
        ))}
      </ol>
      {!isOpen && (
        <button type="button" class="quiet" onClick={() => setOpen(true)}>
          All {frames.length} frames
        </button>
      )}
    </>
  );
}
