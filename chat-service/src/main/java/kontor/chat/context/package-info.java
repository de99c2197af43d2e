/** Copies of what conversations are about: listings, market purchases, and who has which ticket. */
@NullMarked
package kontor.chat.context;

import org.jspecify.annotations.NullMarked;
