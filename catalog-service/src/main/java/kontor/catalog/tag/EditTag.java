package kontor.catalog.tag;

import java.util.UUID;
import kontor.platform.web.IfMatch;
import kontor.platform.web.Sent;

/** A tag shall be called otherwise, or be for sale or not. */
record EditTag(long id, Sent<String> name, Sent<Boolean> forSale, UUID adminId, IfMatch expected) {}
