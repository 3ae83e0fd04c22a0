#ifndef CRM_CEXPAT_H
#define CRM_CEXPAT_H

/* What crm needs of expat, which is loaded when the first XML is read. Names of elements come
   without their prefix; entities are never declared: a document that does so is refused. */

typedef struct crmxml crmxml;

typedef struct {
  void (*start)(void *context, const char *name, const char *const *attributes);
  void (*end)(void *context, const char *name);
  void (*text)(void *context, const char *text, int count);
} crmxml_handlers;

enum { CRMXML_OK, CRMXML_STOPPED, CRMXML_ENTITIES, CRMXML_MEMORY, CRMXML_WRONG };

/* Loads the library; returns what is wrong, or NULL. */
const char *crmxml_load(void);

/* Makes a parser; NULL where memory is short. */
crmxml *crmxml_open(crmxml_handlers handlers, void *context);
void crmxml_close(crmxml *parser);

/* Parses a piece. */
int crmxml_parse(crmxml *parser, const char *text, int count, int is_last);

/* Ends the parsing from within a handler. */
void crmxml_stop(crmxml *parser);

/* How many elements and texts there have been. */
unsigned long crmxml_events(crmxml *parser);

/* What is wrong with the document, and where. */
const char *crmxml_message(crmxml *parser);
unsigned long crmxml_line(crmxml *parser);
unsigned long crmxml_column(crmxml *parser);

#endif
