#include "standin.h"
#include <string.h>

/*
 * A triage dump as the kernel is reported to write it for the debug-control call: headers, drivers and debugger data; the
 * block of every processor; then thread after thread until the buffer is full. Offsets are those of the public
 * mindumpdef.h and wdbgexts.h, and for kernel objects those measured on x64 build 19041. This writer shares no
 * table with the reader under test.
 */

enum {
    HEADER = 0x2000,
    TRIAGE = 0x2000,
    TRIAGE_END = 0x2080,
    DRIVER_ENTRY = 0x90,
    KDBG_BYTES = 0x380,
    ETHREAD_BYTES = 0x898,
    EPROCESS_BYTES = 0xa40,
    CONTEXT_BYTES = 0x4d0,
    MOST_BLOCKS = 1785,
    MARK_BYTES = 4,
    FRAME_BYTES = 0x60,
    SWITCH_FRAME = 0x40,
};

typedef struct {
    uint64_t address;
    uint32_t offset, size;
} BLOCK;

typedef struct {
    uint8_t *bytes;
    uint32_t capacity, used, count;
    BLOCK blocks[MOST_BLOCKS];
} DUMP;

static void put16(uint8_t *at, uint32_t offset, uint16_t value) { memcpy(at + offset, &value, sizeof value); }
static void put32(uint8_t *at, uint32_t offset, uint32_t value) { memcpy(at + offset, &value, sizeof value); }
static void put64(uint8_t *at, uint32_t offset, uint64_t value) { memcpy(at + offset, &value, sizeof value); }

static uint64_t kernelBase(void) { return scenario.drivers[0].base; }
static uint64_t debuggerDataAddress(void) { return kernelBase() + 0xc00b20; }
static uint64_t processorTableAddress(void) { return kernelBase() + 0xd01000; }
static uint64_t prcbAddress(uint32_t processor) { return 0xffff870012340180ull + processor * 0x100000ull; }

/* Room for data and for the entry in the array of blocks that follows all data. */
static BOOL fits(const DUMP *dump, uint32_t size, uint32_t blocks)
{
    uint64_t end = ((dump->used + 7ull) & ~7ull) + size;
    return end + (dump->count + blocks) * sizeof(BLOCK) + MARK_BYTES <= dump->capacity && dump->count + blocks <= MOST_BLOCKS;
}

/* Takes 8-aligned zeroed room; NULL when the buffer is full. */
static uint8_t *reserve(DUMP *dump, uint32_t size)
{
    if (!fits(dump, size, 0)) return NULL;
    dump->used = (dump->used + 7) & ~7u;
    uint8_t *at = dump->bytes + dump->used;
    dump->used += size;
    return at;
}

static uint8_t *addBlock(DUMP *dump, uint64_t address, uint32_t size)
{
    if (!fits(dump, size, 1)) return NULL;
    uint8_t *at = reserve(dump, size);
    dump->blocks[dump->count++] = (BLOCK){ address, (uint32_t)(at - dump->bytes), size };
    return at;
}

static uint32_t offsetIn(const DUMP *dump, const uint8_t *at) { return at ? (uint32_t)(at - dump->bytes) : 0; }

static uint64_t fileTimeNow(void)
{
    FILETIME now;
    GetSystemTimeAsFileTime(&now);
    return (uint64_t)now.dwHighDateTime << 32 | now.dwLowDateTime;
}

/* DUMP_HEADER64. What the kernel does not set keeps its filling, the text PAGE. */
static void writeHeader(uint8_t *h, const TRIAGE_REQUEST *request)
{
    for (uint32_t at = 0; at < HEADER; at += 4) memcpy(h + at, "PAGE", 4);
    memcpy(h + 4, "DU64", 4);
    put32(h, 0x08, 0xf);
    put32(h, 0x0c, scenario.build);
    put64(h, 0x10, 0x1ad000);
    put64(h, 0x18, 0xffffad0000000000ull);
    put64(h, 0x20, kernelBase() + 0xc2a3b0);
    put64(h, 0x28, kernelBase() + 0xc1e290);
    put32(h, 0x30, 0x8664);
    put32(h, 0x34, scenario.processors);
    put32(h, 0x38, request->bugCheckCode);
    for (int i = 0; i < 4; i++) put64(h, 0x40 + 8 * i, request->bugCheckParameters[i]);
    put64(h, 0x80, debuggerDataAddress());
    memset(h + 0xf00, 0, 0x98); /* EXCEPTION_RECORD64 of a breakpoint that never was */
    put32(h, 0xf00, 0x80000003);
    put32(h, 0xf98, 4);
    put64(h, 0xfa8, fileTimeNow());
    put64(h, 0x1030, GetTickCount64() * 10000);
    put32(h, 0x1038, 0xcff);
    put32(h, 0x1040, 3);
    put32(h, 0x1044, 0x110);
    if (scenario.build >= 22000) put32(h, 0x1050, 0x10);
}

