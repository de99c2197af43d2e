/** What the shop takes from a purchase between members: fee models, one of which is always in effect (O-21). */
@NullMarked
package kontor.order.fee;

import org.jspecify.annotations.NullMarked;
