/*
 * A scenario is a text file, one statement a line, words separated by spaces, `#` for comments. Numbers are decimal or 0x….
 *
 *   build 19041                          what RtlGetVersion says
 *   processors 8                         logical processors; each puts its KPRCB into a triage dump
 *   prcb 0xaf00                          bytes of a KPRCB
 *   buffer 0x100000                      bytes of the kernel's own dump buffer
 *   wedge-ms 5000                        how long the kernel waits for a thread that does not answer
 *   call-ms 0                            how long each capture takes besides
 *   privilege disabled|enabled|absent    SeDebugPrivilege in the token at the start
 *   elevated 0|1   container 0|1
 *   hide-addresses 1                     kernel addresses are zero unless SeDebugPrivilege is enabled (24H2)
 *   keep-partial 1                       the thread at which the buffer filled up stays in the dump without its stack
 *   reverse-tool-help 1                  the Tool Help library sees threads in another order
 *   named-streams 1                      volumes claim to support named streams
 *   status-marker TKSB|TCSB|none         how the array of thread statuses ends in a triage dump
 *   kernel-debugging 1                   booted with /debug
 *   filler 512                           pages of other memory in a live dump
 *   chunk-ms 0                           how long writing 2 MiB of a live dump takes
 *   watch TEXT                           log and count what is written to files whose path contains TEXT
 *   disk-full BYTES                      watched files cannot grow beyond this
 *   write-ms 0                           how long each write to a watched file takes
 *   driver NAME BASE SIZE TIMESTAMP CHECKSUM PATH        in load order, the kernel first and called nt
 *   stack NAME FRAME…                    return addresses, innermost first: nt+0x123 or a number
 *   capture-frames FRAME…                what a triage capture puts on top of each stack
 *   process ID NAME key=value…           parent session created object fault
 *   thread ID key=value…                 of the process before it: object created state reason stack cost fault priority
 *                                        wait-time switches kernel-time user-time start win32-start teb stack-base
 *                                        suspended io syscall syscall-argument name
 *   call N|* status=…|length=…|nothing|no-mark|drops-all|partial|late=…
 *                                        what the n-th capture call does instead of its work; the last two are for live
 *                                        dumps: half of the memory, and a status after half of the writing
 */
#include "standin.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

SCENARIO scenario;

static const char *const FAULT_NAMES[FAULTS] = {
    "none", "gone", "exits", "replaced", "protected", "wedged", "hidden", "mistold",
};

typedef struct {
    uint32_t number;
    char *rest;
    BOOL good;
} LINE;

static char *word(LINE *line)
{
    char *start = line->rest + strspn(line->rest, " \t\r");
    char *end = start + strcspn(start, " \t\r");
    line->rest = *end ? end + 1 : end;
    *end = 0;
    return start;
}

static void complain(LINE *line, const char *what)
{
    if (line->good) logLine("\"failure\":\"scenario line %u: %s\"", line->number, what);
    line->good = FALSE;
}

static uint64_t numberIn(LINE *line, const char *text)
{
    char *end;
    uint64_t value = strtoull(text, &end, 0);
    if (end == text || *end) complain(line, "a number was expected");
    return value;
}

static uint64_t number(LINE *line) { return numberIn(line, word(line)); }

static FAULT faultIn(LINE *line, const char *text)
{
    for (int i = 0; i < FAULTS; i++)
        if (strcmp(text, FAULT_NAMES[i]) == 0) return i;
    complain(line, "an unknown fault");
    return HEALTHY;
}

static void wide(WCHAR *out, size_t room, const char *text)
{
    MultiByteToWideChar(CP_UTF8, 0, text, -1, out, (int)room);
    out[room - 1] = 0;
}

static uint64_t frameIn(LINE *line, char *text)
{
    char *plus = strchr(text, '+');
    if (!plus) return numberIn(line, text);
    *plus = 0;
    for (uint32_t i = 0; i < scenario.driverCount; i++)
        if (strcmp(scenario.drivers[i].name, text) == 0) return scenario.drivers[i].base + numberIn(line, plus + 1);
    complain(line, "a frame in an unknown driver");
    return 0;
}

