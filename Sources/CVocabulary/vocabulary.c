#include "include/vocabulary.h"

// A new file in Words/ needs an array here and an entry below.
static const unsigned char column_names[] = {
#embed "Words/column-names.tsv"
};
static const unsigned char countries[] = {
#embed "Words/countries.tsv"
};
static const unsigned char dates_en[] = {
#embed "Words/dates-en.tsv"
};
static const unsigned char dates_fr[] = {
#embed "Words/dates-fr.tsv"
};
static const unsigned char event_cues[] = {
#embed "Words/event-cues.tsv"
};
static const unsigned char holidays[] = {
#embed "Words/holidays.tsv"
};
static const unsigned char languages[] = {
#embed "Words/languages.tsv"
};
static const unsigned char mission_nouns[] = {
#embed "Words/mission-nouns.tsv"
};
static const unsigned char organisations[] = {
#embed "Words/organisations.tsv"
};
static const unsigned char properties[] = {
#embed "Words/properties.tsv"
};
static const unsigned char section_labels[] = {
#embed "Words/section-labels.tsv"
};
static const unsigned char time_words[] = {
#embed "Words/time-words.tsv"
};
static const unsigned char unit_nouns[] = {
#embed "Words/unit-nouns.tsv"
};

#define ENTRY(name, bytes) {name, bytes, sizeof bytes}
static const struct annals_word_list lists[] = {
    ENTRY("column-names", column_names),
    ENTRY("countries", countries),
    ENTRY("dates-en", dates_en),
    ENTRY("dates-fr", dates_fr),
    ENTRY("event-cues", event_cues),
    ENTRY("holidays", holidays),
    ENTRY("languages", languages),
    ENTRY("mission-nouns", mission_nouns),
    ENTRY("organisations", organisations),
    ENTRY("properties", properties),
    ENTRY("section-labels", section_labels),
    ENTRY("time-words", time_words),
    ENTRY("unit-nouns", unit_nouns),
};

ptrdiff_t annals_word_list_count(void) { return sizeof lists / sizeof lists[0]; }

struct annals_word_list annals_word_list(ptrdiff_t index) { return lists[index]; }
