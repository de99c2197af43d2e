package kontor.order.importing;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import kontor.order.order.OrderBody.ShipTo;

/**
 * What there is here of what rows of orders name, by id.
 *
 * @param percentages of the products, today's
 * @param takenItems external ids of items that are here already
 */
record OrderNames(
        Map<Long, Site> sites, Map<Long, Method> methods, Map<Long, BigDecimal> percentages, Set<String> takenItems) {

    /** A site with its customer. */
    record Site(long customerId, ShipTo shipTo) {}

    /** A payment method as orders show it. */
    record Method(String method, int deadlineDays, String meansCode) {}
}
