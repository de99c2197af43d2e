/** Refusals as RFC 9457 problems, and the pages that explain them. */
@NullMarked
package kontor.gateway.problem;

import org.jspecify.annotations.NullMarked;
