/** How parcels go from member to member and for how much: tariffs of carriers and their extras (O-22). */
@NullMarked
package kontor.order.tariff;

import org.jspecify.annotations.NullMarked;
