// Generated from src/contract/schema by `npm run generate`. Do not edit.
export const SCHEMAS: Readonly<Record<string, object>> = {
  "captured-thread": {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "ktriage://schema/1/captured-thread.schema.json",
    "title": "CapturedThread",
    "description": "What became of one thread that was to be captured.",
    "type": "object",
    "required": [
      "machine",
      "simulated",
      "processId",
      "threadId",
      "verdict",
      "attempts"
    ],
    "properties": {
      "machine": {
        "$ref": "common.schema.json#/$defs/machine"
      },
      "simulated": {
        "type": "boolean"
      },
      "processId": {
        "$ref": "common.schema.json#/$defs/processId"
      },
      "processName": {
        "type": "string"
      },
      "processCreateTimeRaw": {
        "$ref": "common.schema.json#/$defs/fileTime"
      },
      "threadId": {
        "$ref": "common.schema.json#/$defs/threadId"
      },
      "createTimeRaw": {
        "$ref": "common.schema.json#/$defs/fileTime"
      },
      "objectAddress": {
        "description": "Of the thread object: for every thread that was opened, captured or not.",
        "$ref": "common.schema.json#/$defs/address"
      },
      "state": {
        "type": "string"
      },
      "waitReason": {
        "type": "string"
      },
      "verdict": {
        "description": "Captured, DidNotFit, TimedOut, Refused, Exited, Replaced, Failed, NotAttempted.",
        "type": "string"
      },
      "reason": {
        "description": "Why, in a sentence, when it was not captured.",
        "type": "string"
      },
      "ntStatus": {
        "$ref": "common.schema.json#/$defs/ntStatus"
      },
      "path": {
        "description": "The dump that holds the thread.",
        "type": "string"
      },
      "batch": {
        "type": "integer",
        "minimum": 0
      },
      "attempts": {
        "description": "In how many calls the kernel was asked for the thread. 0 for every thread that was not attempted.",
        "type": "integer",
        "minimum": 0
      }
    }
  },
  "common": {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "ktriage://schema/1/common.schema.json",
    "title": "Common",
    "description": "Types that several schemas share.",
    "$defs": {
      "address": {
        "title": "Address",
        "description": "A 64-bit address.",
        "type": "string",
        "pattern": "^0x[0-9a-f]{16}$"
      },
      "time": {
        "title": "Time",
        "description": "A moment, UTC, ISO 8601.",
        "type": "string",
        "format": "date-time"
      },
      "fileTime": {
        "title": "FileTime",
        "description": "100 ns units since 1601-01-01 UTC as decimal digits; exact, for identity.",
        "type": "string",
        "pattern": "^[0-9]{1,20}$"
      },
      "ntStatus": {
        "title": "NtStatus",
        "description": "0x and eight upper-case hex digits.",
        "type": "string",
        "pattern": "^0x[0-9A-F]{8}$"
      },
      "processId": {
        "title": "ProcessId",
        "type": "integer",
        "minimum": 0,
        "maximum": 4294967295
      },
      "threadId": {
        "title": "ThreadId",
        "type": "integer",
        "minimum": 0,
        "maximum": 4294967295
      },
      "machine": {
        "title": "MachineName",
        "description": "`local`, or `simulated:<scenario>`.",
        "type": "string",
        "minLength": 1,
        "maxLength": 100
      },
      "propertyCase": {
        "title": "PropertyCase",
        "description": "How the keys of record values are spelled: as in these schemas, or with a capital first letter as PowerShell users expect.",
        "enum": [
          "camel",
          "pascal"
        ],
        "default": "camel"
      },
      "callerVersion": {
        "title": "CallerVersion",
        "description": "The version of ktriage that the caller was made for; another one refuses the request.",
        "type": "string",
        "minLength": 1,
        "maxLength": 100
      },
      "pdbIdentity": {
        "title": "PdbIdentity",
        "description": "The RSDS record of an image: what a symbol server needs to find its PDB.",
        "type": "object",
        "required": [
          "name",
          "guid",
          "age"
        ],
        "properties": {
          "name": {
            "type": "string"
          },
          "guid": {
            "type": "string",
            "pattern": "^[0-9A-F]{32}$"
          },
          "age": {
            "type": "integer",
            "minimum": 0
          }
        }
      },
      "threadReference": {
        "description": "A live thread as somebody listed it.",
        "title": "ThreadReference",
        "type": "object",
        "required": [
          "processId",
          "threadId"
        ],
        "properties": {
          "processId": {
            "$ref": "#/$defs/processId"
          },
          "threadId": {
            "$ref": "#/$defs/threadId"
          },
          "createTimeRaw": {
            "description": "When given, a thread created at another time is refused.",
            "$ref": "#/$defs/fileTime"
          },
          "processCreateTimeRaw": {
            "$ref": "#/$defs/fileTime"
          },
          "computerName": {
            "description": "When given, a thread of another computer is refused.",
            "type": "string"
          }
        },
        "additionalProperties": false
      }
    }
  },
  "debugger-command": {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "ktriage://schema/1/debugger-command.schema.json",
    "title": "DebuggerCommand",
    "description": "A WinDbg/kd command that shows something of one dump.",
    "type": "object",
    "required": [
      "path",
      "purpose",
      "command"
    ],
    "properties": {
      "path": {
        "description": "The dump.",
        "type": "string"
      },
      "purpose": {
        "description": "What the command shows.",
        "type": "string"
      },
      "command": {
        "description": "To paste into WinDbg, kd or cdb -z.",
        "type": "string"
      },
      "threadId": {
        "$ref": "common.schema.json#/$defs/threadId"
      },
      "objectAddress": {
        "$ref": "common.schema.json#/$defs/address"
      }
    }
  },
  "dump-memory": {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "ktriage://schema/1/dump-memory.schema.json",
    "title": "DumpMemory",
    "description": "Bytes of memory from a dump, up to the first that cannot be given.",
    "type": "object",
    "required": [
      "path",
      "address",
      "physical",
      "length",
      "data"
    ],
    "properties": {
      "path": {
        "type": "string"
      },
      "address": {
        "$ref": "common.schema.json#/$defs/address"
      },
      "physical": {
        "description": "The address is a physical one.",
        "type": "boolean"
      },
      "length": {
        "description": "Bytes that were read.",
        "type": "integer",
        "minimum": 0
      },
      "data": {
        "description": "The bytes, base64.",
        "type": "string"
      },
      "gap": {
        "title": "MemoryGap",
        "description": "Why there are no more, when fewer bytes were read than asked for.",
        "type": "object",
        "required": [
          "address",
          "reason",
          "message"
        ],
        "properties": {
          "address": {
            "description": "The first byte that cannot be given.",
            "$ref": "common.schema.json#/$defs/address"
          },
          "reason": {
            "description": "NotPresent, NotInDump, PagedOut, Prototype or NotCanonical.",
            "type": "string"
          },
          "level": {
            "description": "The page table at which the walk ended, or Page.",
            "type": "string"
          },
          "message": {
            "type": "string"
          }
        }
      }
    }
  },
  "dump-process": {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "ktriage://schema/1/dump-process.schema.json",
    "title": "DumpProcess",
    "description": "A process object inside a dump.",
    "type": "object",
    "required": [
      "path",
      "address"
    ],
    "properties": {
      "path": {
        "type": "string"
      },
      "simulated": {
        "type": "boolean"
      },
      "address": {
        "$ref": "common.schema.json#/$defs/address"
      },
      "processId": {
        "$ref": "common.schema.json#/$defs/processId"
      },
      "parentProcessId": {
        "$ref": "common.schema.json#/$defs/processId"
      },
      "name": {
        "type": "string"
      },
      "directoryTableBase": {
        "$ref": "common.schema.json#/$defs/address"
      },
      "pebAddress": {
        "$ref": "common.schema.json#/$defs/address"
      },
      "threadCount": {
        "description": "Threads of it that are in the dump.",
        "type": "integer",
        "minimum": 0
      },
      "layoutSource": {
        "description": "Where the offsets of the stated fields come from, the least trusted source of all: DebuggerData of the dump itself, Types of the PDB of the very kernel, or a guarded Rule.",
        "type": "string",
        "enum": [
          "DebuggerData",
          "Types",
          "Rule"
        ]
      }
    }
  },
  "dump-readiness": {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "ktriage://schema/1/dump-readiness.schema.json",
    "title": "DumpReadiness",
    "description": "An instance of the DSC resource KernelTriage/KernelDumpReadiness: settings of Windows that decide about dumps, and a folder for them. An absent property is not looked at and not changed.",
    "type": "object",
    "properties": {
      "crashDumpEnabled": {
        "description": "What a crash writes: None, Complete, Kernel, Small or Automatic (CrashControl, CrashDumpEnabled). After a restart.",
        "enum": [
          "None",
          "Complete",
          "Kernel",
          "Small",
          "Automatic"
        ]
      },
      "alwaysKeepMemoryDump": {
        "description": "Keep the crash dump also when the disk is short (CrashControl, AlwaysKeepMemoryDump).",
        "type": "boolean"
      },
      "dumpFile": {
        "description": "The file of the crash dump; variables like %SystemRoot% stay as they are (CrashControl, DumpFile).",
        "type": "string",
        "minLength": 1,
        "maxLength": 1000
      },
      "minidumpDir": {
        "description": "The folder of small crash dumps (CrashControl, MinidumpDir).",
        "type": "string",
        "minLength": 1,
        "maxLength": 1000
      },
      "fullLiveReportsMax": {
        "description": "Full live reports that Windows Error Reporting keeps; 0 turns live dumps off (FullLiveKernelReports, FullLiveReportsMax).",
        "type": "integer",
        "minimum": 0,
        "maximum": 4294967295
      },
      "systemThrottleThreshold": {
        "description": "Hours between full live reports of the system (FullLiveKernelReports, SystemThrottleThreshold).",
        "type": "integer",
        "minimum": 0,
        "maximum": 4294967295
      },
      "componentThrottleThreshold": {
        "description": "Hours between full live reports of one component (FullLiveKernelReports, ComponentThrottleThreshold).",
        "type": "integer",
        "minimum": 0,
        "maximum": 4294967295
      },
      "liveKernelReportsPath": {
        "description": "The folder of live reports as the kernel names it, \\??\\D:\\dumps (LiveKernelReports, LiveKernelReportsPath). After a restart.",
        "type": "string",
        "minLength": 1,
        "maxLength": 1000
      },
      "operationalChannel": {
        "description": "Whether the event channel Microsoft-Windows-Kernel-LiveDump/Operational is on. After a restart.",
        "type": "boolean"
      },
      "analyticChannel": {
        "description": "Whether the event channel Microsoft-Windows-Kernel-LiveDump/Analytic is on. After a restart.",
        "type": "boolean"
      },
      "dumpFolder": {
        "description": "A folder for dumps on a local volume, D:\\dumps. It is made where it is missing; the folder that it lies in must exist, and no part of the path may be a link.",
        "type": "string",
        "pattern": "^[A-Za-z]:(\\\\[^\\\\/:*?\"<>|\\u0000-\\u001f]*[^\\\\/:*?\"<>|\\u0000-\\u001f .])+$",
        "maxLength": 240
      },
      "dumpFolderAcl": {
        "description": "Who gets at the folder: Restricted is Administrators and SYSTEM alone, Inherit whoever the folder around it lets. A folder that is made is Restricted unless this says otherwise. Custom is answered for anything else, and cannot be set.",
        "enum": [
          "Restricted",
          "Inherit",
          "Custom"
        ]
      },
      "_inDesiredState": {
        "description": "Answered by test: whether every property that was given is as given.",
        "type": "boolean",
        "readOnly": true
      },
      "_rebootRequested": {
        "description": "Answered by set and what-if: whether a changed setting counts only after a restart.",
        "type": "boolean",
        "readOnly": true
      }
    },
    "dependentRequired": {
      "dumpFolderAcl": [
        "dumpFolder"
      ]
    },
    "additionalProperties": false
  },
  "dump-thread": {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "ktriage://schema/1/dump-thread.schema.json",
    "title": "DumpThread",
    "description": "A thread object inside a dump. What the dump does not hold is absent.",
    "type": "object",
    "required": [
      "path",
      "address",
      "evidence",
      "confidence"
    ],
    "properties": {
      "path": {
        "description": "The dump.",
        "type": "string"
      },
      "simulated": {
        "description": "The dump says that a simulated machine wrote it.",
        "type": "boolean"
      },
      "address": {
        "description": "Kernel address of the thread object (ETHREAD).",
        "$ref": "common.schema.json#/$defs/address"
      },
      "processId": {
        "$ref": "common.schema.json#/$defs/processId"
      },
      "threadId": {
        "$ref": "common.schema.json#/$defs/threadId"
      },
      "processName": {
        "type": "string"
      },
      "processAddress": {
        "description": "The process that owns the thread.",
        "$ref": "common.schema.json#/$defs/address"
      },
      "attachedProcessAddress": {
        "description": "The process to whose memory it is attached, when that is another.",
        "$ref": "common.schema.json#/$defs/address"
      },
      "state": {
        "type": "string"
      },
      "waitReason": {
        "type": "string"
      },
      "waitTimeMs": {
        "type": "number"
      },
      "priority": {
        "type": "integer"
      },
      "basePriority": {
        "type": "integer"
      },
      "startAddress": {
        "$ref": "common.schema.json#/$defs/address"
      },
      "win32StartAddress": {
        "$ref": "common.schema.json#/$defs/address"
      },
      "tebAddress": {
        "$ref": "common.schema.json#/$defs/address"
      },
      "stackBase": {
        "$ref": "common.schema.json#/$defs/address"
      },
      "stackLimit": {
        "$ref": "common.schema.json#/$defs/address"
      },
      "kernelStack": {
        "description": "The saved stack pointer.",
        "$ref": "common.schema.json#/$defs/address"
      },
      "processor": {
        "description": "The processor that runs it, or whose idle thread it is.",
        "type": "integer",
        "minimum": 0
      },
      "pendingIrps": {
        "description": "I/O requests of the thread that are in the dump.",
        "type": "integer",
        "minimum": 0
      },
      "irps": {
        "description": "The I/O requests of the thread, as far as the dump holds them.",
        "type": "array",
        "items": {
          "title": "PendingIrp",
          "type": "object",
          "required": [
            "address",
            "cancelled"
          ],
          "properties": {
            "address": {
              "$ref": "common.schema.json#/$defs/address"
            },
            "majorFunction": {
              "description": "IRP_MJ_READ and so on, of the driver that has the request now.",
              "type": "string"
            },
            "deviceAddress": {
              "$ref": "common.schema.json#/$defs/address"
            },
            "driverName": {
              "type": "string"
            },
            "fileAddress": {
              "$ref": "common.schema.json#/$defs/address"
            },
            "fileName": {
              "description": "Relative to its volume or share.",
              "type": "string"
            },
            "cancelled": {
              "type": "boolean"
            }
          }
        }
      },
      "evidence": {
        "description": "How it was found, strongest first: HeaderThread, ProcessorCurrent, ProcessorIdle, ThreadBlock, ListWalk, IdTable, Manifest, Shape, ProcessPointer.",
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "confidence": {
        "description": "Certain, Probable or Possible.",
        "type": "string"
      },
      "initialStack": {
        "description": "Where the stack of the thread begins, below its base.",
        "$ref": "common.schema.json#/$defs/address"
      },
      "layoutSource": {
        "description": "Where the offsets of the stated fields come from, the least trusted source of all: DebuggerData of the dump itself, Types of the PDB of the very kernel, or a guarded Rule.",
        "type": "string",
        "enum": [
          "DebuggerData",
          "Types",
          "Rule"
        ]
      }
    }
  },
  "dump": {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "ktriage://schema/1/dump.schema.json",
    "title": "Dump",
    "description": "A kernel dump file. What the file does not tell is absent.",
    "type": "object",
    "required": [
      "path",
      "size",
      "format",
      "complete",
      "completeness",
      "drivers",
      "threads",
      "processes"
    ],
    "properties": {
      "path": {
        "type": "string"
      },
      "size": {
        "description": "Bytes.",
        "type": "integer",
        "minimum": 0
      },
      "format": {
        "description": "Full, Summary, HeaderOnly, Triage, BitmapFull, BitmapKernel, RangeKernel, RangeActive, RangeFull.",
        "type": "string"
      },
      "origin": {
        "description": "How it was made: BugCheck, LiveDump, LiveThreadStacks, TriageCapture, Debugger, Offline, Hibernation or Unknown.",
        "type": "string"
      },
      "originReason": {
        "description": "What in the file says so.",
        "type": "string"
      },
      "attributes": {
        "description": "What the writer noted of the file.",
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "simulated": {
        "description": "The dump says that a simulated machine wrote it.",
        "type": "boolean"
      },
      "machine": {
        "description": "The simulated machine that wrote it.",
        "type": "string"
      },
      "complete": {
        "type": "boolean"
      },
      "completeness": {
        "title": "DumpCompleteness",
        "type": "object",
        "required": [
          "state",
          "reasons"
        ],
        "properties": {
          "state": {
            "description": "Complete, Partial, Truncated or Damaged.",
            "type": "string"
          },
          "reasons": {
            "type": "array",
            "items": {
              "type": "string"
            }
          }
        }
      },
      "findings": {
        "description": "What was noticed about the file, with the place.",
        "type": "array",
        "items": {
          "title": "DumpFinding",
          "type": "object",
          "required": [
            "effect",
            "message"
          ],
          "properties": {
            "effect": {
              "description": "note, partial, lost, truncated or damaged.",
              "type": "string"
            },
            "message": {
              "type": "string"
            },
            "offset": {
              "description": "Byte position in the file.",
              "type": "integer",
              "minimum": 0
            },
            "field": {
              "description": "Structure and field, as the Windows headers name them.",
              "type": "string"
            }
          }
        }
      },
      "hasManifest": {
        "description": "A manifest of ktriage beside the dump was used.",
        "type": "boolean"
      },
      "windowsBuild": {
        "type": "integer",
        "minimum": 0
      },
      "architecture": {
        "type": "string"
      },
      "processors": {
        "type": "integer",
        "minimum": 0
      },
      "directoryTableBase": {
        "description": "Physical address of the kernel's page tables.",
        "$ref": "common.schema.json#/$defs/address"
      },
      "pages": {
        "description": "Pages of physical memory in the file.",
        "type": "integer",
        "minimum": 0
      },
      "paging": {
        "description": "How addresses are translated: x64, x64 with 5 levels, ARM64.",
        "type": "string"
      },
      "dataBlocks": {
        "description": "Pieces of memory in a triage dump.",
        "type": "integer",
        "minimum": 0
      },
      "productType": {
        "description": "Workstation, DomainController or Server.",
        "type": "string"
      },
      "systemTime": {
        "description": "When the dump was taken.",
        "$ref": "common.schema.json#/$defs/time"
      },
      "upTimeMs": {
        "description": "How long the system had been running.",
        "type": "number"
      },
      "bugCheckCode": {
        "type": "string"
      },
      "bugCheckName": {
        "description": "The name in bugcodes.h, where it is one that dumps are usually about.",
        "type": "string"
      },
      "bugCheckParameters": {
        "type": "array",
        "items": {
          "$ref": "common.schema.json#/$defs/address"
        }
      },
      "bugCheckMeaning": {
        "type": "string",
        "description": "What the parameters say when a capture wrote them: whose threads the dump holds."
      },
      "comment": {
        "type": "string"
      },
      "processes": {
        "type": "array",
        "items": {
          "$ref": "dump-process.schema.json"
        }
      },
      "threads": {
        "type": "array",
        "items": {
          "$ref": "dump-thread.schema.json"
        }
      },
      "drivers": {
        "type": "array",
        "items": {
          "title": "DumpDriver",
          "type": "object",
          "required": [
            "name",
            "path",
            "base",
            "size",
            "timeDateStamp",
            "checkSum"
          ],
          "properties": {
            "name": {
              "type": "string"
            },
            "path": {
              "type": "string"
            },
            "base": {
              "$ref": "common.schema.json#/$defs/address"
            },
            "size": {
              "type": "integer",
              "minimum": 0
            },
            "timeDateStamp": {
              "type": "integer",
              "minimum": 0
            },
            "checkSum": {
              "type": "integer",
              "minimum": 0
            },
            "pdb": {
              "$ref": "common.schema.json#/$defs/pdbIdentity"
            }
          }
        }
      },
      "unloadedDrivers": {
        "type": "array",
        "items": {
          "title": "UnloadedDriver",
          "type": "object",
          "required": [
            "name",
            "start",
            "end"
          ],
          "properties": {
            "name": {
              "type": "string"
            },
            "start": {
              "$ref": "common.schema.json#/$defs/address"
            },
            "end": {
              "$ref": "common.schema.json#/$defs/address"
            }
          }
        }
      },
      "secondaryData": {
        "type": "array",
        "items": {
          "title": "SecondaryData",
          "type": "object",
          "required": [
            "tag",
            "offset",
            "size"
          ],
          "properties": {
            "tag": {
              "type": "string"
            },
            "offset": {
              "type": "integer",
              "minimum": 0
            },
            "size": {
              "type": "integer",
              "minimum": 0
            }
          }
        }
      },
      "rawHeader": {
        "description": "Every header field, with -Raw.",
        "type": "array",
        "items": {
          "title": "RawHeaderField",
          "type": "object",
          "required": [
            "name",
            "offset",
            "size",
            "isSet",
            "value"
          ],
          "properties": {
            "name": {
              "type": "string"
            },
            "offset": {
              "type": "integer",
              "minimum": 0
            },
            "size": {
              "type": "integer",
              "minimum": 0
            },
            "isSet": {
              "type": "boolean"
            },
            "value": {
              "type": "string"
            }
          }
        }
      },
      "layouts": {
        "description": "Where each field of kernel objects that this reader uses lies, and which source says so.",
        "type": "array",
        "items": {
          "title": "PlacedField",
          "type": "object",
          "required": [
            "structure",
            "member",
            "offset",
            "layoutSource"
          ],
          "properties": {
            "structure": {
              "description": "As the kernel's symbols name it: _KTHREAD.",
              "type": "string"
            },
            "member": {
              "type": "string"
            },
            "offset": {
              "description": "Bytes from the start of the structure.",
              "type": "integer",
              "minimum": 0
            },
            "layoutSource": {
              "description": "DebuggerData of the dump itself, Types of the PDB of the very kernel, or a guarded Rule.",
              "type": "string",
              "enum": [
                "DebuggerData",
                "Types",
                "Rule"
              ]
            }
          }
        }
      }
    }
  },
  "kernel-stack": {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "ktriage://schema/1/kernel-stack.schema.json",
    "title": "KernelStack",
    "description": "The kernel stack of one thread of a dump, innermost frame first.",
    "type": "object",
    "required": [
      "objectAddress",
      "frames",
      "stack",
      "end",
      "endMeaning"
    ],
    "properties": {
      "path": {
        "description": "The dump; absent for a live thread.",
        "type": "string"
      },
      "simulated": {
        "type": "boolean"
      },
      "machine": {
        "type": "string"
      },
      "processId": {
        "$ref": "common.schema.json#/$defs/processId"
      },
      "processName": {
        "type": "string"
      },
      "threadId": {
        "$ref": "common.schema.json#/$defs/threadId"
      },
      "objectAddress": {
        "$ref": "common.schema.json#/$defs/address"
      },
      "state": {
        "type": "string"
      },
      "waitReason": {
        "type": "string"
      },
      "stack": {
        "description": "The frames as WinDbg prints them, one text each; ` ?` marks a guess.",
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "frames": {
        "type": "array",
        "items": {
          "title": "KernelStackFrame",
          "type": "object",
          "required": [
            "text",
            "address",
            "stackPointer",
            "foundBy"
          ],
          "properties": {
            "text": {
              "type": "string"
            },
            "address": {
              "$ref": "common.schema.json#/$defs/address"
            },
            "stackPointer": {
              "$ref": "common.schema.json#/$defs/address"
            },
            "module": {
              "type": "string"
            },
            "symbol": {
              "type": "string"
            },
            "offset": {
              "description": "From the symbol, else from the base of the module.",
              "type": "integer",
              "minimum": 0
            },
            "foundBy": {
              "description": "Registers, UnwindData, Leaf, TrapFrame, FrameChain, or Scan (a guess).",
              "type": "string"
            },
            "nameFrom": {
              "description": "Pdb, Export (the nearest one), or None.",
              "type": "string"
            },
            "trapFrame": {
              "description": "Where this frame keeps the trap frame of what it interrupted.",
              "$ref": "common.schema.json#/$defs/address"
            },
            "isCapture": {
              "description": "The capture itself runs here.",
              "type": "boolean"
            }
          }
        }
      },
      "startedFrom": {
        "description": "ProcessorContext, HeaderContext, or SwitchFrame.",
        "type": "string"
      },
      "end": {
        "description": "Why there are no more frames: Complete, UserMode, …",
        "type": "string"
      },
      "endMeaning": {
        "description": "The same as a sentence.",
        "type": "string"
      },
      "key": {
        "description": "Equal for threads that stand in the same functions: what Group-KernelStack groups by.",
        "type": "string"
      }
    }
  },
  "live-dump": {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "ktriage://schema/1/live-dump.schema.json",
    "title": "LiveDump",
    "description": "A live kernel dump that was written and verified.",
    "type": "object",
    "required": [
      "machine",
      "simulated",
      "path",
      "size",
      "scope",
      "partial",
      "pages",
      "verified",
      "checks",
      "phases",
      "phaseSource",
      "elapsedMs",
      "createdTime"
    ],
    "properties": {
      "machine": {
        "$ref": "common.schema.json#/$defs/machine"
      },
      "simulated": {
        "type": "boolean"
      },
      "computerName": {
        "type": "string"
      },
      "windowsBuild": {
        "type": "integer",
        "minimum": 0
      },
      "path": {
        "type": "string"
      },
      "size": {
        "type": "integer",
        "minimum": 0
      },
      "scope": {
        "enum": [
          "Full",
          "ThreadStacks"
        ]
      },
      "partial": {
        "description": "Windows had not enough free memory for everything and says so (status 0x00000105): pages are missing.",
        "type": "boolean"
      },
      "pages": {
        "description": "Pages of physical memory in the file.",
        "type": "integer",
        "minimum": 0
      },
      "includesUserMemory": {
        "type": "boolean"
      },
      "includesHypervisor": {
        "type": "boolean"
      },
      "includesNonEssentialHypervisor": {
        "type": "boolean"
      },
      "abortOnMemoryPressure": {
        "type": "boolean"
      },
      "bugCheckCode": {
        "type": "string"
      },
      "bugCheckParameters": {
        "type": "array",
        "items": {
          "$ref": "common.schema.json#/$defs/address"
        }
      },
      "ntStatus": {
        "$ref": "common.schema.json#/$defs/ntStatus"
      },
      "verified": {
        "description": "Every check that decides was passed by the file that lies on the disk.",
        "type": "boolean"
      },
      "checks": {
        "type": "array",
        "items": {
          "title": "LiveCheck",
          "type": "object",
          "required": [
            "check",
            "passed"
          ],
          "properties": {
            "check": {
              "type": "string"
            },
            "passed": {
              "type": "boolean"
            },
            "detail": {
              "type": "string"
            }
          }
        }
      },
      "phases": {
        "description": "How long each phase took. Quiesce is all the time in which the processors were held, and lies within the others.",
        "type": "array",
        "items": {
          "title": "LivePhaseDuration",
          "type": "object",
          "required": [
            "phase",
            "durationMs"
          ],
          "properties": {
            "phase": {
              "type": "string"
            },
            "durationMs": {
              "type": "number",
              "minimum": 0
            }
          }
        }
      },
      "phaseSource": {
        "description": "Where the phases are known from: the events of the kernel, or the growth of the file.",
        "enum": [
          "Events",
          "FileGrowth"
        ]
      },
      "estimatedBytes": {
        "description": "The kernel's own estimate before it began, where its events told.",
        "type": "integer",
        "minimum": 0
      },
      "elapsedMs": {
        "type": "number",
        "minimum": 0
      },
      "createdTime": {
        "$ref": "common.schema.json#/$defs/time"
      },
      "tracePath": {
        "type": "string"
      },
      "traceEvents": {
        "type": "integer",
        "minimum": 0
      },
      "lostTraceEvents": {
        "type": "integer",
        "minimum": 0
      },
      "nextSteps": {
        "description": "What to do with the file.",
        "type": "array",
        "items": {
          "type": "string"
        }
      }
    }
  },
  "live-plan": {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "ktriage://schema/1/live-plan.schema.json",
    "title": "LivePlan",
    "description": "A live dump that would be taken.",
    "type": "object",
    "required": [
      "machine",
      "simulated",
      "path",
      "scope",
      "estimatedBytes"
    ],
    "properties": {
      "machine": {
        "$ref": "common.schema.json#/$defs/machine"
      },
      "simulated": {
        "type": "boolean"
      },
      "path": {
        "type": "string"
      },
      "scope": {
        "enum": [
          "Full",
          "ThreadStacks"
        ]
      },
      "estimatedBytes": {
        "description": "A rough estimate of the file's size.",
        "type": "integer",
        "minimum": 0
      },
      "freeBytes": {
        "description": "Free space of the volume.",
        "type": "integer",
        "minimum": 0
      },
      "availableMemoryBytes": {
        "description": "The kernel copies into free memory first.",
        "type": "integer",
        "minimum": 0
      },
      "warnings": {
        "type": "array",
        "items": {
          "type": "string"
        }
      }
    }
  },
  "live-trace-event": {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "ktriage://schema/1/live-trace-event.schema.json",
    "title": "LiveTraceEvent",
    "description": "One event of the provider Microsoft-Windows-Kernel-LiveDump.",
    "type": "object",
    "required": [
      "machine",
      "simulated",
      "relativeTime",
      "time",
      "id",
      "version",
      "text"
    ],
    "properties": {
      "machine": {
        "$ref": "common.schema.json#/$defs/machine"
      },
      "simulated": {
        "type": "boolean"
      },
      "relativeTime": {
        "description": "Seconds since the trace began, all seven decimals.",
        "type": "string",
        "pattern": "^[0-9]{2,}\\.[0-9]{7}$"
      },
      "time": {
        "$ref": "common.schema.json#/$defs/time"
      },
      "id": {
        "type": "integer",
        "minimum": 0
      },
      "version": {
        "type": "integer",
        "minimum": 0
      },
      "task": {
        "type": "string"
      },
      "opcode": {
        "type": "string"
      },
      "phase": {
        "type": "string"
      },
      "fields": {
        "description": "The payload, named as in the provider's manifest.",
        "type": "object",
        "additionalProperties": {
          "anyOf": [
            {
              "type": "string"
            },
            {
              "type": "number"
            }
          ]
        }
      },
      "text": {
        "type": "string"
      },
      "data": {
        "description": "Bytes of the payload that no known field explains, as hex digits.",
        "type": "string"
      },
      "processId": {
        "$ref": "common.schema.json#/$defs/processId"
      },
      "threadId": {
        "$ref": "common.schema.json#/$defs/threadId"
      }
    }
  },
  "manifest": {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "ktriage://schema/1/manifest.schema.json",
    "title": "CaptureManifest",
    "description": "What is written beside a set of triage dumps (`*.ktriage.json`): everything that the dumps themselves cannot say.",
    "type": "object",
    "required": [
      "manifest",
      "product",
      "machine",
      "createdTime",
      "dumps",
      "threads",
      "drivers"
    ],
    "properties": {
      "manifest": {
        "const": 1,
        "description": "Version of this format."
      },
      "product": {
        "description": "Who wrote it, for example `ktriage 0.1.0`.",
        "type": "string"
      },
      "createdTime": {
        "$ref": "common.schema.json#/$defs/time"
      },
      "interrupted": {
        "description": "The capture of this set was ended from outside: what is here was read from its journal, and threads may be missing.",
        "type": "boolean"
      },
      "requestedCount": {
        "description": "How many threads the capture was asked for.",
        "type": "integer",
        "minimum": 0
      },
      "machine": {
        "title": "ManifestMachine",
        "type": "object",
        "required": [
          "name",
          "simulated",
          "computerName",
          "windowsBuild",
          "architecture",
          "logicalProcessors"
        ],
        "properties": {
          "name": {
            "$ref": "common.schema.json#/$defs/machine"
          },
          "simulated": {
            "type": "boolean"
          },
          "computerName": {
            "type": "string"
          },
          "windowsBuild": {
            "type": "integer",
            "minimum": 0
          },
          "architecture": {
            "type": "string"
          },
          "logicalProcessors": {
            "type": "integer",
            "minimum": 0
          }
        }
      },
      "dumps": {
        "type": "array",
        "items": {
          "title": "ManifestDump",
          "type": "object",
          "required": [
            "fileName",
            "size",
            "batch",
            "processId",
            "processName",
            "threadIds",
            "captureMs"
          ],
          "properties": {
            "fileName": {
              "description": "Name in the same folder.",
              "type": "string"
            },
            "size": {
              "type": "integer",
              "minimum": 0
            },
            "batch": {
              "type": "integer",
              "minimum": 0
            },
            "processId": {
              "$ref": "common.schema.json#/$defs/processId"
            },
            "processName": {
              "type": "string"
            },
            "threadIds": {
              "type": "array",
              "items": {
                "$ref": "common.schema.json#/$defs/threadId"
              }
            },
            "captureMs": {
              "type": "number"
            }
          }
        }
      },
      "threads": {
        "type": "array",
        "items": {
          "$ref": "captured-thread.schema.json"
        }
      },
      "drivers": {
        "type": "array",
        "items": {
          "title": "ManifestDriver",
          "type": "object",
          "required": [
            "name",
            "path",
            "imageSize"
          ],
          "properties": {
            "name": {
              "type": "string"
            },
            "path": {
              "type": "string"
            },
            "base": {
              "$ref": "common.schema.json#/$defs/address"
            },
            "imageSize": {
              "type": "integer",
              "minimum": 0
            },
            "timeDateStamp": {
              "type": "integer",
              "minimum": 0
            },
            "checkSum": {
              "type": "integer",
              "minimum": 0
            },
            "pdb": {
              "$ref": "common.schema.json#/$defs/pdbIdentity"
            }
          }
        }
      },
      "failures": {
        "type": "array",
        "items": {
          "title": "ManifestFailure",
          "type": "object",
          "required": [
            "code",
            "message"
          ],
          "properties": {
            "code": {
              "type": "string"
            },
            "message": {
              "type": "string"
            },
            "ntStatus": {
              "$ref": "common.schema.json#/$defs/ntStatus"
            }
          }
        }
      }
    }
  },
  "message": {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "ktriage://schema/1/message.schema.json",
    "title": "Message",
    "description": "One line of the NDJSON output. `kind` comes first; the last line is `end`, and output without it is truncated.",
    "oneOf": [
      {
        "title": "RecordMessage",
        "type": "object",
        "required": [
          "kind",
          "type",
          "value"
        ],
        "properties": {
          "kind": {
            "const": "record"
          },
          "type": {
            "description": "Names the schema of `value`.",
            "type": "string"
          },
          "value": {
            "type": "object"
          }
        }
      },
      {
        "title": "ProgressMessage",
        "type": "object",
        "required": [
          "kind",
          "activity"
        ],
        "properties": {
          "kind": {
            "const": "progress"
          },
          "activity": {
            "type": "string"
          },
          "status": {
            "type": "string"
          },
          "percent": {
            "type": "number",
            "minimum": 0,
            "maximum": 100
          },
          "done": {
            "type": "boolean"
          }
        }
      },
      {
        "title": "WarningMessage",
        "type": "object",
        "required": [
          "kind",
          "message"
        ],
        "properties": {
          "kind": {
            "const": "warning"
          },
          "message": {
            "type": "string"
          },
          "target": {
            "type": "string"
          }
        }
      },
      {
        "title": "ErrorMessage",
        "type": "object",
        "required": [
          "kind",
          "code",
          "message",
          "advice"
        ],
        "properties": {
          "kind": {
            "const": "error"
          },
          "code": {
            "type": "string"
          },
          "message": {
            "type": "string"
          },
          "advice": {
            "type": "string"
          },
          "target": {
            "type": "string"
          },
          "ntStatus": {
            "$ref": "common.schema.json#/$defs/ntStatus"
          },
          "ntStatusName": {
            "type": "string"
          },
          "offset": {
            "type": "integer",
            "minimum": 0
          },
          "field": {
            "type": "string"
          }
        }
      },
      {
        "title": "EndMessage",
        "type": "object",
        "required": [
          "kind",
          "records",
          "warnings",
          "errors",
          "exitCode"
        ],
        "properties": {
          "kind": {
            "const": "end"
          },
          "records": {
            "type": "integer",
            "minimum": 0
          },
          "warnings": {
            "type": "integer",
            "minimum": 0
          },
          "errors": {
            "type": "integer",
            "minimum": 0
          },
          "exitCode": {
            "type": "integer",
            "minimum": 0
          }
        }
      }
    ]
  },
  "readiness-check": {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "ktriage://schema/1/readiness-check.schema.json",
    "title": "ReadinessCheck",
    "description": "One thing that a capture depends on, as it is on this machine.",
    "type": "object",
    "required": [
      "machine",
      "simulated",
      "name",
      "status",
      "meaning"
    ],
    "properties": {
      "machine": {
        "$ref": "common.schema.json#/$defs/machine"
      },
      "simulated": {
        "type": "boolean"
      },
      "computerName": {
        "type": "string"
      },
      "name": {
        "description": "Stable; new checks may be added.",
        "type": "string"
      },
      "status": {
        "description": "Pass, Warn (works, with a limit), Fail (stops a capture), or Unknown (could not be found out).",
        "type": "string"
      },
      "meaning": {
        "description": "What was found and what follows from it.",
        "type": "string"
      },
      "advice": {
        "description": "What to do; absent where nothing is to be done.",
        "type": "string"
      },
      "value": {
        "description": "What was measured.",
        "type": "string"
      }
    }
  },
  "request-commands": {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "ktriage://schema/1/request-commands.schema.json",
    "title": "CommandsRequest",
    "description": "Triage dumps for which to derive debugger commands.",
    "type": "object",
    "properties": {
      "paths": {
        "type": "array",
        "items": {
          "type": "string",
          "minLength": 1,
          "maxLength": 32000
        },
        "minItems": 1,
        "maxItems": 100000
      },
      "machine": {
        "$ref": "common.schema.json#/$defs/machine"
      },
      "propertyCase": {
        "$ref": "common.schema.json#/$defs/propertyCase"
      },
      "callerVersion": {
        "$ref": "common.schema.json#/$defs/callerVersion"
      },
      "cancelOnEndOfInput": {
        "description": "Closing standard input cancels.",
        "type": "boolean"
      }
    },
    "unevaluatedProperties": false,
    "required": [
      "paths"
    ]
  },
  "request-dsc": {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "ktriage://schema/1/request-dsc.schema.json",
    "title": "DscRequest",
    "description": "An operation of the DSC resource KernelTriage/KernelDumpReadiness.",
    "type": "object",
    "required": [
      "operation"
    ],
    "properties": {
      "operation": {
        "enum": [
          "get",
          "set",
          "test",
          "whatif",
          "export"
        ]
      },
      "instance": {
        "$ref": "dump-readiness.schema.json"
      },
      "machine": {
        "$ref": "common.schema.json#/$defs/machine"
      },
      "propertyCase": {
        "$ref": "common.schema.json#/$defs/propertyCase"
      },
      "callerVersion": {
        "$ref": "common.schema.json#/$defs/callerVersion"
      },
      "cancelOnEndOfInput": {
        "description": "Closing standard input cancels.",
        "type": "boolean"
      }
    },
    "unevaluatedProperties": false
  },
  "request-dump-processes": {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "ktriage://schema/1/request-dump-processes.schema.json",
    "title": "DumpProcessesRequest",
    "description": "Dump files whose processes to list.",
    "type": "object",
    "properties": {
      "paths": {
        "type": "array",
        "items": {
          "type": "string",
          "minLength": 1,
          "maxLength": 32000
        },
        "minItems": 1,
        "maxItems": 100000
      },
      "symbolPath": {
        "description": "Where the PDB of the kernel is looked for, whose types place the fields of its objects; in the syntax of _NT_SYMBOL_PATH, instead of that variable. Servers that it names are asked; those of the variable are not.",
        "type": "string",
        "maxLength": 32000
      },
      "imagePath": {
        "description": "Where images are looked for; instead of _NT_EXECUTABLE_IMAGE_PATH.",
        "type": "string",
        "maxLength": 32000
      },
      "machine": {
        "$ref": "common.schema.json#/$defs/machine"
      },
      "propertyCase": {
        "$ref": "common.schema.json#/$defs/propertyCase"
      },
      "callerVersion": {
        "$ref": "common.schema.json#/$defs/callerVersion"
      },
      "cancelOnEndOfInput": {
        "description": "Closing standard input cancels.",
        "type": "boolean"
      }
    },
    "unevaluatedProperties": false,
    "required": [
      "paths"
    ]
  },
  "request-dump-threads": {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "ktriage://schema/1/request-dump-threads.schema.json",
    "title": "DumpThreadsRequest",
    "description": "Dump files whose threads to list.",
    "type": "object",
    "properties": {
      "paths": {
        "type": "array",
        "items": {
          "type": "string",
          "minLength": 1,
          "maxLength": 32000
        },
        "minItems": 1,
        "maxItems": 100000
      },
      "processIds": {
        "description": "Only threads of these processes.",
        "type": "array",
        "items": {
          "$ref": "common.schema.json#/$defs/processId"
        },
        "maxItems": 10000
      },
      "symbolPath": {
        "description": "Where the PDB of the kernel is looked for, whose types place the fields of its objects; in the syntax of _NT_SYMBOL_PATH, instead of that variable. Servers that it names are asked; those of the variable are not.",
        "type": "string",
        "maxLength": 32000
      },
      "imagePath": {
        "description": "Where images are looked for; instead of _NT_EXECUTABLE_IMAGE_PATH.",
        "type": "string",
        "maxLength": 32000
      },
      "machine": {
        "$ref": "common.schema.json#/$defs/machine"
      },
      "propertyCase": {
        "$ref": "common.schema.json#/$defs/propertyCase"
      },
      "callerVersion": {
        "$ref": "common.schema.json#/$defs/callerVersion"
      },
      "cancelOnEndOfInput": {
        "description": "Closing standard input cancels.",
        "type": "boolean"
      }
    },
    "unevaluatedProperties": false,
    "required": [
      "paths"
    ]
  },
  "request-dump": {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "ktriage://schema/1/request-dump.schema.json",
    "title": "DumpRequest",
    "description": "Dump files to read.",
    "type": "object",
    "properties": {
      "paths": {
        "type": "array",
        "items": {
          "type": "string",
          "minLength": 1,
          "maxLength": 32000
        },
        "minItems": 1,
        "maxItems": 100000
      },
      "raw": {
        "description": "Every header field with its offset.",
        "type": "boolean"
      },
      "symbolPath": {
        "description": "Where the PDB of the kernel is looked for, whose types place the fields of its objects; in the syntax of _NT_SYMBOL_PATH, instead of that variable. Servers that it names are asked; those of the variable are not.",
        "type": "string",
        "maxLength": 32000
      },
      "imagePath": {
        "description": "Where images are looked for; instead of _NT_EXECUTABLE_IMAGE_PATH.",
        "type": "string",
        "maxLength": 32000
      },
      "machine": {
        "$ref": "common.schema.json#/$defs/machine"
      },
      "propertyCase": {
        "$ref": "common.schema.json#/$defs/propertyCase"
      },
      "callerVersion": {
        "$ref": "common.schema.json#/$defs/callerVersion"
      },
      "cancelOnEndOfInput": {
        "description": "Closing standard input cancels.",
        "type": "boolean"
      }
    },
    "unevaluatedProperties": false,
    "required": [
      "paths"
    ]
  },
  "request-live": {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "ktriage://schema/1/request-live.schema.json",
    "title": "LiveDumpRequest",
    "description": "A live kernel dump to take: the kernel's memory of the running machine, in one file.",
    "type": "object",
    "required": [
      "path"
    ],
    "properties": {
      "path": {
        "description": "The file to write, on a local volume, in a folder that exists.",
        "type": "string",
        "minLength": 1,
        "maxLength": 32000
      },
      "scope": {
        "description": "`Full`: the kernel's memory. `ThreadStacks`: the kernel stacks of all threads alone; small, needs Windows 11 or later.",
        "enum": [
          "Full",
          "ThreadStacks"
        ],
        "default": "Full"
      },
      "includeUserMemory": {
        "description": "Also pages of processes; before Windows 11 22H2 only where kernel debugging is on.",
        "type": "boolean"
      },
      "includeHypervisor": {
        "description": "Also pages of the hypervisor.",
        "type": "boolean"
      },
      "includeNonEssentialHypervisor": {
        "description": "Also the hypervisor pages that Windows leaves out by default; Windows 11 or later.",
        "type": "boolean"
      },
      "abortOnMemoryPressure": {
        "description": "Give up when memory becomes short, instead of making it shorter; Windows 10 1803 or later.",
        "type": "boolean",
        "default": true
      },
      "bugCheckCode": {
        "description": "0x161 (LIVE_DUMP) when absent.",
        "type": "integer",
        "minimum": 0,
        "maximum": 4294967295
      },
      "bugCheckParameters": {
        "description": "BugCheckParameter1 to 4; absent ones are zero. When the list is absent, the first spells `ktriage`.",
        "type": "array",
        "items": {
          "$ref": "common.schema.json#/$defs/address"
        },
        "maxItems": 4
      },
      "timeLimitSeconds": {
        "description": "Cancel after this time.",
        "type": "number",
        "exclusiveMinimum": 0,
        "maximum": 604800
      },
      "waitSeconds": {
        "description": "While Windows takes another live dump, try again for so long.",
        "type": "number",
        "exclusiveMinimum": 0,
        "maximum": 604800
      },
      "trace": {
        "description": "One LiveTraceEvent for each event of the capture, and a listing of them beside the dump.",
        "type": "boolean"
      },
      "force": {
        "description": "Overwrite the file, and capture although less space or memory is free than estimated or a setting turns live dumps off, or to a network share.",
        "type": "boolean"
      },
      "acl": {
        "description": "Who may read the file: Administrators, SYSTEM and the owner, or whoever the folder says.",
        "enum": [
          "Restricted",
          "Inherit"
        ],
        "default": "Restricted"
      },
      "planOnly": {
        "description": "Check everything, say what would be done, touch nothing.",
        "type": "boolean"
      },
      "machine": {
        "$ref": "common.schema.json#/$defs/machine"
      },
      "propertyCase": {
        "$ref": "common.schema.json#/$defs/propertyCase"
      },
      "callerVersion": {
        "$ref": "common.schema.json#/$defs/callerVersion"
      },
      "cancelOnEndOfInput": {
        "description": "Closing standard input cancels.",
        "type": "boolean"
      }
    },
    "unevaluatedProperties": false
  },
  "request-memory": {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "ktriage://schema/1/request-memory.schema.json",
    "title": "MemoryRequest",
    "description": "Memory to read from dump files.",
    "type": "object",
    "properties": {
      "paths": {
        "type": "array",
        "items": {
          "type": "string",
          "minLength": 1,
          "maxLength": 32000
        },
        "minItems": 1,
        "maxItems": 100000
      },
      "address": {
        "description": "Where to start: hex digits, with or without 0x, or as WinDbg prints an address. Physical with `physical`.",
        "type": "string",
        "pattern": "^(0[xX])?[0-9A-Fa-f`]{1,17}$"
      },
      "length": {
        "description": "Bytes to read; 256 when absent.",
        "type": "integer",
        "minimum": 1,
        "maximum": 16777216
      },
      "physical": {
        "description": "The address is a physical one.",
        "type": "boolean"
      },
      "directoryTableBase": {
        "description": "Use the page tables of a process, as `dump-processes` lists it, instead of the kernel's.",
        "type": "string",
        "pattern": "^(0[xX])?[0-9A-Fa-f`]{1,17}$"
      },
      "machine": {
        "$ref": "common.schema.json#/$defs/machine"
      },
      "propertyCase": {
        "$ref": "common.schema.json#/$defs/propertyCase"
      },
      "callerVersion": {
        "$ref": "common.schema.json#/$defs/callerVersion"
      },
      "cancelOnEndOfInput": {
        "description": "Closing standard input cancels.",
        "type": "boolean"
      }
    },
    "unevaluatedProperties": false,
    "required": [
      "paths",
      "address"
    ]
  },
  "request-readiness": {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "ktriage://schema/1/request-readiness.schema.json",
    "title": "ReadinessRequest",
    "description": "Check what would stop a capture on this machine.",
    "type": "object",
    "properties": {
      "destination": {
        "description": "The folder that dumps are meant for; its volume is looked at. The temporary folder when absent.",
        "type": "string",
        "minLength": 1,
        "maxLength": 32000
      },
      "selfTest": {
        "description": "Also capture threads of one process, read them back, and compare with what is not proved of this Windows.",
        "type": "boolean"
      },
      "reportPath": {
        "description": "Write everything that was found into this new file, to attach to an issue.",
        "type": "string",
        "minLength": 1,
        "maxLength": 32000
      },
      "machine": {
        "$ref": "common.schema.json#/$defs/machine"
      },
      "propertyCase": {
        "$ref": "common.schema.json#/$defs/propertyCase"
      },
      "callerVersion": {
        "$ref": "common.schema.json#/$defs/callerVersion"
      },
      "cancelOnEndOfInput": {
        "description": "Closing standard input cancels.",
        "type": "boolean"
      }
    },
    "unevaluatedProperties": false
  },
  "request-resolve": {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "ktriage://schema/1/request-resolve.schema.json",
    "title": "ResolveRequest",
    "description": "Addresses to name, or names to find, in the images of a dump.",
    "type": "object",
    "properties": {
      "paths": {
        "type": "array",
        "items": {
          "type": "string",
          "minLength": 1,
          "maxLength": 32000
        },
        "minItems": 1,
        "maxItems": 100000
      },
      "addresses": {
        "type": "array",
        "items": {
          "type": "string",
          "minLength": 1,
          "maxLength": 40
        },
        "maxItems": 100000
      },
      "names": {
        "description": "`module!name` or a bare name; `*` in the name stands for any text.",
        "type": "array",
        "items": {
          "type": "string",
          "minLength": 1,
          "maxLength": 4096
        },
        "maxItems": 1000
      },
      "symbolPath": {
        "description": "In the syntax of _NT_SYMBOL_PATH; instead of that variable. Servers are asked only when the path names one.",
        "type": "string",
        "maxLength": 32000
      },
      "imagePath": {
        "description": "Where images are looked for; instead of _NT_EXECUTABLE_IMAGE_PATH.",
        "type": "string",
        "maxLength": 32000
      },
      "machine": {
        "$ref": "common.schema.json#/$defs/machine"
      },
      "propertyCase": {
        "$ref": "common.schema.json#/$defs/propertyCase"
      },
      "callerVersion": {
        "$ref": "common.schema.json#/$defs/callerVersion"
      },
      "cancelOnEndOfInput": {
        "description": "Closing standard input cancels.",
        "type": "boolean"
      }
    },
    "unevaluatedProperties": false,
    "required": [
      "paths"
    ]
  },
  "request-schema": {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "ktriage://schema/1/request-schema.schema.json",
    "title": "SchemaRequest",
    "description": "Which schema to print.",
    "type": "object",
    "properties": {
      "name": {
        "type": "string"
      },
      "machine": {
        "$ref": "common.schema.json#/$defs/machine"
      },
      "propertyCase": {
        "$ref": "common.schema.json#/$defs/propertyCase"
      },
      "callerVersion": {
        "$ref": "common.schema.json#/$defs/callerVersion"
      },
      "cancelOnEndOfInput": {
        "description": "Closing standard input cancels.",
        "type": "boolean"
      }
    },
    "unevaluatedProperties": false
  },
  "request-stacks": {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "ktriage://schema/1/request-stacks.schema.json",
    "title": "StacksRequest",
    "description": "Dumps, or threads of the live machine, of which to walk and name the kernel stacks.",
    "type": "object",
    "properties": {
      "paths": {
        "type": "array",
        "items": {
          "type": "string",
          "minLength": 1,
          "maxLength": 32000
        },
        "minItems": 1,
        "maxItems": 100000
      },
      "threads": {
        "description": "Live threads: captured into temporary dumps that exist in memory alone.",
        "type": "array",
        "items": {
          "$ref": "common.schema.json#/$defs/threadReference"
        },
        "maxItems": 100000
      },
      "threadIds": {
        "type": "array",
        "items": {
          "$ref": "common.schema.json#/$defs/threadId"
        }
      },
      "objectAddresses": {
        "description": "Only the threads with these object addresses.",
        "type": "array",
        "items": {
          "$ref": "common.schema.json#/$defs/address"
        }
      },
      "symbolPath": {
        "description": "In the syntax of _NT_SYMBOL_PATH; instead of that variable. Servers are asked only when the path names one.",
        "type": "string",
        "maxLength": 32000
      },
      "imagePath": {
        "description": "Where images are looked for; instead of _NT_EXECUTABLE_IMAGE_PATH.",
        "type": "string",
        "maxLength": 32000
      },
      "includeCaptureFrames": {
        "description": "Keep the frames of the APC by which the capture itself runs in the thread.",
        "type": "boolean"
      },
      "scan": {
        "description": "Guess where unwind data is missing; guesses are marked.",
        "type": "boolean",
        "default": true
      },
      "groupBy": {
        "description": "Give groups of equal stacks instead of stacks: by functions, exact addresses, images, or the functions of the innermost frames.",
        "enum": [
          "Symbol",
          "Address",
          "Module",
          "Top"
        ]
      },
      "topFrames": {
        "description": "How many frames count with groupBy Top.",
        "type": "integer",
        "minimum": 1,
        "maximum": 256
      },
      "maxFrames": {
        "description": "At most so many frames of those that are shown: the capture's own count only where they are included.",
        "type": "integer",
        "minimum": 1,
        "maximum": 256
      },
      "machine": {
        "$ref": "common.schema.json#/$defs/machine"
      },
      "propertyCase": {
        "$ref": "common.schema.json#/$defs/propertyCase"
      },
      "callerVersion": {
        "$ref": "common.schema.json#/$defs/callerVersion"
      },
      "cancelOnEndOfInput": {
        "description": "Closing standard input cancels.",
        "type": "boolean"
      }
    },
    "unevaluatedProperties": false
  },
  "request-threads": {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "ktriage://schema/1/request-threads.schema.json",
    "title": "ThreadsRequest",
    "description": "Which threads of live processes to list. Without a selection: all.",
    "type": "object",
    "properties": {
      "processIds": {
        "type": "array",
        "items": {
          "$ref": "common.schema.json#/$defs/processId"
        },
        "maxItems": 100000
      },
      "names": {
        "description": "Process names; `*` and `?` are wildcards, case does not matter, `.exe` may be left out.",
        "type": "array",
        "items": {
          "type": "string",
          "minLength": 1,
          "maxLength": 260
        },
        "maxItems": 1000
      },
      "threadIds": {
        "type": "array",
        "items": {
          "$ref": "common.schema.json#/$defs/threadId"
        },
        "maxItems": 100000
      },
      "states": {
        "description": "Thread states by name, for example Wait.",
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "waitReasons": {
        "description": "Wait reasons by name, for example WrResource.",
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "details": {
        "description": "`full` opens each thread for its kernel object address, name and pending I/O; `snapshot` takes one system call and opens nothing.",
        "enum": [
          "full",
          "snapshot"
        ],
        "default": "full"
      },
      "verifyOrder": {
        "description": "Compare the order of the Native API with that of the Tool Help library.",
        "type": "boolean"
      },
      "includeUserStack": {
        "description": "Walk the user-mode stack of each thread; the thread is suspended while its stack is copied.",
        "type": "boolean"
      },
      "symbolPath": {
        "description": "With includeUserStack: where PDBs are, in the syntax of _NT_SYMBOL_PATH; instead of that variable. Servers are asked only when the path names one.",
        "type": "string",
        "maxLength": 32000
      },
      "machine": {
        "$ref": "common.schema.json#/$defs/machine"
      },
      "propertyCase": {
        "$ref": "common.schema.json#/$defs/propertyCase"
      },
      "callerVersion": {
        "$ref": "common.schema.json#/$defs/callerVersion"
      },
      "cancelOnEndOfInput": {
        "description": "Closing standard input cancels.",
        "type": "boolean"
      }
    },
    "unevaluatedProperties": false
  },
  "request-triage": {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "ktriage://schema/1/request-triage.schema.json",
    "title": "TriageRequest",
    "description": "Threads to capture into kernel triage dumps.",
    "type": "object",
    "properties": {
      "destination": {
        "description": "An existing folder.",
        "type": "string",
        "minLength": 1,
        "maxLength": 32000
      },
      "threads": {
        "type": "array",
        "items": {
          "$ref": "common.schema.json#/$defs/threadReference"
        },
        "maxItems": 100000
      },
      "processIds": {
        "description": "Processes of which every thread is captured.",
        "type": "array",
        "items": {
          "$ref": "common.schema.json#/$defs/processId"
        },
        "maxItems": 10000
      },
      "maxThreadsPerDump": {
        "type": "integer",
        "minimum": 1,
        "maximum": 64
      },
      "unattended": {
        "description": "At most 10 threads a dump.",
        "type": "boolean"
      },
      "bugCheckCode": {
        "type": "integer",
        "minimum": 0,
        "maximum": 4294967295
      },
      "bugCheckParameter": {
        "description": "What BugCheckParameter1 to 4 of each dump say: the first four thread object addresses; the process id, the batch number and the first two addresses; or nothing.",
        "enum": [
          "Address",
          "ProcessAndAddress",
          "None"
        ],
        "default": "Address"
      },
      "name": {
        "description": "File name template with tokens in braces: {process} {pid} {date} {time} {batch} {count} {tid} {address} {machine}.",
        "type": "string",
        "minLength": 1,
        "maxLength": 200
      },
      "force": {
        "description": "Overwrite files that are there.",
        "type": "boolean"
      },
      "acl": {
        "description": "Who may read the files: Administrators, SYSTEM and the owner, or whoever the folder says.",
        "enum": [
          "Restricted",
          "Inherit"
        ],
        "default": "Restricted"
      },
      "manifest": {
        "description": "Write a JSON manifest beside the dumps.",
        "type": "boolean",
        "default": true
      },
      "debuggerCommands": {
        "description": "Write the debugger commands for each dump beside it.",
        "type": "boolean"
      },
      "timeLimitSeconds": {
        "type": "number",
        "exclusiveMinimum": 0,
        "maximum": 604800
      },
      "planOnly": {
        "description": "Say what would be captured, touch nothing.",
        "type": "boolean"
      },
      "machine": {
        "$ref": "common.schema.json#/$defs/machine"
      },
      "propertyCase": {
        "$ref": "common.schema.json#/$defs/propertyCase"
      },
      "callerVersion": {
        "$ref": "common.schema.json#/$defs/callerVersion"
      },
      "cancelOnEndOfInput": {
        "description": "Closing standard input cancels.",
        "type": "boolean"
      }
    },
    "unevaluatedProperties": false
  },
  "request-version": {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "ktriage://schema/1/request-version.schema.json",
    "title": "VersionRequest",
    "description": "No properties of its own.",
    "type": "object",
    "properties": {
      "machine": {
        "$ref": "common.schema.json#/$defs/machine"
      },
      "propertyCase": {
        "$ref": "common.schema.json#/$defs/propertyCase"
      },
      "callerVersion": {
        "$ref": "common.schema.json#/$defs/callerVersion"
      },
      "cancelOnEndOfInput": {
        "description": "Closing standard input cancels.",
        "type": "boolean"
      }
    },
    "unevaluatedProperties": false
  },
  "schema": {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "ktriage://schema/1/schema.schema.json",
    "title": "SchemaDocument",
    "description": "A schema of the contract.",
    "type": "object",
    "required": [
      "name",
      "schema"
    ],
    "properties": {
      "name": {
        "type": "string"
      },
      "schema": {
        "type": "object"
      }
    }
  },
  "self-test-result": {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "ktriage://schema/1/self-test-result.schema.json",
    "title": "SelfTestResult",
    "description": "One assumption about Windows that only a real capture can show, compared with one.",
    "type": "object",
    "required": [
      "machine",
      "simulated",
      "name",
      "status",
      "assumption",
      "expected"
    ],
    "properties": {
      "machine": {
        "$ref": "common.schema.json#/$defs/machine"
      },
      "simulated": {
        "type": "boolean"
      },
      "computerName": {
        "type": "string"
      },
      "windowsBuild": {
        "type": "integer",
        "minimum": 0
      },
      "name": {
        "description": "Stable; new assumptions may be added.",
        "type": "string"
      },
      "status": {
        "description": "Pass (as assumed), Warn (not as assumed, and nothing depends on it), Fail (not as assumed), or Unknown.",
        "type": "string"
      },
      "assumption": {
        "type": "string"
      },
      "expected": {
        "type": "string"
      },
      "observed": {
        "type": "string"
      }
    }
  },
  "signature-file": {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "ktriage://schema/1/signature-file.schema.json",
    "title": "SignatureFile",
    "description": "Known ways in which threads hang: what a stack or an object fact looks like, what it means and what to look at next. A user's own file has the same form.",
    "type": "object",
    "required": [
      "signatures"
    ],
    "additionalProperties": false,
    "properties": {
      "$schema": {
        "type": "string"
      },
      "signatures": {
        "type": "array",
        "maxItems": 4096,
        "items": {
          "type": "object",
          "required": [
            "id",
            "meaning",
            "next",
            "source"
          ],
          "additionalProperties": false,
          "anyOf": [
            {
              "required": [
                "stacks"
              ]
            },
            {
              "required": [
                "facts"
              ]
            }
          ],
          "properties": {
            "id": {
              "description": "Stable name; a user's signature of the same name replaces the known one.",
              "type": "string",
              "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$",
              "maxLength": 64
            },
            "stacks": {
              "description": "Alternatives. Each lists functions from the innermost outward, as module!function; frames may come between. `*` is any text, and `{third-party}` a module that is not Microsoft's.",
              "type": "array",
              "minItems": 1,
              "maxItems": 64,
              "items": {
                "type": "array",
                "minItems": 1,
                "maxItems": 32,
                "items": {
                  "type": "string",
                  "pattern": "^[^!]+![^!]+$",
                  "maxLength": 256
                }
              }
            },
            "facts": {
              "description": "Facts about the objects of the chain; all must hold.",
              "type": "array",
              "minItems": 1,
              "items": {
                "enum": [
                  "CompletionInFilterManager",
                  "Deadlock",
                  "Mutant",
                  "NoServerThread",
                  "OwnerPointer",
                  "PendingRequest",
                  "PnpRequest",
                  "SharedBehindExclusiveWaiter",
                  "SharedOwnersUpgrade",
                  "StorageRequestOverAMinute",
                  "Suspended",
                  "ThreadOrProcessExit",
                  "WorkersExhausted"
                ]
              }
            },
            "minimumBuild": {
              "description": "The first Windows build whose functions have these names.",
              "type": "integer",
              "minimum": 0
            },
            "meaning": {
              "type": "string",
              "minLength": 1,
              "maxLength": 1024
            },
            "next": {
              "description": "What to look at next.",
              "type": "string",
              "minLength": 1,
              "maxLength": 1024
            },
            "source": {
              "description": "Where this is documented or was seen.",
              "type": "string",
              "minLength": 1,
              "maxLength": 512
            }
          }
        }
      }
    }
  },
  "stack-group": {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "ktriage://schema/1/stack-group.schema.json",
    "title": "StackGroup",
    "description": "Threads that stand in the same stack, the largest group first.",
    "type": "object",
    "required": [
      "count",
      "threads",
      "stack"
    ],
    "properties": {
      "count": {
        "type": "integer",
        "minimum": 0
      },
      "simulated": {
        "type": "boolean"
      },
      "threads": {
        "type": "array",
        "items": {
          "title": "StackGroupMember",
          "type": "object",
          "required": [
            "objectAddress"
          ],
          "properties": {
            "path": {
              "type": "string"
            },
            "processId": {
              "$ref": "common.schema.json#/$defs/processId"
            },
            "processName": {
              "type": "string"
            },
            "threadId": {
              "$ref": "common.schema.json#/$defs/threadId"
            },
            "objectAddress": {
              "$ref": "common.schema.json#/$defs/address"
            }
          }
        }
      },
      "stack": {
        "description": "The stack of the first thread, as WinDbg prints it.",
        "type": "array",
        "items": {
          "type": "string"
        }
      }
    }
  },
  "symbol": {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "ktriage://schema/1/symbol.schema.json",
    "title": "Symbol",
    "description": "An address of a dump and its name.",
    "type": "object",
    "required": [
      "path",
      "address",
      "text"
    ],
    "properties": {
      "path": {
        "type": "string"
      },
      "address": {
        "$ref": "common.schema.json#/$defs/address"
      },
      "text": {
        "type": "string"
      },
      "module": {
        "type": "string"
      },
      "symbol": {
        "type": "string"
      },
      "offset": {
        "type": "integer",
        "minimum": 0
      },
      "nameFrom": {
        "type": "string"
      }
    }
  },
  "thread": {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "ktriage://schema/1/thread.schema.json",
    "title": "Thread",
    "description": "A thread of a live process. A field that the source cannot give is absent.",
    "type": "object",
    "required": [
      "machine",
      "simulated",
      "computerName",
      "processId",
      "processName",
      "processCreateTimeRaw",
      "threadId",
      "createTimeRaw",
      "ordinal",
      "priority",
      "basePriority",
      "contextSwitches",
      "kernelTimeMs",
      "userTimeMs"
    ],
    "properties": {
      "machine": {
        "$ref": "common.schema.json#/$defs/machine"
      },
      "simulated": {
        "type": "boolean"
      },
      "computerName": {
        "type": "string"
      },
      "processId": {
        "$ref": "common.schema.json#/$defs/processId"
      },
      "processName": {
        "type": "string"
      },
      "sessionId": {
        "type": "integer",
        "minimum": 0
      },
      "processCreateTime": {
        "$ref": "common.schema.json#/$defs/time"
      },
      "processCreateTimeRaw": {
        "$ref": "common.schema.json#/$defs/fileTime"
      },
      "threadId": {
        "$ref": "common.schema.json#/$defs/threadId"
      },
      "name": {
        "description": "The description that the program gave the thread.",
        "type": "string"
      },
      "ordinal": {
        "description": "Place in the kernel's list of the process, from 0.",
        "type": "integer",
        "minimum": 0
      },
      "state": {
        "description": "KTHREAD_STATE with .NET spelling: Initialized, Ready, Running, Standby, Terminated, Wait, Transition, DeferredReady …; `State<n>` for a number without a name.",
        "type": "string"
      },
      "waitReason": {
        "description": "KWAIT_REASON by name, only while the state is Wait.",
        "type": "string"
      },
      "waitTimeMs": {
        "description": "Milliseconds since the thread began to wait.",
        "type": "number"
      },
      "priority": {
        "type": "integer"
      },
      "basePriority": {
        "type": "integer"
      },
      "contextSwitches": {
        "type": "integer",
        "minimum": 0
      },
      "kernelTimeMs": {
        "type": "number"
      },
      "userTimeMs": {
        "type": "number"
      },
      "createTime": {
        "$ref": "common.schema.json#/$defs/time"
      },
      "createTimeRaw": {
        "$ref": "common.schema.json#/$defs/fileTime"
      },
      "startAddress": {
        "$ref": "common.schema.json#/$defs/address"
      },
      "win32StartAddress": {
        "$ref": "common.schema.json#/$defs/address"
      },
      "tebAddress": {
        "$ref": "common.schema.json#/$defs/address"
      },
      "stackBase": {
        "description": "High end of the kernel stack.",
        "$ref": "common.schema.json#/$defs/address"
      },
      "stackLimit": {
        "$ref": "common.schema.json#/$defs/address"
      },
      "objectAddress": {
        "description": "Kernel address of the thread object (ETHREAD).",
        "$ref": "common.schema.json#/$defs/address"
      },
      "suspendCount": {
        "type": "integer",
        "minimum": 0
      },
      "ioPending": {
        "type": "boolean"
      },
      "lastSystemCall": {
        "title": "LastSystemCall",
        "type": "object",
        "required": [
          "number",
          "firstArgument"
        ],
        "properties": {
          "number": {
            "type": "integer",
            "minimum": 0
          },
          "firstArgument": {
            "$ref": "common.schema.json#/$defs/address"
          }
        }
      },
      "userStack": {
        "description": "User-mode frames, innermost first, with includeUserStack: module!symbol+0x1a. A leading `? ` marks a guess.",
        "type": "array",
        "items": {
          "type": "string"
        }
      },
      "userStackStatus": {
        "description": "With includeUserStack: Walked, or why there is no stack: Denied, Exited, Replaced, Wedged, NotAvailable.",
        "type": "string"
      },
      "access": {
        "description": "What opening the thread gave: Full, Limited, Denied, Exited, NotTried. Only Full can be captured.",
        "type": "string"
      },
      "toolHelpOrdinal": {
        "description": "Place in the Tool Help order, with verifyOrder; -1 when it is missing there.",
        "type": "integer"
      }
    }
  },
  "triage-dump": {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "ktriage://schema/1/triage-dump.schema.json",
    "title": "TriageDump",
    "description": "A verified triage dump that was written.",
    "type": "object",
    "required": [
      "machine",
      "simulated",
      "path",
      "size",
      "batch",
      "processId",
      "processName",
      "threads",
      "threadCount",
      "requestedCount",
      "verified",
      "captureMs",
      "createdTime"
    ],
    "properties": {
      "machine": {
        "$ref": "common.schema.json#/$defs/machine"
      },
      "simulated": {
        "type": "boolean"
      },
      "computerName": {
        "type": "string"
      },
      "path": {
        "type": "string"
      },
      "size": {
        "type": "integer",
        "minimum": 0
      },
      "batch": {
        "type": "integer",
        "minimum": 0
      },
      "processId": {
        "$ref": "common.schema.json#/$defs/processId"
      },
      "processName": {
        "type": "string"
      },
      "threads": {
        "description": "The threads that this file holds.",
        "type": "array",
        "items": {
          "$ref": "captured-thread.schema.json"
        }
      },
      "threadCount": {
        "type": "integer",
        "minimum": 0
      },
      "requestedCount": {
        "type": "integer",
        "minimum": 0
      },
      "verified": {
        "description": "Each listed thread was looked up in the file that lies on the disk.",
        "type": "boolean"
      },
      "captureMs": {
        "description": "How long the kernel took.",
        "type": "number"
      },
      "createdTime": {
        "$ref": "common.schema.json#/$defs/time"
      },
      "bugCheckCode": {
        "type": "string"
      },
      "bugCheckParameters": {
        "type": "array",
        "items": {
          "$ref": "common.schema.json#/$defs/address"
        }
      },
      "manifestPath": {
        "description": "The manifest of the set, beside its first dump: written when the set ends, so after this record. Absent where none was wanted.",
        "type": "string"
      },
      "debuggerCommandsPath": {
        "type": "string"
      }
    }
  },
  "triage-plan": {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "ktriage://schema/1/triage-plan.schema.json",
    "title": "TriagePlan",
    "description": "A batch that would be captured (nothing was touched).",
    "type": "object",
    "required": [
      "machine",
      "simulated",
      "batch",
      "processId",
      "processName",
      "threadIds",
      "path"
    ],
    "properties": {
      "machine": {
        "$ref": "common.schema.json#/$defs/machine"
      },
      "simulated": {
        "type": "boolean"
      },
      "batch": {
        "type": "integer",
        "minimum": 0
      },
      "processId": {
        "$ref": "common.schema.json#/$defs/processId"
      },
      "processName": {
        "type": "string"
      },
      "threadIds": {
        "type": "array",
        "items": {
          "$ref": "common.schema.json#/$defs/threadId"
        }
      },
      "path": {
        "type": "string"
      }
    }
  },
  "triage-summary": {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "ktriage://schema/1/triage-summary.schema.json",
    "title": "TriageSummary",
    "description": "What became of the threads of one process.",
    "type": "object",
    "required": [
      "machine",
      "simulated",
      "processId",
      "processName",
      "requested",
      "captured",
      "dumps"
    ],
    "properties": {
      "machine": {
        "$ref": "common.schema.json#/$defs/machine"
      },
      "simulated": {
        "type": "boolean"
      },
      "processId": {
        "$ref": "common.schema.json#/$defs/processId"
      },
      "processName": {
        "type": "string"
      },
      "requested": {
        "type": "integer",
        "minimum": 0
      },
      "captured": {
        "type": "integer",
        "minimum": 0
      },
      "didNotFit": {
        "type": "integer",
        "minimum": 0
      },
      "timedOut": {
        "type": "integer",
        "minimum": 0
      },
      "refused": {
        "type": "integer",
        "minimum": 0
      },
      "exited": {
        "type": "integer",
        "minimum": 0
      },
      "replaced": {
        "type": "integer",
        "minimum": 0
      },
      "failed": {
        "type": "integer",
        "minimum": 0
      },
      "notAttempted": {
        "type": "integer",
        "minimum": 0
      },
      "dumps": {
        "type": "integer",
        "minimum": 0
      },
      "elapsedMs": {
        "type": "number"
      },
      "kernelMs": {
        "type": "number"
      }
    }
  },
  "version": {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "ktriage://schema/1/version.schema.json",
    "title": "Version",
    "description": "What this executable is.",
    "type": "object",
    "required": [
      "version",
      "contract",
      "node",
      "platform"
    ],
    "properties": {
      "version": {
        "type": "string"
      },
      "contract": {
        "type": "integer",
        "minimum": 0
      },
      "node": {
        "type": "string"
      },
      "platform": {
        "type": "string"
      },
      "koffi": {
        "type": "string"
      },
      "executable": {
        "type": "string"
      }
    }
  }
};
