#include "waits.h"
#include <string.h>

#define FRAME_BYTES 0x60u
#define SWITCH_FRAME 0x40u

void put16(uint8_t *at, uint32_t offset, uint16_t value) { memcpy(at + offset, &value, sizeof value); }
void put32(uint8_t *at, uint32_t offset, uint32_t value) { memcpy(at + offset, &value, sizeof value); }
void put64(uint8_t *at, uint32_t offset, uint64_t value) { memcpy(at + offset, &value, sizeof value); }

uint64_t kernelBase(void) { return scenario.drivers[0].base; }
uint64_t debuggerDataAddress(void) { return kernelBase() + 0xc00b20; }
uint64_t processListAddress(void) { return kernelBase() + 0xc1e290; }
uint64_t moduleListAddress(void) { return kernelBase() + 0xc2a3b0; }
uint64_t processorTableAddress(void) { return kernelBase() + 0xd01000; }
uint64_t prcbAddress(uint32_t processor) { return 0xffff870012340180ull + processor * 0x100000ull; }

static uint64_t fileTimeNow(void)
{
    FILETIME now;
    GetSystemTimeAsFileTime(&now);
    return (uint64_t)now.dwHighDateTime << 32 | now.dwLowDateTime;
}


void fillHeader(uint8_t *h, uint32_t bugCheckCode, const uint64_t parameters[4])
{
    for (uint32_t at = 0; at < HEADER_BYTES; at += 4) memcpy(h + at, "PAGE", 4);
    memcpy(h + 4, "DU64", 4);
    put32(h, 0x08, 0xf);
    put32(h, 0x0c, scenario.build);
    put64(h, 0x10, 0x1ad000);
    put64(h, 0x18, 0xffffad0000000000ull);
    put64(h, 0x20, moduleListAddress());
    put64(h, 0x28, processListAddress());
    put32(h, 0x30, 0x8664);
    put32(h, 0x34, scenario.processors);
    put32(h, 0x38, bugCheckCode);
    for (int i = 0; i < 4; i++) put64(h, 0x40 + 8 * i, parameters[i]);
    put64(h, 0x80, debuggerDataAddress());
    put64(h, 0xfa8, fileTimeNow());
    put64(h, 0x1030, GetTickCount64() * 10000);
    put32(h, 0x1040, 3);
    put32(h, 0x1044, 0x110);
    /* KdSecondaryVersion, between two bytes that Windows leaves as they are. */
    h[0x104d] = 0;
}

