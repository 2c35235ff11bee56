// The word lists of Words/, compiled in byte for byte.
#pragma once
#include <stddef.h>

struct annals_word_list {
  const char *_Nonnull name;           // the file's name without ".tsv", NUL-terminated
  const unsigned char *_Nonnull bytes; // UTF-8, not NUL-terminated
  ptrdiff_t count;
};

ptrdiff_t annals_word_list_count(void);

/// The list at an index from 0 to count - 1.
struct annals_word_list annals_word_list(ptrdiff_t index);
