package kontor.catalog.category;

import java.util.UUID;
import kontor.platform.web.IfMatch;
import kontor.platform.web.Sent;

/** A category shall be called otherwise or lie elsewhere; a cleared parent is the top level. */
record EditCategory(long id, Sent<String> name, Sent<Long> parentId, UUID adminId, IfMatch expected) {}
