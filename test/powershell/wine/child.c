/* A stand-in for ktriage.exe that leaves what it was given in files beside itself: request, environment, folder, arguments. */
#include <windows.h>
#include <stdio.h>

static FILE *beside(const char *name)
{
    char path[MAX_PATH];
    GetModuleFileNameA(NULL, path, sizeof path);
    strcpy(strrchr(path, '\\') + 1, name);
    return fopen(path, "w");
}

int main(int argc, char **argv)
{
    char line[4096], folder[MAX_PATH];
    FILE *file;

    fgets(line, sizeof line, stdin);
    file = beside("request");
    fputs(line, file);
    fclose(file);
    file = beside("environment");
    for (char *each = GetEnvironmentStringsA(); *each; each += strlen(each) + 1) fprintf(file, "%s\n", each);
    fclose(file);
    file = beside("folder");
    GetCurrentDirectoryA(sizeof folder, folder);
    fprintf(file, "%s", folder);
    fclose(file);
    file = beside("arguments");
    for (int i = 1; i < argc; i++) fprintf(file, i > 1 ? " %s" : "%s", argv[i]);
    fclose(file);
    puts("{\"kind\":\"end\",\"records\":0,\"warnings\":0,\"errors\":0,\"exitCode\":0}");
    return 0;
}
