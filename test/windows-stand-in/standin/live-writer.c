#include "waits.h"
#include "physical-memory.h"
#include <stdlib.h>
#include <string.h>

/*
 * A live dump as the kernel is reported to write it: a bitmap dump whose pages go out in chunks of 2 MiB, with a look at the
 * cancel event between them, and whose header is written last. (Bitmap block: the layout as independent readers
 * of such dumps have published it.)
 */

enum { BITMAP_BLOCK = 0x2000, BITMAP_BITS = 0x38, CHUNK_PAGES = 512 };

#define FILLER_ADDRESS 0xffffb00000000000ull

static void writeList(MEMORY *memory, uint64_t at, uint64_t first, uint64_t last)
{
    uint64_t links[2] = { first, last };
    writeVirtual(memory, at, links, sizeof links);
}

static uint64_t moduleEntry(uint32_t index)
{
    if (index >= scenario.driverCount) return moduleListAddress();
    return 0xffffa38f30000050ull + index * 0x400ull;
}

/* KLDR_DATA_TABLE_ENTRY with its two names behind it. */
static void writeModule(MEMORY *memory, uint32_t index)
{
    const DRIVER *driver = &scenario.drivers[index];
    uint8_t entry[0x300] = { 0 };
    uint64_t address = moduleEntry(index);
    const char *slash = strrchr(driver->path, '\\');
    uint32_t length = (uint32_t)strlen(driver->path), baseAt = slash ? (uint32_t)(slash + 1 - driver->path) : 0;
    put64(entry, 0x00, moduleEntry(index + 1));
    put64(entry, 0x08, index == 0 ? moduleListAddress() : moduleEntry(index - 1));
    put64(entry, 0x30, driver->base);
    put64(entry, 0x38, driver->base + 0x1000);
    put32(entry, 0x40, driver->size);
    put16(entry, 0x48, (uint16_t)(length * 2));
    put16(entry, 0x4a, (uint16_t)(length * 2));
    put64(entry, 0x50, address + 0x100);
    put16(entry, 0x58, (uint16_t)((length - baseAt) * 2));
    put16(entry, 0x5a, (uint16_t)((length - baseAt) * 2));
    put64(entry, 0x60, address + 0x100 + baseAt * 2);
    put32(entry, 0x78, driver->checkSum);
    put32(entry, 0x80, driver->timeDateStamp);
    for (uint32_t i = 0; i < length; i++) put16(entry, 0x100 + 2 * i, (uint8_t)driver->path[i]);
    writeVirtual(memory, address, entry, sizeof entry);
}

static void writeKernelData(MEMORY *memory)
{
    uint8_t debuggerData[KDBG_BYTES] = { 0 };
    fillDebuggerData(debuggerData);
    writeVirtual(memory, debuggerDataAddress(), debuggerData, sizeof debuggerData);
    writeList(memory, moduleListAddress(), moduleEntry(0), moduleEntry(scenario.driverCount - 1));
    for (uint32_t i = 0; i < scenario.driverCount; i++) writeModule(memory, i);
    uint8_t *prcb = calloc(1, scenario.prcbBytes);
    for (uint32_t i = 0; i < scenario.processors; i++) {
        uint64_t address = prcbAddress(i);
        fillProcessor(prcb, i, 0xffffa38f3f000080ull + i * 0x1000ull);
        writeVirtual(memory, address, prcb, scenario.prcbBytes);
        writeVirtual(memory, processorTableAddress() + 8 * i, &address, sizeof address);
    }
    free(prcb);
}

/* The locks of the scenario, in the list of all resources. */
static void writeLocks(MEMORY *memory)
{
    PIECE locks[MOST_LOCKS];
    uint32_t count = 0;
    for (uint32_t lock = 1; lock <= MOST_LOCKS; lock++)
        if (resourcePiece(&locks[count], lock)) count++;
    uint64_t head = resourceListAddress();
    writeList(memory, head, count ? locks[0].address : head, count ? locks[count - 1].address : head);
    for (uint32_t i = 0; i < count; i++) {
        put64(locks[i].bytes, 0, i + 1 < count ? locks[i + 1].address : head);
        put64(locks[i].bytes, 8, i > 0 ? locks[i - 1].address : head);
        writeVirtual(memory, locks[i].address, locks[i].bytes, locks[i].size);
    }
}

static void writeObjects(MEMORY *memory)
{
    static uint8_t stack[0x6000];
    uint32_t count = scenario.processCount;
    uint64_t head = processListAddress();
    writeList(memory, head, count ? scenario.processes[0].object + 0x448 : head,
              count ? scenario.processes[count - 1].object + 0x448 : head);
    for (uint32_t i = 0; i < count; i++) {
        uint8_t process[EPROCESS_BYTES] = { 0 };
        fillProcess(process, &scenario.processes[i]);
        writeVirtual(memory, scenario.processes[i].object, process, sizeof process);
    }
    for (uint32_t i = 0; i < scenario.threadCount; i++) {
        const FAKE_THREAD *thread = &scenario.threads[i];
        uint8_t object[ETHREAD_BYTES] = { 0 };
        fillThread(object, thread, LIVE);
        writeVirtual(memory, thread->object, object, sizeof object);
        memset(stack, 0, sizeof stack);
        fillStack(stack, thread, LIVE);
        writeVirtual(memory, thread->stackLimit, stack, sizeof stack);
        PIECE pieces[MOST_PIECES];
        uint32_t pieceCount = requestPieces(pieces, thread);
        for (uint32_t p = 0; p < pieceCount; p++) writeVirtual(memory, pieces[p].address, pieces[p].bytes, pieces[p].size);
    }
    writeLocks(memory);
}

