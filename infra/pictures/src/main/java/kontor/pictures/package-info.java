/** Pictures that somebody sends: made harmless, and kept as files. */
@NullMarked
package kontor.pictures;

import org.jspecify.annotations.NullMarked;
