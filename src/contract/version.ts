import packageFile from '../../package.json' with { type: 'json' };

/** The product's version; defined in package.json alone. */
export const PRODUCT_VERSION: string = packageFile.version;

/** Changes when a record or request changes in a way that an older reader could not take. */
export const CONTRACT_VERSION = 1;
