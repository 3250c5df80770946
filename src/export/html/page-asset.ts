import { Failure } from '../../contract/failure.ts';

/** Script and style sheet of the page (src/page), as they stand in the file. */
export interface PageAsset {
  readonly script: string;
  readonly style: string;
}

/** The build puts the page here (src/build/report-page.ts). */
declare const REPORT_PAGE: PageAsset;

/** @throws Failure InvalidRequest when the program runs from its source, where no page is built in */
export function pageAsset(): PageAsset {
  if (typeof REPORT_PAGE === 'undefined') {
    throw new Failure('InvalidRequest', 'Only a built ktriage writes format Html. Run `npm run build`.', {
      target: 'format',
    });
  }
  return REPORT_PAGE;
}