static void readDriver(LINE *line)
{
    if (scenario.driverCount == ARRAYSIZE(scenario.drivers)) return complain(line, "too many drivers");
    DRIVER *driver = &scenario.drivers[scenario.driverCount++];
    snprintf(driver->name, sizeof driver->name, "%s", word(line));
    driver->base = number(line);
    driver->size = number(line);
    driver->timeDateStamp = number(line);
    driver->checkSum = number(line);
    snprintf(driver->path, sizeof driver->path, "%s", word(line));
}

static void readFrames(LINE *line, STACK *stack)
{
    for (char *frame = word(line); *frame; frame = word(line)) {
        if (stack->count == ARRAYSIZE(stack->frames)) return complain(line, "too many frames");
        stack->frames[stack->count++] = frameIn(line, frame);
    }
}

static void readStack(LINE *line)
{
    if (scenario.stackCount == ARRAYSIZE(scenario.stacks)) return complain(line, "too many stacks");
    STACK *stack = &scenario.stacks[scenario.stackCount++];
    snprintf(stack->name, sizeof stack->name, "%s", word(line));
    readFrames(line, stack);
}

static const STACK *stackIn(LINE *line, const char *name)
{
    for (uint32_t i = 0; i < scenario.stackCount; i++)
        if (strcmp(scenario.stacks[i].name, name) == 0) return &scenario.stacks[i];
    complain(line, "an unknown stack");
    return NULL;
}

/* Splits `key=value`; NULL at the end of the line. */
static char *pair(LINE *line, char **value)
{
    char *key = word(line);
    if (!*key) return NULL;
    *value = strchr(key, '=');
    if (!*value) {
        complain(line, "key=value was expected");
        return NULL;
    }
    *(*value)++ = 0;
    return key;
}

static void readProcess(LINE *line)
{
    if (scenario.processCount == ARRAYSIZE(scenario.processes)) return complain(line, "too many processes");
    FAKE_PROCESS *process = &scenario.processes[scenario.processCount++];
    char *key, *value;
    process->id = number(line);
    wide(process->name, ARRAYSIZE(process->name), word(line));
    process->firstThread = scenario.threadCount;
    process->object = 0xffffa38ec0000080ull + scenario.processCount * 0x1000ull;
    while ((key = pair(line, &value))) {
        if (!strcmp(key, "parent")) process->parent = numberIn(line, value);
        else if (!strcmp(key, "session")) process->session = numberIn(line, value);
        else if (!strcmp(key, "created")) process->createTime = numberIn(line, value);
        else if (!strcmp(key, "object")) process->object = numberIn(line, value);
        else if (!strcmp(key, "fault")) process->fault = faultIn(line, value);
        else complain(line, "an unknown key");
    }
}

typedef struct {
    const char *key;
    size_t offset, size;
} THREAD_KEY;

#define KEY(name, field) { name, offsetof(FAKE_THREAD, field), sizeof(((FAKE_THREAD *)0)->field) }
static const THREAD_KEY THREAD_KEYS[] = {
    KEY("object", object), KEY("created", createTime), KEY("state", state), KEY("reason", waitReason), KEY("cost", cost),
    KEY("priority", priority), KEY("base-priority", basePriority), KEY("wait-time", waitTime),
    KEY("switches", contextSwitches), KEY("kernel-time", kernelTime), KEY("user-time", userTime),
    KEY("start", startAddress), KEY("win32-start", win32StartAddress), KEY("teb", teb), KEY("stack-base", stackBase),
    KEY("suspended", suspendCount), KEY("io", ioPending), KEY("syscall", systemCall),
    KEY("syscall-argument", systemCallArgument),
};

static void setThreadKey(LINE *line, FAKE_THREAD *thread, const char *key, const char *value)
{
    for (size_t i = 0; i < ARRAYSIZE(THREAD_KEYS); i++) {
        if (strcmp(THREAD_KEYS[i].key, key) != 0) continue;
        uint64_t parsed = numberIn(line, value);
        memcpy((char *)thread + THREAD_KEYS[i].offset, &parsed, THREAD_KEYS[i].size);
        return;
    }
    complain(line, "an unknown key");
}