static BOOL writeDrivers(DUMP *dump)
{
    uint8_t *t = dump->bytes + TRIAGE;
    uint8_t *entries = reserve(dump, scenario.driverCount * DRIVER_ENTRY);
    if (!entries) return FALSE;
    put32(t, 0x30, offsetIn(dump, entries));
    put32(t, 0x34, scenario.driverCount);
    uint32_t poolStart = 0;
    for (uint32_t i = 0; i < scenario.driverCount; i++) {
        const DRIVER *driver = &scenario.drivers[i];
        uint8_t *entry = entries + i * DRIVER_ENTRY;
        uint32_t units = (uint32_t)strlen(driver->path);
        uint8_t *string = reserve(dump, 4 + (units + 1) * 2);
        if (!string) return FALSE;
        if (i == 0) poolStart = offsetIn(dump, string);
        put32(string, 0, units);
        for (uint32_t c = 0; c < units; c++) put16(string, 4 + 2 * c, (uint8_t)driver->path[c]);
        put32(entry, 0, offsetIn(dump, string));
        put64(entry, 8 + 0x30, driver->base);
        put64(entry, 8 + 0x38, driver->base + 0x1000);
        put32(entry, 8 + 0x40, driver->size);
        put32(entry, 8 + 0x78, driver->checkSum);
        put32(entry, 8 + 0x80, driver->timeDateStamp);
    }
    put32(t, 0x38, poolStart);
    put32(t, 0x3c, dump->used - poolStart);
    return TRUE;
}

/* KDDEBUGGER_DATA64 with the offsets of x64 build 19041. */
static void fillDebuggerData(uint8_t *k)
{
    static const uint16_t offsets[][2] = {
        { 0x298, 0x218 }, { 0x29a, 0x0f0 }, { 0x29c, 0x058 }, { 0x29e, 0x028 }, { 0x2a0, 0x0b8 }, { 0x2a2, 0x184 },
        { 0x2a8, EPROCESS_BYTES }, { 0x2aa, 0x550 }, { 0x2ac, 0x540 }, { 0x2ae, 0x028 }, { 0x2b4, 0x008 },
        { 0x2bc, 0x1f0 }, { 0x2be, 0x024 }, { 0x2c0, ETHREAD_BYTES }, { 0x338, 0x85c0 }, { 0x350, 0x018 }, { 0x35c, 0x283 },
    };
    memcpy(k + 0x10, "KDBG", 4);
    put32(k, 0x14, KDBG_BYTES);
    put64(k, 0x18, kernelBase());
    put64(k, 0x48, kernelBase() + 0xc2a3b0);
    put64(k, 0x50, kernelBase() + 0xc1e290);
    put64(k, 0x58, kernelBase() + 0xcfc3f0);
    put64(k, 0x208, kernelBase() + 0xc2a010);
    put64(k, 0x218, processorTableAddress());
    put64(k, 0x220, kernelBase() + 0xc2a5d0);
    for (size_t i = 0; i < ARRAYSIZE(offsets); i++) put16(k, offsets[i][0], offsets[i][1]);
    put16(k, 0x2b0, (uint16_t)scenario.prcbBytes);
    put32(k, 0x340, 0x030);
    put32(k, 0x344, 0x038);
    put32(k, 0x348, 0x208);
    put32(k, 0x34c, 0x4b0);
}

