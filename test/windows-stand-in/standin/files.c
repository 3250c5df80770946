#include "standin.h"
#include <sddl.h>
#include <string.h>

/* What is created and written under the watched name, and what the disk does to it. */

CREATE_FILE *systemCreateFile;
WRITE_FILE *systemWriteFile;
QUERY_VOLUME *systemQueryVolumeInformationFile;

#define FS_ATTRIBUTES 5 /* FileFsAttributeInformation */

static BOOL contains(const OBJECT_ATTRIBUTES *attributes, const WCHAR *text)
{
    WCHAR path[1024];
    if (!text[0] || !attributes || !attributes->ObjectName) return FALSE;
    size_t length = attributes->ObjectName->Length / sizeof(WCHAR);
    if (length >= ARRAYSIZE(path)) length = ARRAYSIZE(path) - 1;
    memcpy(path, attributes->ObjectName->Buffer, length * sizeof(WCHAR));
    path[length] = 0;
    return wcsstr(path, text) != NULL;
}

static BOOL isWatched(const OBJECT_ATTRIBUTES *attributes) { return contains(attributes, scenario.watch); }

/* The descriptor that was asked for; Wine keeps only what Unix permissions can say. */
static void logCreation(const OBJECT_ATTRIBUTES *attributes, ACCESS_MASK access, ULONG disposition, ULONG status)
{
    WCHAR *sddl = NULL;
    char name[2048];
    strcpy(name, jsonText(attributes->ObjectName->Buffer, attributes->ObjectName->Length / sizeof(WCHAR)));
    if (attributes->SecurityDescriptor)
        ConvertSecurityDescriptorToStringSecurityDescriptorW(attributes->SecurityDescriptor, SDDL_REVISION_1,
                                                             DACL_SECURITY_INFORMATION | OWNER_SECURITY_INFORMATION, &sddl, NULL);
    logLine("\"call\":\"NtCreateFile\",\"file\":\"%s\",\"access\":\"0x%lx\",\"disposition\":%lu,\"security\":\"%s\",\"status\":\"0x%08lx\"",
            name, access, disposition, sddl ? jsonText(sddl, wcslen(sddl)) : "", status);
    LocalFree(sddl);
}

ULONG NTAPI hookNtCreateFile(HANDLE *file, ACCESS_MASK access, OBJECT_ATTRIBUTES *attributes, IO_STATUS_BLOCK *io,
                             LARGE_INTEGER *size, ULONG fileAttributes, ULONG share, ULONG disposition, ULONG options,
                             void *ea, ULONG eaLength)
{
    if (disposition == FILE_CREATE && contains(attributes, scenario.denyNew)) return STATUS_NO_ACCESS;
    ULONG status = systemCreateFile(file, access, attributes, io, size, fileAttributes, share, disposition, options, ea, eaLength);
    if ((options & FILE_DIRECTORY_FILE) && disposition == FILE_CREATE && isWatched(attributes)) {
        logCreation(attributes, access, disposition, status);
        if (status == STATUS_OK && attributes->SecurityDescriptor)
            keepSecurity(*file, OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION, attributes->SecurityDescriptor);
        return status;
    }
    if (!isWatched(attributes) || !(access & (GENERIC_WRITE | FILE_WRITE_DATA | FILE_APPEND_DATA))) return status;
    logCreation(attributes, access, disposition, status);
    if (status == STATUS_OK) remember(*file, A_FILE, 0);
    return status;
}

ULONG NTAPI hookNtWriteFile(HANDLE file, HANDLE event, PIO_APC_ROUTINE apc, void *context, IO_STATUS_BLOCK *io, void *buffer,
                            ULONG length, LARGE_INTEGER *offset, ULONG *key)
{
    BOOL watched = meaningOf(file).kind == A_FILE;
    if (watched && scenario.writeMs) Sleep(scenario.writeMs);
    if (watched && scenario.diskFullAfter != 0 && addWritten(file, length) > scenario.diskFullAfter) {
        logLine("\"call\":\"NtWriteFile\",\"length\":%lu,\"status\":\"0x%08x\"", length, STATUS_FULL_DISK);
        io->Information = 0;
        return STATUS_FULL_DISK;
    }
    return systemWriteFile(file, event, apc, context, io, buffer, length, offset, key);
}

ULONG NTAPI hookNtQueryVolumeInformationFile(HANDLE file, IO_STATUS_BLOCK *io, void *buffer, ULONG length, ULONG class)
{
    ULONG status = systemQueryVolumeInformationFile(file, io, buffer, length, class);
    if (class == FS_ATTRIBUTES && scenario.namedStreams && (LONG)status >= 0) *(ULONG *)buffer |= FILE_NAMED_STREAMS;
    return status;
}
