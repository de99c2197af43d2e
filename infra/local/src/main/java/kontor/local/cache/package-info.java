/** Start caches: what a virtual machine learnt in one start, kept for the next ones. */
@NullMarked
package kontor.local.cache;

import org.jspecify.annotations.NullMarked;
