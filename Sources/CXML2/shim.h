#include <libxml/xmlversion.h>
// With ICU in it, libxml2's headers would bring a second UErrorCode beside Foundation's. Nothing that
// is used here depends on it.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
