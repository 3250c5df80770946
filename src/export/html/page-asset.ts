import { Failure } from '../../contract/failure.ts';

/** Script and style sheet of the page (src/page), as the file holds them. */
export interface PageAsset {
  readonly script: string;
  readonly style: string;
}

/** The build puts the page here (src/build/report-page.ts). Two texts, because an object would go into the part that every start reads. */
declare const REPORT_SCRIPT: string;
declare const REPORT_STYLE: string;

/** @throws Failure InvalidRequest when the program runs from its source, where no page is built in */
export function pageAsset(): PageAsset {
  if (typeof REPORT_SCRIPT !== 'string' || typeof REPORT_STYLE !== 'string') {
    throw new Failure('InvalidRequest', 'Only a built ktriage writes format Html. Run `npm run build`.', {
      target: 'format',
    });
  }
  return { script: REPORT_SCRIPT, style: REPORT_STYLE };
}