static BOOL writeFixedParts(DUMP *dump)
{
    uint8_t *t = dump->bytes + TRIAGE;
    uint8_t *mm = reserve(dump, 0x50), *unloaded = reserve(dump, 8);
    if (!mm || !unloaded || !writeDrivers(dump)) return FALSE;
    uint8_t *debuggerData = addBlock(dump, debuggerDataAddress(), KDBG_BYTES);
    if (!debuggerData) return FALSE;
    fillDebuggerData(debuggerData);
    put32(mm, 0, 1);
    put32(t, 0x0c, 0x348);
    put32(t, 0x10, 0xf00);
    put32(t, 0x14, offsetIn(dump, mm));
    put32(t, 0x18, offsetIn(dump, unloaded));
    put32(t, 0x70, offsetIn(dump, debuggerData));
    put32(t, 0x74, KDBG_BYTES);
    return TRUE;
}

/* Every processor's block, before any thread: on large machines nothing is left after them. */
static BOOL writeProcessors(DUMP *dump, const FAKE_THREAD *first)
{
    uint8_t *table = addBlock(dump, processorTableAddress(), scenario.processors * 8);
    for (uint32_t i = 0; table && i < scenario.processors; i++) {
        uint8_t *prcb = addBlock(dump, prcbAddress(i), scenario.prcbBytes);
        if (!prcb) return FALSE;
        put64(table, 8 * i, prcbAddress(i));
        put64(prcb, 0x08, i == 0 && first ? first->object : 0);
        put64(prcb, 0x18, 0xffffa38f3f000080ull + i * 0x1000ull);
        put32(prcb, 0x24, i);
        if (i == 0) put32(dump->bytes + TRIAGE, 0x1c, offsetIn(dump, prcb));
    }
    return table != NULL;
}

static BOOL writeProcess(DUMP *dump, const FAKE_PROCESS *process)
{
    uint8_t *p = addBlock(dump, process->object, EPROCESS_BYTES);
    if (!p) return FALSE;
    p[0] = 3;
    put64(p, 0x08, process->object + 8);
    put64(p, 0x10, process->object + 8);
    put64(p, 0x28, 0x2f5c10000ull);
    put64(p, 0x30, scenario.threads[process->firstThread].object + 0x2f8);
    put64(p, 0x440, process->id);
    put64(p, 0x468, process->createTime);
    put64(p, 0x540, process->parent);
    put64(p, 0x550, 0x837effe000ull);
    for (int i = 0; i < 14 && process->name[i]; i++) p[0x5a8 + i] = (uint8_t)process->name[i];
    put32(dump->bytes + TRIAGE, 0x20, offsetIn(dump, p));
    return TRUE;
}

static uint64_t capturedStackPointer(const FAKE_THREAD *thread)
{
    uint32_t frames = thread->stack ? (uint32_t)thread->stack->count : 1;
    return thread->stackBase - 0x200 - frames * FRAME_BYTES;
}

static uint64_t firstFrame(const FAKE_THREAD *thread)
{
    return thread->stack && thread->stack->count ? thread->stack->frames[0] : kernelBase() + 0x3f2a10;
}

static uint64_t linkOf(const FAKE_THREAD *thread, int step)
{
    const FAKE_PROCESS *process = processOf(thread);
    int64_t index = (thread - scenario.threads) - (int64_t)process->firstThread + step;
    if (index < 0 || index >= process->threadCount) return process->object + 0x5e0;
    return scenario.threads[process->firstThread + index].object + 0x4e8;
}

/* The copy is edited for the debugger, and so does not hold the thread's live state. */
static void fillThread(uint8_t *e, const FAKE_THREAD *thread, BOOL first)
{
    uint64_t process = processOf(thread)->object, pointer = capturedStackPointer(thread);
    e[0] = 6;
    put64(e, 0x008, thread->object + 8);
    put64(e, 0x010, thread->object + 8);
    put64(e, 0x028, thread->stackBase - 0x50);
    put64(e, 0x030, thread->stackLimit);
    put64(e, 0x038, thread->stackBase);
    put64(e, 0x058, pointer - SWITCH_FRAME);
    put64(e, 0x0b8, process);
    put64(e, 0x0f0, thread->teb);
    for (int i = 0; i < 4; i++) put64(e, 0x158 + 0x30 * i, thread->object);
    e[0x184] = first ? (uint8_t)thread->state : 0xff;
    put32(e, 0x218, 0);
    put64(e, 0x220, process);
    e[0x283] = (uint8_t)thread->waitReason;
    put64(e, 0x430, thread->createTime);
    put64(e, 0x450, thread->startAddress);
    put64(e, 0x478, processOf(thread)->id);
    put64(e, 0x480, thread->id);
    put64(e, 0x4b0, thread->object + 0x4b0);
    put64(e, 0x4b8, thread->object + 0x4b0);
    put64(e, 0x4d0, thread->win32StartAddress);
    put64(e, 0x4e8, linkOf(thread, 1));
    put64(e, 0x4f0, linkOf(thread, -1));
}

