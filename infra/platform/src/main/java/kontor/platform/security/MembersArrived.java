package kontor.platform.security;

import java.util.List;
import java.util.UUID;

/**
 * States of these members came, and their copies may be renewed; published first in the transaction of the copies, for
 * features that lock rows of members in an order of their own.
 */
public record MembersArrived(List<UUID> memberIds) {}
