#include "triage-buffer.h"
#include "kernel-objects.h"
#include <string.h>

#define MARK_BYTES 4u

/* Room for data and for the entry in the array of blocks that follows all data. */
static BOOL fits(const DUMP *dump, uint32_t size, uint32_t blocks)
{
    uint64_t end = ((dump->used + 7ull) & ~7ull) + size;
    return end + (dump->count + blocks) * sizeof(BLOCK) + MARK_BYTES <= dump->capacity && dump->count + blocks <= MOST_BLOCKS;
}

uint8_t *reserve(DUMP *dump, uint32_t size)
{
    if (!fits(dump, size, 0)) return NULL;
    dump->used = (dump->used + 7) & ~7u;
    uint8_t *at = dump->bytes + dump->used;
    dump->used += size;
    return at;
}

uint8_t *addBlock(DUMP *dump, uint64_t address, uint32_t size)
{
    if (!fits(dump, size, 1)) return NULL;
    uint8_t *at = reserve(dump, size);
    dump->blocks[dump->count++] = (BLOCK){ address, (uint32_t)(at - dump->bytes), size };
    return at;
}

uint32_t offsetIn(const DUMP *dump, const uint8_t *at) { return at ? (uint32_t)(at - dump->bytes) : 0; }

uint32_t finish(DUMP *dump)
{
    uint8_t *t = dump->bytes + TRIAGE_BLOCK;
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
