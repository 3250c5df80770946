#include "standin.h"
#include <sddl.h>
#include <stdio.h>

/*
 * Permissions of folders under the watched name. Wine keeps of a security descriptor what Unix permissions can say; here the
 * whole of it is kept, as text in a file beside us, so that the next process sees what this one has set.
 */

QUERY_SECURITY *systemQuerySecurityObject;
SET_SECURITY *systemSetSecurityObject;

#define OWNER_AND_DACL (OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION)
#define LONGEST_TEXT 2048

static WCHAR home[MAX_PATH];

void keepSecurityIn(const WCHAR *folder)
{
    wcscpy(home, folder);
}

/* The path behind a handle when it is a watched one. */
static BOOL watchedPath(HANDLE handle, WCHAR *path)
{
    DWORD length = scenario.watch[0] ? GetFinalPathNameByHandleW(handle, path, MAX_PATH, 0) : 0;
    return length && length < MAX_PATH && wcsstr(path, scenario.watch) != NULL;
}

/* One file for each path, by a hash of its lower-case spelling (FNV-1a). */
static void keptName(const WCHAR *path, WCHAR *name)
{
    uint64_t hash = 0xcbf29ce484222325u;
    for (; *path; path++) hash = (hash ^ (uint64_t)towlower(*path)) * 0x100000001b3u;
    swprintf(name, MAX_PATH, L"%lspermissions-%016llx.txt", home, hash);
}

static BOOL readKept(const WCHAR *path, WCHAR *text)
{
    WCHAR name[MAX_PATH];
    DWORD got = 0;
    keptName(path, name);
    HANDLE file = CreateFileW(name, GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
    if (file == INVALID_HANDLE_VALUE) return FALSE;
    BOOL ok = ReadFile(file, text, (LONGEST_TEXT - 1) * sizeof(WCHAR), &got, NULL);
    CloseHandle(file);
    text[got / sizeof(WCHAR)] = 0;
    return ok;
}

static void keep(const WCHAR *path, const WCHAR *text)
{
    WCHAR name[MAX_PATH];
    DWORD put;
    keptName(path, name);
    HANDLE file = CreateFileW(name, GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, 0, NULL);
    WriteFile(file, text, wcslen(text) * sizeof(WCHAR), &put, NULL);
    CloseHandle(file);
}

/*
 * Takes inherited entries, whose flags hold ID, out of a list. Wine's SetSecurityInfo adds those of the folder around it also
 * where the call marks the list as protected from them; Windows is documented not to.
 */
static void withoutInherited(WCHAR *list)
{
    WCHAR *to = list;
    for (const WCHAR *from = list; *from;) {
        const WCHAR *end = *from == L'(' ? wcschr(from, L')') : NULL;
        if (!end) {
            *to++ = *from++;
            continue;
        }
        const WCHAR *flags = wcschr(from, L';') + 1;
        const WCHAR *inherited = wcsstr(flags, L"ID");
        size_t length = (size_t)(end - from) + 1;
        if (!inherited || inherited > wcschr(flags, L';')) {
            memmove(to, from, length * sizeof(WCHAR));
            to += length;
        }
        from += length;
    }
    *to = 0;
}

/* The parts that are set, as text; of the others, what was there before. */
static void merged(const WCHAR *before, SECURITY_INFORMATION parts, void *descriptor, WCHAR *text)
{
    WCHAR *set = NULL;
    const WCHAR *oldDacl = wcsstr(before, L"D:");
    ConvertSecurityDescriptorToStringSecurityDescriptorW(descriptor, SDDL_REVISION_1, parts & OWNER_AND_DACL, &set, NULL);
    const WCHAR *dacl = set ? wcsstr(set, L"D:") : NULL;
    text[0] = 0;
    if (parts & OWNER_SECURITY_INFORMATION) wcsncat(text, set, dacl ? (size_t)(dacl - set) : wcslen(set));
    else wcsncat(text, before, oldDacl ? (size_t)(oldDacl - before) : wcslen(before));
    if (!(parts & DACL_SECURITY_INFORMATION)) wcscat(text, oldDacl ? oldDacl : L"");
    else {
        BOOL says = dacl && dacl[2] == L'P';
        wcscat(text, (parts & PROTECTED_DACL_SECURITY_INFORMATION) && !says ? L"D:P" : L"D:");
        wcscat(text, dacl ? dacl + 2 : L"");
        if (parts & PROTECTED_DACL_SECURITY_INFORMATION) withoutInherited(text);
    }
    LocalFree(set);
}

void keepSecurity(HANDLE handle, SECURITY_INFORMATION parts, void *descriptor)
{
    WCHAR path[MAX_PATH], before[LONGEST_TEXT] = L"", after[LONGEST_TEXT];
    if (!watchedPath(handle, path)) return;
    readKept(path, before);
    merged(before, parts, descriptor, after);
    keep(path, after);
}

ULONG NTAPI hookNtSetSecurityObject(HANDLE handle, SECURITY_INFORMATION parts, void *descriptor)
{
    WCHAR path[MAX_PATH], text[LONGEST_TEXT] = L"";
    char name[LONGEST_TEXT];
    if (!watchedPath(handle, path)) return systemSetSecurityObject(handle, parts, descriptor);
    keepSecurity(handle, parts, descriptor);
    readKept(path, text);
    strcpy(name, jsonText(path, wcslen(path)));
    logLine("\"call\":\"NtSetSecurityObject\",\"file\":\"%s\",\"parts\":\"0x%lx\",\"security\":\"%s\"", name, parts,
            jsonText(text, wcslen(text)));
    return STATUS_OK;
}

ULONG NTAPI hookNtQuerySecurityObject(HANDLE handle, SECURITY_INFORMATION parts, void *descriptor, ULONG length, ULONG *needed)
{
    WCHAR path[MAX_PATH], text[LONGEST_TEXT];
    PSECURITY_DESCRIPTOR kept;
    ULONG size;
    if (!watchedPath(handle, path) || !readKept(path, text)) {
        return systemQuerySecurityObject(handle, parts, descriptor, length, needed);
    }
    if (!ConvertStringSecurityDescriptorToSecurityDescriptorW(text, SDDL_REVISION_1, &kept, &size)) return STATUS_FAILED;
    *needed = size;
    if (size <= length) memcpy(descriptor, kept, size);
    LocalFree(kept);
    return size <= length ? STATUS_OK : STATUS_SMALL_BUFFER;
}
