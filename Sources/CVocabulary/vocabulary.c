#include "include/vocabulary.h"

// A new file in Words/ needs an array here and an entry below.
static const unsigned char acronym_forms[] = {
#embed "Words/acronym-forms.tsv"
};
static const unsigned char acts[] = {
#embed "Words/acts.tsv"
};
static const unsigned char apparatus[] = {
#embed "Words/apparatus.tsv"
};
static const unsigned char change_verbs[] = {
#embed "Words/change-verbs.tsv"
};
static const unsigned char column_names[] = {
#embed "Words/column-names.tsv"
};
static const unsigned char countries[] = {
#embed "Words/countries.tsv"
};
static const unsigned char currencies[] = {
#embed "Words/currencies.tsv"
};
static const unsigned char datelines[] = {
#embed "Words/datelines.tsv"
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
static const unsigned char fact_labels[] = {
#embed "Words/fact-labels.tsv"
};
static const unsigned char goes_on[] = {
#embed "Words/goes-on.tsv"
};
static const unsigned char hedges[] = {
#embed "Words/hedges.tsv"
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
static const unsigned char mission_qualifiers[] = {
#embed "Words/mission-qualifiers.tsv"
};
static const unsigned char name_joins[] = {
#embed "Words/name-joins.tsv"
};
static const unsigned char not_missions[] = {
#embed "Words/not-missions.tsv"
};
static const unsigned char open_ends[] = {
#embed "Words/open-ends.tsv"
};
static const unsigned char organisations[] = {
#embed "Words/organisations.tsv"
};
static const unsigned char people_verbs[] = {
#embed "Words/people-verbs.tsv"
};
static const unsigned char properties[] = {
#embed "Words/properties.tsv"
};
static const unsigned char references[] = {
#embed "Words/references.tsv"
};
static const unsigned char section_labels[] = {
#embed "Words/section-labels.tsv"
};
static const unsigned char successions[] = {
#embed "Words/successions.tsv"
};
static const unsigned char table_columns[] = {
#embed "Words/table-columns.tsv"
};
static const unsigned char time_words[] = {
#embed "Words/time-words.tsv"
};
static const unsigned char unit_nouns[] = {
#embed "Words/unit-nouns.tsv"
};

#define ENTRY(name, bytes) {name, bytes, sizeof bytes}
static const struct annals_word_list lists[] = {
    ENTRY("acronym-forms", acronym_forms),
    ENTRY("acts", acts),
    ENTRY("apparatus", apparatus),
    ENTRY("change-verbs", change_verbs),
    ENTRY("column-names", column_names),
    ENTRY("countries", countries),
    ENTRY("currencies", currencies),
    ENTRY("datelines", datelines),
    ENTRY("dates-en", dates_en),
    ENTRY("dates-fr", dates_fr),
    ENTRY("event-cues", event_cues),
    ENTRY("fact-labels", fact_labels),
    ENTRY("goes-on", goes_on),
    ENTRY("hedges", hedges),
    ENTRY("holidays", holidays),
    ENTRY("languages", languages),
    ENTRY("mission-nouns", mission_nouns),
    ENTRY("mission-qualifiers", mission_qualifiers),
    ENTRY("name-joins", name_joins),
    ENTRY("not-missions", not_missions),
    ENTRY("open-ends", open_ends),
    ENTRY("organisations", organisations),
    ENTRY("people-verbs", people_verbs),
    ENTRY("properties", properties),
    ENTRY("references", references),
    ENTRY("section-labels", section_labels),
    ENTRY("successions", successions),
    ENTRY("table-columns", table_columns),
    ENTRY("time-words", time_words),
    ENTRY("unit-nouns", unit_nouns),
};

ptrdiff_t annals_word_list_count(void) { return sizeof lists / sizeof lists[0]; }

struct annals_word_list annals_word_list(ptrdiff_t index) { return lists[index]; }
