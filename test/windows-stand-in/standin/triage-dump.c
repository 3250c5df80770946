#include "triage-buffer.h"
#include "waits.h"
#include <string.h>

/*
 * A triage dump as the kernel is reported to write it for the debug-control call: headers, drivers and debugger data; the
 * block of every processor; then thread after thread until the buffer is full. Offsets are those of the public
 * mindumpdef.h. This writer shares no table with the reader under test.
 */

enum { DRIVER_ENTRY = 0x90 };

static void writeHeader(uint8_t *h, const TRIAGE_REQUEST *request)
{
    fillHeader(h, request->bugCheckCode, request->bugCheckParameters);
    memset(h + 0xf00, 0, 0x98); /* EXCEPTION_RECORD64 of a breakpoint that never was */
    put32(h, 0xf00, 0x80000003);
    put32(h, 0xf98, 4);
    put32(h, 0x1038, 0xcff);
    if (scenario.build >= 22000) put32(h, 0x1050, 0x10);
}

static BOOL writeDrivers(DUMP *dump)
{
    uint8_t *t = dump->bytes + TRIAGE_BLOCK;
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

static BOOL writeFixedParts(DUMP *dump)
{
    uint8_t *t = dump->bytes + TRIAGE_BLOCK;
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
        fillProcessor(prcb, i, i == 0 && first ? first->object : 0);
        if (i == 0) put32(dump->bytes + TRIAGE_BLOCK, 0x1c, offsetIn(dump, prcb));
    }
    return table != NULL;
}

static BOOL writeProcess(DUMP *dump, const FAKE_PROCESS *process)
{
    uint8_t *p = addBlock(dump, process->object, EPROCESS_BYTES);
    if (!p) return FALSE;
    fillProcess(p, process);
    put32(dump->bytes + TRIAGE_BLOCK, 0x20, offsetIn(dump, p));
    return TRUE;
}

static BOOL writePiece(DUMP *dump, const PIECE *piece)
{
    uint8_t *at = addBlock(dump, piece->address, piece->size);
    if (at) memcpy(at, piece->bytes, piece->size);
    return at != NULL;
}

static BOOL isStored(const DUMP *dump, uint64_t address)
{
    for (uint32_t i = 0; i < dump->count; i++)
        if (dump->blocks[i].address == address) return TRUE;
    return FALSE;
}

/* The lock that the thread owns or waits for, where the scenario wants it: once for all of its threads. */
static BOOL writeLock(DUMP *dump, uint32_t number)
{
    PIECE lock;
    if (!scenario.storeLocks || !number || !resourcePiece(&lock, number)) return TRUE;
    return isStored(dump, lock.address) || writePiece(dump, &lock);
}

/* The pending request and what it leads to, and the locks of the thread. */
static BOOL writeRequest(DUMP *dump, const FAKE_THREAD *thread)
{
    PIECE pieces[MOST_PIECES];
    uint32_t count = requestPieces(pieces, thread);
    for (uint32_t i = 0; i < count; i++)
        if (!writePiece(dump, &pieces[i])) return FALSE;
    return writeLock(dump, thread->ownsLock) && writeLock(dump, thread->waitsForLock);
}

/* Memory that is no object of interest, in pieces of at most a page. */
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
    uint8_t *t = dump->bytes + TRIAGE_BLOCK;
    uint8_t *object = addBlock(dump, thread->object, ETHREAD_BYTES);
    if (!object) return FALSE;
    fillThread(object, thread, first ? FIRST_CAPTURED : CAPTURED);
    if (first) {
        put32(t, 0x24, offsetIn(dump, object));
        fillContext(dump->bytes + 0x348, thread, CAPTURED);
    } else {
        uint8_t *context = addBlock(dump, stackPointer(thread, CAPTURED) + 0x10000000000ull, CONTEXT_BYTES);
        if (!context) return FALSE;
        fillContext(context, thread, CAPTURED);
    }
    uint8_t *stack = addBlock(dump, thread->stackLimit, stackBytes);
    if (!stack) return FALSE;
    fillStack(stack, thread, CAPTURED);
    if (first) {
        uint32_t unused = (uint32_t)(stackPointer(thread, CAPTURED) - thread->stackLimit);
        put32(t, 0x28, offsetIn(dump, stack) + unused);
        put32(t, 0x2c, stackBytes - unused);
        put64(t, 0x48, stackPointer(thread, CAPTURED));
    }
    return writeRequest(dump, thread) && writeIndirectData(dump, thread);
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
        if (first) put32(dump->bytes + TRIAGE_BLOCK, 0x24, 0);
        if (first) put32(dump->bytes + TRIAGE_BLOCK, 0x28, 0);
        if (first) put32(dump->bytes + TRIAGE_BLOCK, 0x2c, 0);
        if (first) put64(dump->bytes + TRIAGE_BLOCK, 0x48, 0);
    }
    return FALSE;
}

static const FAKE_THREAD *firstAnswering(const TRIAGE_REQUEST *request)
{
    for (uint32_t i = 0; i < request->count; i++)
        if (request->threads[i] && request->threads[i]->fault != WEDGED && request->threads[i]->fault != EXITS &&
            request->threads[i]->fault != RUNDOWN)
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
        } else if (thread->fault == RUNDOWN) {
            thread->ending = TRUE;
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

uint32_t writeTriageDump(uint8_t *buffer, uint32_t capacity, TRIAGE_REQUEST *request)
{
    static DUMP dump;
    static SRWLOCK oneAtATime = SRWLOCK_INIT;
    AcquireSRWLockExclusive(&oneAtATime);
    dump = (DUMP){ .bytes = buffer, .capacity = capacity, .used = TRIAGE_BLOCK_END };
    writeHeader(buffer, request);
    memset(buffer + TRIAGE_BLOCK, 0, TRIAGE_BLOCK_END - TRIAGE_BLOCK);

    const FAKE_THREAD *first = firstAnswering(request);
    uint32_t statusBytes = (request->count + 1) * 4;
    uint8_t *statuses = NULL;
    BOOL all = writeFixedParts(&dump) && writeProcessors(&dump, first);
    if (all && scenario.statusMarker) statuses = addBlock(&dump, 0xffffa38f3e000000ull, statusBytes);
    if (all && first) all = writeProcess(&dump, processOf(first));
    if (all) all = writeThreads(&dump, request);
    if (statuses) {
        memcpy(statuses, request->statuses, request->count * 4);
        if (scenario.garbageStatuses) memset(statuses, 0x5a, request->count * 4);
        put32(statuses, request->count * 4, scenario.statusMarker);
    }
    if (!all && !scenario.silentOverflow) put32(buffer + TRIAGE_BLOCK, 0x44, 0x100);
    logThreads(request);
    uint32_t length = finish(&dump);
    ReleaseSRWLockExclusive(&oneAtATime);
    return length;
}
