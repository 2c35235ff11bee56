#include "include/vocabulary.h"

static const unsigned char properties[] = {
#embed "Words/properties.tsv"
};

#define ENTRY(name) {#name, name, sizeof name}
static const struct annals_word_list lists[] = {
    ENTRY(properties),
};

ptrdiff_t annals_word_list_count(void) { return sizeof lists / sizeof lists[0]; }

struct annals_word_list annals_word_list(ptrdiff_t index) { return lists[index]; }
