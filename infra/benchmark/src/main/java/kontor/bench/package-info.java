/** The command infra/bench: what is measured, in which order, against what. */
@NullMarked
package kontor.bench;

import org.jspecify.annotations.NullMarked;
