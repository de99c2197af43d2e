package kontor.catalog.core;

import kontor.platform.Rejection;

/** The last tag of a product or of the shop stays (C-5). */
public final class LastTag extends Rejection {

    public LastTag(String why) {
        super(Kind.CONFLICT, "last-tag", why);
    }
}
