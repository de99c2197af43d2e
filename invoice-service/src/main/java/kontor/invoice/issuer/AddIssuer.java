package kontor.invoice.issuer;

import java.time.Instant;
import java.util.UUID;
import kontor.platform.web.RequestKey;
import org.jspecify.annotations.Nullable;

/**
 * There shall be a further issuer.
 *
 * @param validFrom from when it is in effect; null for now
 */
record AddIssuer(Company company, @Nullable Instant validFrom, UUID adminId, RequestKey key) {}
