import type { Output } from '../../contract/output.ts';
import { type Clock, slowProgress } from './slow-progress.ts';

/** Reports downloads that take long. */
export interface DownloadProgress {
  /** @param total bytes of the answer, where the server announced them */
  received(address: string, bytes: number, total: number | undefined): void;
  end(): void;
}

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);

/** The last part of a path, and the host: an address as a whole is long, and may hold more than a person is to see. */
function nameOf(address: string): string {
  const { host, pathname } = new URL(address);
  const name = pathname.slice(pathname.lastIndexOf('/') + 1);
  return `${name} from ${host}`;
}

/** Progress of symbol downloads in numbers: `12.6 of 40.0 MB of ntkrnlmp.pdb from symbols.example`. */
export function downloadProgress(output: Pick<Output, 'progress'>, clock?: Clock): DownloadProgress {
  let progress: ReturnType<typeof slowProgress> | undefined;
  return {
    received(address, bytes, total) {
      progress ??= slowProgress(output, 'Downloading symbols', clock);
      const of = total === undefined ? '' : ` of ${megabytes(total)}`;
      progress.at(bytes, total, `${megabytes(bytes)}${of} MB of ${nameOf(address)}`);
    },
    end: () => progress?.end(),
  };
}
