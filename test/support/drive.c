/*
 * Lists a folder among the drives, or takes the drive off the list:
 *
 *   drive.exe D: Z:\folder
 *   drive.exe D:
 */
#include <windows.h>

int wmain(int count, wchar_t **arguments)
{
    BOOL done = count == 3 ? DefineDosDeviceW(0, arguments[1], arguments[2])
                           : DefineDosDeviceW(DDD_REMOVE_DEFINITION, arguments[1], NULL);
    return done ? 0 : (int)GetLastError();
}
