#include "waits.h"
#include <stddef.h>
#include <string.h>

typedef struct {
    uint64_t next, previous;
} LINKS;

typedef struct {
    uint8_t type, absolute, size, inserted;
    int32_t signal;
    LINKS waiters;
} DISPATCHER;

typedef struct {
    LINKS list;
    uint8_t type, state;
    uint16_t key;
    uint32_t overlaid; /* KTHREAD has words of its own here */
    uint64_t thread, object;
} WAIT_BLOCK;

typedef struct {
    LINKS ring;
    uint64_t thread;
    DISPATCHER event;
} RESOURCE_WAITER;

typedef struct {
    LINKS list;
    uint64_t ownerTable;
    int16_t activeCount;
    uint8_t flag, waiterPriority;
    uint32_t padding;
    uint64_t sharedWaiters, exclusiveWaiters, owner;
    uint32_t ownerCount, tableSize, activeEntries, contention, sharedCount, exclusiveCount;
    uint64_t reserved, address, spinLock;
} RESOURCE;

typedef struct {
    uint16_t length, room;
    uint32_t padding;
    uint64_t buffer;
} TEXT;

typedef struct {
    uint8_t major, minor, flags, control;
    uint32_t padding;
    uint64_t parameters[4], device, file, completion, context;
} LOCATION;

typedef struct {
    uint16_t type, size;
    uint32_t more;
    uint64_t mdl, flags, associated;
    LINKS threadList;
    uint64_t ioStatus[2];
    uint8_t mode, pendingReturned, stackCount, currentLocation, cancel, cancelIrql, apc, allocation;
    uint64_t userIosb, userEvent, overlay[2], cancelRoutine, userBuffer, driverContext[4], thread, auxiliary;
    LINKS listEntry;
    uint64_t current, originalFile, completionKey;
    LOCATION locations[2];
} REQUEST;

typedef struct {
    uint16_t type, size;
    uint32_t padding;
    uint64_t device, vpb, context, context2, section, cache, status, related, access, flags;
    TEXT name;
    uint64_t offset;
    uint32_t waiters, busy;
    uint64_t lastLock;
    DISPATCHER lock, event;
} FILE_OBJECT_;

typedef struct {
    uint16_t type, size;
    int32_t references;
    uint64_t driver;
    uint8_t rest[0x140];
} DEVICE_;

typedef struct {
    uint16_t type, size;
    uint32_t padding;
    uint64_t device, flags, start;
    uint32_t bytes, padding2;
    uint64_t section, extension;
    TEXT name;
    uint8_t rest[0x108];
} DRIVER_;

_Static_assert(sizeof(DISPATCHER) == 0x18 && sizeof(WAIT_BLOCK) == 0x28 && sizeof(RESOURCE_WAITER) == 0x30, "waits");
_Static_assert(sizeof(RESOURCE) == 0x68 && offsetof(RESOURCE, owner) == 0x30 && offsetof(RESOURCE, spinLock) == 0x60, "lock");
_Static_assert(offsetof(REQUEST, thread) == 0x98 && offsetof(REQUEST, current) == 0xb8, "request");
_Static_assert(offsetof(REQUEST, locations) == 0xd0 && sizeof(LOCATION) == 0x48, "stack locations");
_Static_assert(offsetof(FILE_OBJECT_, name) == 0x58 && offsetof(FILE_OBJECT_, event) == 0x98, "file");
_Static_assert(sizeof(DEVICE_) == 0x150 && sizeof(DRIVER_) == 0x150 && offsetof(DRIVER_, name) == 0x38, "device and driver");
_Static_assert(sizeof(REQUEST) <= sizeof(((PIECE *)0)->bytes), "room for a request");

