import type { PageData, PageDriver } from '../page-data.ts';
import { counted } from '../words.ts';
import { Section } from './section.tsx';

/** More rows than any machine has drivers; a dump names their number itself. */
const MAX_ROWS = 2000;

function DriverTable({
  drivers,
  label,
}: {
  readonly drivers: readonly PageDriver[];
  readonly label: string;
}) {
  return (
    // A scrolling region must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section class="scroll" aria-label={label} tabIndex={0}>
      <table class="data">
        <thead>
          <tr>
            <th scope="col">Driver</th>
            <th scope="col" class="number">
              Threads
            </th>
            <th scope="col">Version</th>
            <th scope="col">Linked</th>
            <th scope="col">Names from</th>
            <th scope="col">Base</th>
            <th scope="col">Path</th>
          </tr>
        </thead>
        <tbody>
          {drivers.slice(0, MAX_ROWS).map((driver) => (
            <tr key={driver.base} class={driver.isThirdParty ? 'third-party' : ''}>
              <th scope="row">{driver.name}</th>
              <td class="number">{driver.threadCount === 0 ? '' : driver.threadCount}</td>
              <td>{driver.version}</td>
              <td>{driver.linked}</td>
              <td>{driver.namesFrom}</td>
              <td class="code">{driver.base}</td>
              <td class="path">{driver.path}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function Drivers({ data }: { readonly data: PageData }) {
  return (
    <Section
      id="drivers"
      title="Drivers"
      note="Threads: how many have a frame of the driver on their kernel stack. Whether Microsoft made a driver is judged by its name."
    >
      {data.dumps
        .filter(({ drivers }) => drivers.length > 0)
        .map(({ name, drivers }) => {
          const foreign = drivers.filter(({ isThirdParty }) => isThirdParty);
          const others = drivers.filter(({ isThirdParty }) => !isThirdParty);
          return (
            <div key={name}>
              {data.dumps.length > 1 && <h3>{name}</h3>}
              {foreign.length === 0 ? (
                <p class="empty">No driver of another maker than Microsoft is loaded.</p>
              ) : (
                <DriverTable drivers={foreign} label={`Drivers of other makers, ${name}`} />
              )}
              {others.length > 0 && (
                <details class="no-print">
                  <summary>{counted(others.length, 'driver')} of Microsoft</summary>
                  <DriverTable drivers={others} label={`Drivers of Microsoft, ${name}`} />
                </details>
              )}
            </div>
          );
        })}
    </Section>
  );
}
