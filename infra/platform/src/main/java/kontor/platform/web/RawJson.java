package kontor.platform.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** JSON text that is written as it stands. */
record RawJson(@JsonValue @JsonRawValue String json) {}
