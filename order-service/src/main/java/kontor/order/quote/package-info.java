/** What a purchase would cost: goods, fee, and every tariff its parcel can go by (O-21, O-22). */
@NullMarked
package kontor.order.quote;

import org.jspecify.annotations.NullMarked;
