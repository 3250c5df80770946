import type { PageData } from '../page-data.ts';
import { Section } from './section.tsx';

/** What the dumps do not show: the limits of the files, warnings, and what each cause leaves open. */
export function NotKnown({ data }: { readonly data: PageData }) {
  const ofCauses = data.causes.flatMap(({ rank, notKnown }) => notKnown.map((text) => ({ rank, text })));
  const isEmpty = ofCauses.length + data.notKnown.length === 0;
  return (
    <Section id="not-known" title="What is not known">
      {isEmpty ? (
        <p class="empty">Nothing that this report looks for is missing from the dumps.</p>
      ) : (
        <ul class="plain-list">
          {ofCauses.map(({ rank, text }) => (
            <li key={`${rank} ${text}`}>
              <span class="muted">Cause {rank}:</span> {text}
            </li>
          ))}
          {data.notKnown.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}
