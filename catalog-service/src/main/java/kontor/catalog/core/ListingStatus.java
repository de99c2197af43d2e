package kontor.catalog.core;

/** Where a listing stands; CLOSED is final. */
public enum ListingStatus {
    /** Only its seller and admins see it. */
    DRAFT,
    /** It can be found and bought (C-20). */
    ACTIVE,
    /** It can be bought no more; what is reserved goes on. */
    CLOSED
}
