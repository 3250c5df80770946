/** DISPATCHER_HEADER.Type, the first byte of every waitable object. Values: KOBJECTS of phnt ntkeapi.h. */
export const OBJECT_TYPE = { process: 3, thread: 6 } as const;