enum {
    WAIT_BLOCK_BYTES = 0x30,
    WAIT_LIST = offsetof(DISPATCHER, waiters),
    TYPE_SYNCHRONIZATION_EVENT = 1,
    TYPE_TIMER = 8,
    WAIT_ANY = 1,
    BLOCK_ACTIVE = 4,
    TIMEOUT_KEY = 0x102,
    OWNED_EXCLUSIVELY = 0x86,
    COUNT_SHIFT = 3,
    FRAME_OF_THE_WAIT = 1,
    FRAME_BYTES = 0x60,
    LOCALS = 0x08,
    MARKED_PENDING = 1,
    FRAMES_OF_UNKNOWN_STACK = 1,
};

#define REDIRECTOR L"\\FileSystem\\mrxsmb20"
#define REQUESTS 0xffffa39080000000ull
#define REQUEST_SPACING 0x1000ull
#define DEVICE_PLACE 0xffffa39040000000ull

uint64_t resourceListAddress(void) { return kernelBase() + 0xc16890; }

static uint64_t resourceAddress(uint32_t lock) { return 0xffffa390d0000bc0ull + lock * 0x1000ull; }

/* The waiter's block among the locals of the frame that waits; captures put their frames below it. */
static uint64_t waiterBlock(const FAKE_THREAD *thread)
{
    uint32_t own = thread->stack ? (uint32_t)thread->stack->count : FRAMES_OF_UNKNOWN_STACK;
    return thread->stackBase - 0x200 - (own - FRAME_OF_THE_WAIT) * FRAME_BYTES + LOCALS;
}

static uint64_t eventOf(const FAKE_THREAD *thread) { return waiterBlock(thread) + offsetof(RESOURCE_WAITER, event); }

/* The next thread in the scenario that waits for the same lock, around its end; the thread itself when it is the only one. */
static const FAKE_THREAD *neighbourInRing(const FAKE_THREAD *thread, uint32_t step)
{
    uint32_t count = scenario.threadCount, place = (uint32_t)(thread - scenario.threads);
    for (uint32_t i = 1; i <= count; i++) {
        const FAKE_THREAD *other = &scenario.threads[(place + (uint64_t)i * step) % count];
        if (other->waitsForLock == thread->waitsForLock) return other;
    }
    return thread;
}

static void putBlock(uint8_t *ethread, uint32_t index, uint64_t object, uint64_t list, uint16_t key, uint64_t thread)
{
    uint8_t *at = ethread + 0x140 + index * WAIT_BLOCK_BYTES;
    WAIT_BLOCK block = { { list, list }, WAIT_ANY, BLOCK_ACTIVE, key, 0, thread, object };
    memcpy(&block.overlaid, at + offsetof(WAIT_BLOCK, overlaid), sizeof block.overlaid);
    memcpy(at, &block, sizeof block);
}

void fillWait(uint8_t *ethread, const FAKE_THREAD *thread)
{
    uint64_t timer = thread->object + 0x100, timerBlock = thread->object + 0x1d0;
    DISPATCHER header = { .type = TYPE_TIMER, .waiters = { timerBlock, timerBlock } };
    memcpy(ethread + 0x100, &header, sizeof header);
    putBlock(ethread, 3, 0, timer + WAIT_LIST, TIMEOUT_KEY, thread->object);
    put64(ethread, 0xd0, thread->object + 0x140);
    for (uint32_t list = 0x308; list <= 0x310; list += 8) put64(ethread, list, thread->object + 0x308);
    if (!thread->waitsForLock) return;
    putBlock(ethread, 0, eventOf(thread), eventOf(thread) + WAIT_LIST, 0, thread->object);
    ethread[0x24b] = 1;
}

void fillWaiterBlock(uint8_t *stack, const FAKE_THREAD *thread, VIEW view)
{
    if (!thread->waitsForLock) return;
    uint64_t list = view == LIVE ? thread->object + 0x140 : eventOf(thread) + WAIT_LIST;
    RESOURCE_WAITER waiter = {
        .ring = { waiterBlock(neighbourInRing(thread, 1)), waiterBlock(neighbourInRing(thread, scenario.threadCount - 1)) },
        .thread = thread->object,
        .event = { .type = TYPE_SYNCHRONIZATION_EVENT, .size = sizeof(DISPATCHER) / 4, .waiters = { list, list } },
    };
    memcpy(stack + (waiterBlock(thread) - thread->stackLimit), &waiter, sizeof waiter);
}