static void readThread(LINE *line)
{
    char *key, *value;
    if (scenario.processCount == 0) return complain(line, "a thread without a process");
    if (scenario.threadCount % 1024 == 0)
        scenario.threads = realloc(scenario.threads, (scenario.threadCount + 1024) * sizeof *scenario.threads);
    uint64_t ordinal = scenario.threadCount++;
    FAKE_PROCESS *process = &scenario.processes[scenario.processCount - 1];
    FAKE_THREAD *thread = &scenario.threads[ordinal];
    process->threadCount++;
    *thread = (FAKE_THREAD){
        .id = number(line),
        .process = scenario.processCount - 1,
        .object = 0xffffa38f40000080ull + ordinal * 0xc80,
        .createTime = process->createTime + ordinal * 10000,
        .state = 5,
        .priority = 8,
        .basePriority = 8,
        .stackBase = 0xfffff88020006000ull + ordinal * 0x7000,
        .teb = 0x837f000000ull + ordinal * 0x2000,
        .startAddress = 0x7ffc1a2c2630ull,
        .win32StartAddress = 0x7ffc1a293d60ull,
    };
    while ((key = pair(line, &value))) {
        if (!strcmp(key, "stack")) thread->stack = stackIn(line, value);
        else if (!strcmp(key, "fault")) thread->fault = faultIn(line, value);
        else if (!strcmp(key, "name")) wide(thread->description, ARRAYSIZE(thread->description), value);
        else setThreadKey(line, thread, key, value);
    }
    thread->stackLimit = thread->stackBase - 0x6000;
}

static void readCall(LINE *line)
{
    if (scenario.callFaultCount == ARRAYSIZE(scenario.callFaults)) return complain(line, "too many calls");
    CALL_FAULT *fault = &scenario.callFaults[scenario.callFaultCount++];
    char *which = word(line), *what = word(line);
    fault->call = strcmp(which, "*") == 0 ? 0 : numberIn(line, which);
    char *value = strchr(what, '=');
    if (value) *value++ = 0;
    if (!strcmp(what, "status") && value) fault->kind = ANSWER_STATUS;
    else if (!strcmp(what, "length") && value) fault->kind = ANSWER_LENGTH;
    else if (!strcmp(what, "nothing")) fault->kind = ANSWER_NOTHING;
    else if (!strcmp(what, "no-mark")) fault->kind = ANSWER_NO_MARK;
    else if (!strcmp(what, "drops-all")) fault->kind = ANSWER_DROPS_ALL;
    else if (!strcmp(what, "partial")) fault->kind = ANSWER_PARTIAL;
    else if (!strcmp(what, "late") && value) fault->kind = ANSWER_LATE_STATUS;
    else complain(line, "an unknown answer");
    if (value) fault->value = numberIn(line, value);
}

static void readPrivilege(LINE *line)
{
    const char *state = word(line);
    if (!strcmp(state, "disabled")) scenario.privilege = PRIVILEGE_DISABLED;
    else if (!strcmp(state, "enabled")) scenario.privilege = PRIVILEGE_ENABLED;
    else if (!strcmp(state, "absent")) scenario.privilege = PRIVILEGE_ABSENT;
    else complain(line, "an unknown state of the privilege");
}

static void readMarker(LINE *line)
{
    const char *marker = word(line);
    scenario.statusMarker = 0;
    if (strcmp(marker, "none") != 0) memcpy(&scenario.statusMarker, marker, 4);
}

