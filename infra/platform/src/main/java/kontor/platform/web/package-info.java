/** HTTP: strict requests, problem details, idempotency keys, conditional edits, pages of lists. */
@NullMarked
package kontor.platform.web;

import org.jspecify.annotations.NullMarked;
