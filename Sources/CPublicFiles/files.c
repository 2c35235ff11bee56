#include "include/files.h"

// A new file in Files/ needs an array here and an entry below.
static const unsigned char annals_css[] = {
#embed "Files/annals.css"
};
static const unsigned char annals_js[] = {
#embed "Files/annals.js"
};
static const unsigned char annals_svg[] = {
#embed "Files/annals.svg"
};
static const unsigned char review_js[] = {
#embed "Files/review.js"
};

#define ENTRY(name, bytes) {name, bytes, sizeof bytes}
static const struct annals_file files[] = {
    ENTRY("annals.css", annals_css),
    ENTRY("annals.js", annals_js),
    ENTRY("annals.svg", annals_svg),
    ENTRY("review.js", review_js),
};

ptrdiff_t annals_file_count(void) { return sizeof files / sizeof files[0]; }

struct annals_file annals_file(ptrdiff_t index) { return files[index]; }
