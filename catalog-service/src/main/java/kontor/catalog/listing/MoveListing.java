package kontor.catalog.listing;

import kontor.catalog.core.ListingStatus;
import kontor.platform.security.Caller;
import kontor.platform.web.RequestKey;

/** A listing shall be published, hidden or closed. */
record MoveListing(long id, ListingStatus to, Caller caller, RequestKey key) {}
