#include "scenario-line.h"
#include <stdlib.h>
#include <string.h>

char *word(LINE *line)
{
    char *start = line->rest + strspn(line->rest, " \t\r");
    char *end = start + strcspn(start, " \t\r");
    line->rest = *end ? end + 1 : end;
    *end = 0;
    return start;
}

void complain(LINE *line, const char *what)
{
    if (line->good) logLine("\"failure\":\"scenario line %u: %s\"", line->number, what);
    line->good = FALSE;
}

uint64_t numberIn(LINE *line, const char *text)
{
    char *end;
    uint64_t value = strtoull(text, &end, 0);
    if (end == text || *end) complain(line, "a number was expected");
    return value;
}

uint64_t number(LINE *line) { return numberIn(line, word(line)); }

char *pair(LINE *line, char **value)
{
    char *key = word(line);
    if (!*key) return NULL;
    *value = strchr(key, '=');
    if (!*value) {
        complain(line, "key=value was expected");
        return NULL;
    }
    *(*value)++ = 0;
    return key;
}

void wide(WCHAR *out, size_t room, const char *text)
{
    MultiByteToWideChar(CP_UTF8, 0, text, -1, out, (int)room);
    out[room - 1] = 0;
}