static void fillContext(uint8_t *c, const FAKE_THREAD *thread)
{
    memset(c, 0, CONTEXT_BYTES);
    put32(c, 0x30, 0x10001f);
    put16(c, 0x38, 0x10);
    put16(c, 0x42, 0x18);
    put32(c, 0x44, 0x246);
    put64(c, 0x98, capturedStackPointer(thread));
    put64(c, 0xa0, capturedStackPointer(thread) + 0x40);
    put64(c, 0xf8, firstFrame(thread));
}

/* The whole stack from its limit to its base; return addresses at the upper end of frames of equal size. */
static void fillStack(uint8_t *s, const FAKE_THREAD *thread)
{
    uint64_t pointer = capturedStackPointer(thread);
    uint32_t at = (uint32_t)(pointer - thread->stackLimit);
    put64(s, at - SWITCH_FRAME + 0x30, pointer + 0x40);
    put64(s, at - SWITCH_FRAME + 0x38, firstFrame(thread));
    for (int i = 1; thread->stack && i < thread->stack->count; i++) {
        put64(s, at + FRAME_BYTES * i - 0x20, (uint64_t)i);
        put64(s, at + FRAME_BYTES * i - 8, thread->stack->frames[i]);
    }
}

/* Pending requests and what they lead to, in pieces of at most a page. */
static BOOL writeIndirectData(DUMP *dump, const FAKE_THREAD *thread)
{
    uint64_t address = 0xffffa38fc0000000ull + (uint64_t)(thread - scenario.threads) * 0x100000;
    for (uint32_t left = thread->cost; left > 0;) {
        uint32_t size = left < 0x1000 ? left : 0x1000;
        uint8_t *piece = addBlock(dump, address, size);
        if (!piece) return FALSE;
        memset(piece, 0xa5, size);
        address += 0x1000;
        left -= size;
    }
    return TRUE;
}

static BOOL writeThread(DUMP *dump, const FAKE_THREAD *thread, BOOL first)
{
    uint32_t stackBytes = (uint32_t)(thread->stackBase - thread->stackLimit);
    uint8_t *t = dump->bytes + TRIAGE;
    uint8_t *object = addBlock(dump, thread->object, ETHREAD_BYTES);
    if (!object) return FALSE;
    fillThread(object, thread, first);
    if (first) {
        put32(t, 0x24, offsetIn(dump, object));
        fillContext(dump->bytes + 0x348, thread);
    } else {
        uint8_t *context = addBlock(dump, capturedStackPointer(thread) + 0x10000000000ull, CONTEXT_BYTES);
        if (!context) return FALSE;
        fillContext(context, thread);
    }
    uint8_t *stack = addBlock(dump, thread->stackLimit, stackBytes);
    if (!stack) return FALSE;
    fillStack(stack, thread);
    if (first) {
        uint32_t unused = (uint32_t)(capturedStackPointer(thread) - thread->stackLimit);
        put32(t, 0x28, offsetIn(dump, stack) + unused);
        put32(t, 0x2c, stackBytes - unused);
        put64(t, 0x48, capturedStackPointer(thread));
    }
    return writeIndirectData(dump, thread);
}

/* FALSE when the buffer is full; what was begun is taken back, unless the scenario wants it kept. */
static BOOL captureThread(DUMP *dump, const FAKE_THREAD *thread, BOOL first)
{
    uint32_t used = dump->used, count = dump->count;
    if (writeThread(dump, thread, first)) return TRUE;
    if (!scenario.keepPartialThread) {
        memset(dump->bytes + used, 0, dump->used - used);
        dump->used = used;
        dump->count = count;
        if (first) put32(dump->bytes + TRIAGE, 0x24, 0);
        if (first) put32(dump->bytes + TRIAGE, 0x28, 0);
        if (first) put32(dump->bytes + TRIAGE, 0x2c, 0);
        if (first) put64(dump->bytes + TRIAGE, 0x48, 0);
    }
    return FALSE;
}

