#include "physical-memory.h"
#include <stdlib.h>
#include <string.h>

#define FIRST_FRAME 0x1adu
#define PRESENT_WRITABLE 0x63u
#define FRAME_MASK 0x000ffffffffff000ull

uint64_t frameOfPage(uint32_t index) { return FIRST_FRAME + 3ull * index; }

uint64_t frameLimit(const MEMORY *memory) { return frameOfPage(memory->count - 1) + 1; }

static uint32_t newPage(MEMORY *memory)
{
    if (memory->count == memory->room) {
        memory->room = memory->room ? memory->room * 2 : 1024;
        memory->pages = realloc(memory->pages, (size_t)memory->room * PAGE_BYTES);
    }
    memset(memory->pages[memory->count], 0, PAGE_BYTES);
    return memory->count++;
}

uint64_t directoryTableBase(MEMORY *memory)
{
    if (memory->count == 0) newPage(memory);
    return frameOfPage(0) * PAGE_BYTES;
}

/* The page that an entry of a table leads to, made when there is none. */
static uint32_t follow(MEMORY *memory, uint32_t table, uint32_t index)
{
    uint64_t entry;
    memcpy(&entry, memory->pages[table] + 8 * index, 8);
    if (entry != 0) return (uint32_t)(((entry & FRAME_MASK) / PAGE_BYTES - FIRST_FRAME) / 3);
    uint32_t page = newPage(memory);
    entry = frameOfPage(page) * PAGE_BYTES | PRESENT_WRITABLE;
    memcpy(memory->pages[table] + 8 * index, &entry, 8);
    return page;
}

static uint8_t *pageAt(MEMORY *memory, uint64_t address)
{
    uint32_t page = 0;
    directoryTableBase(memory);
    for (int shift = 39; shift >= 12; shift -= 9) page = follow(memory, page, (address >> shift) & 0x1ff);
    return memory->pages[page];
}

void writeVirtual(MEMORY *memory, uint64_t address, const void *data, size_t size)
{
    const uint8_t *from = data;
    while (size > 0) {
        size_t offset = address % PAGE_BYTES, part = PAGE_BYTES - offset;
        if (part > size) part = size;
        memcpy(pageAt(memory, address) + offset, from, part);
        address += part;
        from += part;
        size -= part;
    }
}

void freeMemory(MEMORY *memory) { free(memory->pages); }
