/*
 * Kernel objects of the scenario as both kinds of dump hold them: x64, build 19041, offsets of wdbgexts.h and as measured on
 * a dump of that build.
 */
#pragma once
#include "standin.h"

enum {
    HEADER_BYTES = 0x2000,
    KDBG_BYTES = 0x380,
    ETHREAD_BYTES = 0x898,
    EPROCESS_BYTES = 0xa40,
    CONTEXT_BYTES = 0x4d0,
};

/* A thread as it waits, or as it looks from inside of the capture that interrupted it. */
typedef enum { LIVE, CAPTURED, FIRST_CAPTURED } VIEW;

void put16(uint8_t *at, uint32_t offset, uint16_t value);
void put32(uint8_t *at, uint32_t offset, uint32_t value);
void put64(uint8_t *at, uint32_t offset, uint64_t value);

uint64_t kernelBase(void);
uint64_t debuggerDataAddress(void);
uint64_t processListAddress(void);
uint64_t moduleListAddress(void);
uint64_t processorTableAddress(void);
uint64_t prcbAddress(uint32_t processor);
uint64_t stackPointer(const FAKE_THREAD *thread, VIEW view);

/* DUMP_HEADER64 without its type. What the kernel does not set keeps its filling, the text PAGE. */
void fillHeader(uint8_t *header, uint32_t bugCheckCode, const uint64_t parameters[4]);
void fillDebuggerData(uint8_t *debuggerData);
void fillProcessor(uint8_t *prcb, uint32_t number, uint64_t currentThread);
void fillProcess(uint8_t *eprocess, const FAKE_PROCESS *process);
void fillThread(uint8_t *ethread, const FAKE_THREAD *thread, VIEW view);
void fillContext(uint8_t *context, const FAKE_THREAD *thread, VIEW view);
/* The whole stack from its limit to its base; return addresses at the upper end of frames of equal size. */
void fillStack(uint8_t *stack, const FAKE_THREAD *thread, VIEW view);
