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
static const unsigned char bare_verbs[] = {
#embed "Words/bare-verbs.tsv"
};
static const unsigned char bodies_of_people[] = {
#embed "Words/bodies-of-people.tsv"
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
static const unsigned char end_cause_verbs[] = {
#embed "Words/end-cause-verbs.tsv"
};
static const unsigned char end_causes[] = {
#embed "Words/end-causes.tsv"
};
static const unsigned char event_cues[] = {
#embed "Words/event-cues.tsv"
};
static const unsigned char fact_labels[] = {
#embed "Words/fact-labels.tsv"
};
static const unsigned char foretellings[] = {
#embed "Words/foretellings.tsv"
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
static const unsigned char interface[] = {
#embed "Words/interface.tsv"
};
static const unsigned char languages[] = {
#embed "Words/languages.tsv"
};
static const unsigned char mandating_bodies[] = {
#embed "Words/mandating-bodies.tsv"
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
static const unsigned char ongoing_lists[] = {
#embed "Words/ongoing-lists.tsv"
};
static const unsigned char open_ends[] = {
#embed "Words/open-ends.tsv"
};
static const unsigned char organisations[] = {
#embed "Words/organisations.tsv"
};
static const unsigned char part_phrases[] = {
#embed "Words/part-phrases.tsv"
};
static const unsigned char people_verbs[] = {
#embed "Words/people-verbs.tsv"
};
static const unsigned char properties[] = {
#embed "Words/properties.tsv"
};
static const unsigned char reasons[] = {
#embed "Words/reasons.tsv"
};
static const unsigned char references[] = {
#embed "Words/references.tsv"
};
static const unsigned char request_phrases[] = {
#embed "Words/request-phrases.tsv"
};
static const unsigned char section_labels[] = {
#embed "Words/section-labels.tsv"
};
static const unsigned char strength_kinds[] = {
#embed "Words/strength-kinds.tsv"
};
static const unsigned char strong_words[] = {
#embed "Words/strong-words.tsv"
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
    ENTRY("bare-verbs", bare_verbs),
    ENTRY("bodies-of-people", bodies_of_people),
    ENTRY("change-verbs", change_verbs),
    ENTRY("column-names", column_names),
    ENTRY("countries", countries),
    ENTRY("currencies", currencies),
    ENTRY("datelines", datelines),
    ENTRY("dates-en", dates_en),
    ENTRY("dates-fr", dates_fr),
    ENTRY("end-cause-verbs", end_cause_verbs),
    ENTRY("end-causes", end_causes),
    ENTRY("event-cues", event_cues),
    ENTRY("fact-labels", fact_labels),
    ENTRY("foretellings", foretellings),
    ENTRY("goes-on", goes_on),
    ENTRY("hedges", hedges),
    ENTRY("holidays", holidays),
    ENTRY("interface", interface),
    ENTRY("languages", languages),
    ENTRY("mandating-bodies", mandating_bodies),
    ENTRY("mission-nouns", mission_nouns),
    ENTRY("mission-qualifiers", mission_qualifiers),
    ENTRY("name-joins", name_joins),
    ENTRY("not-missions", not_missions),
    ENTRY("ongoing-lists", ongoing_lists),
    ENTRY("open-ends", open_ends),
    ENTRY("organisations", organisations),
    ENTRY("part-phrases", part_phrases),
    ENTRY("people-verbs", people_verbs),
    ENTRY("properties", properties),
    ENTRY("reasons", reasons),
    ENTRY("references", references),
    ENTRY("request-phrases", request_phrases),
    ENTRY("section-labels", section_labels),
    ENTRY("strength-kinds", strength_kinds),
    ENTRY("strong-words", strong_words),
    ENTRY("successions", successions),
    ENTRY("table-columns", table_columns),
    ENTRY("time-words", time_words),
    ENTRY("unit-nouns", unit_nouns),
};

ptrdiff_t annals_word_list_count(void) { return sizeof lists / sizeof lists[0]; }

struct annals_word_list annals_word_list(ptrdiff_t index) { return lists[index]; }
