package kontor.platform.security;

/** The classes of callers that the operations tables of the domain pages name. */
public enum Who {
    /** No token needed. */
    ANYONE,
    /** A valid token; a member row need not exist. */
    TOKEN,
    /** A valid token and a member row, verified or not. */
    SIGNED_IN,
    /** A member row that nobody has verified yet (I-2). */
    REGISTERED,
    /** A verified member, active or not: reads his own things (I-5). */
    VERIFIED,
    /** A verified member whose rank is active. */
    MEMBER,
    /** A trusted terminal: service account with role {@code kiosk}. */
    KIOSK,
    /** Staff grant of level 1 or above. */
    SUPPORT_1,
    /** Staff grant of level 2 or above. */
    SUPPORT_2,
    /** Support chief; an admin counts as one. */
    CHIEF,
    /** Verified, active member with the admin flag. */
    ADMIN
}
