/* A line of a scenario while it is read, word by word. */
#pragma once
#include "standin.h"

typedef struct {
    uint32_t number;
    char *rest;
    BOOL good;
} LINE;

/* The next word; empty at the end of the line. */
char *word(LINE *line);
/* The next word, or a given text, as a number in C's spelling. */
uint64_t number(LINE *line);
uint64_t numberIn(LINE *line, const char *text);
/* Splits `key=value`; NULL at the end of the line. */
char *pair(LINE *line, char **value);
void wide(WCHAR *out, size_t room, const char *text);
/* Says in the log what is wrong, once a line. */
void complain(LINE *line, const char *what);

/* scenario-population.c: the statements that have lines of their own. */
void readDriver(LINE *line);
void readStack(LINE *line);
void readFrames(LINE *line, STACK *stack);
void readProcess(LINE *line);
void readThread(LINE *line);