static void readLine(LINE *line)
{
    const char *verb = word(line);
    if (!*verb || *verb == '#') return;
    if (!strcmp(verb, "build")) scenario.build = number(line);
    else if (!strcmp(verb, "processors")) scenario.processors = number(line);
    else if (!strcmp(verb, "prcb")) scenario.prcbBytes = number(line);
    else if (!strcmp(verb, "buffer")) scenario.bufferBytes = number(line);
    else if (!strcmp(verb, "wedge-ms")) scenario.wedgeMs = number(line);
    else if (!strcmp(verb, "call-ms")) scenario.callMs = number(line);
    else if (!strcmp(verb, "privilege")) readPrivilege(line);
    else if (!strcmp(verb, "elevated")) scenario.elevated = number(line);
    else if (!strcmp(verb, "container")) scenario.container = number(line);
    else if (!strcmp(verb, "hide-addresses")) scenario.hideWithoutPrivilege = number(line);
    else if (!strcmp(verb, "keep-partial")) scenario.keepPartialThread = number(line);
    else if (!strcmp(verb, "reverse-tool-help")) scenario.reverseToolHelp = number(line);
    else if (!strcmp(verb, "named-streams")) scenario.namedStreams = number(line);
    else if (!strcmp(verb, "status-marker")) readMarker(line);
    else if (!strcmp(verb, "watch")) wide(scenario.watch, ARRAYSIZE(scenario.watch), word(line));
    else if (!strcmp(verb, "disk-full")) scenario.diskFullAfter = number(line);
    else if (!strcmp(verb, "write-ms")) scenario.writeMs = number(line);
    else if (!strcmp(verb, "driver")) readDriver(line);
    else if (!strcmp(verb, "stack")) readStack(line);
    else if (!strcmp(verb, "capture-frames")) readFrames(line, &scenario.captureFrames);
    else if (!strcmp(verb, "kernel-debugging")) scenario.kernelDebugging = number(line);
    else if (!strcmp(verb, "filler")) scenario.fillerPages = number(line);
    else if (!strcmp(verb, "chunk-ms")) scenario.chunkMs = number(line);
    else if (!strcmp(verb, "process")) readProcess(line);
    else if (!strcmp(verb, "thread")) readThread(line);
    else if (!strcmp(verb, "call")) readCall(line);
    else complain(line, "an unknown word");
}

static char *readText(const WCHAR *path)
{
    FILE *file = _wfopen(path, L"rb");
    if (!file) return NULL;
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    char *text = calloc(1, size + 1);
    fread(text, 1, size, file);
    fclose(file);
    return text;
}

BOOL readScenario(const WCHAR *path)
{
    scenario.build = 19041;
    scenario.processors = 8;
    scenario.prcbBytes = 0xaf00;
    scenario.bufferBytes = 0x100000;
    scenario.wedgeMs = 5000;
    scenario.elevated = TRUE;
    scenario.fillerPages = 512;
    memcpy(&scenario.statusMarker, "TKSB", 4);

    char *text = readText(path);
    if (!text) {
        logLine("\"failure\":\"no scenario.txt\"");
        return FALSE;
    }
    LINE line = { 0, NULL, TRUE };
    for (char *at = text; *at && line.good;) {
        char *end = at + strcspn(at, "\n");
        char *next = *end ? end + 1 : end;
        *end = 0;
        line.number++;
        line.rest = at;
        readLine(&line);
        at = next;
    }
    free(text);
    if (line.good && scenario.driverCount == 0) complain(&line, "no driver: the kernel itself is missing");
    return line.good;
}

FAKE_PROCESS *processOfId(uint64_t id)
{
    for (uint32_t i = 0; i < scenario.processCount; i++)
        if (scenario.processes[i].id == id) return &scenario.processes[i];
    return NULL;
}

FAKE_THREAD *threadOfId(uint64_t id)
{
    for (uint32_t i = 0; i < scenario.threadCount; i++)
        if (scenario.threads[i].id == id) return &scenario.threads[i];
    return NULL;
}

FAKE_PROCESS *processOf(const FAKE_THREAD *thread) { return &scenario.processes[thread->process]; }

const CALL_FAULT *callFault(uint32_t call)
{
    for (uint32_t i = 0; i < scenario.callFaultCount; i++)
        if (scenario.callFaults[i].call == 0 || scenario.callFaults[i].call == call) return &scenario.callFaults[i];
    return NULL;
}
