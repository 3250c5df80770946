// Generated from src/contract/schema by `npm run generate`. Do not edit.
import type { Option, RequestOptions } from '../option.ts';

/** Options of every request. */
export const COMMON_OPTIONS: readonly Option[] = [
  {
    "name": "machine",
    "property": "machine",
    "type": "string",
    "help": "`local` (the default), or `simulated:<scenario>`, a machine made of data",
    "value": "NAME",
    "parameter": "Machine"
  },
  {
    "name": "property-case",
    "property": "propertyCase",
    "type": "string",
    "help": "how keys of records are spelled in NDJSON",
    "value": "camel|pascal"
  }
];

/** What each request offers, by the name of its verb; made each time that it is asked for. */
export const REQUEST_OPTIONS = {
get "chains"() { return {
  "cmdlet": "Get-KernelWaitChain",
  "options": [
    {
      "name": "thread",
      "property": "threads",
      "type": "threads",
      "help": "live threads, instead of dumps",
      "value": "PID:TID,…",
      "parameter": "InputObject"
    },
    {
      "name": "tid",
      "property": "threadIds",
      "type": "numbers",
      "help": "only these threads",
      "value": "TID,…"
    },
    {
      "name": "object-address",
      "property": "objectAddresses",
      "type": "strings",
      "help": "only the threads with these object addresses",
      "value": "ADDRESS,…",
      "parameter": "InputObject"
    },
    {
      "name": "symbol-path",
      "property": "symbolPath",
      "type": "string",
      "help": "as _NT_SYMBOL_PATH, which it replaces; a server is asked only when it is named",
      "value": "PATH",
      "parameter": "SymbolPath"
    },
    {
      "name": "symbol-credential-file",
      "property": "symbolCredentialFile",
      "type": "string",
      "help": "logins for symbol servers, in a file that only its owner can read",
      "value": "FILE"
    },
    {
      "name": "image-path",
      "property": "imagePath",
      "type": "string",
      "help": "where driver images are, as _NT_EXECUTABLE_IMAGE_PATH",
      "value": "PATH",
      "parameter": "ImagePath"
    },
    {
      "name": "deadlock",
      "property": "deadlock",
      "type": "boolean",
      "help": "deadlocks alone",
      "parameter": "Deadlock"
    },
    {
      "name": "top",
      "property": "top",
      "type": "number",
      "help": "at most so many chains",
      "value": "N",
      "parameter": "Top"
    },
    {
      "name": "include-lone",
      "property": "includeLone",
      "type": "boolean",
      "help": "threads that nothing waits behind too",
      "parameter": "IncludeLone"
    },
    {
      "name": "minimum-wait",
      "property": "minimumWaitMs",
      "type": "number",
      "help": "only chains with a longest wait at least so old",
      "value": "MS",
      "parameter": "MinimumWait"
    },
    {
      "name": "capture-blocker",
      "property": "captureBlockers",
      "type": "boolean",
      "help": "of live threads: capture the threads that hold them up too",
      "parameter": "CaptureBlocker"
    },
    {
      "name": "signature-path",
      "property": "signaturePaths",
      "type": "strings",
      "help": "files of signatures beside the known ones",
      "value": "FILE,…",
      "parameter": "SignaturePath"
    },
    {
      "name": "time-limit",
      "property": "timeLimitSeconds",
      "type": "number",
      "help": "stop reading after this time",
      "value": "SECONDS",
      "parameter": "TimeLimit"
    }
  ],
  "operands": {
    "property": "paths",
    "type": "strings",
    "value": "[FILE…]",
    "parameter": "Path"
  }
} as const; },
get "commands"() { return {
  "cmdlet": "Get-KernelDebuggerCommand",
  "options": [
    {
      "name": "time-limit",
      "property": "timeLimitSeconds",
      "type": "number",
      "help": "stop reading after this time",
      "value": "SECONDS",
      "parameter": "TimeLimit"
    }
  ],
  "operands": {
    "property": "paths",
    "type": "strings",
    "value": "FILE…",
    "parameter": "Path"
  }
} as const; },
get "compare"() { return {
  "cmdlet": "Compare-KernelStack",
  "options": [
    {
      "name": "reference",
      "property": "reference",
      "type": "strings",
      "help": "the earlier look: dumps, manifests, or folders with dumps",
      "value": "PATH,…",
      "parameter": "Reference"
    },
    {
      "name": "difference",
      "property": "difference",
      "type": "strings",
      "help": "the later look, in the same forms",
      "value": "PATH,…",
      "parameter": "Difference"
    },
    {
      "name": "live",
      "property": "live",
      "type": "boolean",
      "help": "look now at the live threads of the reference",
      "parameter": "Live"
    },
    {
      "name": "verdict",
      "property": "verdicts",
      "type": "strings",
      "help": "only threads with these verdicts",
      "value": "VERDICT,…",
      "parameter": "Verdict"
    },
    {
      "name": "include-idle",
      "property": "includeIdle",
      "type": "boolean",
      "help": "workers without work too",
      "parameter": "IncludeIdle"
    },
    {
      "name": "symbol-path",
      "property": "symbolPath",
      "type": "string",
      "help": "as _NT_SYMBOL_PATH, which it replaces; a server is asked only when it is named",
      "value": "PATH",
      "parameter": "SymbolPath"
    },
    {
      "name": "symbol-credential-file",
      "property": "symbolCredentialFile",
      "type": "string",
      "help": "logins for symbol servers, in a file that only its owner can read",
      "value": "FILE"
    },
    {
      "name": "image-path",
      "property": "imagePath",
      "type": "string",
      "help": "where driver images are, as _NT_EXECUTABLE_IMAGE_PATH",
      "value": "PATH",
      "parameter": "ImagePath"
    },
    {
      "name": "time-limit",
      "property": "timeLimitSeconds",
      "type": "number",
      "help": "stop reading after this time",
      "value": "SECONDS",
      "parameter": "TimeLimit"
    }
  ]
} as const; },
get "dsc"() { return {
  "options": [
    {
      "name": "instance",
      "property": "instance",
      "type": "json",
      "help": "the instance of KernelTriage/KernelDumpReadiness; see `ktriage schema dump-readiness`",
      "value": "JSON"
    }
  ],
  "operands": {
    "property": "operation",
    "type": "string",
    "value": "get|test|set|whatif|export"
  }
} as const; },
get "dump-processes"() { return {
  "cmdlet": "Get-KernelDumpProcess",
  "options": [
    {
      "name": "symbol-path",
      "property": "symbolPath",
      "type": "string",
      "help": "where the PDB of the kernel is, as _NT_SYMBOL_PATH, which it replaces",
      "value": "PATH",
      "parameter": "SymbolPath"
    },
    {
      "name": "symbol-credential-file",
      "property": "symbolCredentialFile",
      "type": "string",
      "help": "logins for symbol servers, in a file that only its owner can read",
      "value": "FILE"
    },
    {
      "name": "image-path",
      "property": "imagePath",
      "type": "string",
      "help": "where driver images are, as _NT_EXECUTABLE_IMAGE_PATH",
      "value": "PATH",
      "parameter": "ImagePath"
    },
    {
      "name": "time-limit",
      "property": "timeLimitSeconds",
      "type": "number",
      "help": "stop reading after this time",
      "value": "SECONDS",
      "parameter": "TimeLimit"
    }
  ],
  "operands": {
    "property": "paths",
    "type": "strings",
    "value": "FILE…",
    "parameter": "Path"
  }
} as const; },
get "dump-threads"() { return {
  "cmdlet": "Get-KernelDumpThread",
  "options": [
    {
      "name": "pid",
      "property": "processIds",
      "type": "numbers",
      "help": "only of these processes",
      "value": "PID,…",
      "parameter": "Id"
    },
    {
      "name": "symbol-path",
      "property": "symbolPath",
      "type": "string",
      "help": "where the PDB of the kernel is, as _NT_SYMBOL_PATH, which it replaces",
      "value": "PATH",
      "parameter": "SymbolPath"
    },
    {
      "name": "symbol-credential-file",
      "property": "symbolCredentialFile",
      "type": "string",
      "help": "logins for symbol servers, in a file that only its owner can read",
      "value": "FILE"
    },
    {
      "name": "image-path",
      "property": "imagePath",
      "type": "string",
      "help": "where driver images are, as _NT_EXECUTABLE_IMAGE_PATH",
      "value": "PATH",
      "parameter": "ImagePath"
    },
    {
      "name": "time-limit",
      "property": "timeLimitSeconds",
      "type": "number",
      "help": "stop reading after this time",
      "value": "SECONDS",
      "parameter": "TimeLimit"
    }
  ],
  "operands": {
    "property": "paths",
    "type": "strings",
    "value": "FILE…",
    "parameter": "Path"
  }
} as const; },
get "dump"() { return {
  "cmdlet": "Get-KernelDump",
  "options": [
    {
      "name": "raw",
      "property": "raw",
      "type": "boolean",
      "help": "every header field with its offset",
      "parameter": "Raw"
    },
    {
      "name": "redact",
      "property": "redact",
      "type": "boolean",
      "help": "leave out folders, comment and raw header, for an issue or a report",
      "parameter": "Redact"
    },
    {
      "name": "symbol-path",
      "property": "symbolPath",
      "type": "string",
      "help": "where the PDB of the kernel is, as _NT_SYMBOL_PATH, which it replaces",
      "value": "PATH",
      "parameter": "SymbolPath"
    },
    {
      "name": "symbol-credential-file",
      "property": "symbolCredentialFile",
      "type": "string",
      "help": "logins for symbol servers, in a file that only its owner can read",
      "value": "FILE"
    },
    {
      "name": "image-path",
      "property": "imagePath",
      "type": "string",
      "help": "where driver images are, as _NT_EXECUTABLE_IMAGE_PATH",
      "value": "PATH",
      "parameter": "ImagePath"
    },
    {
      "name": "time-limit",
      "property": "timeLimitSeconds",
      "type": "number",
      "help": "stop reading after this time",
      "value": "SECONDS",
      "parameter": "TimeLimit"
    }
  ],
  "operands": {
    "property": "paths",
    "type": "strings",
    "value": "FILE…",
    "parameter": "Path"
  }
} as const; },
get "export"() { return {
  "cmdlet": "Export-KernelStack",
  "options": [
    {
      "name": "thread",
      "property": "threads",
      "type": "threads",
      "help": "live threads, instead of dumps",
      "value": "PID:TID,…",
      "parameter": "InputObject"
    },
    {
      "name": "tid",
      "property": "threadIds",
      "type": "numbers",
      "help": "only these threads",
      "value": "TID,…"
    },
    {
      "name": "object-address",
      "property": "objectAddresses",
      "type": "strings",
      "help": "only the threads with these object addresses",
      "value": "ADDRESS,…",
      "parameter": "InputObject"
    },
    {
      "name": "format",
      "property": "format",
      "type": "string",
      "help": "Html, Speedscope, Folded, Pprof, Dot, Mermaid, Text or Json; without it the extension of the file decides",
      "value": "FORMAT",
      "parameter": "Format"
    },
    {
      "name": "weight",
      "property": "weight",
      "type": "string",
      "help": "count threads (the default), or milliseconds that they have waited",
      "value": "Thread|WaitTime",
      "parameter": "Weight"
    },
    {
      "name": "exclude-idle",
      "property": "excludeIdle",
      "type": "boolean",
      "help": "leave out workers without work",
      "parameter": "ExcludeIdle"
    },
    {
      "name": "redact",
      "property": "redact",
      "type": "boolean",
      "help": "leave out names of computers, users, paths and files",
      "parameter": "Redact"
    },
    {
      "name": "output",
      "property": "output",
      "type": "string",
      "help": "the file to write, instead of standard output",
      "value": "FILE",
      "parameter": "Destination"
    },
    {
      "name": "force",
      "property": "force",
      "type": "boolean",
      "help": "replace a file of this name",
      "parameter": "Force"
    },
    {
      "name": "acl",
      "property": "acl",
      "type": "string",
      "help": "accounts that may read the files (Restricted)",
      "value": "Restricted|Inherit",
      "parameter": "Acl"
    },
    {
      "name": "symbol-path",
      "property": "symbolPath",
      "type": "string",
      "help": "as _NT_SYMBOL_PATH, which it replaces; a server is asked only when it is named",
      "value": "PATH",
      "parameter": "SymbolPath"
    },
    {
      "name": "symbol-credential-file",
      "property": "symbolCredentialFile",
      "type": "string",
      "help": "logins for symbol servers, in a file that only its owner can read",
      "value": "FILE"
    },
    {
      "name": "image-path",
      "property": "imagePath",
      "type": "string",
      "help": "where driver images are, as _NT_EXECUTABLE_IMAGE_PATH",
      "value": "PATH",
      "parameter": "ImagePath"
    },
    {
      "name": "signature-path",
      "property": "signaturePaths",
      "type": "strings",
      "help": "files of signatures beside the known ones",
      "value": "FILE,…",
      "parameter": "SignaturePath"
    },
    {
      "name": "time-limit",
      "property": "timeLimitSeconds",
      "type": "number",
      "help": "stop reading after this time",
      "value": "SECONDS",
      "parameter": "TimeLimit"
    }
  ],
  "operands": {
    "property": "paths",
    "type": "strings",
    "value": "[FILE…]",
    "parameter": "Path"
  }
} as const; },
get "fleet"() { return {
  "cmdlet": "Invoke-KernelTriage",
  "options": [
    {
      "name": "idle",
      "property": "idleComputers",
      "type": "strings",
      "help": "computers that had nothing to capture",
      "value": "NAME,…"
    },
    {
      "name": "silent",
      "property": "silentComputers",
      "type": "strings",
      "help": "computers that did not answer",
      "value": "NAME,…"
    },
    {
      "name": "top",
      "property": "top",
      "type": "number",
      "help": "at most so many causes",
      "value": "N",
      "parameter": "Top"
    },
    {
      "name": "minimum-wait",
      "property": "minimumWaitMs",
      "type": "number",
      "help": "only chains with a longest wait at least so old",
      "value": "MS",
      "parameter": "MinimumWait"
    },
    {
      "name": "symbol-path",
      "property": "symbolPath",
      "type": "string",
      "help": "as _NT_SYMBOL_PATH, which it replaces; a server is asked only when it is named",
      "value": "PATH",
      "parameter": "SymbolPath"
    },
    {
      "name": "symbol-credential-file",
      "property": "symbolCredentialFile",
      "type": "string",
      "help": "logins for symbol servers, in a file that only its owner can read",
      "value": "FILE"
    },
    {
      "name": "image-path",
      "property": "imagePath",
      "type": "string",
      "help": "where driver images are, as _NT_EXECUTABLE_IMAGE_PATH",
      "value": "PATH",
      "parameter": "ImagePath"
    },
    {
      "name": "time-limit",
      "property": "timeLimitSeconds",
      "type": "number",
      "help": "stop reading after this time",
      "value": "SECONDS",
      "parameter": "TimeLimit"
    }
  ],
  "operands": {
    "property": "paths",
    "type": "strings",
    "value": "[FOLDER…]",
    "parameter": "Path"
  }
} as const; },
get "io"() { return {
  "cmdlet": "Get-KernelPendingIo",
  "options": [
    {
      "name": "thread",
      "property": "threads",
      "type": "threads",
      "help": "live threads, instead of dumps",
      "value": "PID:TID,…",
      "parameter": "InputObject"
    },
    {
      "name": "tid",
      "property": "threadIds",
      "type": "numbers",
      "help": "only these threads",
      "value": "TID,…"
    },
    {
      "name": "object-address",
      "property": "objectAddresses",
      "type": "strings",
      "help": "only the threads with these object addresses",
      "value": "ADDRESS,…",
      "parameter": "InputObject"
    },
    {
      "name": "symbol-path",
      "property": "symbolPath",
      "type": "string",
      "help": "as _NT_SYMBOL_PATH, which it replaces; a server is asked only when it is named",
      "value": "PATH",
      "parameter": "SymbolPath"
    },
    {
      "name": "symbol-credential-file",
      "property": "symbolCredentialFile",
      "type": "string",
      "help": "logins for symbol servers, in a file that only its owner can read",
      "value": "FILE"
    },
    {
      "name": "image-path",
      "property": "imagePath",
      "type": "string",
      "help": "where driver images are, as _NT_EXECUTABLE_IMAGE_PATH",
      "value": "PATH",
      "parameter": "ImagePath"
    },
    {
      "name": "time-limit",
      "property": "timeLimitSeconds",
      "type": "number",
      "help": "stop reading after this time",
      "value": "SECONDS",
      "parameter": "TimeLimit"
    }
  ],
  "operands": {
    "property": "paths",
    "type": "strings",
    "value": "[FILE…]",
    "parameter": "Path"
  }
} as const; },
get "live"() { return {
  "cmdlet": "New-LiveKernelDump",
  "options": [
    {
      "name": "path",
      "property": "path",
      "type": "string",
      "help": "the file to write",
      "value": "FILE",
      "parameter": "Path"
    },
    {
      "name": "scope",
      "property": "scope",
      "type": "string",
      "help": "the whole kernel (Full), or the kernel stacks of all threads (Windows 11)",
      "value": "Full|ThreadStacks",
      "parameter": "Scope"
    },
    {
      "name": "include-user-memory",
      "property": "includeUserMemory",
      "type": "boolean",
      "help": "also pages of processes",
      "parameter": "IncludeUserMemory"
    },
    {
      "name": "include-hypervisor",
      "property": "includeHypervisor",
      "type": "boolean",
      "help": "also pages of the hypervisor",
      "parameter": "IncludeHypervisor"
    },
    {
      "name": "include-non-essential-hypervisor",
      "property": "includeNonEssentialHypervisor",
      "type": "boolean",
      "help": "also hypervisor pages that are left out by default (Windows 11)",
      "parameter": "IncludeNonEssentialHypervisor"
    },
    {
      "name": "ignore-memory-pressure",
      "property": "abortOnMemoryPressure",
      "type": "boolean",
      "help": "go on when memory becomes short",
      "sets": false,
      "parameter": "AbortOnMemoryPressure:$false"
    },
    {
      "name": "bug-check-code",
      "property": "bugCheckCode",
      "type": "number",
      "help": "code in the header (0x161)",
      "value": "N",
      "parameter": "BugCheckCode"
    },
    {
      "name": "bug-check-parameter",
      "property": "bugCheckParameters",
      "type": "strings",
      "help": "up to four parameters in the header, 16 hex digits each",
      "value": "0x…,…",
      "parameter": "BugCheckParameter"
    },
    {
      "name": "time-limit",
      "property": "timeLimitSeconds",
      "type": "number",
      "help": "cancel after this time",
      "value": "SECONDS",
      "parameter": "TimeLimit"
    },
    {
      "name": "wait",
      "property": "waitSeconds",
      "type": "number",
      "help": "keep trying while Windows takes another live dump",
      "value": "SECONDS",
      "parameter": "Wait"
    },
    {
      "name": "trace",
      "property": "trace",
      "type": "boolean",
      "help": "list the events of the capture, here and beside the dump",
      "parameter": "Trace"
    },
    {
      "name": "force",
      "property": "force",
      "type": "boolean",
      "help": "overwrite; try with less space than estimated",
      "parameter": "Force"
    },
    {
      "name": "acl",
      "property": "acl",
      "type": "string",
      "help": "accounts that may read the file (Restricted)",
      "value": "Restricted|Inherit",
      "parameter": "Acl"
    },
    {
      "name": "plan",
      "property": "planOnly",
      "type": "boolean",
      "help": "check everything and touch nothing",
      "parameter": "WhatIf"
    }
  ],
  "operands": {
    "property": "path",
    "type": "string",
    "value": "FILE",
    "parameter": "Path"
  }
} as const; },
get "locks"() { return {
  "cmdlet": "Get-KernelLock",
  "options": [
    {
      "name": "thread",
      "property": "threads",
      "type": "threads",
      "help": "live threads, instead of dumps",
      "value": "PID:TID,…",
      "parameter": "InputObject"
    },
    {
      "name": "tid",
      "property": "threadIds",
      "type": "numbers",
      "help": "only these threads",
      "value": "TID,…"
    },
    {
      "name": "object-address",
      "property": "objectAddresses",
      "type": "strings",
      "help": "only the threads with these object addresses",
      "value": "ADDRESS,…",
      "parameter": "InputObject"
    },
    {
      "name": "symbol-path",
      "property": "symbolPath",
      "type": "string",
      "help": "as _NT_SYMBOL_PATH, which it replaces; a server is asked only when it is named",
      "value": "PATH",
      "parameter": "SymbolPath"
    },
    {
      "name": "symbol-credential-file",
      "property": "symbolCredentialFile",
      "type": "string",
      "help": "logins for symbol servers, in a file that only its owner can read",
      "value": "FILE"
    },
    {
      "name": "image-path",
      "property": "imagePath",
      "type": "string",
      "help": "where driver images are, as _NT_EXECUTABLE_IMAGE_PATH",
      "value": "PATH",
      "parameter": "ImagePath"
    },
    {
      "name": "contended",
      "property": "contended",
      "type": "boolean",
      "help": "only locks that a thread waits for",
      "parameter": "Contended"
    },
    {
      "name": "time-limit",
      "property": "timeLimitSeconds",
      "type": "number",
      "help": "stop reading after this time",
      "value": "SECONDS",
      "parameter": "TimeLimit"
    }
  ],
  "operands": {
    "property": "paths",
    "type": "strings",
    "value": "[FILE…]",
    "parameter": "Path"
  }
} as const; },
get "memory"() { return {
  "cmdlet": "Get-KernelDumpMemory",
  "options": [
    {
      "name": "address",
      "property": "addresses",
      "type": "strings",
      "help": "where to start, in hex; WinDbg’s backtick is understood",
      "value": "ADDRESS,…",
      "parameter": "Address"
    },
    {
      "name": "length",
      "property": "length",
      "type": "number",
      "help": "how many bytes from each address (256)",
      "value": "BYTES",
      "parameter": "Length"
    },
    {
      "name": "physical",
      "property": "physical",
      "type": "boolean",
      "help": "the addresses are physical ones",
      "parameter": "Physical"
    },
    {
      "name": "dtb",
      "property": "directoryTableBase",
      "type": "string",
      "help": "through the page tables of a process, as dump-processes lists it",
      "value": "ADDRESS",
      "parameter": "DirectoryTableBase"
    },
    {
      "name": "time-limit",
      "property": "timeLimitSeconds",
      "type": "number",
      "help": "stop reading after this time",
      "value": "SECONDS",
      "parameter": "TimeLimit"
    }
  ],
  "operands": {
    "property": "paths",
    "type": "strings",
    "value": "FILE…",
    "parameter": "Path"
  }
} as const; },
get "native"() { return {
  "options": [],
  "operands": {
    "property": "operation",
    "type": "string",
    "value": "show|install|remove"
  }
} as const; },
get "readiness"() { return {
  "cmdlet": "Test-KernelDumpReadiness",
  "options": [
    {
      "name": "destination",
      "property": "destination",
      "type": "string",
      "help": "the folder that dumps are meant for (the temporary folder)",
      "value": "FOLDER",
      "parameter": "Destination"
    },
    {
      "name": "self-test",
      "property": "selfTest",
      "type": "boolean",
      "help": "also capture threads of this process and compare with what is not proved of this Windows",
      "parameter": "SelfTest"
    },
    {
      "name": "report",
      "property": "reportPath",
      "type": "string",
      "help": "write what was found into a new file, to attach to an issue",
      "value": "FILE",
      "parameter": "ReportPath"
    },
    {
      "name": "exit-code",
      "property": "exitCode",
      "type": "boolean",
      "help": "answer by the exit code as well: 7 where a check fails",
      "parameter": "Quiet"
    }
  ]
} as const; },
get "resolve"() { return {
  "cmdlet": "Resolve-KernelSymbol",
  "options": [
    {
      "name": "address",
      "property": "addresses",
      "type": "strings",
      "help": "addresses to name",
      "value": "ADDRESS,…",
      "parameter": "Address"
    },
    {
      "name": "name",
      "property": "names",
      "type": "strings",
      "help": "module!name, `*` matches any text",
      "value": "NAME,…",
      "parameter": "Name"
    },
    {
      "name": "symbol-path",
      "property": "symbolPath",
      "type": "string",
      "help": "as _NT_SYMBOL_PATH, which it replaces; a server is asked only when it is named",
      "value": "PATH",
      "parameter": "SymbolPath"
    },
    {
      "name": "symbol-credential-file",
      "property": "symbolCredentialFile",
      "type": "string",
      "help": "logins for symbol servers, in a file that only its owner can read",
      "value": "FILE"
    },
    {
      "name": "image-path",
      "property": "imagePath",
      "type": "string",
      "help": "where driver images are, as _NT_EXECUTABLE_IMAGE_PATH",
      "value": "PATH",
      "parameter": "ImagePath"
    },
    {
      "name": "time-limit",
      "property": "timeLimitSeconds",
      "type": "number",
      "help": "stop reading after this time",
      "value": "SECONDS",
      "parameter": "TimeLimit"
    }
  ],
  "operands": {
    "property": "paths",
    "type": "strings",
    "value": "FILE…",
    "parameter": "Path"
  }
} as const; },
get "schema"() { return {
  "options": [],
  "operands": {
    "property": "name",
    "type": "string",
    "value": "[NAME]"
  }
} as const; },
get "stacks"() { return {
  "cmdlet": "Get-KernelStack",
  "options": [
    {
      "name": "thread",
      "property": "threads",
      "type": "threads",
      "help": "live threads, instead of dumps",
      "value": "PID:TID,…",
      "parameter": "InputObject"
    },
    {
      "name": "tid",
      "property": "threadIds",
      "type": "numbers",
      "help": "only these threads",
      "value": "TID,…"
    },
    {
      "name": "object-address",
      "property": "objectAddresses",
      "type": "strings",
      "help": "only the threads with these object addresses",
      "value": "ADDRESS,…",
      "parameter": "InputObject"
    },
    {
      "name": "symbol-path",
      "property": "symbolPath",
      "type": "string",
      "help": "as _NT_SYMBOL_PATH, which it replaces; a server is asked only when it is named",
      "value": "PATH",
      "parameter": "SymbolPath"
    },
    {
      "name": "symbol-credential-file",
      "property": "symbolCredentialFile",
      "type": "string",
      "help": "logins for symbol servers, in a file that only its owner can read",
      "value": "FILE"
    },
    {
      "name": "image-path",
      "property": "imagePath",
      "type": "string",
      "help": "where driver images are, as _NT_EXECUTABLE_IMAGE_PATH",
      "value": "PATH",
      "parameter": "ImagePath"
    },
    {
      "name": "include-capture-frames",
      "property": "includeCaptureFrames",
      "type": "boolean",
      "help": "keep the frames by which the capture itself ran in the thread",
      "parameter": "IncludeCaptureFrames"
    },
    {
      "name": "include-registers",
      "property": "includeRegisters",
      "type": "boolean",
      "help": "give each frame the registers that the unwind data recovered",
      "parameter": "IncludeRegister"
    },
    {
      "name": "include-mentions",
      "property": "includeMentions",
      "type": "boolean",
      "help": "give each stack the kernel objects that its words and registers point to",
      "parameter": "IncludeMention"
    },
    {
      "name": "include-waits",
      "property": "includeWaits",
      "type": "boolean",
      "help": "give each stack of a large dump what its thread waits for, as triage dumps have it",
      "parameter": "IncludeWait"
    },
    {
      "name": "no-scan",
      "property": "scan",
      "type": "boolean",
      "help": "do not guess frames where unwind data is missing",
      "sets": false,
      "parameter": "NoScan"
    },
    {
      "name": "group-by",
      "property": "groupBy",
      "type": "string",
      "help": "unique stacks with the threads that share each, most frequent first",
      "value": "Symbol|Address|Module|Top"
    },
    {
      "name": "top-frames",
      "property": "topFrames",
      "type": "number",
      "help": "frames that count for Top (5)",
      "value": "N"
    },
    {
      "name": "tree",
      "property": "tree",
      "type": "boolean",
      "help": "all stacks merged into one tree, with the number of threads at each branch"
    },
    {
      "name": "max-frames",
      "property": "maxFrames",
      "type": "number",
      "help": "at most so many frames (256)",
      "value": "N",
      "parameter": "MaxFrames"
    },
    {
      "name": "time-limit",
      "property": "timeLimitSeconds",
      "type": "number",
      "help": "stop reading after this time",
      "value": "SECONDS",
      "parameter": "TimeLimit"
    }
  ],
  "operands": {
    "property": "paths",
    "type": "strings",
    "value": "[FILE…]",
    "parameter": "Path"
  }
} as const; },
get "threads"() { return {
  "cmdlet": "Get-KernelThread",
  "options": [
    {
      "name": "pid",
      "property": "processIds",
      "type": "numbers",
      "help": "processes by id",
      "value": "PID,…",
      "parameter": "Id"
    },
    {
      "name": "tid",
      "property": "threadIds",
      "type": "numbers",
      "help": "only these threads",
      "value": "TID,…",
      "parameter": "ThreadId"
    },
    {
      "name": "state",
      "property": "states",
      "type": "strings",
      "help": "only threads in these states, for example Wait",
      "value": "STATE,…",
      "parameter": "State"
    },
    {
      "name": "wait-reason",
      "property": "waitReasons",
      "type": "strings",
      "help": "only these wait reasons, for example WrResource",
      "value": "REASON,…",
      "parameter": "WaitReason"
    },
    {
      "name": "details",
      "property": "details",
      "type": "string",
      "help": "`snapshot` opens no thread: fast, but no object addresses",
      "value": "full|snapshot",
      "parameter": "Snapshot"
    },
    {
      "name": "verify-order",
      "property": "verifyOrder",
      "type": "boolean",
      "help": "compare the order with that of the Tool Help library",
      "parameter": "VerifyOrder"
    },
    {
      "name": "include-user-stack",
      "property": "includeUserStack",
      "type": "boolean",
      "help": "walk the user-mode stack of each thread, which is suspended while it is copied",
      "parameter": "IncludeUserStack"
    },
    {
      "name": "symbol-path",
      "property": "symbolPath",
      "type": "string",
      "help": "PDBs for user-mode stacks, as _NT_SYMBOL_PATH; a server is asked only when it is named",
      "value": "PATH",
      "parameter": "SymbolPath"
    },
    {
      "name": "symbol-credential-file",
      "property": "symbolCredentialFile",
      "type": "string",
      "help": "logins for symbol servers, in a file that only its owner can read",
      "value": "FILE"
    }
  ],
  "operands": {
    "property": "names",
    "type": "strings",
    "value": "[NAME…]",
    "parameter": "Name"
  }
} as const; },
get "triage"() { return {
  "cmdlet": "New-TriageDump",
  "options": [
    {
      "name": "destination",
      "property": "destination",
      "type": "string",
      "help": "where the dumps go; it must exist",
      "value": "FOLDER",
      "parameter": "Destination"
    },
    {
      "name": "thread",
      "property": "threads",
      "type": "threads",
      "help": "chosen threads",
      "value": "PID:TID,…",
      "parameter": "InputObject"
    },
    {
      "name": "pid",
      "property": "processIds",
      "type": "numbers",
      "help": "every thread of these processes",
      "value": "PID,…",
      "parameter": "Id"
    },
    {
      "name": "max-threads-per-dump",
      "property": "maxThreadsPerDump",
      "type": "number",
      "help": "at most so many threads a dump (16)",
      "value": "N",
      "parameter": "MaxThreadsPerDump"
    },
    {
      "name": "unattended",
      "property": "unattended",
      "type": "boolean",
      "help": "no person present: at most 10 threads a dump",
      "parameter": "Unattended"
    },
    {
      "name": "bug-check-code",
      "property": "bugCheckCode",
      "type": "number",
      "help": "code in the header (0x69696969)",
      "value": "N",
      "parameter": "BugCheckCode"
    },
    {
      "name": "bug-check-parameter",
      "property": "bugCheckParameter",
      "type": "string",
      "help": "the content of the four parameters in the header",
      "value": "Address|ProcessAndAddress|None",
      "parameter": "BugCheckParameter"
    },
    {
      "name": "name",
      "property": "name",
      "type": "string",
      "help": "file name with tokens, for example {process}_{tid}_{address}",
      "value": "TEMPLATE",
      "parameter": "FileName"
    },
    {
      "name": "force",
      "property": "force",
      "type": "boolean",
      "help": "overwrite files",
      "parameter": "Force"
    },
    {
      "name": "acl",
      "property": "acl",
      "type": "string",
      "help": "accounts that may read the files (Restricted)",
      "value": "Restricted|Inherit",
      "parameter": "Acl"
    },
    {
      "name": "no-manifest",
      "property": "manifest",
      "type": "boolean",
      "help": "write no JSON manifest beside the dumps",
      "sets": false,
      "parameter": "NoManifest"
    },
    {
      "name": "debugger-commands",
      "property": "debuggerCommands",
      "type": "boolean",
      "help": "write the WinDbg commands for each dump beside it",
      "parameter": "DebuggerCommands"
    },
    {
      "name": "time-limit",
      "property": "timeLimitSeconds",
      "type": "number",
      "help": "stop after this time and keep what is complete",
      "value": "SECONDS",
      "parameter": "TimeLimit"
    },
    {
      "name": "plan",
      "property": "planOnly",
      "type": "boolean",
      "help": "report what would be captured and touch nothing",
      "parameter": "WhatIf"
    },
    {
      "name": "repeat",
      "property": "repeat",
      "type": "number",
      "help": "capture so many times, and compare each with the one before",
      "value": "N",
      "parameter": "Repeat"
    },
    {
      "name": "interval",
      "property": "intervalSeconds",
      "type": "number",
      "help": "seconds between repeated captures (10)",
      "value": "SECONDS",
      "parameter": "Interval"
    }
  ]
} as const; },
get "types"() { return {
  "cmdlet": "Get-KernelType",
  "options": [
    {
      "name": "name",
      "property": "names",
      "type": "strings",
      "help": "module!type, or a type of the kernel; `*` matches any text",
      "value": "NAME,…",
      "parameter": "Name"
    },
    {
      "name": "address",
      "property": "addresses",
      "type": "strings",
      "help": "objects in the dump to show the values of",
      "value": "ADDRESS,…",
      "parameter": "Address"
    },
    {
      "name": "member",
      "property": "members",
      "type": "strings",
      "help": "only these members, `*` matches any text",
      "value": "MEMBER,…",
      "parameter": "Member"
    },
    {
      "name": "depth",
      "property": "depth",
      "type": "number",
      "help": "how deep structures inside are opened (1)",
      "value": "LEVELS",
      "parameter": "Depth"
    },
    {
      "name": "symbol-path",
      "property": "symbolPath",
      "type": "string",
      "help": "as _NT_SYMBOL_PATH, which it replaces; a server is asked only when it is named",
      "value": "PATH",
      "parameter": "SymbolPath"
    },
    {
      "name": "symbol-credential-file",
      "property": "symbolCredentialFile",
      "type": "string",
      "help": "logins for symbol servers, in a file that only its owner can read",
      "value": "FILE"
    },
    {
      "name": "image-path",
      "property": "imagePath",
      "type": "string",
      "help": "where driver images are, as _NT_EXECUTABLE_IMAGE_PATH",
      "value": "PATH",
      "parameter": "ImagePath"
    },
    {
      "name": "time-limit",
      "property": "timeLimitSeconds",
      "type": "number",
      "help": "stop reading after this time",
      "value": "SECONDS",
      "parameter": "TimeLimit"
    }
  ],
  "operands": {
    "property": "paths",
    "type": "strings",
    "value": "FILE…",
    "parameter": "Path"
  }
} as const; },
get "version"() { return {
  "options": []
} as const; },
get "waits"() { return {
  "cmdlet": "Get-KernelWait",
  "options": [
    {
      "name": "thread",
      "property": "threads",
      "type": "threads",
      "help": "live threads, instead of dumps",
      "value": "PID:TID,…",
      "parameter": "InputObject"
    },
    {
      "name": "tid",
      "property": "threadIds",
      "type": "numbers",
      "help": "only these threads",
      "value": "TID,…"
    },
    {
      "name": "object-address",
      "property": "objectAddresses",
      "type": "strings",
      "help": "only the threads with these object addresses",
      "value": "ADDRESS,…",
      "parameter": "InputObject"
    },
    {
      "name": "symbol-path",
      "property": "symbolPath",
      "type": "string",
      "help": "as _NT_SYMBOL_PATH, which it replaces; a server is asked only when it is named",
      "value": "PATH",
      "parameter": "SymbolPath"
    },
    {
      "name": "symbol-credential-file",
      "property": "symbolCredentialFile",
      "type": "string",
      "help": "logins for symbol servers, in a file that only its owner can read",
      "value": "FILE"
    },
    {
      "name": "image-path",
      "property": "imagePath",
      "type": "string",
      "help": "where driver images are, as _NT_EXECUTABLE_IMAGE_PATH",
      "value": "PATH",
      "parameter": "ImagePath"
    },
    {
      "name": "minimum-wait",
      "property": "minimumWaitMs",
      "type": "number",
      "help": "only waits that are at least so old",
      "value": "MS",
      "parameter": "MinimumWait"
    },
    {
      "name": "reason",
      "property": "reasons",
      "type": "strings",
      "help": "only waits for these reasons",
      "value": "REASON,…",
      "parameter": "Reason"
    },
    {
      "name": "include-idle",
      "property": "includeIdle",
      "type": "boolean",
      "help": "workers without work too",
      "parameter": "IncludeIdle"
    },
    {
      "name": "time-limit",
      "property": "timeLimitSeconds",
      "type": "number",
      "help": "stop reading after this time",
      "value": "SECONDS",
      "parameter": "TimeLimit"
    }
  ],
  "operands": {
    "property": "paths",
    "type": "strings",
    "value": "[FILE…]",
    "parameter": "Path"
  }
} as const; },
get "watch"() { return {
  "cmdlet": "Watch-KernelThread",
  "options": [
    {
      "name": "pid",
      "property": "processIds",
      "type": "numbers",
      "help": "processes by id",
      "value": "PID,…",
      "parameter": "Id"
    },
    {
      "name": "service",
      "property": "services",
      "type": "strings",
      "help": "services by name",
      "value": "NAME,…",
      "parameter": "ServiceName"
    },
    {
      "name": "app-pool",
      "property": "applicationPools",
      "type": "strings",
      "help": "IIS application pools by name",
      "value": "NAME,…",
      "parameter": "ApplicationPool"
    },
    {
      "name": "when",
      "property": "conditions",
      "type": "strings",
      "help": "what to wait for: Stuck (the default), WaitReason, Resource, PoolExhausted, Count, CpuIdleWithWork",
      "value": "CONDITION,…",
      "parameter": "When"
    },
    {
      "name": "for",
      "property": "forSeconds",
      "type": "number",
      "help": "how long it must hold (30)",
      "value": "SECONDS",
      "parameter": "For"
    },
    {
      "name": "count",
      "property": "count",
      "type": "number",
      "help": "at least so many threads",
      "value": "N",
      "parameter": "Count"
    },
    {
      "name": "wait-reason",
      "property": "waitReasons",
      "type": "strings",
      "help": "wait reasons instead of those of the condition",
      "value": "REASON,…",
      "parameter": "WaitReason"
    },
    {
      "name": "interval",
      "property": "intervalMs",
      "type": "number",
      "help": "time between looks (1000)",
      "value": "MS",
      "parameter": "Interval"
    },
    {
      "name": "duration",
      "property": "durationSeconds",
      "type": "number",
      "help": "end after so long",
      "value": "SECONDS",
      "parameter": "Duration"
    },
    {
      "name": "once",
      "property": "once",
      "type": "boolean",
      "help": "end after the first condition that holds, and its capture; a process that is not there is waited for",
      "parameter": "Once"
    },
    {
      "name": "name",
      "property": "name",
      "type": "string",
      "help": "name of the watch (watch)",
      "value": "NAME",
      "parameter": "WatchName"
    },
    {
      "name": "capture",
      "property": "capture",
      "type": "boolean",
      "help": "capture the threads in question, and those that hold them up",
      "parameter": "Capture"
    },
    {
      "name": "destination",
      "property": "destination",
      "type": "string",
      "help": "where the sets go; it must exist",
      "value": "FOLDER",
      "parameter": "Destination"
    },
    {
      "name": "max-captures",
      "property": "maxCaptures",
      "type": "number",
      "help": "at most so many captures (10)",
      "value": "N",
      "parameter": "MaxCaptures"
    },
    {
      "name": "pause",
      "property": "pauseSeconds",
      "type": "number",
      "help": "time between captures (600)",
      "value": "SECONDS",
      "parameter": "Pause"
    },
    {
      "name": "disk-budget",
      "property": "diskBudgetMiB",
      "type": "number",
      "help": "what the sets may take; the oldest goes first (2048)",
      "value": "MIB",
      "parameter": "DiskBudget"
    },
    {
      "name": "min-free-memory",
      "property": "minFreeMemoryPercent",
      "type": "number",
      "help": "no capture with less memory free than this (5)",
      "value": "PERCENT",
      "parameter": "MinFreeMemoryPercent"
    },
    {
      "name": "max-threads",
      "property": "maxThreads",
      "type": "number",
      "help": "at most so many threads a capture (64)",
      "value": "N",
      "parameter": "MaxThreads"
    },
    {
      "name": "symbol-path",
      "property": "symbolPath",
      "type": "string",
      "help": "PDBs for the answer, as _NT_SYMBOL_PATH",
      "value": "PATH",
      "parameter": "SymbolPath"
    },
    {
      "name": "event-file",
      "property": "eventFile",
      "type": "string",
      "help": "append the events to this file too",
      "value": "FILE",
      "parameter": "EventFile"
    },
    {
      "name": "event-log",
      "property": "eventLog",
      "type": "boolean",
      "help": "write the events to the Windows event log too",
      "parameter": "EventLog"
    }
  ],
  "operands": {
    "property": "names",
    "type": "strings",
    "value": "[NAME…]",
    "parameter": "Name"
  }
} as const; },
} satisfies Readonly<Record<string, RequestOptions>>;

export type VerbName = keyof typeof REQUEST_OPTIONS;
