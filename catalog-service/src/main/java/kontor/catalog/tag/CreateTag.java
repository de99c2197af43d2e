package kontor.catalog.tag;

import java.util.UUID;
import kontor.platform.web.RequestKey;

/** A tag shall exist. */
record CreateTag(String name, boolean forSale, UUID adminId, RequestKey key) {}
