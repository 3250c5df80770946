/*
 * A process whose threads wait in known ways, so that a capture of it can be compared with the truth.
 *
 *     victim.exe
 *     victim.exe contention FOLDER
 *
 * With `contention` its threads wait for locks of the kernel all the time: for the resource of one file in FOLDER, which may be on a
 * share, and for the push locks of its address space. No thread is reported then, only the last line.
 *
 * It prints one JSON line for each thread and a last line {"ready":true}. It ends when its standard input ends. Each thread
 * prints its own id; `ownerThreadId` is the thread that holds what the thread waits for. The reader must give the threads
 * a moment to reach their waits after the last line.
 */
#include <windows.h>
#include <stdio.h>
#include <string.h>

/* Longer than any test. */
#define FOREVER_MS (24u * 60u * 60u * 1000u)
#define THREADS 11

static CRITICAL_SECTION section;
static SRWLOCK srw = SRWLOCK_INIT;
static HANDLE event, mutex, semaphore, held_across_io, line_gate;
static HANDLE pipe_read, pipe_write, io_pipe_read, io_pipe_write;
static char lock_path[MAX_PATH];
static volatile LONG spinning = 1, reported;
static DWORD main_thread, io_holder;

/* Writes the line of the calling thread; one line at a time. */
static void report(const char *way, DWORD owner)
{
    WaitForSingleObject(line_gate, INFINITE);
    if (owner == 0) {
        printf("{\"way\":\"%s\",\"processId\":%lu,\"threadId\":%lu}\n", way, GetCurrentProcessId(), GetCurrentThreadId());
    } else {
        printf("{\"way\":\"%s\",\"processId\":%lu,\"threadId\":%lu,\"ownerThreadId\":%lu}\n", way,
               GetCurrentProcessId(), GetCurrentThreadId(), owner);
    }
    fflush(stdout);
    InterlockedIncrement(&reported);
    ReleaseSemaphore(line_gate, 1, NULL);
}

static void fail(const char *what)
{
    fprintf(stderr, "victim: %s: error %lu\n", what, GetLastError());
    ExitProcess(1);
}

static DWORD WINAPI wait_event(void *unused)
{
    (void)unused;
    report("event", 0);
    WaitForSingleObject(event, INFINITE);
    return 0;
}

static DWORD WINAPI wait_mutex(void *unused)
{
    (void)unused;
    report("mutex", main_thread);
    WaitForSingleObject(mutex, INFINITE);
    return 0;
}

static DWORD WINAPI wait_semaphore(void *unused)
{
    (void)unused;
    report("semaphore", 0);
    WaitForSingleObject(semaphore, INFINITE);
    return 0;
}

static DWORD WINAPI wait_section(void *unused)
{
    (void)unused;
    report("critical-section", main_thread);
    EnterCriticalSection(&section);
    return 0;
}

static DWORD WINAPI wait_srw(void *unused)
{
    (void)unused;
    report("srw-lock", main_thread);
    AcquireSRWLockExclusive(&srw);
    return 0;
}

static DWORD WINAPI wait_pipe(void *unused)
{
    char byte;
    DWORD count;
    (void)unused;
    report("pipe-read", 0);
    ReadFile(pipe_read, &byte, 1, &count, NULL);
    return 0;
}

static HANDLE open_lock_file(void)
{
    HANDLE file = CreateFileA(lock_path, GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                              NULL, OPEN_ALWAYS, FILE_FLAG_DELETE_ON_CLOSE, NULL);
    if (file == INVALID_HANDLE_VALUE) fail("CreateFile");
    return file;
}

/* The handle is synchronous, so LockFileEx waits inside of the call. */
static DWORD WINAPI wait_file_lock(void *unused)
{
    OVERLAPPED at = {0};
    HANDLE file = open_lock_file();
    (void)unused;
    report("file-lock", 0);
    LockFileEx(file, LOCKFILE_EXCLUSIVE_LOCK, 0, 1, 0, &at);
    return 0;
}

static DWORD WINAPI wait_sleep(void *unused)
{
    (void)unused;
    report("sleep", 0);
    Sleep(FOREVER_MS);
    return 0;
}

/* Owns a mutex and reads from a pipe that nothing is written to: the waiter of the mutex waits for this request. */
static DWORD WINAPI hold_across_io(void *ready)
{
    char byte;
    DWORD count;
    io_holder = GetCurrentThreadId();
    WaitForSingleObject(held_across_io, INFINITE);
    report("lock-held-across-io", 0);
    SetEvent((HANDLE)ready);
    ReadFile(io_pipe_read, &byte, 1, &count, NULL);
    return 0;
}

