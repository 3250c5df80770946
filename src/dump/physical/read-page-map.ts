import type { ByteSource } from '../../binary/byte-source.ts';
import type { DumpHeader } from '../dump-header.ts';
import type { Findings } from '../finding.ts';
import type { DumpFormat } from '../format.ts';
import { readBitmapBlock, readSummaryBlock } from './bitmap-block.ts';
import { NO_PAGE_DATA, PAGE_SIZE, type StoredPages } from './page-map.ts';
import { readRangeBlock } from './range-block.ts';
import { readRunList } from './run-list.ts';

function readBlock(
  source: ByteSource,
  header: DumpHeader,
  format: DumpFormat,
  findings: Findings,
): StoredPages {
  switch (format) {
    case 'Full':
      return readRunList(header, findings);
    case 'Summary':
      return readSummaryBlock(source, findings);
    case 'BitmapFull':
    case 'BitmapKernel':
      return readBitmapBlock(source, findings);
    case 'RangeKernel':
    case 'RangeActive':
    case 'RangeFull':
      return readRangeBlock(source, findings);
    default:
      return NO_PAGE_DATA;
  }
}

/** The pages of a dump, and a finding when the file ends before the last of them. */
export function readPageMap(
  source: ByteSource,
  header: DumpHeader,
  format: DumpFormat,
  findings: Findings,
): StoredPages {
  const data = readBlock(source, header, format, findings);
  if (data.firstPage === undefined) return data;
  const missing = data.map.pages - Math.floor(Math.max(0, source.size - data.firstPage) / PAGE_SIZE);
  if (missing > 0)
    findings.add('truncated', `the file ends before the last ${missing} of its ${data.map.pages} pages`, {
      offset: source.size,
    });
  return data;
}
