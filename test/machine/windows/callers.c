/*
 * A process with a thread whose stack is known: inner() waits, called by middle(), by outer(), by the thread's start.
 * callers.exe walks that stack itself with dbghelp's StackWalk64, prints the frames and where the functions lie as one line
 * of JSON, and lives until standard input ends.
 */
#include <windows.h>
#include <dbghelp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static HANDLE release;
static volatile LONG ready, sink;

#define STEP __attribute__((noinline, noclone))

STEP static void inner(int depth)
{
    InterlockedExchange(&ready, 1);
    WaitForSingleObject(release, INFINITE);
    sink += depth;
}

/* A frame with saved registers and room of its own. */
STEP static int middle(int depth, int a, int b, int c)
{
    volatile char room[600];
    memset((void *)room, depth, sizeof room);
    inner(depth + room[depth]);
    sink += a ^ b ^ c;
    return a * b + c + room[depth & 7];
}

/* A frame whose size is only known when it runs: it needs a frame register. */
STEP static int outer(int depth)
{
    char *room = __builtin_alloca((size_t)depth * 16 + 64);
    memset(room, depth, 64);
    sink += middle(depth + 1, room[1], room[2], depth) + room[3];
    return sink;
}

static DWORD WINAPI start(void *argument)
{
    int result = outer(*(int *)argument);
    /* Something to do afterwards, or the call would be a jump and leave no frame. */
    sink += result;
    return (DWORD)sink;
}

int main(void)
{
    static int depth = 5;
    char line[16];
    DWORD id;
    CONTEXT context = { .ContextFlags = CONTEXT_CONTROL | CONTEXT_INTEGER };
    STACKFRAME64 frame = { 0 };

    release = CreateEventW(NULL, TRUE, FALSE, NULL);
    HANDLE thread = CreateThread(NULL, 0, start, &depth, 0, &id);
    while (!ready) Sleep(10);
    Sleep(50);
    SymInitialize(GetCurrentProcess(), NULL, TRUE);
    SuspendThread(thread);
    GetThreadContext(thread, &context);
    frame.AddrPC.Offset = context.Rip;
    frame.AddrStack.Offset = context.Rsp;
    frame.AddrFrame.Offset = context.Rbp;
    frame.AddrPC.Mode = frame.AddrStack.Mode = frame.AddrFrame.Mode = AddrModeFlat;
    printf("{\"processId\":%lu,\"threadId\":%lu,\"functions\":[", GetCurrentProcessId(), id);
    void *functions[] = { inner, middle, outer, start };
    for (int i = 0; i < 4; i++) printf("%s\"0x%016llx\"", i ? "," : "", (unsigned long long)(ULONG_PTR)functions[i]);
    printf("],\"frames\":[");
    for (int i = 0; i < 64; i++) {
        if (!StackWalk64(IMAGE_FILE_MACHINE_AMD64, GetCurrentProcess(), thread, &frame, &context, NULL,
                         SymFunctionTableAccess64, SymGetModuleBase64, NULL) || frame.AddrPC.Offset == 0)
            break;
        printf("%s\"0x%016llx\"", i ? "," : "", (unsigned long long)frame.AddrPC.Offset);
    }
    ResumeThread(thread);
    printf("]}\n");
    fflush(stdout);
    while (fgets(line, sizeof line, stdin)) {
        /* Proof that the thread was resumed as often as it was suspended. */
        SetEvent(release);
        printf("%s\n", WaitForSingleObject(thread, 5000) == WAIT_OBJECT_0 ? "ended" : "stuck");
        fflush(stdout);
    }
    return 0;
}