static void writeOtherMemory(MEMORY *memory, const LIVE_REQUEST *request)
{
    static uint8_t page[PAGE_BYTES];
    if (request->userPages)
        for (uint32_t i = 0; i < scenario.threadCount; i++) {
            memset(page, 0x75, sizeof page);
            writeVirtual(memory, scenario.threads[i].teb, page, sizeof page);
        }
    for (uint32_t i = 0; !request->selective && i < scenario.fillerPages; i++) {
        memset(page, 0x40 + i % 64, sizeof page);
        writeVirtual(memory, FILLER_ADDRESS + (uint64_t)i * PAGE_BYTES, page, sizeof page);
    }
}

static ULONG writeAt(HANDLE file, uint64_t offset, void *data, uint32_t size)
{
    IO_STATUS_BLOCK io = { 0 };
    LARGE_INTEGER at = { .QuadPart = (LONGLONG)offset };
    return hookNtWriteFile(file, NULL, NULL, NULL, &io, data, size, &at, NULL);
}

static BOOL isCancelled(const LIVE_REQUEST *request)
{
    return request->cancelEvent && WaitForSingleObject(request->cancelEvent, 0) == WAIT_OBJECT_0;
}

/* The pages in ascending order. Some of the last are left out of a partial dump, with their bits. */
static ULONG writePages(const LIVE_REQUEST *request, MEMORY *memory, uint32_t count, uint64_t firstOffset, const CALL_FAULT *fault)
{
    for (uint32_t done = 0; done < count; done += CHUNK_PAGES) {
        uint32_t part = count - done < CHUNK_PAGES ? count - done : CHUNK_PAGES;
        if (isCancelled(request)) return STATUS_CANCELLED_BY_CALLER;
        if (fault && fault->kind == ANSWER_LATE_STATUS && done >= count / 2) return (ULONG)fault->value;
        if (scenario.chunkMs) Sleep(scenario.chunkMs);
        ULONG status = writeAt(request->file, firstOffset + (uint64_t)done * PAGE_BYTES, memory->pages[done], part * PAGE_BYTES);
        if (status != STATUS_OK) return status;
        logLine("\"call\":\"chunk\",\"pages\":%u", part);
    }
    if (fault && fault->kind == ANSWER_LATE_STATUS) return (ULONG)fault->value;
    return STATUS_OK;
}

static ULONG writeBitmap(HANDLE file, uint64_t bits, uint32_t count, uint64_t firstOffset)
{
    uint32_t size = BITMAP_BITS + (uint32_t)((bits + 7) / 8);
    uint8_t *block = calloc(1, size);
    memcpy(block, "SDMPDUMP", 8);
    put64(block, 0x20, firstOffset);
    put64(block, 0x28, count);
    put64(block, 0x30, bits);
    for (uint32_t i = 0; i < count; i++) {
        uint64_t frame = frameOfPage(i);
        block[BITMAP_BITS + frame / 8] |= (uint8_t)(1u << frame % 8);
    }
    ULONG status = writeAt(file, BITMAP_BLOCK, block, size);
    free(block);
    return status;
}

static ULONG writeHeaderLast(const LIVE_REQUEST *request, MEMORY *memory, uint64_t size)
{
    static uint8_t header[HEADER_BYTES];
    fillHeader(header, request->bugCheckCode, request->bugCheckParameters);
    put64(header, 0x10, directoryTableBase(memory));
    put32(header, 0x88, 1);
    put64(header, 0x90, frameLimit(memory));
    put64(header, 0x98, 0);
    put64(header, 0xa0, frameLimit(memory));
    put32(header, 0xf98, 6);
    put64(header, 0xfa0, size);
    put32(header, 0x1050, request->selective ? 0x4010 : 0x10);
    return writeAt(request->file, 0, header, sizeof header);
}

ULONG writeLiveDump(const LIVE_REQUEST *request, const CALL_FAULT *fault)
{
    MEMORY memory = { 0 };
    writeKernelData(&memory);
    writeObjects(&memory);
    writeOtherMemory(&memory, request);
    /* Sizing, quiescing and copying: the cancel event is not checked here. */
    if (scenario.callMs) Sleep(scenario.callMs);

    BOOL partial = fault && fault->kind == ANSWER_PARTIAL;
    uint32_t count = partial ? memory.count - memory.count / 8 : memory.count;
    uint64_t bits = frameLimit(&memory);
    uint64_t firstOffset = (BITMAP_BLOCK + BITMAP_BITS + (bits + 7) / 8 + PAGE_BYTES - 1) & ~(uint64_t)(PAGE_BYTES - 1);
    ULONG status = writeBitmap(request->file, bits, count, firstOffset);
    if (status == STATUS_OK) status = writePages(request, &memory, count, firstOffset, fault);
    if (status == STATUS_OK && !(fault && fault->kind == ANSWER_NO_MARK))
        status = writeHeaderLast(request, &memory, firstOffset + (uint64_t)count * PAGE_BYTES);
    freeMemory(&memory);
    return status == STATUS_OK && partial ? STATUS_PARTIAL_CAPTURE : status;
}
