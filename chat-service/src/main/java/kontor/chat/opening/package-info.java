/** Beginning conversations: with other members, about a listing, or about a market purchase. */
@NullMarked
package kontor.chat.opening;

import org.jspecify.annotations.NullMarked;