void fillDebuggerData(uint8_t *k)
{
    static const uint16_t offsets[][2] = {
        { 0x298, 0x218 }, { 0x29a, 0x0f0 }, { 0x29c, 0x058 }, { 0x29e, 0x028 }, { 0x2a0, 0x0b8 }, { 0x2a2, 0x184 },
        { 0x2a8, EPROCESS_BYTES }, { 0x2aa, 0x550 }, { 0x2ac, 0x540 }, { 0x2ae, 0x028 }, { 0x2b4, 0x008 },
        { 0x2bc, 0x1f0 }, { 0x2be, 0x024 }, { 0x2c0, ETHREAD_BYTES }, { 0x338, 0x85c0 }, { 0x350, 0x018 }, { 0x35c, 0x283 },
    };
    memcpy(k + 0x10, "KDBG", 4);
    put32(k, 0x14, KDBG_BYTES);
    put64(k, 0x18, kernelBase());
    put64(k, 0x48, moduleListAddress());
    put64(k, 0x50, processListAddress());
    put64(k, 0x58, kernelBase() + 0xcfc3f0);
    put64(k, 0x60, resourceListAddress());
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

void fillProcessor(uint8_t *prcb, uint32_t number, uint64_t currentThread)
{
    put64(prcb, 0x08, currentThread);
    put64(prcb, 0x18, 0xffffa38f3f000080ull + number * 0x1000ull);
    put32(prcb, 0x24, number);
}

/* An entry of a circular list that begins in a process: the address of the neighbour, or of the list's head. */
static uint64_t neighbour(const FAKE_THREAD *thread, int step, uint32_t entryOffset, uint32_t headOffset)
{
    const FAKE_PROCESS *process = processOf(thread);
    int64_t index = (thread - scenario.threads) - (int64_t)process->firstThread + step;
    if (index < 0 || index >= process->threadCount) return process->object + headOffset;
    return scenario.threads[process->firstThread + index].object + entryOffset;
}

static void putThreadList(uint8_t *p, const FAKE_PROCESS *process, uint32_t headOffset, uint32_t entryOffset)
{
    const FAKE_THREAD *threads = scenario.threads + process->firstThread;
    BOOL empty = process->threadCount == 0;
    put64(p, headOffset, empty ? process->object + headOffset : threads[0].object + entryOffset);
    put64(p, headOffset + 8, empty ? process->object + headOffset : threads[process->threadCount - 1].object + entryOffset);
}

static uint64_t processLink(const FAKE_PROCESS *process, int step)
{
    int64_t index = (process - scenario.processes) + step;
    if (index < 0 || index >= scenario.processCount) return processListAddress();
    return scenario.processes[index].object + 0x448;
}

void fillProcess(uint8_t *p, const FAKE_PROCESS *process)
{
    p[0] = 3;
    put64(p, 0x08, process->object + 8);
    put64(p, 0x10, process->object + 8);
    put64(p, 0x28, 0x1ad000);
    putThreadList(p, process, 0x30, 0x2f8);
    put64(p, 0x440, process->id);
    put64(p, 0x448, processLink(process, 1));
    put64(p, 0x450, processLink(process, -1));
    put64(p, 0x468, process->createTime);
    put64(p, 0x540, process->parent);
    put64(p, 0x550, 0x837effe000ull);
    for (int i = 0; i < 14 && process->name[i]; i++) p[0x5a8 + i] = (uint8_t)process->name[i];
    putThreadList(p, process, 0x5e0, 0x4e8);
}

static uint32_t frameCount(const FAKE_THREAD *thread, VIEW view)
{
    uint32_t own = thread->stack ? (uint32_t)thread->stack->count : 1;
    return own + (view == LIVE ? 0 : (uint32_t)scenario.captureFrames.count);
}

/* A capture runs in the thread itself, on top of what the thread was doing. */
static uint64_t frame(const FAKE_THREAD *thread, VIEW view, uint32_t index)
{
    uint32_t above = view == LIVE ? 0 : (uint32_t)scenario.captureFrames.count;
    if (index < above) return scenario.captureFrames.frames[index];
    return thread->stack ? thread->stack->frames[index - above] : kernelBase() + 0x3f2a10;
}

uint64_t stackPointer(const FAKE_THREAD *thread, VIEW view)
{
    return thread->stackBase - 0x200 - frameCount(thread, view) * FRAME_BYTES;
}

/* Copies that a capture makes are edited for the debugger: all but the first thread look like waiting ones. */
void fillThread(uint8_t *e, const FAKE_THREAD *thread, VIEW view)
{
    uint64_t process = processOf(thread)->object;
    e[0] = 6;
    put64(e, 0x008, thread->object + 8);
    put64(e, 0x010, thread->object + 8);
    put64(e, 0x028, thread->stackBase - 0x50);
    put64(e, 0x030, thread->stackLimit);
    put64(e, 0x038, thread->stackBase);
    put64(e, 0x058, stackPointer(thread, view) - SWITCH_FRAME);
    put64(e, 0x0b8, process);
    put64(e, 0x0f0, thread->teb);
    for (int i = 0; i < 4; i++) put64(e, 0x158 + 0x30 * i, thread->object);
    fillWait(e, thread);
    e[0x184] = view == CAPTURED ? 0xff : (uint8_t)thread->state;
    put32(e, 0x218, 0);
    put64(e, 0x220, process);
    e[0x283] = (uint8_t)thread->waitReason;
    put64(e, 0x2f8, neighbour(thread, 1, 0x2f8, 0x30));
    put64(e, 0x300, neighbour(thread, -1, 0x2f8, 0x30));
    put64(e, 0x430, thread->createTime);
    put64(e, 0x450, thread->startAddress);
    put64(e, 0x478, processOf(thread)->id);
    put64(e, 0x480, thread->id);
    PIECE pieces[MOST_PIECES];
    uint64_t list = requestPieces(pieces, thread) ? pieces[0].address + 0x20 : thread->object + 0x4b0;
    put64(e, 0x4b0, list);
    put64(e, 0x4b8, list);
    put64(e, 0x4d0, thread->win32StartAddress);
    put64(e, 0x4e8, neighbour(thread, 1, 0x4e8, 0x5e0));
    put64(e, 0x4f0, neighbour(thread, -1, 0x4e8, 0x5e0));
}

void fillContext(uint8_t *c, const FAKE_THREAD *thread, VIEW view)
{
    memset(c, 0, CONTEXT_BYTES);
    put32(c, 0x30, 0x10001f);
    put16(c, 0x38, 0x10);
    put16(c, 0x42, 0x18);
    put32(c, 0x44, 0x246);
    put64(c, 0x98, stackPointer(thread, view));
    put64(c, 0xa0, stackPointer(thread, view) + 0x40);
    put64(c, 0xf8, frame(thread, view, 0));
}

void fillStack(uint8_t *s, const FAKE_THREAD *thread, VIEW view)
{
    uint64_t pointer = stackPointer(thread, view);
    uint32_t at = (uint32_t)(pointer - thread->stackLimit);
    put64(s, at - SWITCH_FRAME + 0x30, pointer + 0x40);
    put64(s, at - SWITCH_FRAME + 0x38, frame(thread, view, 0));
    for (uint32_t i = 1; i < frameCount(thread, view); i++) {
        put64(s, at + FRAME_BYTES * i - 0x20, i);
        put64(s, at + FRAME_BYTES * i - 8, frame(thread, view, i));
    }
    fillWaiterBlock(s, thread, view);
}
