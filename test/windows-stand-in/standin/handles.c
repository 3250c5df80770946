#include "standin.h"

/*
 * Handles of the scenario's threads and processes are real ones: duplicates of the handle of one helper thread and of this
 * process, with exactly the rights that were asked for. So Wine itself enforces rights, counts and closes them;
 * this table only maps each to a thread.
 */

#define HANDLE_LIMIT 0x40000

ULONG(NTAPI *systemClose)(HANDLE);
ULONG(NTAPI *systemOpenThread)(HANDLE *, ACCESS_MASK, OBJECT_ATTRIBUTES *, CLIENT_ID *);
ULONG(NTAPI *systemOpenProcess)(HANDLE *, ACCESS_MASK, OBJECT_ATTRIBUTES *, CLIENT_ID *);

static MEANING *meanings; /* by handle value / 4 */
static HANDLE helperThread;
static CRITICAL_SECTION lock;

static DWORD WINAPI neverRun(void *unused)
{
    (void)unused;
    return 0;
}

BOOL prepareHandles(void)
{
    InitializeCriticalSection(&lock);
    meanings = VirtualAlloc(NULL, HANDLE_LIMIT / 4 * sizeof *meanings, MEM_COMMIT | MEM_RESERVE, PAGE_READWRITE);
    helperThread = CreateThread(NULL, 0, neverRun, NULL, CREATE_SUSPENDED, NULL);
    return meanings && helperThread;
}

static MEANING *slot(HANDLE handle)
{
    uintptr_t value = (uintptr_t)handle;
    return meanings && value < HANDLE_LIMIT ? &meanings[value / 4] : NULL;
}

MEANING meaningOf(HANDLE handle)
{
    MEANING none = { NOT_OURS };
    MEANING *found = slot(handle);
    return found ? *found : none;
}

void remember(HANDLE handle, KIND kind, uint32_t index)
{
    MEANING *found = slot(handle);
    if (found) *found = (MEANING){ kind, index, 0 };
}

uint64_t addWritten(HANDLE handle, uint64_t bytes)
{
    MEANING *found = slot(handle);
    if (!found) return 0;
    EnterCriticalSection(&lock);
    uint64_t sum = found->written += bytes;
    LeaveCriticalSection(&lock);
    return sum;
}

uint32_t countOpen(KIND kind)
{
    uint32_t count = 0;
    for (size_t i = 0; meanings && i < HANDLE_LIMIT / 4; i++) count += meanings[i].kind == kind;
    return count;
}

ULONG grantedAccess(HANDLE handle)
{
    ULONG information[14] = { 0 }; /* OBJECT_BASIC_INFORMATION: Attributes, GrantedAccess, … */
    ULONG status = NtQueryObject(handle, ObjectBasicInformation, information, sizeof information, NULL);
    return (LONG)status < 0 ? 0 : information[1];
}

ULONG NTAPI hookNtClose(HANDLE handle)
{
    MEANING meaning = meaningOf(handle);
    /* Forget first: the value may be given out again as soon as it is closed. */
    if (meaning.kind != NOT_OURS) remember(handle, NOT_OURS, 0);
    ULONG status = systemClose(handle);
    if (meaning.kind == A_THREAD)
        logLine("\"call\":\"NtClose\",\"thread\":%u,\"status\":\"0x%08lx\"", scenario.threads[meaning.index].id, status);
    return status;
}

static BOOL isProtected(const FAKE_THREAD *thread)
{
    return thread->fault == PROTECTED || processOf(thread)->fault == PROTECTED;
}

/* The rules of thread-security-and-access-rights: administrators reach others' threads by SeDebugPrivilege alone. */
static ULONG openingStatus(const FAKE_THREAD *thread, const CLIENT_ID *client, ACCESS_MASK access)
{
    const ACCESS_MASK always = THREAD_QUERY_LIMITED_INFORMATION | SYNCHRONIZE;
    uint64_t process = (uintptr_t)client->UniqueProcess;
    if (process != 0 && process != processOf(thread)->id) return STATUS_NO_SUCH_CLIENT;
    if (thread->fault == GONE || processOf(thread)->fault == GONE) return STATUS_NO_SUCH_CLIENT;
    if ((access & ~always) == 0) return STATUS_OK;
    return isProtected(thread) || !debugPrivilegeEnabled() ? STATUS_DENIED : STATUS_OK;
}

ULONG NTAPI hookNtOpenThread(HANDLE *result, ACCESS_MASK access, OBJECT_ATTRIBUTES *attributes, CLIENT_ID *client)
{
    FAKE_THREAD *thread = client ? threadOfId((uintptr_t)client->UniqueThread) : NULL;
    if (!thread) return systemOpenThread(result, access, attributes, client);
    if (thread->fault == GONE) thread->exited = TRUE;
    ULONG status = openingStatus(thread, client, access);
    if (status == STATUS_OK) {
        HANDLE self = GetCurrentProcess();
        if (!DuplicateHandle(self, helperThread, self, result, access, FALSE, 0)) status = STATUS_FAILED;
        else remember(*result, A_THREAD, (uint32_t)(thread - scenario.threads));
    }
    logLine("\"call\":\"NtOpenThread\",\"thread\":%u,\"access\":\"0x%lx\",\"status\":\"0x%08lx\"", thread->id, access, status);
    return status;
}

ULONG NTAPI hookNtOpenProcess(HANDLE *result, ACCESS_MASK access, OBJECT_ATTRIBUTES *attributes, CLIENT_ID *client)
{
    FAKE_PROCESS *process = client ? processOfId((uintptr_t)client->UniqueProcess) : NULL;
    if (!process) return systemOpenProcess(result, access, attributes, client);
    const ACCESS_MASK always = PROCESS_QUERY_LIMITED_INFORMATION | SYNCHRONIZE;
    ULONG status = STATUS_OK;
    if (process->fault == GONE) status = STATUS_NO_SUCH_CLIENT;
    else if ((access & ~always) != 0 && (process->fault == PROTECTED || !debugPrivilegeEnabled())) status = STATUS_DENIED;
    if (status == STATUS_OK) {
        HANDLE self = GetCurrentProcess();
        if (!DuplicateHandle(self, self, self, result, access, FALSE, 0)) status = STATUS_FAILED;
        else remember(*result, A_PROCESS, (uint32_t)(process - scenario.processes));
    }
    logLine("\"call\":\"NtOpenProcess\",\"process\":%u,\"access\":\"0x%lx\",\"status\":\"0x%08lx\"", process->id, access, status);
    return status;
}
