import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Answer } from './answer/answer.tsx';
import { Crashes } from './answer/crashes.tsx';
import { FlameSection } from './flame/flame-section.tsx';
import type { PageData } from './page-data.ts';
import { Drivers } from './parts/drivers.tsx';
import { NotKnown } from './parts/not-known.tsx';
import { PageHeader } from './parts/page-header.tsx';
import { Provenance } from './parts/provenance.tsx';
import { openWhilePrinting } from './print.ts';
import type { PageSelection, ShowThreads } from './selection.ts';
import { ThreadSection } from './threads/thread-section.tsx';

function sectionsOf(data: PageData): readonly { readonly id: string; readonly title: string }[] {
  const has = (id: string, title: string, is: boolean) => (is ? [{ id, title }] : []);
  return [
    ...has('crash', 'Crash', data.crashes.length > 0),
    { id: 'answer', title: 'Answer' },
    ...has('stacks', 'Stacks', data.stacks.length > 0),
    ...has('threads', 'Threads', data.threads.length > 0),
    ...has(
      'drivers',
      'Drivers',
      data.dumps.some(({ drivers }) => drivers.length > 0),
    ),
    { id: 'not-known', title: 'Not known' },
    { id: 'provenance', title: 'Provenance' },
  ];
}

export function App({ data }: { readonly data: PageData }) {
  const sections = useMemo(() => sectionsOf(data), [data]);
  const [selection, setSelection] = useState<PageSelection>();
  const table = useRef<HTMLElement>(null);
  useEffect(() => openWhilePrinting(), []);

  const show: ShowThreads = (label, threads) => {
    setSelection({ label, threads: new Set(threads) });
    table.current?.scrollIntoView();
    table.current?.focus({ preventScroll: true });
  };
  const has = (id: string) => sections.some((section) => section.id === id);
  return (
    <>
      <a class="skip" href="#answer">
        Skip to the answer
      </a>
      <PageHeader data={data} sections={sections} />
      <main>
        {has('crash') && <Crashes data={data} />}
        <Answer data={data} onShow={show} />
        {has('stacks') && <FlameSection data={data} onShow={show} />}
        {has('threads') && (
          <ThreadSection
            data={data}
            place={table}
            {...(selection === undefined ? {} : { selection })}
            onClear={() => setSelection(undefined)}
          />
        )}
        {has('drivers') && <Drivers data={data} />}
        <NotKnown data={data} />
        <Provenance data={data} />
      </main>
    </>
  );
}
