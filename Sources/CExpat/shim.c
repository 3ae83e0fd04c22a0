#define _GNU_SOURCE
#include "CExpat.h"
#include "CDynamicLibrary.h"

#include <expat.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>

/* Every function of the library that is used, with the types of its header. */
#define FUNCTIONS(X)            \
  X(XML_ParserCreate_MM)        \
  X(XML_ParserFree)             \
  X(XML_SetUserData)            \
  X(XML_SetElementHandler)      \
  X(XML_SetCharacterDataHandler) \
  X(XML_SetEntityDeclHandler)   \
  X(XML_Parse)                  \
  X(XML_StopParser)             \
  X(XML_GetErrorCode)           \
  X(XML_ErrorString)            \
  X(XML_GetCurrentLineNumber)   \
  X(XML_GetCurrentColumnNumber)

CRM_LIBRARY(crmxml_load, FUNCTIONS, "libexpat.so.1", "libexpat.so")

/* Memory that parsing one document may take: long tags, deep nesting and ever new names fill it,
   tables of any size do not. */
#define MEMORY_LIMIT (24u << 20)

struct crmxml {
  XML_Parser parser;
  crmxml_handlers handlers;
  void *context;
  unsigned long events;
  int is_stopped;
  int has_entities;
  size_t memory;
};

/* The parser at work in this thread: the memory functions are not told. */
static __thread crmxml *current;

static void *grow(void *old, size_t size) {
  size_t before = old ? malloc_usable_size(old) : 0;
  if (current && current->memory + size > MEMORY_LIMIT + before) return NULL;
  void *block = realloc(old, size);
  if (block && current) current->memory += malloc_usable_size(block) - before;
  return block;
}

static void *allocate(size_t size) { return grow(NULL, size ? size : 1); }

static void release(void *block) {
  if (block && current) current->memory -= malloc_usable_size(block);
  free(block);
}

static const char *local(const char *name) {
  const char *colon = strchr(name, ':');
  return colon ? colon + 1 : name;
}

static void XMLCALL start(void *data, const XML_Char *name, const XML_Char **attributes) {
  crmxml *parser = data;
  parser->events++;
  if (!parser->is_stopped)
    parser->handlers.start(parser->context, local(name), (const char *const *)attributes);
}

static void XMLCALL end(void *data, const XML_Char *name) {
  crmxml *parser = data;
  parser->events++;
  if (!parser->is_stopped) parser->handlers.end(parser->context, local(name));
}

static void XMLCALL text(void *data, const XML_Char *characters, int count) {
  crmxml *parser = data;
  parser->events++;
  if (!parser->is_stopped) parser->handlers.text(parser->context, characters, count);
}

static void XMLCALL entity(
    void *data, const XML_Char *name, int is_parameter, const XML_Char *value, int length,
    const XML_Char *base, const XML_Char *system, const XML_Char *public,
    const XML_Char *notation) {
  (void)name, (void)is_parameter, (void)value, (void)length;
  (void)base, (void)system, (void)public, (void)notation;
  crmxml *parser = data;
  parser->has_entities = 1;
  library.XML_StopParser(parser->parser, XML_FALSE);
}

crmxml *crmxml_open(crmxml_handlers handlers, void *context) {
  if (crmxml_load()) return NULL;
  crmxml *parser = calloc(1, sizeof *parser);
  if (!parser) return NULL;
  parser->handlers = handlers;
  parser->context = context;
  static const XML_Memory_Handling_Suite memory = {allocate, grow, release};
  current = parser;
  parser->parser = library.XML_ParserCreate_MM(NULL, &memory, NULL);
  current = NULL;
  if (!parser->parser) {
    free(parser);
    return NULL;
  }
  library.XML_SetUserData(parser->parser, parser);
  library.XML_SetElementHandler(parser->parser, start, end);
  library.XML_SetCharacterDataHandler(parser->parser, text);
  library.XML_SetEntityDeclHandler(parser->parser, entity);
  return parser;
}

void crmxml_close(crmxml *parser) {
  current = parser;
  library.XML_ParserFree(parser->parser);
  current = NULL;
  free(parser);
}

int crmxml_parse(crmxml *parser, const char *text, int count, int is_last) {
  if (parser->is_stopped) return CRMXML_STOPPED;
  current = parser;
  enum XML_Status status = library.XML_Parse(parser->parser, text, count, is_last);
  current = NULL;
  if (status == XML_STATUS_OK) return CRMXML_OK;
  if (parser->has_entities) return CRMXML_ENTITIES;
  if (parser->is_stopped) return CRMXML_STOPPED;
  return library.XML_GetErrorCode(parser->parser) == XML_ERROR_NO_MEMORY ? CRMXML_MEMORY
                                                                         : CRMXML_WRONG;
}

void crmxml_stop(crmxml *parser) {
  parser->is_stopped = 1;
  library.XML_StopParser(parser->parser, XML_FALSE);
}

unsigned long crmxml_events(crmxml *parser) { return parser->events; }

const char *crmxml_message(crmxml *parser) {
  return library.XML_ErrorString(library.XML_GetErrorCode(parser->parser));
}

unsigned long crmxml_line(crmxml *parser) {
  return library.XML_GetCurrentLineNumber(parser->parser);
}

unsigned long crmxml_column(crmxml *parser) {
  return library.XML_GetCurrentColumnNumber(parser->parser);
}
