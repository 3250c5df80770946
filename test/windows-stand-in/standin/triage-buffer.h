/* The kernel's buffer for a triage dump: data from its start, and at its end the array of what is where. */
#pragma once
#include "standin.h"

enum {
    TRIAGE_BLOCK = 0x2000,
    TRIAGE_BLOCK_END = 0x2080,
    MOST_BLOCKS = 1785,
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

/* Takes 8-aligned zeroed room; NULL when the buffer is full. */
uint8_t *reserve(DUMP *dump, uint32_t size);
/* The same, for the memory at an address, which gets its entry in the array. */
uint8_t *addBlock(DUMP *dump, uint64_t address, uint32_t size);
uint32_t offsetIn(const DUMP *dump, const uint8_t *at);
/* Writes the array, newest first, and the mark that comes last. Returns the length of the dump. */
uint32_t finish(DUMP *dump);
