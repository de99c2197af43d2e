package kontor.platform.security;

/**
 * A service's copy of a member was renewed; published inside the transaction of the copy, for features that follow it.
 */
public record MemberCopied(KnownMember member) {}
