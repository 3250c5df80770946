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
 *   garbage-statuses 1                   the array of thread statuses holds anything but statuses
 *   hide-rundown 1                       queries of a handle do not show that its thread is in rundown
 *   store-locks 1                        a triage dump holds the locks that its threads own or wait for
 *   silent-overflow 1                    a full triage dump does not note that something did not fit
 *   reverse-tool-help 1                  the Tool Help library sees threads in another order
 *   named-streams 1                      volumes claim to support named streams
 *   status-marker TKSB|TCSB|none         how the array of thread statuses ends in a triage dump
 *   kernel-debugging 1                   booted with /debug
 *   filler 512                           pages of other memory in a live dump
 *   chunk-ms 0                           how long writing 2 MiB of a live dump takes
 *   watch TEXT                           log and count what is written to files whose path contains TEXT
 *   disk-full BYTES                      watched files cannot grow beyond this
 *   deny-new TEXT                        nothing can be made whose path contains TEXT
 *   write-ms 0                           how long each write to a watched file takes
 *   driver NAME BASE SIZE TIMESTAMP CHECKSUM PATH        in load order, the kernel first and called nt
 *   stack NAME FRAME…                    return addresses, innermost first: nt+0x123 or a number
 *   capture-frames FRAME…                what a triage capture puts on top of each stack
 *   process ID NAME key=value…           parent session created object fault
 *   thread ID key=value…                 of the process before it: object created state reason stack cost fault priority
 *                                        wait-time switches kernel-time user-time start win32-start teb stack-base
 *                                        hangs-from hangs-until (ms after the first listing; the thread is switched to before and after)
 *                                        suspended io syscall syscall-argument name; waits-for and owns with the number of a
 *                                        lock from 1 to 4, request with the file on a server that it is about
 *   call N|* status=…|length=…|nothing|no-mark|garbage|drops-all|partial|late=…
 *                                        what the n-th capture call does instead of its work; the last two are for live
 *                                        dumps: half of the memory, and a status after half of the writing
 */
#include "scenario-line.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

SCENARIO scenario;

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
    else if (!strcmp(what, "garbage")) fault->kind = ANSWER_GARBAGE;
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

/* Settings that are one number. */
static const struct {
    const char *word;
    void *field; /* uint32_t or BOOL */
} SETTINGS[] = {
    { "build", &scenario.build },
    { "processors", &scenario.processors },
    { "prcb", &scenario.prcbBytes },
    { "buffer", &scenario.bufferBytes },
    { "wedge-ms", &scenario.wedgeMs },
    { "call-ms", &scenario.callMs },
    { "write-ms", &scenario.writeMs },
    { "chunk-ms", &scenario.chunkMs },
    { "filler", &scenario.fillerPages },
    { "elevated", &scenario.elevated },
    { "container", &scenario.container },
    { "kernel-debugging", &scenario.kernelDebugging },
    { "hide-addresses", &scenario.hideWithoutPrivilege },
    { "keep-partial", &scenario.keepPartialThread },
    { "garbage-statuses", &scenario.garbageStatuses },
    { "hide-rundown", &scenario.hideRundown },
    { "silent-overflow", &scenario.silentOverflow },
    { "store-locks", &scenario.storeLocks },
    { "reverse-tool-help", &scenario.reverseToolHelp },
    { "named-streams", &scenario.namedStreams },
    { "disk-full", &scenario.diskFullAfter },
};

static BOOL readSetting(LINE *line, const char *verb)
{
    for (size_t i = 0; i < ARRAYSIZE(SETTINGS); i++) {
        if (strcmp(SETTINGS[i].word, verb) != 0) continue;
        *(uint32_t *)SETTINGS[i].field = (uint32_t)number(line);
        return TRUE;
    }
    return FALSE;
}

static void readLine(LINE *line)
{
    const char *verb = word(line);
    if (!*verb || *verb == '#' || readSetting(line, verb)) return;
    if (!strcmp(verb, "privilege")) readPrivilege(line);
    else if (!strcmp(verb, "status-marker")) readMarker(line);
    else if (!strcmp(verb, "watch")) wide(scenario.watch, ARRAYSIZE(scenario.watch), word(line));
    else if (!strcmp(verb, "deny-new")) wide(scenario.denyNew, ARRAYSIZE(scenario.denyNew), word(line));
    else if (!strcmp(verb, "driver")) readDriver(line);
    else if (!strcmp(verb, "stack")) readStack(line);
    else if (!strcmp(verb, "capture-frames")) readFrames(line, &scenario.captureFrames);
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