BOOL resourcePiece(PIECE *piece, uint32_t lock)
{
    const FAKE_THREAD *owner = NULL, *first = NULL;
    uint32_t waiters = 0, priority = 0;
    for (uint32_t i = 0; i < scenario.threadCount; i++) {
        const FAKE_THREAD *thread = &scenario.threads[i];
        if (thread->ownsLock == lock && !owner) owner = thread;
        if (thread->waitsForLock != lock) continue;
        if (!first) first = thread;
        if (thread->priority > priority) priority = thread->priority;
        waiters++;
    }
    if (!owner && !first) return FALSE;
    RESOURCE resource = {
        .list = { resourceListAddress(), resourceListAddress() },
        .activeCount = owner ? 1 : 0,
        .flag = owner ? OWNED_EXCLUSIVELY : 0,
        .waiterPriority = (uint8_t)priority,
        .exclusiveWaiters = first ? waiterBlock(first) : 0,
        .owner = owner ? owner->object : 0,
        .ownerCount = owner ? 1u << COUNT_SHIFT : 0,
        .activeEntries = owner ? 1 : 0,
        .contention = waiters,
        .exclusiveCount = waiters,
    };
    *piece = (PIECE){ .address = resourceAddress(lock), .size = sizeof resource };
    memcpy(piece->bytes, &resource, sizeof resource);
    return TRUE;
}

static uint32_t add(PIECE *pieces, uint32_t count, uint64_t address, const void *bytes, size_t size)
{
    pieces[count] = (PIECE){ .address = address, .size = (uint32_t)size };
    memcpy(pieces[count].bytes, bytes, size);
    return count + 1;
}

static TEXT text(const WCHAR *words, uint64_t buffer)
{
    uint16_t bytes = (uint16_t)(lstrlenW(words) * sizeof *words);
    return (TEXT){ .length = bytes, .room = bytes, .buffer = buffer };
}

uint32_t requestPieces(PIECE pieces[MOST_PIECES], const FAKE_THREAD *thread)
{
    if (!thread->request[0]) return 0;
    uint64_t request = REQUESTS + (uint64_t)(thread - scenario.threads) * REQUEST_SPACING;
    uint64_t file = request + 0x400, name = request + 0x600;
    uint64_t device = DEVICE_PLACE, driver = device + 0x200, driverName = device + 0x400;
    uint64_t list = thread->object + 0x4b0;
    uint16_t size = sizeof(REQUEST);
    REQUEST irp = {
        .type = 6,
        .size = size,
        .threadList = { list, list },
        .mode = 1,
        .stackCount = 2,
        .currentLocation = 1,
        .thread = thread->object,
        .current = request + offsetof(REQUEST, locations),
        .originalFile = file,
        .locations = {
            { .control = MARKED_PENDING, .device = device, .file = file },
            { .device = device, .file = file },
        },
    };
    FILE_OBJECT_ fileObject = { .type = 5, .size = 0xd8, .device = device, .flags = 2, .name = text(thread->request, name) };
    DEVICE_ deviceObject = { .type = 3, .size = sizeof(DEVICE_), .driver = driver };
    DRIVER_ driverObject = { .type = 4, .size = sizeof(DRIVER_), .device = device, .name = text(REDIRECTOR, driverName) };
    uint8_t fileBytes[0xd8] = { 0 };
    memcpy(fileBytes, &fileObject, sizeof fileObject);
    uint32_t count = add(pieces, 0, request, &irp, sizeof irp);
    count = add(pieces, count, file, fileBytes, sizeof fileBytes);
    count = add(pieces, count, name, thread->request, fileObject.name.length);
    count = add(pieces, count, device, &deviceObject, sizeof deviceObject);
    count = add(pieces, count, driver, &driverObject, sizeof driverObject);
    return add(pieces, count, driverName, REDIRECTOR, driverObject.name.length);
}
