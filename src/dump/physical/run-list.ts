import { view } from '../../binary/layout.ts';
import type { DumpHeader } from '../dump-header.ts';
import { type Findings, placeOf } from '../finding.ts';
import {
  DUMP_HEADER_SIZE,
  DUMP_HEADER64,
  PHYSICAL_MEMORY_DESCRIPTOR64,
  PHYSICAL_MEMORY_RUN64,
} from '../layouts/dump-header.ts';
import { NO_PAGE_DATA, type StoredPages } from './page-map.ts';
import { layRuns, pairsOf, runMap } from './page-runs.ts';

/** Type 1: the runs are in the header, and the pages follow it back to back. */
export function readRunList(header: DumpHeader, findings: Findings): StoredPages {
  const buffer = header.raw('PhysicalMemoryBlock');
  const { NumberOfRuns, NumberOfPages } = view(PHYSICAL_MEMORY_DESCRIPTOR64, buffer).all();
  const start = PHYSICAL_MEMORY_DESCRIPTOR64.size;
  const room = Math.floor((buffer.length - start) / PHYSICAL_MEMORY_RUN64.size);
  const place = (field: 'NumberOfRuns' | 'NumberOfPages') =>
    placeOf(PHYSICAL_MEMORY_DESCRIPTOR64, DUMP_HEADER64.fields.PhysicalMemoryBlock.offset, field);
  if (NumberOfRuns > room) {
    findings.add(
      'damaged',
      `the header claims ${NumberOfRuns} runs of memory and has room for ${room}`,
      place('NumberOfRuns'),
    );
    return NO_PAGE_DATA;
  }
  const runs = buffer.subarray(start, start + NumberOfRuns * PHYSICAL_MEMORY_RUN64.size);
  const map = runMap(layRuns(pairsOf(runs), DUMP_HEADER_SIZE, place('NumberOfRuns'), findings), findings);
  if (BigInt(map.pages) !== NumberOfPages)
    findings.add(
      'damaged',
      `the runs have ${map.pages} pages, their header states ${NumberOfPages}`,
      place('NumberOfPages'),
    );
  return { map, firstPage: DUMP_HEADER_SIZE };
}
