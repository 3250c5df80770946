import process from 'node:process';

/** The module of Node that unpacks, loaded at its first use: few runs meet a file that is packed. */
export const zlib = () => process.getBuiltinModule('node:zlib');
