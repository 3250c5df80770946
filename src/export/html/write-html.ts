import { Failure } from '../../contract/failure.ts';
import type { ExportModel, ExportOptions } from '../model.ts';

/**
 * The report: one HTML file.
 * @throws Failure InvalidRequest until it is built
 */
export function writeHtml(_model: ExportModel, _options: ExportOptions): string {
  throw new Failure('InvalidRequest', 'The format Html is not built yet.', { target: 'format' });
}
