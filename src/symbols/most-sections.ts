/**
 * Sections of an image, in its own headers and in its PDB. The loader of Windows takes 96 ("PE Format", learn.microsoft.com); each address is
 * looked for in all of them, so what claims many more is no image.
 */
export const MOST_SECTIONS = 256;
