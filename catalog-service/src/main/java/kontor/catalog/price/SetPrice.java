package kontor.catalog.price;

import java.util.UUID;
import kontor.platform.web.RequestKey;

/** A product shall have this price from now on. */
record SetPrice(long productId, long amountMinor, UUID adminId, RequestKey key) {}
