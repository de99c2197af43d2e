/** Takes over ranks, members and their histories from another shop (G-39 to G-44). */
@NullMarked
package kontor.identity.importing;

import org.jspecify.annotations.NullMarked;
