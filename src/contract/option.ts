/** How an argument of the command line becomes a property of a request. Written as `x-cli` in the request schemas. */
export interface Option {
  /** Long name without dashes. */
  readonly name: string;
  /** The property of the request that it sets. */
  readonly property: string;
  /** `threads` is a list of PID:TID, `json` a JSON object. */
  readonly type: 'json' | 'string' | 'number' | 'boolean' | 'strings' | 'numbers' | 'threads';
  readonly help: string;
  /** What a boolean option sets when it is given; true unless stated. */
  readonly sets?: boolean;
  /** What the help shows in place of the value. */
  readonly value?: string;
  /** The parameter of the cmdlet that sets the same property, as PowerShell spells it; absent where none does. */
  readonly parameter?: string;
}

/** Where arguments without a dash go: the property, and whether it takes many. */
export interface Operands {
  readonly property: string;
  readonly type: 'strings' | 'string';
  readonly value: string;
  /** As in `Option`. */
  readonly parameter?: string;
}

/** What the command line and the module offer for one request. */
export interface RequestOptions {
  /** The cmdlet that sends the request; absent where none does. */
  readonly cmdlet?: string;
  /** Options beyond those that every request has. */
  readonly options: readonly Option[];
  readonly operands?: Operands;
}
