/** What a parameter of a bug check is; it decides how its value is put into words. */
export type ParameterKind =
  /** An address of data: what was touched, or where something is. */
  | 'Address'
  /** An address of code: an instruction or a routine. */
  | 'Code'
  | 'Irql'
  /** How memory was touched: read, write or execute. */
  | 'Access'
  /** An NTSTATUS or an exception code. */
  | 'Status'
  | 'Thread'
  | 'Process'
  | 'Irp'
  | 'Device'
  /** A CONTEXT record. */
  | 'Context'
  /** A KTRAP_FRAME. */
  | 'TrapFrame'
  /** An EXCEPTION_RECORD. */
  | 'ExceptionRecord'
  /** Another structure of the kernel or of a driver. */
  | 'Object'
  /** A count. */
  | 'Number'
  /** Bits and values that are read in hexadecimal. */
  | 'Value'
  /** A number that selects one failure of several; the other parameters depend on it. */
  | 'Subtype'
  /** Clock ticks. */
  | 'Ticks'
  /** Address of an ASCII text. */
  | 'Text'
  /** Windows leaves it without meaning. */
  | 'Reserved';

export type Parameter = readonly [kind: ParameterKind, means: string];

/** The first parameter's value names one of several failures. */
export interface ParameterCase {
  /** The failure, as a clause. */
  readonly is: string;
  /** Parameters 2 to 4; the code's own where absent. */
  readonly rest?: readonly Parameter[];
}

/** What the parameters of one code mean. */
export interface CodeMeaning {
  /** What happened, in one sentence. */
  readonly is: string;
  readonly parameters: readonly Parameter[];
  readonly cases?: Readonly<Record<number, ParameterCase>>;
}

export const RESERVED: Parameter = ['Reserved', 'not used'];
