package kontor.catalog.packaging;

import java.util.UUID;
import kontor.platform.web.RequestKey;

/** A packaging shall exist. */
record CreatePackaging(Packaging.Form form, UUID adminId, RequestKey key) {}
