import packageFile from '../../package.json' with { type: 'json' };

/** The product's version; defined in package.json alone. */
export const PRODUCT_VERSION: string = packageFile.version;

/**
 * Where the project is, as the gallery and `Get-Help -Online` show it; defined in package.json alone. Pages are under `blob/main`, files
 * under `raw/main`. The reserved name there means that no address is published yet.
 */
export const PRODUCT_HOMEPAGE: string = packageFile.homepage;

/** Changes when a record or request changes in a way that an older reader could not take. */
export const CONTRACT_VERSION = 1;
