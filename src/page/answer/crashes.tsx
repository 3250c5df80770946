import type { PageCrash, PageData } from '../page-data.ts';
import { EvidenceTag } from '../parts/evidence.tsx';
import { Section } from '../parts/section.tsx';
import { foreignModules, StackList } from '../parts/stack-list.tsx';

/** Frames of the stack that are shown at first. */
const SHORT = 16;

function Crash({ crash, foreign }: { readonly crash: PageCrash; readonly foreign: ReadonlySet<string> }) {
  const { suspect } = crash;
  return (
    <article class="cause first">
      <p class="cause-facts">
        <strong>Bug check {crash.code}</strong>
        {crash.name !== undefined && <span class="code">{crash.name}</span>}
        {crash.where !== undefined && <span>{crash.where}</span>}
      </p>
      <h3>{crash.summary ?? crash.name ?? `Bug check ${crash.code}`}</h3>
      {crash.exception !== undefined && <p class="lead">{crash.exception}</p>}
      {suspect !== undefined && (
        <p class="suspect">
          <strong>Look first at {suspect.file}.</strong> {suspect.reason} ({suspect.place}){' '}
          <EvidenceTag of={suspect.evidence} basis={suspect.basis} />
          <span class="muted"> A driver on the stack can be the victim of another one.</span>
        </p>
      )}
      {crash.arguments.length > 0 && (
        <table class="data fit">
          <caption>Parameters of the bug check</caption>
          <tbody>
            {crash.arguments.map(({ number, value, means, text }) => (
              <tr key={number}>
                <th scope="row">{number}</th>
                <td class="code">{value}</td>
                <td>{[means, text].filter((part) => part !== undefined).join(': ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {crash.stack.length > 0 && (
        <>
          <h4>Stack from the fault on</h4>
          <StackList frames={crash.stack} foreign={foreign} limit={SHORT} />
          {crash.stackEnd !== undefined && <p class="note">{crash.stackEnd}</p>}
        </>
      )}
      {crash.registers.length > 0 && (
        <details>
          <summary>Registers at the fault</summary>
          <dl class="registers">
            {crash.registers.map(({ name, value }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </article>
  );
}

export function Crashes({ data }: { readonly data: PageData }) {
  const foreign = foreignModules(data.modules);
  return (
    <Section id="crash" title={data.crashes.length === 1 ? 'The crash' : 'Crashes'}>
      {data.crashes.map((crash) => (
        <div key={crash.dump}>
          {data.crashes.length > 1 && <h3 class="of-dump">{data.dumps[crash.dump]?.name}</h3>}
          <Crash crash={crash} foreign={foreign} />
        </div>
      ))}
    </Section>
  );
}