static DWORD WINAPI wait_for_io_holder(void *unused)
{
    (void)unused;
    report("waits-for-io-holder", io_holder);
    WaitForSingleObject(held_across_io, INFINITE);
    return 0;
}

static DWORD WINAPI spin(void *unused)
{
    (void)unused;
    report("busy-loop", 0);
    while (spinning) {
    }
    return 0;
}

static void start(LPTHREAD_START_ROUTINE routine, void *argument)
{
    HANDLE thread = CreateThread(NULL, 0, routine, argument, 0, NULL);
    if (thread == NULL) fail("CreateThread");
    CloseHandle(thread);
}

#define CONTENDERS 8

/* Each write makes the file longer: a file system takes the resource of the file exclusively for that. */
static DWORD WINAPI append_for_ever(void *path)
{
    char bytes[4096] = {0};
    DWORD count;
    HANDLE file = CreateFileA(path, FILE_APPEND_DATA, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL, OPEN_ALWAYS,
                              FILE_FLAG_WRITE_THROUGH | FILE_FLAG_DELETE_ON_CLOSE, NULL);
    LARGE_INTEGER size;
    if (file == INVALID_HANDLE_VALUE) fail("CreateFile");
    while (spinning) {
        WriteFile(file, bytes, sizeof bytes, &count, NULL);
        if (GetFileSizeEx(file, &size) && size.QuadPart > 64 * 1024 * 1024) {
            FILE_END_OF_FILE_INFO begin = {{{0, 0}}};
            SetFileInformationByHandle(file, FileEndOfFileInfo, &begin, sizeof begin);
        }
    }
    return 0;
}

static DWORD WINAPI map_for_ever(void *unused)
{
    (void)unused;
    while (spinning) {
        void *memory = VirtualAlloc(NULL, 16 * 1024 * 1024, MEM_RESERVE | MEM_COMMIT, PAGE_READWRITE);
        if (memory != NULL) VirtualFree(memory, 0, MEM_RELEASE);
    }
    return 0;
}

static int contend(const char *folder)
{
    static char path[MAX_PATH];
    int index;
    snprintf(path, sizeof path, "%s\\ktriage-contention-%lu.tmp", folder, GetCurrentProcessId());
    for (index = 0; index < CONTENDERS; index++) {
        start(append_for_ever, path);
        start(map_for_ever, NULL);
    }
    Sleep(1000);
    printf("{\"ready\":true}\n");
    fflush(stdout);
    while (getchar() != EOF) {
    }
    /* The file goes with its last handle. */
    return 0;
}

int main(int count, char **words)
{
    static OVERLAPPED at;
    char folder[MAX_PATH];
    HANDLE holder_ready = CreateEventA(NULL, TRUE, FALSE, NULL);
    HANDLE lock_file;

    if (count == 3 && strcmp(words[1], "contention") == 0) return contend(words[2]);
    main_thread = GetCurrentThreadId();
    line_gate = CreateSemaphoreA(NULL, 1, 1, NULL);
    event = CreateEventA(NULL, TRUE, FALSE, NULL);
    semaphore = CreateSemaphoreA(NULL, 0, 1, NULL);
    mutex = CreateMutexA(NULL, TRUE, NULL);
    held_across_io = CreateMutexA(NULL, FALSE, NULL);
    if (!holder_ready || !line_gate || !event || !semaphore || !mutex || !held_across_io) fail("objects");
    InitializeCriticalSection(&section);
    EnterCriticalSection(&section);
    AcquireSRWLockExclusive(&srw);
    if (!CreatePipe(&pipe_read, &pipe_write, NULL, 0)) fail("CreatePipe");
    if (!CreatePipe(&io_pipe_read, &io_pipe_write, NULL, 0)) fail("CreatePipe");
    if (!GetTempPathA(sizeof folder, folder) || !GetTempFileNameA(folder, "ktv", 0, lock_path)) fail("GetTempFileName");
    lock_file = open_lock_file();
    if (!LockFileEx(lock_file, LOCKFILE_EXCLUSIVE_LOCK, 0, 1, 0, &at)) fail("LockFileEx");

    start(wait_event, NULL);
    start(wait_mutex, NULL);
    start(wait_semaphore, NULL);
    start(wait_section, NULL);
    start(wait_srw, NULL);
    start(wait_pipe, NULL);
    start(wait_file_lock, NULL);
    start(wait_sleep, NULL);
    start(hold_across_io, holder_ready);
    WaitForSingleObject(holder_ready, INFINITE);
    start(wait_for_io_holder, NULL);
    start(spin, NULL);

    while (reported < THREADS) Sleep(10);
    printf("{\"ready\":true}\n");
    fflush(stdout);
    while (getchar() != EOF) {
    }
    return 0;
}
