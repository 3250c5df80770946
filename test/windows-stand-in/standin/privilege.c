#include "standin.h"
#include <stdio.h>
#include <string.h>

#define SE_DEBUG 20u

ADJUST *systemAdjustPrivilegesToken;
QUERY_TOKEN *systemQueryInformationToken;

/* In the token that counts: the thread's when it impersonates, else the process's. */
BOOL debugPrivilegeEnabled(void)
{
    HANDLE token;
    BOOL enabled = FALSE;
    PRIVILEGE_SET wanted = { 1, PRIVILEGE_SET_ALL_NECESSARY, { { { SE_DEBUG, 0 }, 0 } } };
    if (!OpenThreadToken(GetCurrentThread(), TOKEN_QUERY, TRUE, &token) &&
        !OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &token))
        return FALSE;
    PrivilegeCheck(token, &wanted, &enabled);
    CloseHandle(token);
    return enabled;
}

/* An elevated process of Windows has the privilege and has it disabled; Wine starts processes with it enabled. */
void startWithPrivilege(void)
{
    static const DWORD attributes[] = { 0, SE_PRIVILEGE_ENABLED, SE_PRIVILEGE_REMOVED };
    TOKEN_PRIVILEGES wanted = { 1, { { { SE_DEBUG, 0 }, attributes[scenario.privilege] } } };
    HANDLE token;
    if (!OpenProcessToken(GetCurrentProcess(), TOKEN_ADJUST_PRIVILEGES | TOKEN_QUERY, &token)) return;
    AdjustTokenPrivileges(token, FALSE, &wanted, 0, NULL, NULL);
    CloseHandle(token);
}

ULONG NTAPI hookNtAdjustPrivilegesToken(HANDLE token, BOOLEAN disableAll, TOKEN_PRIVILEGES *wanted, ULONG length,
                                        TOKEN_PRIVILEGES *previous, ULONG *returned)
{
    char list[512] = "";
    int at = 0;
    for (DWORD i = 0; wanted && i < wanted->PrivilegeCount && i < 8; i++)
        at += snprintf(list + at, sizeof list - at, "%s{\"luid\":%lu,\"attributes\":%lu}", i ? "," : "",
                       wanted->Privileges[i].Luid.LowPart, wanted->Privileges[i].Attributes);
    ULONG status = systemAdjustPrivilegesToken(token, disableAll, wanted, length, previous, returned);
    logLine("\"call\":\"NtAdjustPrivilegesToken\",\"privileges\":[%s],\"status\":\"0x%08lx\",\"debugPrivilege\":%s", list, status,
            debugPrivilegeEnabled() ? "true" : "false");
    return status;
}

ULONG NTAPI hookNtQueryInformationToken(HANDLE token, ULONG class, void *buffer, ULONG length, ULONG *returned)
{
    ULONG status = systemQueryInformationToken(token, class, buffer, length, returned);
    if (class == TokenElevation && status == STATUS_OK) *(DWORD *)buffer = scenario.elevated;
    return status;
}
