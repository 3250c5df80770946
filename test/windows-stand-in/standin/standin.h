/*
 * A kernel to capture from, inside of one process under Wine: it overwrites system-call stubs of ntdll and answers for the
 * threads of a scenario as Windows would. See scenario.c for what a scenario says, and README.md for the whole.
 */
#pragma once
#include "native.h"

/* scenario.c */

typedef struct {
    char name[32];
    uint64_t base;
    uint32_t size, timeDateStamp, checkSum;
    char path[200];
} DRIVER;

typedef struct {
    char name[32];
    int count;
    uint64_t frames[64];
} STACK;

typedef enum {
    HEALTHY,
    GONE,      /* has exited before it can be opened */
    EXITS,     /* exits between the opening and the capture */
    REPLACED,  /* its id belongs to a newer one when it is opened */
    PROTECTED, /* grants THREAD_QUERY_LIMITED_INFORMATION at most */
    WEDGED,    /* never runs the capture's APC */
    RUNDOWN,   /* is being torn down: still listed, opens, and looks terminated from the first capture on */
    HIDDEN,    /* its object address is given as zero */
    MISTOLD,   /* another object address is given than the dump will hold */
    FAULTS
} FAULT;

typedef struct {
    uint32_t id;
    WCHAR name[64];
    uint32_t parent, session;
    uint64_t createTime, object;
    FAULT fault;
    uint32_t firstThread, threadCount;
} FAKE_PROCESS;

typedef struct {
    uint32_t id;
    uint32_t process; /* index */
    uint64_t object, createTime, kernelTime, userTime;
    uint64_t stackBase, stackLimit, teb, startAddress, win32StartAddress;
    uint32_t state, waitReason, waitTime, priority, basePriority, contextSwitches;
    uint32_t hangsFrom, hangsUntil; /* milliseconds after the first listing; both zero for a thread that never runs */
    uint32_t systemCall, suspendCount, ioPending;
    uint64_t systemCallArgument;
    const STACK *stack;
    uint32_t waitsForLock, ownsLock; /* locks are numbered from 1 */
    WCHAR request[128]; /* the file of a create that has not come back */
    uint32_t cost; /* bytes of indirect data in a dump, beside thread object and stack */
    FAULT fault;
    BOOL exited, ending;
    WCHAR description[64];
} FAKE_THREAD;

/* What happens in the n-th capture call, or in each (call 0). */
typedef struct {
    uint32_t call;
    enum {
        ANSWER_STATUS,
        ANSWER_LENGTH,
        ANSWER_NOTHING,
        ANSWER_NO_MARK,
        ANSWER_GARBAGE,
        ANSWER_DROPS_ALL,
        ANSWER_PARTIAL,
        ANSWER_LATE_STATUS
    } kind;
    uint64_t value;
} CALL_FAULT;

typedef struct {
    uint32_t build, processors, prcbBytes, bufferBytes;
    uint32_t wedgeMs, callMs, writeMs, chunkMs, fillerPages;
    BOOL kernelDebugging;
    enum { PRIVILEGE_DISABLED, PRIVILEGE_ENABLED, PRIVILEGE_ABSENT } privilege;
    BOOL elevated, container, hideWithoutPrivilege, keepPartialThread, reverseToolHelp, namedStreams, hideRundown, silentOverflow, storeLocks, garbageStatuses;
    uint32_t statusMarker;
    uint32_t diskFullAfter;
    WCHAR watch[64];
    WCHAR denyNew[64];
    uint32_t driverCount, stackCount, processCount, threadCount, callFaultCount;
    DRIVER drivers[256];
    STACK stacks[64], captureFrames;
    FAKE_PROCESS processes[64];
    FAKE_THREAD *threads;
    CALL_FAULT callFaults[32];
} SCENARIO;

extern SCENARIO scenario;
/* Reads the scenario; FALSE after writing the reason to the log. */
BOOL readScenario(const WCHAR *path);
FAKE_PROCESS *processOfId(uint64_t id);
FAKE_THREAD *threadOfId(uint64_t id);
FAKE_PROCESS *processOf(const FAKE_THREAD *thread);
const CALL_FAULT *callFault(uint32_t call);

/* log.c: one JSON object a line, so that a test sees every call and what was given back. */

BOOL openLog(const WCHAR *path);
/* `format` makes the members of the object, without braces. */
void logLine(const char *format, ...);
/* UTF-16 as the inside of a JSON string, in a buffer that lives until the next call on this thread. */
const char *jsonText(const WCHAR *text, size_t length);

/* hooks.c */

/* Leads a system-call stub of ntdll to `replacement`; returns a copy that still calls the system, or NULL when the stub
   is not the one this was made for. */
void *hookSystemCall(const char *name, void *replacement);
/* Replaces a function that need not be called any more. */
BOOL replaceFunction(const char *module, const char *name, void *replacement);
BOOL installHooks(void);

/* handles.c: real handles (of a helper thread and process) that stand for the scenario's threads and processes. */

typedef enum { NOT_OURS, A_THREAD, A_PROCESS, A_FILE } KIND;
typedef struct {
    KIND kind;
    uint32_t index;
    uint64_t written;
} MEANING;