static const FAKE_THREAD *firstAnswering(const TRIAGE_REQUEST *request)
{
    for (uint32_t i = 0; i < request->count; i++)
        if (request->threads[i] && request->threads[i]->fault != WEDGED && request->threads[i]->fault != EXITS)
            return request->threads[i];
    return NULL;
}

/* Thread after thread in the order of the request. Returns FALSE when the buffer became full. */
static BOOL writeThreads(DUMP *dump, TRIAGE_REQUEST *request)
{
    BOOL first = TRUE;
    for (uint32_t i = 0; i < request->count; i++) {
        FAKE_THREAD *thread = request->threads[i];
        if (!thread) continue;
        if (thread->fault == EXITS) {
            thread->exited = TRUE;
            request->statuses[i] = STATUS_TERMINATING;
        } else if (thread->fault == WEDGED) {
            Sleep(scenario.wedgeMs);
            request->statuses[i] = STATUS_TIMED_OUT;
        } else if (request->dropsAll || !captureThread(dump, thread, first)) {
            request->statuses[i] = STATUS_NO_ROOM;
            return FALSE;
        } else {
            request->statuses[i] = STATUS_OK;
            first = FALSE;
        }
    }
    return TRUE;
}

static void logThreads(const TRIAGE_REQUEST *request)
{
    for (uint32_t i = 0; i < request->count; i++)
        logLine("\"call\":\"captureThread\",\"thread\":%u,\"status\":\"0x%08x\"",
                request->threads[i] ? request->threads[i]->id : 0, request->statuses[i]);
}

/* The array of blocks, newest first, and the mark that is written last. */
static uint32_t finish(DUMP *dump)
{
    uint8_t *t = dump->bytes + TRIAGE;
    uint32_t size = dump->count * (uint32_t)sizeof(BLOCK);
    dump->used = (dump->used + 7) & ~7u;
    for (uint32_t i = 0; i < dump->count; i++)
        memcpy(dump->bytes + dump->used + i * sizeof(BLOCK), &dump->blocks[dump->count - 1 - i], sizeof(BLOCK));
    put32(t, 0x78, dump->used);
    put32(t, 0x7c, dump->count);
    dump->used += size;
    put32(t, 0x04, dump->used + MARK_BYTES);
    put32(t, 0x08, dump->used);
    memcpy(dump->bytes + dump->used, "TRGD", MARK_BYTES);
    dump->used += MARK_BYTES;
    put64(dump->bytes, 0xfa0, dump->used);
    return dump->used;
}

uint32_t writeTriageDump(uint8_t *buffer, uint32_t capacity, TRIAGE_REQUEST *request)
{
    static DUMP dump;
    static SRWLOCK oneAtATime = SRWLOCK_INIT;
    AcquireSRWLockExclusive(&oneAtATime);
    dump = (DUMP){ .bytes = buffer, .capacity = capacity, .used = TRIAGE_END };
    writeHeader(buffer, request);
    memset(buffer + TRIAGE, 0, TRIAGE_END - TRIAGE);

    const FAKE_THREAD *first = firstAnswering(request);
    uint32_t statusBytes = (request->count + 1) * 4;
    uint8_t *statuses = NULL;
    BOOL all = writeFixedParts(&dump) && writeProcessors(&dump, first);
    if (all && scenario.statusMarker) statuses = addBlock(&dump, 0xffffa38f3e000000ull, statusBytes);
    if (all && first) all = writeProcess(&dump, processOf(first));
    if (all) all = writeThreads(&dump, request);
    if (statuses) {
        memcpy(statuses, request->statuses, request->count * 4);
        put32(statuses, request->count * 4, scenario.statusMarker);
    }
    if (!all) put32(buffer + TRIAGE, 0x44, 0x100);
    logThreads(request);
    uint32_t length = finish(&dump);
    ReleaseSRWLockExclusive(&oneAtATime);
    return length;
}
