#include "scenario-line.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Drivers, stacks, processes and threads of a scenario. */

static const char *const FAULT_NAMES[FAULTS] = {
    "none", "gone", "exits", "replaced", "protected", "wedged", "rundown", "hidden", "mistold",
};

static FAULT faultIn(LINE *line, const char *text)
{
    for (int i = 0; i < FAULTS; i++)
        if (strcmp(text, FAULT_NAMES[i]) == 0) return i;
    complain(line, "an unknown fault");
    return HEALTHY;
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

void readDriver(LINE *line)
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

void readFrames(LINE *line, STACK *stack)
{
    for (char *frame = word(line); *frame; frame = word(line)) {
        if (stack->count == ARRAYSIZE(stack->frames)) return complain(line, "too many frames");
        stack->frames[stack->count++] = frameIn(line, frame);
    }
}

void readStack(LINE *line)
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

void readProcess(LINE *line)
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
    KEY("switches", contextSwitches), KEY("hangs-from", hangsFrom), KEY("hangs-until", hangsUntil), KEY("kernel-time", kernelTime), KEY("user-time", userTime),
    KEY("start", startAddress), KEY("win32-start", win32StartAddress), KEY("teb", teb), KEY("stack-base", stackBase),
    KEY("suspended", suspendCount), KEY("io", ioPending), KEY("syscall", systemCall),
    KEY("syscall-argument", systemCallArgument), KEY("waits-for", waitsForLock), KEY("owns", ownsLock),
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

void readThread(LINE *line)
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
        else if (!strcmp(key, "request")) wide(thread->request, ARRAYSIZE(thread->request), value);
        else if (!strcmp(key, "name")) wide(thread->description, ARRAYSIZE(thread->description), value);
        else setThreadKey(line, thread, key, value);
    }
    thread->stackLimit = thread->stackBase - 0x6000;
}