BOOL prepareHandles(void);
MEANING meaningOf(HANDLE handle);
void remember(HANDLE handle, KIND kind, uint32_t index);
/* Adds to the bytes written through a handle and returns the sum. */
uint64_t addWritten(HANDLE handle, uint64_t bytes);
uint32_t countOpen(KIND kind);
ULONG grantedAccess(HANDLE handle);
ULONG NTAPI hookNtClose(HANDLE handle);
ULONG NTAPI hookNtOpenThread(HANDLE *thread, ACCESS_MASK access, OBJECT_ATTRIBUTES *attributes, CLIENT_ID *client);
ULONG NTAPI hookNtOpenProcess(HANDLE *process, ACCESS_MASK access, OBJECT_ATTRIBUTES *attributes, CLIENT_ID *client);
extern ULONG(NTAPI *systemClose)(HANDLE);
extern ULONG(NTAPI *systemOpenThread)(HANDLE *, ACCESS_MASK, OBJECT_ATTRIBUTES *, CLIENT_ID *);
extern ULONG(NTAPI *systemOpenProcess)(HANDLE *, ACCESS_MASK, OBJECT_ATTRIBUTES *, CLIENT_ID *);

/* privilege.c */

BOOL debugPrivilegeEnabled(void);
void startWithPrivilege(void);
typedef ULONG NTAPI ADJUST(HANDLE, BOOLEAN, TOKEN_PRIVILEGES *, ULONG, TOKEN_PRIVILEGES *, ULONG *);
typedef ULONG NTAPI QUERY_TOKEN(HANDLE, ULONG, void *, ULONG, ULONG *);
ADJUST hookNtAdjustPrivilegesToken;
QUERY_TOKEN hookNtQueryInformationToken;
extern ADJUST *systemAdjustPrivilegesToken;
extern QUERY_TOKEN *systemQueryInformationToken;

/* system-information.c, thread-information.c */

typedef ULONG NTAPI QUERY_SYSTEM(ULONG, void *, ULONG, ULONG *);
typedef ULONG NTAPI QUERY_OBJECT(HANDLE, ULONG, void *, ULONG, ULONG *);
QUERY_SYSTEM hookNtQuerySystemInformation;
QUERY_OBJECT hookNtQueryInformationThread, hookNtQueryInformationProcess;
extern QUERY_SYSTEM *systemQuerySystemInformation;
extern QUERY_OBJECT *systemQueryInformationThread, *systemQueryInformationProcess;
NT_THREAD threadRecord(const FAKE_THREAD *thread);
/* A caller lists all threads: from the first time on, threads with a hang have a life. */
void noteListing(void);

/* files.c */

typedef ULONG NTAPI CREATE_FILE(HANDLE *, ACCESS_MASK, OBJECT_ATTRIBUTES *, IO_STATUS_BLOCK *, LARGE_INTEGER *, ULONG, ULONG,
                                ULONG, ULONG, void *, ULONG);
typedef ULONG NTAPI WRITE_FILE(HANDLE, HANDLE, PIO_APC_ROUTINE, void *, IO_STATUS_BLOCK *, void *, ULONG, LARGE_INTEGER *,
                               ULONG *);
typedef ULONG NTAPI QUERY_VOLUME(HANDLE, IO_STATUS_BLOCK *, void *, ULONG, ULONG);
CREATE_FILE hookNtCreateFile;
WRITE_FILE hookNtWriteFile;
QUERY_VOLUME hookNtQueryVolumeInformationFile;
extern CREATE_FILE *systemCreateFile;
extern WRITE_FILE *systemWriteFile;
extern QUERY_VOLUME *systemQueryVolumeInformationFile;

/* security.c */

typedef ULONG NTAPI QUERY_SECURITY(HANDLE, SECURITY_INFORMATION, void *, ULONG, ULONG *);
typedef ULONG NTAPI SET_SECURITY(HANDLE, SECURITY_INFORMATION, void *);
QUERY_SECURITY hookNtQuerySecurityObject;
SET_SECURITY hookNtSetSecurityObject;
extern QUERY_SECURITY *systemQuerySecurityObject;
extern SET_SECURITY *systemSetSecurityObject;
/* The folder, with a backslash at its end, in which permissions outlive the process. */
void keepSecurityIn(const WCHAR *folder);
/* Something watched has been made with a descriptor. */
void keepSecurity(HANDLE handle, SECURITY_INFORMATION parts, void *descriptor);

/* debug-control.c, triage-dump.c */

typedef ULONG NTAPI DEBUG_CONTROL(ULONG, void *, ULONG, void *, ULONG, ULONG *);
DEBUG_CONTROL hookNtSystemDebugControl;
/* Copies with a check that the caller's memory is there. */
BOOL readCaller(const void *from, void *to, size_t size);
BOOL writeCaller(void *to, const void *from, size_t size);

typedef struct {
    uint32_t bugCheckCode;
    uint64_t bugCheckParameters[4];
    uint32_t count;
    FAKE_THREAD **threads; /* NULL where a handle was bad */
    uint32_t *statuses;
    BOOL dropsAll;
} TRIAGE_REQUEST;

/* Writes a triage dump of at most `capacity` bytes and returns its length. */
uint32_t writeTriageDump(uint8_t *buffer, uint32_t capacity, TRIAGE_REQUEST *request);

/* live-dump.c */

typedef struct {
    uint32_t bugCheckCode;
    uint64_t bugCheckParameters[4];
    HANDLE file, cancelEvent;
    BOOL selective, userPages;
} LIVE_REQUEST;

/* Command 37, from the check of its argument to the last byte of the file. */
ULONG liveDump(uint32_t call, void *input, ULONG inputLength, ULONG outputLength);
/* Builds the machine's memory and writes it in chunks, the header last. */
ULONG writeLiveDump(const LIVE_REQUEST *request, const CALL_FAULT *fault);

/* tracing.c */

/* Plays event tracing when the file of recorded events is there. */
BOOL installTracing(const WCHAR *events);
/* Command 37 has been called: the events of a live dump begin. */
void traceLiveDump(void);
