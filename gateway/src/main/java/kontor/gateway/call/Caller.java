package kontor.gateway.call;

import java.time.Instant;

/** Who a valid token speaks for, and until when it does. */
public record Caller(String subject, Instant expiresAt) {}
