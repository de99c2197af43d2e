package kontor.invoice.issuer;

import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;
import kontor.platform.web.IfMatch;
import kontor.platform.web.Sent;

/**
 * An issuer that was never used shall say something else.
 *
 * @param company what it says afterwards, from what it says now
 */
record EditIssuer(long id, UnaryOperator<Company> company, Sent<Instant> validFrom, UUID adminId, IfMatch expected) {}
