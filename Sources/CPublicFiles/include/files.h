// The files that pages need, compiled in byte for byte.
#pragma once
#include <stddef.h>

struct annals_file {
  const char *_Nonnull name;           // the file's name, NUL-terminated
  const unsigned char *_Nonnull bytes; // not NUL-terminated
  ptrdiff_t count;
};

ptrdiff_t annals_file_count(void);

/// The file at an index from 0 to count - 1.
struct annals_file annals_file(ptrdiff_t index);
