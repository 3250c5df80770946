/*
 * What threads of a scenario wait for: one kind of lock, an ERESOURCE as kernels since 1703 have it, and the request that its
 * owner has sent to a file server. Structures by the public headers (wdm.h, ntifs.h) and by a measured dump of build 19041.
 */
#pragma once
#include "kernel-objects.h"

/* Memory of the kernel beside threads, processes and processors. */
typedef struct {
    uint64_t address;
    uint32_t size;
    uint8_t bytes[0x400];
} PIECE;

enum { MOST_PIECES = 6, MOST_LOCKS = 4 };

/* ExpSystemResourcesList */
uint64_t resourceListAddress(void);
/* KTHREAD's own words about the wait. */
void fillWait(uint8_t *ethread, const FAKE_THREAD *thread);
/* What a wait for a lock has on the stack. A capture takes the thread off the wait list of its event, but not out of the ring. */
void fillWaiterBlock(uint8_t *stack, const FAKE_THREAD *thread, VIEW view);
/* IRP, FILE_OBJECT with its name, DEVICE_OBJECT, DRIVER_OBJECT with its name; 0 for a thread without a request. */
uint32_t requestPieces(PIECE pieces[MOST_PIECES], const FAKE_THREAD *thread);
/* The lock of a number, from 1; FALSE when no thread has to do with it. */
BOOL resourcePiece(PIECE *piece, uint32_t lock);
