/*
 * The scenario's physical memory while a live dump is made: pages, and the x64 page tables that map them, which are in
 * such pages themselves.
 */
#pragma once
#include "standin.h"

#define PAGE_BYTES 0x1000u

typedef struct {
    uint32_t count, room;
    uint8_t (*pages)[PAGE_BYTES];
} MEMORY;

/* Frame numbers leave holes, as on every machine. */
uint64_t frameOfPage(uint32_t index);
/* The highest frame number that is used, plus one. */
uint64_t frameLimit(const MEMORY *memory);
/* Where the page-map level 4 is; allocates it on first use. */
uint64_t directoryTableBase(MEMORY *memory);
void writeVirtual(MEMORY *memory, uint64_t address, const void *data, size_t size);
void freeMemory(MEMORY *memory);
