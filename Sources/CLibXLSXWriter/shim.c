#include "CLibXLSXWriter.h"
