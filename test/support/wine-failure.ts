/** The beginning of the message of every error that is Wine's own: tests that end in one, and no others, run again. */
export const WINE_FAILED = 'Wine failed: ';

/** Such a message. */
export const WINE_FAILURE = new RegExp(`^${WINE_FAILED}`);
