package kontor.catalog.packaging;

import java.util.UUID;
import java.util.function.UnaryOperator;
import kontor.platform.web.IfMatch;

/** A packaging shall be changed. */
record EditPackaging(long id, UnaryOperator<Packaging.Form> patch, UUID adminId, IfMatch expected) {}
